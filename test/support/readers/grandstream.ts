import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Model } from '#catalog/index.ts'
import type { Reader, Reading, ReadKey, ReadLine } from './reader.ts'

const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false, ignoreAttributes: false })

/** The elements of `<config version="1">`, in order; the telephone takes the last of several with one name. */
function readParameters(body: string): (readonly [string, string])[] {
  const valid = XMLValidator.validate(body)
  if (valid !== true) throw new Error(valid.err.msg)
  const find = (nodes: Record<string, unknown>[], name: string) => {
    const node = nodes.find((one) => name in one)
    if (!node) throw new Error(`no <${name}>`)
    return node[name] as Record<string, unknown>[]
  }
  const config = find(find(parser.parse(body), 'gs_provision'), 'config')
  return config.flatMap((node) => {
    const name = Object.keys(node).find((key) => /^P\d+$/.test(key))
    if (!name) return []
    const [text] = node[name] as { '#text'?: string }[]
    return [[name, text?.['#text'] ?? ''] as const]
  })
}

type Get = (parameter: number) => string

/** Parameters of an account: active, server, user, login, password, name. */
type Six = readonly [number, number, number, number, number, number]

function readLine(get: Get, [active, server, user, login, password, name]: Six): ReadLine | null {
  if (get(active) !== '1') return null
  return {
    number: get(user),
    authName: get(login),
    password: get(password),
    displayName: get(name),
    server: get(server),
  }
}

/** Template GRP261x and GXV3380: the account's hundred, and in it 01 active, 02 server, 04 user, 05 login, 06 password, 07 name. */
function phoneAccount(slot: number): Six {
  if (slot === 1) return [271, 47, 35, 36, 34, 3]
  const start = [0, 0, 400, 500, 600, 1700, 1800][slot] ?? 50_600 + (slot - 7) * 100
  return [start + 1, start + 2, start + 4, start + 5, start + 6, start + 7]
}

/** Template GXW42xx: where the parameters of ports 1, 21, 31 and 33 begin. */
function port(slot: number): {
  active: number
  user: number
  login: number
  secret: number
  name: number
  profile: number
} {
  if (slot >= 33) {
    const i = slot - 33
    return {
      active: 21_384 + i,
      user: 21_000 + i,
      login: 21_064 + i,
      secret: 21_128 + i,
      name: 21_192 + i,
      profile: 21_256 + i,
    }
  }
  const active = 4594 + slot
  const name = slot <= 20 ? 4179 + slot : 4231 + slot
  if (slot >= 31) {
    const i = slot - 31
    return { active, user: 4240 + i, login: 4242 + i, secret: 4244 + i, name, profile: 4246 + i }
  }
  return { active, user: 4059 + slot, login: 4089 + slot, secret: 4119 + slot, name, profile: 4149 + slot }
}

function lineOf(model: Model, get: Get): Reading['line'] {
  if (model.kind === 'gateway' && /^HT80|^HT813/.test(model.name))
    return (slot) => readLine(get, slot === 1 ? [271, 47, 35, 36, 34, 3] : [401, 747, 735, 736, 734, 703])
  if (model.kind !== 'gateway' && model.kind !== 'dectBase') return (slot) => readLine(get, phoneAccount(slot))
  // The first line slot of each handset says which account it rings for.
  const handsetSlots = [4300, 4310, 4320, 4250, 21_328]
  return (slot) => {
    const { active, user, login, secret, name, profile } = port(slot)
    const server = get(profile) === '1' ? 747 : 47
    if (get(server === 747 ? 401 : 271) !== '1') return null
    if (model.kind === 'dectBase' && get(handsetSlots[slot - 1] ?? 0) !== String(slot)) return null
    return readLine(get, [active, server, user, login, secret, name])
  }
}

/** Line keys and physical keys of each model, as its template numbers them. */
const lineKeys: Record<string, number> = {
  GXP1620: 2,
  GXP1625: 2,
  GXP1628: 2,
  GXP1630: 3,
  GXP2130: 3,
  GXP2160: 6,
  GRP2604: 6,
  GRP2604P: 6,
  GRP2614: 4,
  GRP2616: 6,
}

/** Keys of the GXP that can be a line: they count their functions otherwise than the keys behind them. */
const fixedKeys: Record<string, number> = {
  GXP1760: 6,
  GXP1760W: 6,
  GXP1780: 8,
  GXP1782: 8,
  GXP2135: 8,
  GXP2140: 4,
  GXP2170: 12,
}

function keyParameters(model: Model, module: number, slot: number): number[] {
  const four = (start: number) => [start, start + 1, start + 2, start + 3]
  if (module > 0 || model.name.startsWith('GXV')) return four(23_000 + 5 * (40 * Math.max(0, module - 1) + slot - 1))
  const lines = lineKeys[model.name] ?? Number.POSITIVE_INFINITY
  if (slot > lines) {
    const n = slot - lines
    // Template GRP261x: MPK 19 to 24.
    if (n >= 19) return four([1440, 1444, 1448, 1452, 1456, 1460][n - 19] ?? 0)
    return n < 8 ? [322 + n, 298 + 3 * n, 299 + 3 * n, 300 + 3 * n] : four(353 + 4 * (n - 8))
  }
  return slot < 7 ? [1361 + 2 * slot, 1362 + 2 * slot, 1463 + 2 * slot, 1464 + 2 * slot] : four(23_800 + 4 * (slot - 7))
}

const waveParser = new XMLParser({ trimValues: false, parseTagValue: false, alwaysCreateTextNode: true })

/** The text of the QR code that the app Wave scans: `AccountConfig` with one `Account`. */
function readWave(body: string): Reading {
  const valid = XMLValidator.validate(body)
  if (valid !== true) throw new Error(valid.err.msg)
  const account: Record<string, { '#text': string }> = waveParser.parse(body).AccountConfig.Account ?? {}
  const parameters = Object.entries(account).map(([name, value]) => [name, value['#text']] as const)
  const get = (name: string) => account[name]?.['#text'] ?? ''
  return {
    parameters,
    line: (slot) =>
      slot === 1 && get('UserID') !== ''
        ? {
            number: get('UserID'),
            authName: get('AuthID'),
            password: get('AuthPass'),
            displayName: get('DisplayName'),
            server: get('RegisterServer'),
          }
        : null,
    key: () => null,
    adminPassword: null,
    userPassword: null,
    provisioningUrl: '',
  }
}

export const grandstream: Reader = {
  text: 'utf8',
  asciiFor: (model) => model.kind === 'app',
  read([body = ''], model) {
    if (model.kind === 'app') return readWave(body)
    const parameters = readParameters(body)
    const values = new Map(parameters)
    const get: Get = (parameter) => values.get(`P${parameter}`) ?? ''
    const key: Reading['key'] = (module, slot): ReadKey | null => {
      const [mode = 0, account = 0, description = 0, value = 0] = keyParameters(model, module, slot)
      if (!values.has(`P${mode}`)) return null
      const list = module === 0 && slot <= (fixedKeys[model.name] ?? lineKeys[model.name] ?? 0) ? 'first' : 'second'
      return { action: `${list} ${get(mode)} ${get(account)} ${get(value)}`, label: get(description) }
    }
    const scheme = { '1': 'http', '2': 'https' }[get(212)] ?? 'tftp'
    return {
      parameters,
      line: lineOf(model, get),
      key,
      adminPassword: values.get('P2') ?? null,
      userPassword: values.get('P196') ?? null,
      provisioningUrl: `${scheme}://${get(237)}/cfg0004f2abcdef.xml`,
    }
  },
}
