import { findModule, type KeyModule, type Model } from '#catalog/index.ts'
import type { ErrorCode, FieldErrors } from '#domain/errors.ts'
import {
  type FunctionKeyType,
  functionKeyValueKinds,
  isFunctionKeyType,
  isKeyValue,
  type KeyChoice,
  needsValue,
} from '#domain/function-key.ts'

/** What can be wrong with a key for a model: rules without I/O, for a change of keys and for a change of the model alike. */

/** A key as it is sent and as it is kept, `type` aside. */
export interface KeyValues<Type extends string> {
  module: number
  slot: number
  type: Type
  value: string
  label: string
  /** Line slot; null: the first. */
  line: number | null
}

/** What the keys stand on: the telephone, the modules beside it in their order, and the line slots that are in use. */
export interface KeyGround {
  model: Model
  modules: readonly KeyModule[]
  lineSlots: ReadonlySet<number>
}

export function keyName({ module, slot }: { module: number; slot: number }): string {
  return `${module}.${slot}`
}

/** The phone (0) or a module (1…): how many keys it has, and whether a label of theirs is seen; null where there is no such part. */
export function partOf({ model, modules }: Pick<KeyGround, 'model' | 'modules'>, module: number) {
  if (module > 0) {
    const facts = modules[module - 1]
    return facts ? { count: facts.keys.count, labels: facts.keyLabels } : null
  }
  return model.keys && { count: model.keys.count, labels: model.keyLabels }
}

/** The modules of these ids that exist, in their order. */
export function knownModules(ids: readonly string[]): KeyModule[] {
  return ids.flatMap((id) => findModule(id) ?? [])
}

/** Modules that the model does not take: too many, of another kind, or any where it takes none. */
export function wrongModules(model: Model, ids: readonly string[]): FieldErrors {
  if (ids.length === 0) return {}
  const { modules: rule } = model
  if (!rule) return { modules: 'keyModule.unsupported' }
  const problems = ids.flatMap((id, index): [string, ErrorCode][] => {
    if (!rule.models.includes(id) || !findModule(id)) return [[`modules.${index}`, 'keyModule.unfit']]
    return index >= rule.max ? [[`modules.${index}`, 'keyModule.tooMany']] : []
  })
  return Object.fromEntries(problems)
}

/** All that is wrong with these keys, by the dotted path of the field. */
export function wrongKeys(ground: KeyGround, keys: readonly KeyValues<KeyChoice>[]): FieldErrors {
  const errors: FieldErrors = {}
  const seen = new Set<string>()
  for (const [index, key] of keys.entries()) {
    const wrong = wrongKey(ground, key)
    if (seen.has(keyName(key))) wrong.slot ??= 'functionKey.twice'
    seen.add(keyName(key))
    for (const [field, code] of Object.entries(wrong)) errors[`keys.${index}.${field}`] = code
  }
  return errors
}

type Wrong = Partial<Record<keyof KeyValues<string>, ErrorCode>>

/** What is wrong with one key, by field. */
export function wrongKey(ground: KeyGround, key: KeyValues<KeyChoice>): Wrong {
  const part = partOf(ground, key.module)
  if (!part) return key.module === 0 ? { slot: 'functionKey.noSlot' } : { module: 'functionKey.noModule' }
  if (key.slot > part.count) return { slot: 'functionKey.noSlot' }
  if (key.type === 'phone' || key.type === 'none') return {}
  if (!ground.model.keyTypes[key.type]) return { type: 'functionKey.unsupported' }
  return {
    ...wrongValue(key.type, key.value),
    ...(key.label !== '' && part.labels === null && { label: 'functionKey.noLabel' as const }),
    ...(key.line !== null && !ground.lineSlots.has(key.line) && { line: 'functionKey.noLine' as const }),
  }
}

function wrongValue(type: FunctionKeyType, value: string): Wrong {
  if (isKeyValue(type, value)) return {}
  return { value: value === '' && needsValue(type) ? 'field.required' : 'functionKey.value' }
}

const dialled: readonly string[] = ['extension', 'group', 'number']

/** As it is kept: of what is dialled without the blanks and strokes that people put in numbers, and nothing that the function has no use for. */
export function tidyKey<Type extends string>(key: KeyValues<Type>): KeyValues<Type> {
  if (!isFunctionKeyType(key.type) || key.type === 'none') return { ...key, value: '', label: '', line: null }
  const kind = functionKeyValueKinds[key.type]
  if (kind === 'digits') return { ...key, value: key.value.replace(/\s/g, '').toUpperCase() }
  return dialled.includes(kind) ? { ...key, value: key.value.replace(/[\s()./-]/g, '') } : key
}
