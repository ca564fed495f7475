import type { DeviceKind, Transport } from '#domain/device.ts'
import { type FunctionKeyType, type FunctionKeyValueKind, functionKeyTypes } from '#domain/function-key.ts'
import type { Mac } from '#domain/mac.ts'
import type { ManualStep } from './manual-verbs.ts'
import type { DeviceSpec, KeySpec, LineSpec } from './spec.ts'
import { dialString } from './toolkit/text.ts'

/** Programmable keys, counted over all pages; `perPage` are those that are seen at once. */
export interface Keys {
  readonly count: number
  readonly perPage: number
}

export interface PasswordRule {
  readonly maxLength: number
  /** True where it is typed on a telephone's keypad. */
  readonly digitsOnly: boolean
}

/** What is known of a model. `null` says that it cannot, or has none. */
export interface ModelFacts {
  readonly kind: DeviceKind
  /** Accounts, ports or handsets: how many lines it can hold. */
  readonly lineSlots: number
  readonly keys: Keys | null
  readonly keyLabels: 'display' | 'paper' | null
  /** Expansion modules that fit, by id, and how many at once. */
  readonly modules: { readonly models: readonly string[]; readonly max: number } | null
  readonly passwords: {
    readonly admin: PasswordRule | null
    readonly user: PasswordRule | null
    readonly userName: { readonly maxLength: number } | null
  }
  /** The login of the web page in factory state; the password is null where there is none yet. */
  readonly webLogin: { readonly user: string; readonly password: string | null } | null
  /** `Event` of the NOTIFY that restarts the device, and of the one that makes it fetch without a restart. */
  readonly restartEvent: string | null
  readonly resyncEvent: string | null
  /** True when it asks the sender of such a NOTIFY for the account's password (401 or 407). */
  readonly challengesNotify: boolean
  readonly tlsVersions: readonly ('1.0' | '1.1' | '1.2' | '1.3')[]
  /** Whether the configuration can bring a certificate authority of our own. */
  readonly trust: 'takesCa' | 'publicOnly'
  /** How it wants its link: a file, or a folder to which it appends file names. */
  readonly takes: 'fullUrl' | 'directory'
  /** Whether it follows an HTTP redirect when it fetches. */
  readonly followsRedirect: boolean
  /** The maker's service that tells a factory-fresh device where its configuration is. */
  readonly redirectService: { readonly id: string; readonly name: string } | null
  /** What is proposed for SIP: the safest that it can. */
  readonly transport: Transport
  readonly srtp: boolean
  readonly sources: readonly string[]
}

export interface NamedModel extends ModelFacts {
  readonly name: string
}

export interface Model extends NamedModel {
  /** `<vendor>-<model>`, lower case. */
  readonly id: string
  readonly vendor: string
  readonly vendorName: string
  /** What the value of each function is; null: this model does not offer the function. */
  readonly keyTypes: Readonly<Record<FunctionKeyType, FunctionKeyValueKind | null>>
}

/** An expansion module: more keys beside a telephone. */
export interface KeyModule {
  readonly id: string
  readonly vendor: string
  readonly name: string
  readonly keys: Keys
  readonly keyLabels: 'display' | 'paper'
}

/** Several models that differ in nothing but the name. */
export function family(facts: ModelFacts, names: readonly string[]): NamedModel[] {
  return names.map((name) => ({ ...facts, name }))
}

/** One key; its value holds what may be dialled and nothing else. */
export interface KeyContext {
  readonly value: string
  readonly label: string
  /** Line slot on which it works; null when none was chosen. */
  readonly line: number | null
  readonly spec: DeviceSpec
}

/** How a maker writes each function; null: it cannot. A function can not be forgotten: the compiler asks for it. */
export type KeyMap<T> = Readonly<Record<FunctionKeyType, ((key: KeyContext) => T) | null>>

/** The value that each function takes, the same for every maker. */
const keyValueKinds: Readonly<Record<FunctionKeyType, FunctionKeyValueKind>> = {
  none: 'nothing',
  line: 'lineSlot',
  blf: 'extension',
  directDial: 'freeText',
  extension: 'extension',
  group: 'group',
  voicemail: 'nothing',
  phonebook: 'nothing',
}

