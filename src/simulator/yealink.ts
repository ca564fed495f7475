import type { Mac } from '#domain/mac.ts'
import type { PhoneModel } from './models.ts'
import { longestSeconds, positiveInteger } from './text.ts'
import type { FileStep, Maker, NotifyAction, ParsedFile, Settings, SipAccount, SipTransport } from './types.ts'
import { ConfigFault } from './types.ts'

const firstLine = '#!version:1.0.0.1'
const transports: Readonly<Record<string, SipTransport>> = { '0': 'udp', '1': 'tcp', '2': 'tls' }

/** Yealink T-series, firmware V81 and later. */
export function yealink(model: PhoneModel, mac: Mac): Maker {
  const lower = mac.toLowerCase()
  const colons = (lower.match(/../g) ?? []).join(':')
  return {
    httpUserAgent: `Yealink ${model.name} ${model.firmware} ${colons}`,
    sipUserAgent: `Yealink ${model.name} ${model.firmware}`,
    files: (url) => yealinkFiles(url, lower, model.commonFile ?? '0'),
    parse: parseYealink,
    accounts: yealinkAccounts,
    refreshSeconds,
    onNotify,
  }
}

/** A URL that ends in `.cfg` names the only file; any other one is a folder with boot, common and own files. */
function yealinkFiles(url: string, mac: string, common: string): readonly FileStep[] {
  const full = new URL(url.replaceAll('$MAC', mac))
  if (full.pathname.endsWith('.cfg')) return [{ url: full, optional: false, last: true }]
  const folder = new URL(full.pathname.endsWith('/') ? full : `${full.href}/`)
  const step = (name: string, optional: boolean, last: boolean): FileStep => ({
    url: new URL(name, folder),
    optional,
    last,
  })
  return [
    step(`${mac}.boot`, true, true),
    step('y000000000000.boot', true, true),
    step(`y${common.padStart(12, '0')}.cfg`, true, false),
    step(`${mac}.cfg`, false, true),
  ]
}

function parseYealink(body: string): ParsedFile {
  const lines = body.split(/\r?\n/)
  if (lines[0] !== firstLine) throw new ConfigFault(`the first line is not "${firstLine}"`)
  const settings = new Map<string, string>()
  const follow: string[] = []
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    if (text === '' || text.startsWith('#')) continue
    const include = /^include:config\s+"?([^"]+)"?$/.exec(text)?.[1]
    if (include !== undefined) {
      follow.push(include)
      continue
    }
    const equals = text.indexOf('=')
    const name = text.slice(0, equals).trim()
    if (equals < 1 || /\s/.test(name)) throw new ConfigFault(`line ${index + 1} is not "name = value"`)
    const value = text.slice(equals + 1).trim()
    settings.set(name, value === '%NULL%' || value === '%EMPTY%' ? '' : value)
  }
  return { settings, follow }
}

function yealinkAccounts(settings: Settings): readonly SipAccount[] {
  const accounts: SipAccount[] = []
  for (let index = 1; index <= 16; index += 1) {
    if (settings.get(`account.${index}.enable`) === '1') accounts.push(yealinkAccount(settings, index))
  }
  return accounts
}

function yealinkAccount(settings: Settings, index: number): SipAccount {
  const read = (name: string) => settings.get(`account.${index}.${name}`) ?? ''
  const host = read('sip_server.1.address')
  const userName = read('user_name')
  if (host === '') throw new ConfigFault(`account ${index} is enabled and has no sip_server.1.address`)
  if (userName === '') throw new ConfigFault(`account ${index} is enabled and has no user_name`)
  const code = read('sip_server.1.transport_type') || '0'
  const transport = transports[code]
  if (transport === undefined) throw new ConfigFault(`account ${index}: transport_type ${code} is not simulated`)
  const proxyHost = read('outbound_proxy_enable') === '1' ? read('outbound_proxy.1.address') : ''
  return {
    index,
    userName,
    authName: read('auth_name') || userName,
    password: read('password'),
    displayName: read('display_name'),
    host,
    port: positiveInteger(read('sip_server.1.port')) ?? 5060,
    transport,
    proxy: proxyHost === '' ? null : { host: proxyHost, port: positiveInteger(read('outbound_proxy.1.port')) ?? 5060 },
    expires: positiveInteger(read('sip_server.1.expires')) ?? 3600,
  }
}

/** The plain repetition; the weekly and flexible ones follow the clock and are not simulated. */
function refreshSeconds(settings: Settings): number | null {
  if (settings.get('static.auto_provision.repeat.enable') !== '1') return null
  const minutes = positiveInteger(settings.get('static.auto_provision.repeat.minutes') ?? '')
  return minutes === null ? null : Math.min(minutes * 60, longestSeconds)
}

/** Without `reboot=` a Yealink restarts: `sip.notify_reboot_enable` is 1 as it leaves the factory. */
function onNotify(event: string, params: Readonly<Record<string, string | null>>): NotifyAction {
  if (event !== 'check-sync') return 'unknown'
  return params.reboot === 'false' ? 'resync' : 'restart'
}
