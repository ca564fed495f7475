import { isFunctionKeyType, isKeyValue, needsValue } from '#domain/function-key.ts'
import type { KeyModule, Keys, Model } from './define.ts'
import type { DeviceSpec, KeySpec } from './spec.ts'
import { cellRole } from './toolkit/cells.ts'

/** What a well-formed spec asks of a model that the model cannot give. `field` is the dotted path in the spec. */
export interface SpecProblem {
  readonly field: string
  readonly message: string
}

/** Empty when the model can do all that the spec asks. `raccord render` says it before it prints; the server renders regardless. */
export function checkSpec(
  spec: DeviceSpec,
  model: Model,
  findModule: (id: string) => KeyModule | undefined,
  extraName: RegExp | null,
): SpecProblem[] {
  return [
    ...checkLines(spec, model),
    ...checkHandsets(spec, model),
    ...checkCells(spec, model),
    ...checkExtra(spec, extraName),
    ...checkPasswords(spec, model),
    ...checkKeys(spec.keys, model.keys, spec, model, 'keys'),
    ...checkModules(spec, model, findModule),
  ]
}

/** The maker says which "App" it is. */
function nameOf(model: Model): string {
  return `${model.vendorName} ${model.name}`
}

function checkLines(spec: DeviceSpec, model: Model): SpecProblem[] {
  const slots = spec.ports.map((port) => port.slot)
  return [
    ...spec.ports.flatMap((port, index) => [
      ...(port.slot > model.lineSlots
        ? [
            {
              field: `ports.${index}.slot`,
              message: `is ${port.slot}, but the ${nameOf(model)} has ${model.lineSlots} line slots`,
            },
          ]
        : []),
      ...(slots.indexOf(port.slot) < index
        ? [{ field: `ports.${index}.slot`, message: `is ${port.slot}, which another port has already` }]
        : []),
    ]),
  ]
}

function checkHandsets({ handsets }: DeviceSpec, model: Model): SpecProblem[] {
  const rules = model.handsets
  if (handsets.length > 0 && !rules)
    return [{ field: 'handsets', message: `must be absent: the ${nameOf(model)} is no DECT base station` }]
  if (!rules) return []
  const slots = handsets.map(({ slot }) => slot)
  return handsets.flatMap((handset, index) => {
    const at = `handsets.${index}`
    return [
      ...(handset.slot > rules.max
        ? [{ field: `${at}.slot`, message: `is ${handset.slot}, but the ${nameOf(model)} takes ${rules.max} handsets` }]
        : []),
      ...(slots.indexOf(handset.slot) < index
        ? [{ field: `${at}.slot`, message: `is ${handset.slot}, which another handset has already` }]
        : []),
      ...(rules.models.includes(handset.model)
        ? []
        : [{ field: `${at}.model`, message: `must be one of ${rules.models.join(', ')}` }]),
      ...(rules.ipui === 'required' && handset.ipui === undefined
        ? [{ field: `${at}.ipui`, message: `is missing; the ${nameOf(model)} knows its handsets by it` }]
        : []),
    ]
  })
}

/** Handsets belong to the primary, which hands them on. */
function checkCells(spec: DeviceSpec, model: Model): SpecProblem[] {
  const { length } = spec.cells
  const most = model.handsets?.cells ?? 1
  if (length > 0 && most === 1)
    return [{ field: 'cells', message: `must be absent: the ${nameOf(model)} belongs to no multicell system` }]
  return [
    ...(length > most
      ? [{ field: 'cells', message: `has ${length} entries, but a system of the ${nameOf(model)} takes ${most} bases` }]
      : []),
    ...(cellRole(spec) === 'secondary' && spec.handsets.length > 0
      ? [{ field: 'handsets', message: 'must be absent: they belong to the first of the cells' }]
      : []),
  ]
}

