import type { Reader, Reading } from './reader.ts'

/** Pages of keys: how many a page has beside the display, and on how many pages; then those on the display. */
const keyPages: Record<string, { side: number; sidePages: number; inner: number }> = {
  X4U: { side: 3, sidePages: 1, inner: 6 },
  X5U: { side: 4, sidePages: 1, inner: 6 },
  X6U: { side: 5, sidePages: 1, inner: 12 },
  X210: { side: 10, sidePages: 1, inner: 32 },
  X210i: { side: 10, sidePages: 1, inner: 32 },
  X4: { side: 0, sidePages: 0, inner: 6 },
  X4G: { side: 0, sidePages: 0, inner: 6 },
  X4SG: { side: 0, sidePages: 0, inner: 6 },
  X5S: { side: 0, sidePages: 0, inner: 8 },
  X6: { side: 0, sidePages: 0, inner: 12 },
  X7C: { side: 0, sidePages: 0, inner: 12 },
  V66: { side: 0, sidePages: 0, inner: 29 },
  'V66 Pro': { side: 0, sidePages: 0, inner: 29 },
  V67: { side: 0, sidePages: 0, inner: 29 },
  V61G: { side: 4, sidePages: 3, inner: 0 },
  V61W: { side: 4, sidePages: 3, inner: 0 },
  V62: { side: 5, sidePages: 3, inner: 0 },
  V65: { side: 9, sidePages: 3, inner: 0 },
  V62G: { side: 7, sidePages: 3, inner: 0 },
  V62W: { side: 7, sidePages: 3, inner: 0 },
  'V62 Pro': { side: 7, sidePages: 3, inner: 0 },
  V63: { side: 7, sidePages: 3, inner: 0 },
  V64: { side: 7, sidePages: 3, inner: 0 },
}

/** As the phone reads its text file: line by line, a name up to the first colon, below the section and the part that were opened last. */
function readText(body: string): (readonly [string, string])[] {
  const lines = body.split(/\r\n|[\r\n]/)
  if (!/^<<VOIP CONFIG FILE>>Version:2\.\d{10}$/.test(lines[0] ?? '')) throw new Error('no header')
  const parameters: (readonly [string, string])[] = []
  let section = ''
  let part = ''
  let ended = false
  for (const line of lines.slice(1)) {
    if (line === '') continue
    if (ended) throw new Error(`after the end: ${line}`)
    const opened = /^<([A-Z0-9][^<>]*)>$/.exec(line)
    const heading = /^--(.+?)-- *:/.exec(line)
    if (line === '<<END OF FILE>>') ended = true
    else if (opened) [section, part] = [opened[1] ?? '', '']
    else if (heading) part = heading[1] ?? ''
    else {
      const colon = line.indexOf(':')
      if (colon < 1 || section === '') throw new Error(`not a parameter: ${line}`)
      parameters.push([`${section}/${part}/${line.slice(0, colon).trimEnd()}`, line.slice(colon + 1)])
    }
  }
  if (!ended) throw new Error('no end')
  return parameters
}

export const fanvil: Reader = {
  text: 'utf8',
  read([body = ''], model) {
    const parameters = readText(body)
    const values = new Map(parameters)
    const get = (path: string) => values.get(path) ?? ''
    const line: Reading['line'] = (slot) => {
      const own = (name: string) => get(`SIP CONFIG MODULE/SIP Line List/SIP${slot} ${name}`)
      if (own('Enable Reg') !== '1') return null
      return {
        number: own('Phone Number'),
        authName: own('Register User'),
        password: own('Register Pswd'),
        displayName: own('Display Name'),
        server: own('Register Addr'),
      }
    }
    const key: Reading['key'] = (module, slot) => {
      if (module > 0) return null
      const { side, sidePages, inner } = keyPages[model.name] ?? { side: 9, sidePages: 1, inner: 0 }
      const beside = slot <= side * sidePages
      const [place, perPage] = beside ? [slot - 1, side] : [slot - side * sidePages - 1, inner]
      const page = `DSSKEY CONFIG MODULE/${beside ? 'Sidekey' : 'Dsskey'} Config${Math.floor(place / perPage) + 1}`
      const own = (name: string) => values.get(`${page}/Fkey${(place % perPage) + 1} ${name}`)
      const type = own('Type')
      return type === undefined ? null : { action: `${type} ${own('Value')}`, label: own('Title') ?? null }
    }
    const login = (level: string) => {
      const place = ['1', '2'].find((one) => get(`MMI CONFIG MODULE/MMI Account/Account${one} Level`) === level)
      return place ? get(`MMI CONFIG MODULE/MMI Account/Account${place} Password`) : null
    }
    const update = (name: string) => get(`AUTOUPDATE CONFIG MODULE//${name}`)
    const scheme = { '4': 'http', '5': 'https' }[update('Flash Protocol')] ?? 'tftp'
    const server = update('Flash Server IP').replace(/^\w+:\/\//, '')
    return {
      parameters,
      line,
      key,
      adminPassword: login('10'),
      userPassword: login('5'),
      provisioningUrl: `${scheme}://${server}/${update('Flash File Name')}`,
    }
  },
}
