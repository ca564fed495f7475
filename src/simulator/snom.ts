import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Mac } from '#domain/mac.ts'
import type { PhoneModel } from './models.ts'
import { longestSeconds, positiveInteger } from './text.ts'
import type { FileStep, Maker, NotifyAction, ParsedFile, Settings, SipAccount, SipTransport } from './types.ts'
import { ConfigFault } from './types.ts'

/** Snom desk telephones, firmware 10. */
export function snom(model: PhoneModel, mac: Mac): Maker {
  const build = '2010.12-00001-gd311851f1 (Feb 25 2019 - 14:19:43)'
  return {
    httpUserAgent: `Mozilla/4.0 (compatible; ${model.name}-SIP ${model.firmware} ${build} ${mac} SXM:0 UXM:0 UXMC:0)`,
    sipUserAgent: `${model.name}/${model.firmware}`,
    files: (url) => snomFiles(url, model.name, mac),
    parse: parseSnom,
    accounts: snomAccounts,
    refreshSeconds,
    onNotify,
  }
}

/** A URL with a file name (or a macro) names the only file; a folder has one file for the model and one for the phone. */
function snomFiles(url: string, name: string, mac: Mac): readonly FileStep[] {
  const full = new URL(url.replaceAll('{mac}', mac).replaceAll('{model}', name))
  if (!full.pathname.endsWith('/')) return [{ url: full, optional: false, last: true }]
  return [
    { url: new URL(`${name}.htm`, full), optional: true, last: false },
    { url: new URL(`${name}-${mac}.htm`, full), optional: false, last: true },
  ]
}

/** An element as fast-xml-parser gives it: text alone, or text with attributes, or child elements. */
type Node = string | { readonly [name: string]: unknown }

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  // Without it the parser leaves numeric references such as &#34; as they are.
  htmlEntities: true,
  // Blanks at the ends belong to the value: a password may end in one.
  trimValues: false,
  isArray: (_name, path) => String(path).split('.').length > 2,
})

function parseSnom(body: string): ParsedFile {
  const valid = XMLValidator.validate(body)
  if (valid !== true) throw new ConfigFault(`line ${valid.err.line} is not well-formed XML`)
  const document = asRecord(parser.parse(body))
  const files = asRecord(document['setting-files'])
  const root = asRecord(document.settings)
  if (document['setting-files'] === undefined && document.settings === undefined) {
    throw new ConfigFault('the root element is neither <settings> nor <setting-files>')
  }
  const settings = new Map<string, string>()
  for (const [name, nodes] of Object.entries(asRecord(root['phone-settings']))) {
    for (const node of asList(nodes)) {
      const index = attribute(node, 'idx')
      settings.set(index === '' ? name : `${name}[${index}]`, text(node))
    }
  }
  return { settings, follow: asList(files.file).flatMap((node) => attribute(node, 'url') || []) }
}

function asRecord(value: unknown): { readonly [name: string]: unknown } {
  // The parser returns plain objects only; text between the elements is a string and has no children.
  return typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : {}
}

function asList(value: unknown): readonly Node[] {
  if (value === undefined) return []
  // Elements are strings or objects by the parser's contract.
  return (Array.isArray(value) ? value : [value]) as readonly Node[]
}

function attribute(node: Node, name: string): string {
  return typeof node === 'string' ? '' : String(node[`@${name}`] ?? '')
}

function text(node: Node): string {
  return typeof node === 'string' ? node : String(node['#text'] ?? '')
}

function snomAccounts(settings: Settings): readonly SipAccount[] {
  const accounts: SipAccount[] = []
  for (let index = 1; index <= 12; index += 1) {
    const read = (name: string) => settings.get(`${name}[${index}]`) ?? ''
    // An identity that nobody filled in is not registered, whatever user_active says.
    const empty = read('user_name') === '' && read('user_host') === ''
    if (!empty && (read('user_active') || 'on') === 'on') accounts.push(snomAccount(read, index))
  }
  return accounts
}

function snomAccount(read: (name: string) => string, index: number): SipAccount {
  const registrar = hostPort(read('user_host'))
  const userName = read('user_name')
  if (registrar === null) throw new ConfigFault(`identity ${index} is active and has no user_host`)
  if (userName === '') throw new ConfigFault(`identity ${index} is active and has no user_name`)
  const proxy = hostPort(read('user_outbound').split(',')[0] ?? '')
  const transport = proxy?.transport ?? registrar.transport ?? 'udp'
  const standardPort = transport === 'tls' ? 5061 : 5060
  return {
    index,
    userName,
    authName: read('user_pname') || userName,
    password: read('user_pass'),
    displayName: read('user_realname'),
    host: registrar.host,
    port: registrar.port,
    transport,
    proxy: proxy === null ? null : { host: proxy.host, port: proxy.port ?? standardPort },
    expires: positiveInteger(read('user_expiry')) ?? 3600,
  }
}

/** Reads `host:port;transport=tls` with both tails optional. */
function hostPort(value: string): { host: string; port: number | null; transport: SipTransport | null } | null {
  const parts = /^(?:sip:)?(\[[0-9a-f:]+\]|[^:;\s]+)(?::(\d+))?(?:;transport=(udp|tcp|tls))?$/i.exec(value.trim())
  if (parts?.[1] === undefined) return null
  const transport = (parts[3]?.toLowerCase() ?? null) as SipTransport | null // the expression allows these three alone
  return { host: parts[1], port: positiveInteger(parts[2] ?? ''), transport }
}

/** The relative polling and the older timer; polling at a time of day is not simulated. */
function refreshSeconds(settings: Settings): number | null {
  const polling =
    settings.get('prov_polling_enabled') === 'on' && (settings.get('prov_polling_mode') ?? 'rel') === 'rel'
  const seconds = settings.get(polling ? 'prov_polling_period' : 'settings_refresh_timer') ?? ''
  const wanted = positiveInteger(seconds)
  return wanted === null ? null : Math.min(wanted, longestSeconds)
}

function onNotify(event: string, params: Readonly<Record<string, string | null>>): NotifyAction {
  if (event === 'reboot') return 'restart'
  if (event !== 'check-sync') return 'unknown'
  return params.reboot === 'true' ? 'restart' : 'resync'
}
