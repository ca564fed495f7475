import { type Mac, parseMac } from '#domain/mac.ts'
import type {
  ConfigFile,
  KeyModule,
  Model,
  ParsedUserAgent,
  PhonebookPage,
  RenderContext,
  Vendor,
  VendorFile,
} from './define.ts'
import type { ManualStep } from './manual-verbs.ts'
import type { DeviceSpec, KeySpec, LineSpec } from './spec.ts'
import { type TypedData, typedDataOf } from './toolkit/app.ts'
import { syncMinute } from './toolkit/clock.ts'
import { urlHost } from './toolkit/text.ts'
import { acrobits } from './vendors/acrobits/index.ts'
import { akuvox } from './vendors/akuvox/index.ts'
import { alcatel } from './vendors/alcatel/index.ts'
import { audiocodes } from './vendors/audiocodes/index.ts'
import { cisco } from './vendors/cisco/index.ts'
import { digium } from './vendors/digium/index.ts'
import { fanvil } from './vendors/fanvil/index.ts'
import { gigaset } from './vendors/gigaset/index.ts'
import { grandstream } from './vendors/grandstream/index.ts'
import { htek } from './vendors/htek/index.ts'
import { linphone } from './vendors/linphone/index.ts'
import { microsip } from './vendors/microsip/index.ts'
import { mitel } from './vendors/mitel/index.ts'
import { panasonic } from './vendors/panasonic/index.ts'
import { patton } from './vendors/patton/index.ts'
import { poly } from './vendors/poly/index.ts'
import { sangoma } from './vendors/sangoma/index.ts'
import { sip } from './vendors/sip/index.ts'
import { snom } from './vendors/snom/index.ts'
import { yealink } from './vendors/yealink/index.ts'
import { zoiper } from './vendors/zoiper/index.ts'

export type { AppFacts, ConfigFile, KeyModule, Model, ParsedUserAgent, PhonebookEntry } from './define.ts'
export type { ManualStep } from './manual-verbs.ts'

/** Every maker; a new one is one line here. */
export const vendors: readonly Vendor[] = [
  yealink,
  snom,
  linphone,
  poly,
  gigaset,
  cisco,
  grandstream,
  panasonic,
  fanvil,
  htek,
  alcatel,
  mitel,
  audiocodes,
  akuvox,
  sangoma,
  digium,
  patton,
  acrobits,
  zoiper,
  microsip,
  sip,
]

export const models: readonly Model[] = vendors.flatMap((vendor) => vendor.models)
export const modules: readonly KeyModule[] = vendors.flatMap((vendor) => vendor.modules)

const vendorById = new Map(vendors.map((vendor) => [vendor.id, vendor]))
const modelById = new Map(models.map((model) => [model.id, model]))
const moduleById = new Map(modules.map((module) => [module.id, module]))

export function findModel(id: string): Model | undefined {
  return modelById.get(id)
}

export function findModule(id: string): KeyModule | undefined {
  return moduleById.get(id)
}

/** The maker whose addresses begin like this MAC; null when no maker of the catalog has that range. */
export function vendorOfMac(mac: Mac): string | null {
  return vendors.find(({ ouis }) => ouis.some((oui) => mac.startsWith(oui)))?.id ?? null
}

function vendorOf(model: Model): Vendor {
  const vendor = vendorById.get(model.vendor)
  if (!vendor) throw new Error(`no vendor ${model.vendor}`)
  return vendor
}

/** The one address under which a device of this model finds its configuration. */
export function provisioningUrl(model: Model, host: string, port: number, accessKey: string): string {
  return `https://${urlHost(host)}:${port}/${accessKey}${model.takes === 'fullUrl' ? '.cfg' : '/'}`
}

/**
 * What a device gets for a file. `fileName` is the part below `/<key>/`; null stands for the full address `/<key>.cfg`. Null answers that
 * this device has no such file: not of its maker, another model's, or with a MAC that is not `spec.mac`. A DECT handset has none at all: what it needs is
 * in its base's file. The same spec always gives the same bytes.
 */
export function renderFile(spec: DeviceSpec, fileName: string | null): ConfigFile | null {
  const model = findModel(spec.model)
  if (!model || model.kind === 'dectHandset') return null
  const vendor = vendorOf(model)
  if (fileName === caFile) return caCertificate(model, spec)
  const file = fileName === null ? vendor.files[0] : vendor.files.find((one) => isNameOf(one, model, spec, fileName))
  if (!file) return null
  return {
    name: fileName ?? `${spec.accessKey}.cfg`,
    contentType: file.contentType,
    body: file.render(contextOf(vendor, model, spec)),
  }
}

/** What a person types into an app that takes its data no other way. */
export function typedData(spec: DeviceSpec): TypedData {
  const model = findModel(spec.model)
  if (!model) throw new Error(`no model ${spec.model}`)
  return typedDataOf(contextOf(vendorOf(model), model, spec))
}

/** Every file of the device, in the order in which its maker's definition names them. */
export function renderAll(spec: DeviceSpec): string[] {
  const model = findModel(spec.model)
  if (!model || model.kind === 'dectHandset') return []
  const vendor = vendorOf(model)
  const context = contextOf(vendor, model, spec)
  return vendor.files
    .filter((file, index) => index === 0 || file.name(model) !== null)
    .map((file) => file.render(context))
}

const caFile = 'ca.pem'

function caCertificate(model: Model, spec: DeviceSpec): ConfigFile | null {
  if (model.trust !== 'caByUrl' || !spec.caCertificate) return null
  return { name: caFile, contentType: 'application/x-pem-file', body: spec.caCertificate }
}

