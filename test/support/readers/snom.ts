import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading } from './reader.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
})

interface Setting {
  tag: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: Setting[]
}

/** The parser's form in order of the document: each element one object with its name, its attributes and its children. */
function elementsOf(nodes: Record<string, unknown>[]): Setting[] {
  return nodes.flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ':@')
    if (!tag || tag.startsWith('?') || tag === '#text') return []
    const children = node[tag] as Record<string, unknown>[]
    const attributes = Object.fromEntries(
      Object.entries((node[':@'] ?? {}) as Record<string, string>).map(([name, value]) => [name.slice(2), value]),
    )
    return [{ tag, attributes, text: String(children[0]?.['#text'] ?? ''), children: elementsOf(children) }]
  })
}

/** `<settings>` of `<phone-settings>`, whose elements carry an index where there are several, and `<functionKeys>`, whose index counts from 0. */
export const snom: Reader = {
  text: 'utf8',
  read([body = ''], model) {
    const valid = XMLValidator.validate(body)
    if (valid !== true) throw new Error(valid.err.msg)
    const [root] = elementsOf(parser.parse(body))
    if (root?.tag !== 'settings') throw new Error('the root must be settings')
    const part = (tag: string) => root.children.find((child) => child.tag === tag)?.children ?? []
    const phone = part('phone-settings')
    const keys = part('functionKeys')
    const cells = part('multicell')
    const cell = (name: string) => cells.findLast(({ tag }) => tag === name)?.text ?? null
    const get = (name: string, idx?: number) =>
      phone.findLast(
        ({ tag, attributes }) => tag === name && attributes.idx === (idx === undefined ? undefined : `${idx}`),
      )?.text ?? null

    const line: Reading['line'] = (slot) => {
      if (get('user_active', slot) !== 'on') return null
      // An extension of a base names one of the base's servers.
      const server = model.handsets ? Number(get('subscr_sip_ua_data_server_id', slot)) : slot
      return {
        number: get('user_name', slot) ?? '',
        authName: get('user_pname', slot) ?? '',
        password: get('user_pass', slot) ?? '',
        displayName: get('user_realname', slot) ?? '',
        server: get('user_host', server) ?? '',
      }
    }

    const key: Reading['key'] = (module, slot) => {
      // The reader is given one module at most.
      const index = module === 0 ? slot - 1 : (model.keys?.count ?? 0) + slot - 1
      const found = keys.find(({ attributes }) => attributes.idx === String(index))
      return found ? { action: `${found.text} ${found.attributes.context}`, label: found.attributes.label ?? '' } : null
    }

    return {
      parameters: [...phone, ...keys, ...part('certificates'), ...part('multicell')].flatMap(
        ({ tag, attributes, text }) => [
          [`${tag} ${attributes.idx ?? ''}`, text] as const,
          ...Object.entries(attributes).map(([name, value]) => [`${tag} @${name}`, value] as const),
        ],
      ),
      line,
      key,
      adminPassword: get('http_pass'),
      userPassword: get(model.handsets ? 'http_basic_pass' : 'webserver_user_password'),
      provisioningUrl: get('setting_server') ?? '',
      // In factory state the chain is 512.
      multicell:
        cell('network_sync_enable') === 'on' ? { chain: cell('network_sync_chain_id') ?? '512', admits: [] } : null,
    }
  },
}
