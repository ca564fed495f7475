import type { AppDelivery, AppRemark, AppSystem } from '#domain/app.ts'
import type { DeviceKind, Transport } from '#domain/device.ts'
import {
  type FunctionKeyType,
  type FunctionKeyValueKind,
  functionKeyTypes,
  functionKeyValueKinds,
  isFunctionKeyType,
  isKeyValue,
  needsValue,
} from '#domain/function-key.ts'
import type { Mac } from '#domain/mac.ts'
import type { ManualStep } from './manual-verbs.ts'
import type { DeviceSpec, HandsetSpec, KeySpec, LineSpec } from './spec.ts'
import { dialString } from './toolkit/text.ts'

/**
 * Where the keys of a page sit, seen from the front: in columns left and right of the screen (left filled first, top down), in one of them, in a row
 * below the screen, as fields on a touch screen, or in columns beside the keypad.
 */
export type KeyLayout = 'bothSides' | 'left' | 'right' | 'below' | 'touch' | 'columns'

/** Programmable keys, counted over all pages; `perPage` are those that are seen at once. */
export interface Keys {
  readonly count: number
  readonly perPage: number
  readonly layout: KeyLayout
}

export interface PasswordRule {
  readonly maxLength: number
  /** Absent: any. Below it the device refuses the password. */
  readonly minLength?: number
  /** True where it is typed on a telephone's keypad. */
  readonly digitsOnly: boolean
}

/** What is known of a model. `null` says that it cannot, or has none. */
export interface ModelFacts {
  readonly kind: DeviceKind
  /** Accounts of a telephone, ports of a gateway; 0 for a DECT base, whose lines are those of its handsets. */
  readonly lineSlots: number
  /** For the drawing: none, one line of letters, a monochrome or a colour display, a touch screen. */
  readonly screen: 'none' | 'text' | 'mono' | 'colour' | 'touch'
  readonly keys: Keys | null
  /** Functions that the maker has and this model has not. */
  readonly withoutFunctions?: readonly FunctionKeyType[]
  readonly keyLabels: 'display' | 'paper' | null
  /** Expansion modules that fit, by id, and how many at once. */
  readonly modules: { readonly models: readonly string[]; readonly max: number } | null
  /** Of a DECT base alone. */
  readonly handsets: HandsetRules | null
  /** Of a gateway alone: how its ports carry a fax. */
  readonly fax: 't38' | 'g711' | null
  /** Whether it shows the vPBX's phonebook from our address, and how many entries it takes at most (null: no limit, it is given pages). */
  readonly phonebook: { readonly maxEntries: number | null } | null
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
  /**
   * Whether it comes to trust a certificate authority of our own: by an address in its configuration, by the certificate itself in there, by a person's
   * hand on its web page; or never, so that the server needs a certificate of a public authority that the maker knows.
   */
  readonly trust: 'caByUrl' | 'caInline' | 'caByHand' | 'publicOnly'
  /** How it wants its link: a file, or a folder to which it appends file names. */
  readonly takes: 'fullUrl' | 'directory'
  /** Whether it follows an HTTP redirect when it fetches. */
  readonly followsRedirect: boolean
  /** The maker's service that tells a factory-fresh device where its configuration is. */
  readonly redirectService: { readonly id: string; readonly name: string } | null
  /** What is proposed for SIP: the safest that it can. */
  readonly transport: Transport
  readonly srtp: boolean
  /** Of an app alone. */
  readonly app?: AppFacts
  readonly sources: readonly string[]
}

/** How an app is set up, and what a person should know of it. */
export interface AppFacts {
  readonly delivery: AppDelivery
  /** What stands before the link so that a telephone's camera, or a tap, opens the app with it; null: nothing does. */
  readonly scheme: string | null
  /** How its fetches are told from a browser's, where its name is not in them: a header (lower case), and what it says as User-Agent. */
  readonly fetchMarks?: { readonly header: string; readonly userAgents: readonly RegExp[] }
  readonly systems: readonly AppSystem[]
  /** What a file must be called. */
  readonly fileName?: string
  readonly can: readonly AppRemark[]
  readonly cannot: readonly AppRemark[]
  /** How a person brings the code, the file or the data into it. */
  readonly steps: readonly ManualStep[]
}

