import type { Reader, Reading, ReadKey } from './reader.ts'

/** Which firmware of a DECT handset or telephone is meant is told by the names that are there: with `static.` since V80. */
function readLines(body: string): (readonly [string, string])[] {
  const [head, ...lines] = body.split('\n')
  if (head !== '#!version:1.0.0.1') throw new Error('the first line must be the version')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const match = /^([a-z]\w*(?:\.\w+)+) =(?: ([^\r]*))?$/i.exec(line)
      if (!match) throw new Error(`not a parameter: ${line}`)
      const value = match[2] ?? ''
      return [match[1] ?? '', value === '%NULL%' ? '' : value] as const
    })
}

/** Parameters of a key that make it act; the label is only shown. */
const acting = ['type', 'line', 'value', 'extension']

export const yealink: Reader = {
  text: 'utf8',
  // A carriage return would end a line for the phone; it is none of a value.
  read([body = ''], model) {
    const parameters = readLines(body)
    // Of several lines with one name the last holds; of passwords there is one for each login.
    const values = new Map(parameters)
    const get = (name: string) => values.get(`static.${name}`) ?? values.get(name) ?? null
    const passwords = new Map(
      parameters
        .filter(([name]) => name.endsWith('security.user_password'))
        .map(([, value]) => [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)] as const),
    )

    const line: Reading['line'] = (slot) => {
      const own = (name: string) => get(`account.${slot}.${name}`)
      if (own('enable') !== '1') return null
      if (model.handsets && get(`handset.${slot}.incoming_lines`) !== String(slot)) return null
      return {
        number: own('user_name') ?? '',
        authName: own('auth_name') ?? '',
        password: own('password') ?? '',
        displayName: own('display_name') ?? '',
        // A multicell system keeps the server in a template that its accounts name.
        server: get(`template.${own('sip_server.template')}.sip_server.1.address`) ?? own('sip_server.1.address') ?? '',
      }
    }

    const keyAt = (path: string): ReadKey | null =>
      get(`${path}.type`) === null
        ? null
        : { action: acting.map((name) => get(`${path}.${name}`) ?? '').join(' '), label: get(`${path}.label`) }

    const key: Reading['key'] = (module, slot) => {
      if (module > 0) {
        // The first key of each half of an EXP20 turns the page.
        const place = model.modules?.models.includes('yealink-exp20') ? slot + Math.ceil(slot / 19) : slot
        return keyAt(`expansion_module.${module}.key.${place}`)
      }
      const lineKeys = { T26P: 3, T28P: 6 }[model.name] ?? Number.POSITIVE_INFINITY
      return keyAt(slot > lineKeys ? `memorykey.${slot - lineKeys}` : `linekey.${slot}`)
    }

    const admits = parameters
      .filter(([name, value]) => /^station\.allowed\.\d+\.mac$/.test(name) && value !== '')
      .map(([, value]) => value.toUpperCase())

    return {
      parameters,
      line,
      key,
      adminPassword: passwords.get(get('security.user_name.admin') ?? '') ?? null,
      userPassword: passwords.get(get('security.user_name.user') ?? '') ?? null,
      provisioningUrl: get('auto_provision.server.url') ?? '',
      multicell: admits.length > 0 ? { chain: null, admits } : null,
    }
  },
}