function isNameOf(file: VendorFile, model: Model, spec: DeviceSpec, fileName: string): boolean {
  const match = file.name(model)?.exec(fileName)
  if (!match) return false
  // A name without a MAC is the same for every device of the maker; the key alone says whose it is.
  return spec.mac === undefined || match.groups?.mac === undefined || parseMac(match.groups.mac) === spec.mac
}

/** The phonebook's file name below the key and how many entries stand on a page; null for a model that shows none. */
export function phonebookOf(model: Model): { file: string; pageSize: number } | null {
  const { phonebook } = vendorOf(model)
  if (!phonebook || !model.phonebook) return null
  return { file: phonebook.file, pageSize: phonebook.pageSize ?? model.phonebook.maxEntries ?? 1000 }
}

/** One page of the phonebook as the model's maker wants it; null for a model that shows none. */
export function renderPhonebook(model: Model, page: PhonebookPage): ConfigFile | null {
  const { phonebook } = vendorOf(model)
  if (!phonebook || !model.phonebook) return null
  return { name: phonebook.file, contentType: phonebook.contentType, body: phonebook.render(page) }
}

/** Form of the names of the provider's extra lines for a model; null where its maker's format takes none. */
export function extraNameOf(model: Model): RegExp | null {
  return fetches(model) ? vendorOf(model).extraName : null
}

/** Whether a device of this model fetches a file of its own: a handset has none, and some apps cannot. */
export function fetches(model: Model): boolean {
  return model.kind !== 'dectHandset' && (model.app === undefined || model.app.delivery === 'link')
}

/** The DECT bases that take handsets of this model; none for what is no handset. */
export function basesFor(handset: Model): readonly Model[] {
  return models.filter((base) => base.handsets?.models.includes(handset.id))
}

/** Where a device of this model finds something below its key. */
export function fileUrl(spec: Pick<DeviceSpec, 'host' | 'provisioningPort' | 'accessKey'>, file: string): string {
  return `https://${urlHost(spec.host)}:${spec.provisioningPort}/${spec.accessKey}/${file}`
}

function contextOf(vendor: Vendor, model: Model, spec: DeviceSpec): RenderContext {
  return {
    spec,
    model,
    lines: Array.from({ length: model.lineSlots }, (_, index) => lineOf(spec, index + 1)),
    keys: keysOf(spec.keys, model.keys?.count ?? 0),
    modules: model.modules ? spec.modules.slice(0, model.modules.max).flatMap(pluggedIn(model)) : [],
    handsets: Array.from(
      { length: model.handsets?.max ?? 0 },
      (_, index) => spec.handsets.find(({ slot }) => slot === index + 1) ?? null,
    ),
    sipPort: spec.sipPort ?? (spec.transport === 'tls' ? 5061 : 5060),
    srtp: srtpOf(spec, model),
    ntpServer: spec.settings.ntpServer || spec.host,
    link: provisioningUrl(model, spec.host, spec.provisioningPort, spec.accessKey),
    caLink: model.trust === 'caByUrl' && spec.caCertificate ? fileUrl(spec, caFile) : null,
    extra: spec.extra.filter(({ name }) => vendor.extraName?.test(name)),
    phonebookLink: model.phonebook && vendor.phonebook ? fileUrl(spec, vendor.phonebook.file) : null,
    syncMinute: syncMinute(spec.accessKey),
  }
}

/** How a device of this model encrypts its media. SRTP without TLS would carry its keys in the clear, so it is taken only when somebody asks for it. */
export function srtpOf(
  { transport, settings }: { transport: DeviceSpec['transport']; settings: Pick<DeviceSpec['settings'], 'srtp'> },
  model: Model,
): RenderContext['srtp'] {
  if (!model.srtp) return 'off'
  if (settings.srtp !== 'automatic') return settings.srtp
  return transport === 'tls' ? 'required' : 'off'
}

/** The keys that were touched and that are there. */
function keysOf(keys: readonly KeySpec[], count: number): KeySpec[] {
  return keys.filter((key) => key.slot <= count)
}

function lineOf(spec: DeviceSpec, slot: number): LineSpec | null {
  if (slot === 1) return spec.line ?? null
  return spec.ports.find((port) => port.slot === slot)?.line ?? null
}

function pluggedIn(model: Model) {
  return ({ model: id, keys }: DeviceSpec['modules'][number]) => {
    const facts = model.modules?.models.includes(id) ? findModule(id) : undefined
    return facts ? [{ facts, keys: keysOf(keys, facts.keys.count) }] : []
  }
}

/** The MAC that a file name of this model's maker holds, whatever the file; null when it holds none. For the audit of foreign ones. */
export function macInFileName(model: Model, fileName: string): Mac | null {
  return parseMac(vendorOf(model).fileWithMac?.exec(fileName)?.groups?.mac ?? '')
}

/** What a User-Agent header, of HTTP or SIP, says of make and model; null when it is of no maker of the catalog. */
export function parseUserAgent(ua: string): ParsedUserAgent | null {
  const header = ua.trim().slice(0, 512)
  for (const vendor of vendors) {
    const groups = vendor.userAgents.map((pattern) => pattern.exec(header)).find((match) => match !== null)
    if (!groups) continue
    const { model, firmware, mac } = groups.groups ?? {}
    return { vendor: vendor.id, model: model ?? null, firmware: firmware ?? null, mac: parseMac(mac ?? '') }
  }
  return null
}

/** How a person brings this very device to its configuration, step by step. */
export function manualSteps(spec: DeviceSpec): readonly ManualStep[] {
  const model = findModel(spec.model)
  if (!model) return []
  const link = provisioningUrl(model, spec.host, spec.provisioningPort, spec.accessKey)
  return vendorOf(model).manual({ spec, model, link })
}
