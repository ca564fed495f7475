import { type Mac, parseMac } from '#domain/mac.ts'
import type { ConfigFile, KeyModule, Model, ParsedUserAgent, RenderContext, Vendor } from './define.ts'
import type { ManualStep } from './manual-verbs.ts'
import type { DeviceSpec, LineSpec } from './spec.ts'
import { syncMinute } from './toolkit/clock.ts'
import { urlHost } from './toolkit/text.ts'
import { linphone } from './vendors/linphone/index.ts'
import { snom } from './vendors/snom/index.ts'
import { yealink } from './vendors/yealink/index.ts'

export type { ConfigFile, KeyModule, Model, ParsedUserAgent } from './define.ts'
export type { ManualStep } from './manual-verbs.ts'

/** Every maker; a new one is one line here. */
export const vendors: readonly Vendor[] = [yealink, snom, linphone]

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
 * this device has no such file: not of its maker, another model's, or with a MAC that is not `spec.mac`. The same spec always gives the same bytes.
 */
export function renderFile(spec: DeviceSpec, fileName: string | null): ConfigFile | null {
  const model = findModel(spec.model)
  if (!model) return null
  const vendor = vendorOf(model)
  if (fileName === caFile) return caCertificate(vendor, spec)
  if (fileName !== null && !isConfiguration(vendor, model, spec, fileName)) return null
  return {
    name: fileName ?? `${spec.accessKey}.cfg`,
    contentType: vendor.contentType,
    body: vendor.render(contextOf(vendor, model, spec)),
  }
}

const caFile = 'ca.pem'

function caCertificate(vendor: Vendor, spec: DeviceSpec): ConfigFile | null {
  if (!vendor.fetchesCa || !spec.caCertificate) return null
  return { name: caFile, contentType: 'application/x-pem-file', body: spec.caCertificate }
}

function isConfiguration(vendor: Vendor, model: Model, spec: DeviceSpec, fileName: string): boolean {
  const match = vendor.configurationFile?.(model).exec(fileName)
  if (!match) return false
  return spec.mac === undefined || parseMac(match.groups?.mac ?? '') === spec.mac
}

function contextOf(vendor: Vendor, model: Model, spec: DeviceSpec): RenderContext {
  const port = spec.provisioningPort
  return {
    spec,
    model,
    lines: Array.from({ length: model.lineSlots }, (_, index) => lineOf(spec, index + 1)),
    keys: spec.keys.filter((key) => key.slot <= (model.keys?.count ?? 0)),
    modules: model.modules ? spec.modules.slice(0, model.modules.max).flatMap(pluggedIn(model)) : [],
    sipPort: spec.sipPort ?? (spec.transport === 'tls' ? 5061 : 5060),
    link: provisioningUrl(model, spec.host, port, spec.accessKey),
    caLink:
      vendor.fetchesCa && spec.caCertificate
        ? `https://${urlHost(spec.host)}:${port}/${spec.accessKey}/${caFile}`
        : null,
    syncMinute: syncMinute(spec.accessKey),
  }
}

function lineOf(spec: DeviceSpec, slot: number): LineSpec | null {
  if (slot === 1) return spec.line ?? null
  return spec.ports.find((port) => port.slot === slot)?.line ?? null
}

function pluggedIn(model: Model) {
  return ({ model: id, keys }: DeviceSpec['modules'][number]) => {
    const facts = model.modules?.models.includes(id) ? findModule(id) : undefined
    return facts ? [{ facts, keys: keys.filter((key) => key.slot <= facts.keys.count) }] : []
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