/** Which handsets a DECT base takes. */
export interface HandsetRules {
  readonly max: number
  /** Ids of the handset models. */
  readonly models: readonly string[]
  /** Whether a handset's identity (IPUI, printed on it) is part of the configuration. */
  readonly ipui: 'required' | 'optional' | null
  /** Whether the base's own identity is. */
  readonly rfpi: boolean
  /** Digits of the PIN for pairing, where the configuration sets it. */
  readonly pinDigits: number | null
  /** Bases of one multicell system, at most; 1 for a single cell. */
  readonly cells: number
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

/** One key; its value holds what its function takes and nothing else. */
export interface KeyContext {
  readonly value: string
  readonly label: string
  /** Line slot on which it works; null when none was chosen. */
  readonly line: number | null
  readonly spec: DeviceSpec
}

/** How a maker writes each function; null: it cannot. A function can not be forgotten: the compiler asks for it. */
export type KeyMap<T> = Readonly<Record<FunctionKeyType, ((key: KeyContext) => T) | null>>

/**
 * What a key becomes in the maker's words. A function that he does not have, or whose value is missing, is written as none,
 * so that no old one stays.
 */
export function writeKey<T>(keys: KeyMap<T>, none: (key: KeyContext) => T, key: KeySpec, spec: DeviceSpec): T {
  const known = isFunctionKeyType(key.type) ? key.type : 'none'
  const value = keyValue(known, key.value ?? '')
  const type = needsValue(known) && value === '' ? 'none' : known
  return (keys[type] ?? none)({ value, label: key.label ?? '', line: key.line ?? null, spec })
}

/** An address is taken whole or not at all; of what is dialled only what no separator of a key's syntax can be stays. */
function keyValue(type: FunctionKeyType, value: string): string {
  const kind = functionKeyValueKinds[type]
  if (kind === 'url' || kind === 'multicastAddress') return isKeyValue(type, value) ? value : ''
  return kind === 'digits' ? value.replace(/[^0-9A-D*#,]/g, '') : dialString(value)
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
  /** Of a DECT base: for each place from 1 the handset that has it; null: the place is free and is written empty. */
  readonly handsets: readonly (HandsetSpec | null)[]
  readonly sipPort: number
  /** How media is encrypted; never `automatic`. */
  readonly srtp: 'off' | 'optional' | 'required'
  readonly ntpServer: string
  /** Where the device fetches this configuration. */
  readonly link: string
  /** Where it fetches our CA certificate; null when there is none to bring. */
  readonly caLink: string | null
  /** The provider's extra lines, those with a name of the maker's form. They come last, so that they go before what stands above them. */
  readonly extra: readonly { readonly name: string; readonly value: string }[]
  /** Where it fetches the vPBX's phonebook; null where the model cannot. */
  readonly phonebookLink: string | null
  /** Minute of the day of the daily fetch. */
  readonly syncMinute: number
}

export interface ManualContext {
  readonly spec: DeviceSpec
  readonly model: Model
  readonly link: string
}

/** A file that a maker's devices fetch. */
export interface VendorFile {
  /** Names under which a device asks for it below its key, group `mac` where they hold one; null: this model asks for it by the full address alone. */
  readonly name: (model: Model) => RegExp | null
  readonly contentType: string
  readonly render: (context: RenderContext) => string
}

/** One person or place of the vPBX; numbers as they are dialled. */
export interface PhonebookEntry {
  readonly name: string
  readonly number: string
  readonly mobile: string | null
  readonly other: string | null
}

export interface PhonebookPage {
  readonly title: string
  readonly entries: readonly PhonebookEntry[]
  /** From 1. */
  readonly page: number
  readonly pageCount: number
  /** The text that was looked for; empty: everything. */
  readonly search: string
  /** Address of another page of the same search. */
  readonly linkTo: (page: number) => string
  /** Address of the phonebook itself, for a search: `?search=` is appended. */
  readonly link: string
}

/** The phonebook in the maker's form. A device asks for `<key>/<file>?page=…&search=…`. */
export interface VendorPhonebook {
  /** The name that the configuration gives it. */
  readonly file: string
  readonly contentType: string
  /** Entries on a page; null: this maker's phones take all at once, up to the model's greatest number. */
  readonly pageSize: number | null
  readonly render: (page: PhonebookPage) => string
}

export interface VendorDefinition {
  readonly id: string
  readonly name: string
  /** First 24 bits of his MAC addresses. */
  readonly ouis: readonly string[]
  /** User-Agent headers, most telling first; groups `model`, `firmware`, `mac` where the header has them. */
  readonly userAgents: readonly RegExp[]
  readonly models: readonly NamedModel[]
  readonly modules: readonly { readonly name: string; readonly keys: Keys; readonly keyLabels: 'display' | 'paper' }[]
  readonly keys: KeyMap<unknown>
  /** The first is the configuration: it is what the full address gives. */
  readonly files: readonly [VendorFile, ...VendorFile[]]
  /** Any file name of his that holds a MAC, with group `mac`. */
  readonly fileWithMac: RegExp | null
  readonly phonebook: VendorPhonebook | null
  /** Form of the names that the provider's extra lines may have; null: this format takes none. */
  readonly extraName: RegExp | null
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
  const offers = (facts: ModelFacts, type: FunctionKeyType) =>
    facts.keys && definition.keys[type] && !facts.withoutFunctions?.includes(type)
  const typesOf = (facts: ModelFacts) => {
    const kinds = functionKeyTypes.map((type) => [type, offers(facts, type) ? functionKeyValueKinds[type] : null])
    // Object.fromEntries forgets the key type; the list holds every type.
    return Object.fromEntries(kinds) as Model['keyTypes']
  }
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
