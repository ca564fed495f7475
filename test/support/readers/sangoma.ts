import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading } from './reader.ts'

const parser = new XMLParser({ ignoreAttributes: true, preserveOrder: true, trimValues: false, parseTagValue: false })

type Node = Record<string, { '#text'?: string }[]>

/** Active, server, user, authentication, password and display name of each account, as the phone's own export numbers them. */
const accounts: readonly (readonly string[])[] = [
  ['P271', 'P47', 'P35', 'P36', 'P34', 'P3'],
  ['P401', 'P747', 'P735', 'P736', 'P734', 'P703'],
  ['P501', 'P502', 'P504', 'P505', 'P506', 'P507'],
  ['P601', 'P602', 'P604', 'P605', 'P606', 'P607'],
  ['P20360', 'P20362', 'P1704', 'P1705', 'P1706', 'P1707'],
  ['P20361', 'P20363', 'P1804', 'P1805', 'P1806', 'P1807'],
]

/** Type, value, label, account, pickup code. */
function placesOf(module: number, slot: number): string[] {
  if (module > 0) {
    const start = 59_000 + module * 1000 + (slot > 20 ? 100 + (slot - 21) * 5 : (slot - 1) * 5)
    return [0, 1, 2, 3, 4].map((part) => `P${start + part}`)
  }
  if (slot <= 4) return ['412', '413', '414', '415', '416'].map((hundred) => `P${hundred}0${slot - 1}`)
  return [0, 1, 2, 3, 4].map((part) => `P${20_175 + slot * 5 + part}`)
}

/** `<hl_provision><config>` of numbered parameters. */
export const sangoma: Reader = {
  text: 'utf8',
  read([body = '']) {
    const valid = XMLValidator.validate(body)
    if (valid !== true) throw new Error(valid.err.msg)
    const document: Record<string, unknown>[] = parser.parse(body)
    const root = document.find((node) => 'hl_provision' in node)?.hl_provision as Record<string, Node[]>[] | undefined
    const config = root?.find((node) => 'config' in node)?.config
    if (!config) throw new Error('no configuration')
    const parameters = config
      .filter((node) => !('#text' in node))
      .map((node) => {
        const [tag = '', children = []] = Object.entries(node)[0] ?? []
        if (!/^P\d+$/.test(tag)) throw new Error(`no parameter: ${tag}`)
        return [tag, String(children[0]?.['#text'] ?? '')] as const
      })
    const values = new Map(parameters)
    const get = (name: string) => values.get(name) ?? null
    const line: Reading['line'] = (slot) => {
      const [active, server, number, authName, password, displayName] = (accounts[slot - 1] ?? []).map(
        (name) => get(name) ?? '',
      )
      if (active !== '1') return null
      return {
        server: server ?? '',
        number: number ?? '',
        authName: authName ?? '',
        password: password ?? '',
        displayName: displayName ?? '',
      }
    }
    return {
      parameters,
      line,
      key(module, slot) {
        const [type, value, label, account, pickup] = placesOf(module, slot).map(get)
        if (type === null || type === undefined) return null
        return { action: [type, value, account, pickup].join(' '), label: label ?? '' }
      },
      adminPassword: get('P2'),
      userPassword: get('P196'),
      // 3 = HTTPS; the phone appends the name of its file.
      provisioningUrl: get('P212') === '3' ? `${get('P237')}cfg005058000000.xml` : '',
    }
  },
}
