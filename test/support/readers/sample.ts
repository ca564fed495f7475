import { type Model, models, modules } from '#catalog/index.ts'
import { DeviceSpec, type DeviceSpecInput, type KeySpec } from '#catalog/spec.ts'
import { type FunctionKeyType, type FunctionKeyValueKind, functionKeyTypes } from '#domain/function-key.ts'

/** A person's texts, by which a spec differs from another; what is left out is harmless. */
export interface Typed {
  displayName?: string
  label?: string
  value?: string
  userName?: string
  authName?: string
  password?: string
  voicemail?: string
}

const accessKey = '0123456789abcdef'.repeat(3)

/** Values that all differ, by their kind; what they are made of is what the phone must be given. */
const sampleValues: Readonly<Record<FunctionKeyValueKind, string>> = {
  nothing: '',
  lineSlot: '',
  extension: '28',
  group: '*827',
  number: '0215550126',
  digits: '1625#',
  multicastAddress: '224.0.1.24:10023',
  url: 'https://door.example.ch/open?x=1',
}

export interface SampleKey {
  slot: number
  type: FunctionKeyType
  value: string
  label: string
}

/** One key of each function that the model offers, from key 1 up, as far as there are keys. */
export function sampleKeys(model: Model, { value, label }: Typed = {}, count = model.keys?.count ?? 0): SampleKey[] {
  return functionKeyTypes
    .filter((type) => model.keyTypes[type] !== null)
    .slice(0, count)
    .map((type, index) => ({
      slot: index + 1,
      type,
      value: value ?? sampleValues[model.keyTypes[type] ?? 'nothing'],
      label: label ?? `Etikett${index + 1}`,
    }))
}

/** A spec that uses all that the model has: every line slot or handset place, every function, modules, passwords of the greatest length. */
export function sampleSpec(model: Model, typed: Typed = {}): DeviceSpec {
  const line = (index: number) => ({
    number: String(200 + index),
    displayName: typed.displayName ?? `Nom${index}`,
    authName: typed.authName === undefined ? `auth${index}` : `${typed.authName}${index}`,
    password: typed.password === undefined ? `secret${index}` : `${typed.password}${index}`,
  })
  const { admin, user, userName } = model.passwords
  const keys = (wanted: SampleKey[]): KeySpec[] =>
    wanted.map(({ value, ...key }) => ({ ...key, ...(value !== '' && { value }) }))
  const module = modules.find(({ id }) => model.modules?.models.includes(id))
  const handsetModels = model.handsets?.models ?? []
  const input: DeviceSpecInput = {
    model: model.id,
    host: 'pbx.example.ch',
    accessKey,
    mac: '0004F2ABCDEF',
    voicemail: typed.voicemail ?? '*86',
    ...(model.lineSlots > 0 && { line: line(1) }),
    ports: Array.from({ length: Math.max(0, model.lineSlots - 1) }, (_, index) => ({
      slot: index + 2,
      line: line(index + 2),
    })),
    handsets: Array.from({ length: model.handsets?.max ?? 0 }, (_, index) => ({
      slot: index + 1,
      model: handsetModels[index % handsetModels.length] ?? '',
      line: line(index + 1),
      ipui: `02AB${String(100_000 + index)}`,
    })),
    ...(model.handsets?.pinDigits && { pairingPin: '73918264'.slice(0, model.handsets.pinDigits) }),
    ...(admin && { adminPassword: '1'.repeat(Math.min(40, admin.maxLength)) }),
    ...(user && { userPassword: '2'.repeat(Math.min(40, user.maxLength)) }),
    ...(userName && { userName: typed.userName ?? 'anna' }),
    keys: keys(sampleKeys(model, typed)),
    modules: module ? [{ model: module.id, keys: keys(sampleKeys(model, typed, module.keys.count)) }] : [],
  }
  return DeviceSpec.parse(input)
}

/** Every model that has a file of its own. */
export const modelsWithFiles = models.filter(({ kind }) => kind !== 'dectHandset' && kind !== 'browser')
