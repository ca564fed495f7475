import type { Model } from '#catalog/index.ts'
import type { Reader, Reading } from './reader.ts'

/** Telephones read lines `path=value`; gateways an ini file of lines and tables. */
export const audiocodes: Reader = {
  // The gateways take no more.
  text: 'ascii',
  drops: /["';${}]/g,
  read: ([body = ''], model) => (model.kind === 'gateway' ? readGateway(body) : readPhone(body, model)),
}

function readPhone(body: string, model: Model): Reading {
  const parameters = body.split('\n').flatMap((line): [string, string][] => {
    if (/^\s*(?:[#;]|$)/.test(line)) return []
    const match = /^([a-z_]\w*(?:\/\w+)+)=(.*)$/iu.exec(line)
    if (!match) throw new Error(`no parameter: ${line}`)
    return [[match[1] ?? '', match[2] ?? '']]
  })
  const values = new Map(parameters)
  const get = (path: string) => values.get(path) ?? ''
  const sip = (name: string) => get(`voip/signalling/sip/${name}`)
  return {
    parameters,
    line(slot) {
      const line = (name: string) => get(`voip/line/${slot - 1}/${name}`)
      if (line('enabled') !== '1' || slot > model.lineSlots) return null
      if (sip('use_proxy') !== '1') throw new Error('no server is used')
      return {
        number: line('id'),
        authName: line('auth_name'),
        password: line('auth_password'),
        // Taken apart like the texts of the gateways, so that one rule for what must arrive fits both.
        displayName: line('description').normalize('NFKD').replace(/ß/g, 'ss'),
        server: `${sip('proxy_address')}:${sip('proxy_port')}`,
      }
    },
    key(module, slot) {
      const key = (name: string) => values.get(`personal_settings/functional_key/${slot - 1}/${name}`)
      const type = module === 0 ? key('type') : undefined
      return type === undefined
        ? null
        : { action: `${type} ${key('speed_dial_number')}`, label: key('key_label') ?? '' }
    },
    adminPassword: values.get('system/password') ?? null,
    userPassword: values.get('system/web_user_password') ?? null,
    provisioningUrl: get('provisioning/method') === 'STATIC' ? get('provisioning/configuration/url') : '',
  }
}

/** Fields of a row, parted by commas outside of quotes; a doubled quotation mark is one. */
function fieldsOf(text: string): string[] {
  const fields: string[] = []
  let at = 0
  while (at <= text.length) {
    const match = /\s*(?:"((?:[^"]|"")*)"|([^",]*?))\s*(,|$)/uy
    match.lastIndex = at
    const found = match.exec(text)
    if (!found) throw new Error(`no fields: ${text}`)
    fields.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    at = match.lastIndex
    if (found[3] === '') break
  }
  return fields
}

function scalarOf(value: string): string {
  if (!value.startsWith("'")) return value
  const match = /^'((?:[^']|'')*)'$/u.exec(value)
  if (!match) throw new Error(`an open quotation: ${value}`)
  return (match[1] ?? '').replaceAll("''", "'")
}

interface Ini {
  scalars: Map<string, string>
  /** Columns by table and number of the row. */
  rows: Map<string, Map<string, string>>
  parameters: [string, string][]
}

function parseIni(body: string): Ini {
  if (!body.endsWith('\n')) throw new Error('the last line has no end')
  if (/[^\n -~]/.test(body)) throw new Error('not ASCII')
  const ini: Ini = { scalars: new Map(), rows: new Map(), parameters: [] }
  let table = ''
  let columns: string[] = []
  for (const line of body.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith(';')) continue
    const heading = /^\[ ?(\\?)(\w+) ?\]$/.exec(line)
    if (heading) {
      if (heading[1] === '' ? table !== '' : table !== heading[2]) throw new Error(`${line} in ${table}`)
      table = heading[1] === '' ? (heading[2] ?? '') : ''
      columns = []
    } else if (table === '') {
      const [, name = '', value = ''] = /^([A-Za-z]\w*)\s*=\s*(.*)$/.exec(line) ?? []
      if (name === '') throw new Error(`no parameter: ${line}`)
      ini.scalars.set(name.toLowerCase(), scalarOf(value))
      ini.parameters.push([name, scalarOf(value)])
    } else if (line.startsWith('FORMAT ')) {
      columns = (/=\s*(.*);$/.exec(line)?.[1] ?? '').split(',').map((column) => column.trim().replace(`${table}_`, ''))
    } else {
      const [, name = '', index = '', text = ''] = /^(\w+) (\d+)\s*=\s*(.*);$/.exec(line) ?? []
      const fields = fieldsOf(text)
      if (name !== table || fields.length !== columns.length) throw new Error(`no row of ${table}: ${line}`)
      ini.rows.set(`${table} ${index}`, new Map(columns.map((column, place) => [column, fields[place] ?? ''])))
      ini.parameters.push(
        ...columns.map((column, place): [string, string] => [`${table} ${index} ${column}`, fields[place] ?? '']),
      )
    }
  }
  return ini
}

function readGateway(body: string): Reading {
  const { scalars, rows, parameters } = parseIni(body)
  const numbers = new Map(
    [...rows].flatMap(([name, row]): [string, string][] =>
      name.startsWith('TrunkGroup ') && row.get('FirstBChannel') === row.get('LastBChannel')
        ? [[row.get('FirstBChannel') ?? '', row.get('FirstPhoneNumber') ?? '']]
        : [],
    ),
  )
  return {
    parameters,
    line(slot) {
      const number = numbers.get(String(slot))
      const secret = rows.get(`Authentication ${slot - 1}`)
      if (number === undefined || !secret || scalars.get('authenticationmode') !== '0') return null
      return {
        number,
        authName: secret.get('UserId') ?? '',
        password: secret.get('UserPassword') ?? '',
        displayName: rows.get(`CallerDisplayInfo ${slot - 1}`)?.get('DisplayString') ?? '',
        server: rows.get('ProxyIp 0')?.get('IpAddress') ?? '',
      }
    },
    key: () => null,
    adminPassword: null,
    userPassword: null,
    provisioningUrl: scalars.get('inifileurl') ?? '',
  }
}
