import type { Reader, Reading } from './reader.ts'

/** Groups of own keys in the order in which a person sees them, by model; what is not listed has top softkeys alone. */
const groups: readonly (readonly [RegExp, readonly (readonly [string, number])[]])[] = [
  [/^67[35]5i$/, [['prgkey', 6]]],
  [/^67[35]7i$/, [['topsoftkey', 10]]],
  [/^(?:6739i|9480i)$/, []],
  [/^(?:673[01]i|6753i|686[35]i|69(?:05|10)|9143i)$/, [['prgkey', 99]]],
  [/^6/, [['topsoftkey', 99]]],
]

function nameOfKey(model: string, slot: number): string {
  const list = groups.find(([pattern]) => pattern.test(model))?.[1] ?? []
  const [name, count] = list[0] ?? ['softkey', 99]
  return slot > count ? `softkey${slot - count}` : `${name}${slot}`
}

/** What the phone makes of a line: nothing of a comment, else a name and its value without quotes. */
function lineOf(line: string): [string, string][] {
  if (/^\s*(?:#|$)/.test(line)) return []
  const colon = line.indexOf(':')
  const name = line.slice(0, colon).trim()
  if (colon < 0 || !/^[!^]?[a-z][a-z0-9 [\]|.-]*$/i.test(name)) throw new Error(`no parameter: ${line}`)
  const rest = line.slice(colon + 1).trim()
  if (rest.startsWith('"')) {
    const end = rest.lastIndexOf('"')
    if (end === 0 || !/^\s*(?:#|$)/.test(rest.slice(end + 1))) throw new Error(`an open quotation: ${line}`)
    return [[name, rest.slice(1, end)]]
  }
  return [[name, rest.replace(/#.*$/u, '').trim()]]
}

/** Lines `name: value`: those of the startup file first, then those of the phone's own, which go before them. */
export const mitel: Reader = {
  text: 'utf8',
  drops: /"/g,
  read([own = '', startup = ''], model) {
    if (startup.trim() === '') throw new Error('no startup file, so the phone does not go on')
    if (/[^\n]$/.test(own)) throw new Error('the last line has no end')
    const parameters = [startup, own].flatMap((body) => body.split('\n').flatMap(lineOf))
    const values = new Map(parameters)
    const get = (name: string) => values.get(name) ?? ''

    const line: Reading['line'] = (slot) => {
      const of = (name: string) => get(`sip line${slot} ${name}`)
      if (of('registrar ip') === '0.0.0.0') {
        if (of('user name') !== '' || of('password') !== '') throw new Error(`line ${slot} keeps an old account`)
        return null
      }
      if (of('registrar ip') !== of('proxy ip') || of('registrar port') !== of('proxy port'))
        throw new Error(`line ${slot} has two servers`)
      return {
        number: of('user name'),
        authName: of('auth name'),
        password: of('password'),
        displayName: of('display name'),
        server: `${of('registrar ip')}:${of('registrar port')}`,
      }
    }

    return {
      parameters,
      line,
      key(module, slot) {
        const name = module > 0 ? `expmod${module} key${slot}` : nameOfKey(model.name, slot)
        const type = values.get(`${name} type`)
        if (type === undefined) return null
        return { action: `${type} ${get(`${name} value`)} ${get(`${name} line`)}`, label: get(`${name} label`) }
      },
      adminPassword: values.get('admin password') ?? null,
      userPassword: values.get('user password') ?? null,
      provisioningUrl:
        get('download protocol') === 'HTTPS'
          ? `https://${get('https server')}:${get('https port')}${get('https path')}/00085D000000.cfg`
          : '',
    }
  },
}
