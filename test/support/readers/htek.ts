import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading } from './reader.ts'

const parser = new XMLParser({
  ignoreAttributes: true,
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
})

type Node = Record<string, { '#text'?: string }[]>

/** Parameters of an account by its number, as the maker's export of a phone names them. */
const accounts: Readonly<
  Record<number, readonly [active: number, user: number, auth: number, secret: number, name: number]>
> = {
  1: [271, 35, 36, 34, 3],
  2: [401, 735, 736, 734, 703],
  3: [501, 504, 505, 506, 507],
  4: [601, 604, 605, 606, 607],
  5: [20360, 1704, 1705, 1706, 1707],
  6: [20361, 1804, 1805, 1806, 1807],
}

function accountOf(slot: number) {
  return accounts[slot] ?? ([24083, 24103, 24113, 24123, 24133] as const).map((before) => before + slot)
}

/** `<hl_provision><config>` of parameters: by number, or by name in the firmware of the models with a U. */
export const htek: Reader = {
  text: 'utf8',
  read([body = ''], model) {
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
        return [tag, String(children[0]?.['#text'] ?? '')] as const
      })
    const values = new Map(parameters)
    const named = values.has('Profile1_Sipserver')
    const get = (name: string) => values.get(name) ?? null

    const line: Reading['line'] = (slot) => {
      const names = ['Active', 'SipUserId', 'AuthenticateID', 'AuthenticatePassword', 'DispalyName']
      const [active, number, authName, password, displayName] = named
        ? names.map((name) => get(`Account${slot}_${name}`) ?? '')
        : accountOf(slot).map((one) => get(`P${one}`) ?? '')
      if (active !== '1') return null
      return {
        number: number ?? '',
        authName: authName ?? '',
        password: password ?? '',
        displayName: displayName ?? '',
        server: get(named ? 'Profile1_Sipserver' : 'P47') ?? '',
      }
    }

    /** Type, value, label, account, pickup. */
    const placesOf = (module: number, slot: number): string[] => {
      if (module > 0) {
        const [page, place] = slot > 20 ? [2, slot - 20] : [1, slot]
        if (named)
          return ['KeyType', 'Value', 'Label', 'Account', 'Extension'].map(
            (part) => `Exp${module}_${page}_${place}_${part}`,
          )
        return [0, 1, 2, 3, 4].map((part) => `P${59000 + 1000 * module + 100 * (page - 1) + 5 * (place - 1) + part}`)
      }
      if (named) return ['Type', 'Value', 'Label', 'Account', 'Extension'].map((part) => `LineKey${slot}_${part}`)
      if (slot <= 4) return [412, 413, 414, 415, 416].map((hundred) => `P${hundred}0${slot - 1}`)
      return [0, 1, 2, 3, 4].map((part) => `P${20175 + 5 * slot + part}`)
    }

    return {
      parameters,
      line,
      key(module, slot) {
        if (module === 0 && slot > (model.keys?.count ?? 0)) return null
        const [type, value, label, account, pickup] = placesOf(module, slot).map(get)
        if (type === null || type === undefined) return null
        return { action: [type, value, account, pickup].join(' '), label: label ?? '' }
      },
      adminPassword: get(named ? 'AdminPassword' : 'P2'),
      userPassword: get(named ? 'UserPassword' : 'P196'),
      // The phone appends the name of its file.
      provisioningUrl: `${get(named ? 'FirmwareUpGrade_ConfigServerPath' : 'P237')}cfg001fc1000000.xml`,
    }
  },
}