function checkPasswords(spec: DeviceSpec, model: Model): SpecProblem[] {
  const rules = [
    ['adminPassword', model.passwords.admin],
    ['userPassword', model.passwords.user],
    ['userName', model.passwords.userName],
  ] as const
  return rules.flatMap(([field, rule]) => {
    const text = spec[field]
    if (text === undefined) return []
    if (!rule) return [{ field, message: `must be absent: the ${nameOf(model)} has none` }]
    if ('minLength' in rule && text.length < (rule.minLength ?? 0))
      return [{ field, message: `must have ${rule.minLength} characters at least` }]
    if (text.length > rule.maxLength) return [{ field, message: `must have ${rule.maxLength} characters at most` }]
    if ('digitsOnly' in rule && rule.digitsOnly && !/^[0-9]*$/.test(text))
      return [{ field, message: 'must hold digits only' }]
    return []
  })
}

function checkExtra({ extra }: DeviceSpec, form: RegExp | null): SpecProblem[] {
  return extra.flatMap(({ name }, index) =>
    form?.test(name)
      ? []
      : [{ field: `extra.${index}.name`, message: `is ${JSON.stringify(name)}, no parameter of this maker` }],
  )
}

function checkModules(
  spec: DeviceSpec,
  model: Model,
  findModule: (id: string) => KeyModule | undefined,
): SpecProblem[] {
  if (spec.modules.length === 0) return []
  if (!model.modules)
    return [{ field: 'modules', message: `must be absent: the ${nameOf(model)} takes no expansion module` }]
  const { models, max } = model.modules
  const tooMany = {
    field: 'modules',
    message: `has ${spec.modules.length} entries, but the ${nameOf(model)} takes ${max}`,
  }
  return [
    ...(spec.modules.length > max ? [tooMany] : []),
    ...spec.modules.flatMap((wanted, index) => {
      const facts = models.includes(wanted.model) ? findModule(wanted.model) : undefined
      if (facts) return checkKeys(wanted.keys, facts.keys, spec, model, `modules.${index}.keys`)
      return [{ field: `modules.${index}.model`, message: `must be one of ${models.join(', ')}` }]
    }),
  ]
}

function checkKeys(
  wanted: readonly KeySpec[],
  keys: Keys | null,
  spec: DeviceSpec,
  model: Model,
  path: string,
): SpecProblem[] {
  if (wanted.length > 0 && !keys) return [{ field: path, message: `must be absent: the ${nameOf(model)} has no keys` }]
  const slots = wanted.map((key) => key.slot)
  return wanted.flatMap((key, index) => {
    const at = `${path}.${index}`
    return [
      ...(key.slot > (keys?.count ?? 0)
        ? [{ field: `${at}.slot`, message: `is ${key.slot}, but there are ${keys?.count} keys` }]
        : []),
      ...(slots.indexOf(key.slot) < index
        ? [{ field: `${at}.slot`, message: `is ${key.slot}, which is given twice` }]
        : []),
      ...checkFunction(key, spec, model, at),
    ]
  })
}

function checkFunction(key: KeySpec, spec: DeviceSpec, model: Model, at: string): SpecProblem[] {
  if (!isFunctionKeyType(key.type) || !model.keyTypes[key.type]) {
    const offered = Object.entries(model.keyTypes).flatMap(([type, kind]) => (kind ? [type] : []))
    return [
      {
        field: `${at}.type`,
        message: `is ${JSON.stringify(key.type)}; the ${nameOf(model)} offers ${offered.join(', ')}`,
      },
    ]
  }
  const line = key.line ?? 1
  return [
    ...(needsValue(key.type) && !key.value
      ? [{ field: `${at}.value`, message: `is missing; the function ${key.type} needs one` }]
      : []),
    ...(key.value && !isKeyValue(key.type, key.value)
      ? [
          {
            field: `${at}.value`,
            message: `is ${JSON.stringify(key.value)}, nothing that the function ${key.type} takes`,
          },
        ]
      : []),
    ...(line > 1 && !spec.ports.some((port) => port.slot === line)
      ? [{ field: `${at}.line`, message: `is ${line}, but no port has that slot` }]
      : []),
  ]
}