export function isFunctionKeyType(type: string): type is FunctionKeyType {
  return functionKeyTypes.some((known) => known === type)
}

export function needsValue(type: FunctionKeyType): boolean {
  return ['extension', 'group', 'freeText'].includes(keyValueKinds[type])
}

/**
 * What a key becomes in the maker's words. A function that he does not have, or whose value is missing, is written as none,
 * so that no old one stays.
 */
export function writeKey<T>(keys: KeyMap<T>, none: (key: KeyContext) => T, key: KeySpec, spec: DeviceSpec): T {
  const value = dialString(key.value ?? '')
  const type = isFunctionKeyType(key.type) && !(needsValue(key.type) && value === '') ? key.type : 'none'
  return (keys[type] ?? none)({ value, label: key.label ?? '', line: key.line ?? null, spec })
}

/** Everything that a maker's `render` needs, computed once. */
export interface RenderContext {
  readonly spec: DeviceSpec
  readonly model: Model
  /** The line of each slot from 1 to the last; null: the slot is switched off. */
  readonly lines: readonly (LineSpec | null)[]
  /** The phone's own keys that were touched and that it has. */
  readonly keys: readonly KeySpec[]
  /** Expansion modules that are plugged in, in order. */
  readonly modules: readonly { readonly facts: KeyModule; readonly keys: readonly KeySpec[] }[]
  readonly sipPort: number
  /** Where the device fetches this configuration. */
  readonly link: string
  /** Where it fetches our CA certificate; null when there is none to bring. */
  readonly caLink: string | null
  /** Minute of the day of the daily fetch. */
  readonly syncMinute: number
}

export interface ManualContext {
  readonly spec: DeviceSpec
  readonly model: Model
  readonly link: string
}

export interface VendorDefinition {
  readonly id: string
  readonly name: string
  /** First 24 bits of his MAC addresses. */
  readonly ouis: readonly string[]
  /** User-Agent headers, most telling first; groups `model`, `firmware`, `mac` where the header has them. */
  readonly userAgents: readonly RegExp[]
  readonly contentType: string
  readonly models: readonly NamedModel[]
  readonly modules: readonly { readonly name: string; readonly keys: Keys; readonly keyLabels: 'display' | 'paper' }[]
  readonly keys: KeyMap<unknown>
  /** Name of the file below the key that is a device's configuration, with group `mac`; null: it fetches by full URL alone. */
  readonly configurationFile: ((model: Model) => RegExp) | null
  /** Any file name of his that holds a MAC, with group `mac`. */
  readonly fileWithMac: RegExp | null
  /** Whether the device loads our CA as a file (`ca.pem`) that its configuration points to. */
  readonly fetchesCa: boolean
  readonly render: (context: RenderContext) => string
  readonly manual: (context: ManualContext) => readonly ManualStep[]
  readonly sources: readonly string[]
}

export interface Vendor extends Omit<VendorDefinition, 'models' | 'modules'> {
  readonly models: readonly Model[]
  readonly modules: readonly KeyModule[]
}

/** A file as the device gets it. */
export interface ConfigFile {
  readonly name: string
  readonly contentType: string
  readonly body: string
}

export interface ParsedUserAgent {
  readonly vendor: string
  /** The model's name as the maker writes it, e.g. `T54W`. */
  readonly model: string | null
  readonly firmware: string | null
  readonly mac: Mac | null
}

export function defineVendor(definition: VendorDefinition): Vendor {
  const idOf = (name: string) => `${definition.id}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  const offered = functionKeyTypes.map((type) => [type, definition.keys[type] ? keyValueKinds[type] : null] as const)
  const none = functionKeyTypes.map((type) => [type, null] as const)
  // Object.fromEntries forgets the key type; both lists hold every type.
  const typesOf = (facts: ModelFacts) => Object.fromEntries(facts.keys ? offered : none) as Model['keyTypes']
  return {
    ...definition,
    models: definition.models.map((facts) => ({
      ...facts,
      id: idOf(facts.name),
      vendor: definition.id,
      vendorName: definition.name,
      keyTypes: typesOf(facts),
    })),
    modules: definition.modules.map((facts) => ({ ...facts, id: idOf(facts.name), vendor: definition.id })),
  }
}
