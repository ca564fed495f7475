import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading } from './reader.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  preserveOrder: true,
  parseAttributeValue: false,
  trimValues: false,
})

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
}

function convert(nodes: Record<string, unknown>[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'))
    if (!name) return []
    const attributes = (node[':@'] ?? {}) as Record<string, string>
    return [{ name, attributes, children: convert(node[name] as Record<string, unknown>[]) }]
  })
}

function parse(body: string): Element {
  const valid = XMLValidator.validate(body)
  if (valid !== true) throw new Error(valid.err.msg)
  const [root] = convert(parser.parse(body))
  if (!root) throw new Error('no element')
  return root
}

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** Every attribute, by the way to it. */
function attributesOf(element: Element, path: string): [string, string][] {
  const here = `${path}/${element.name}`
  return [
    ...Object.entries(element.attributes).map(([name, value]): [string, string] => [`${here}@${name}`, value]),
    ...element.children.flatMap((child) => attributesOf(child, here)),
  ]
}

/** Elements of the two files of the keys, and their attributes. */
const known: Readonly<Record<string, readonly string[]>> = {
  phonebooks: [],
  config: [],
  smart_blf: [],
  blf_items: [],
  actions: [],
  behaviors: [],
  indicators: [],
  contacts: ['group_name', 'id', 'editable'],
  contact: ['id', 'first_name', 'last_name', 'contact_type', 'subscribe_to'],
  action: ['id', 'dial', 'label', 'name'],
  blf_item: ['location', 'index', 'paging', 'node', 'blank', 'contact_id'],
  behavior: ['phone_state', 'target_status', 'press_action', 'press_function'],
  indicator: ['target_status', 'led_color', 'led_state'],
}

function checkKnown({ name, attributes, children }: Element): void {
  const strange = Object.keys(attributes).filter((one) => !known[name]?.includes(one))
  if (!known[name] || strange.length > 0) throw new Error(`unknown: ${name} ${strange}`)
  children.forEach(checkKnown)
}

/** The keys as they are: an empty one and one with a contact are two values of the same. */
function keysOf(blf: Element, contacts: Element): [string, string][] {
  checkKnown(blf)
  checkKnown(contacts)
  const items = all(blf, 'blf_item').map(({ attributes }) => attributes)
  const ids = all(contacts, 'contact').map(({ attributes }) => attributes.id)
  const wanted = items.flatMap(({ contact_id }) => contact_id ?? [])
  if (ids.join() !== wanted.join()) throw new Error('contacts without a key, or keys without a contact')
  return items.map(({ location, index, node, contact_id }) => [
    `key ${location} ${node ?? ''} ${index}`,
    contact_id ?? '',
  ])
}

/** The configuration, the contacts of the keys, and which contact is on which key: what the phone fetches one after the other. */
export const digium: Reader = {
  text: 'utf8',
  read(bodies, model) {
    const [config, contacts, blf] = bodies.map(parse)
    if (!config || !contacts || !blf) throw new Error('a file is missing')
    if (config.name !== 'config' || contacts.name !== 'phonebooks' || blf.name !== 'config') throw new Error('not mine')
    const settings = new Map(all(config, 'setting').map(({ attributes: { id = '', value = '' } }) => [id, value]))
    const accounts = all(config, 'account')
    const items = all(blf, 'blf_item')

    const line: Reading['line'] = (slot) => {
      const account = accounts.find(({ attributes }) => attributes.index === String(slot - 1))
      if (account?.attributes.status !== '1' || account.attributes.register !== '1') return null
      const host = account.children.find(({ name }) => name === 'host_primary')?.attributes ?? {}
      return {
        number: account.attributes.username ?? '',
        authName: account.attributes.authname ?? '',
        password: account.attributes.password ?? '',
        displayName: account.attributes.caller_id ?? '',
        server: `${host.server}:${host.port}`,
      }
    }

    const itemOf = (module: number, slot: number): Element | undefined => {
      if (module > 0)
        return items.find(
          ({ attributes: { location, index, node } }) =>
            location === 'expansion' && index === String(slot - 1) && node === String(module - 1),
        )
      if (['D50', 'D70'].includes(model.name)) {
        const column = String((slot - 1) % 10)
        const page = Math.floor((slot - 1) / 10)
        return items.filter(({ attributes }) => attributes.location === 'side' && attributes.index === column)[page]
      }
      return items.find(({ attributes }) => attributes.location === 'main' && attributes.index === String(slot + 1))
    }

    return {
      parameters: [...attributesOf(config, ''), ...keysOf(blf, contacts)],
      line,
      key(module, slot) {
        const item = itemOf(module, slot)
        if (!item) return null
        if (item.attributes.blank === '1') return { action: '', label: null }
        const contact = all(contacts, 'contact').find(({ attributes }) => attributes.id === item.attributes.contact_id)
        if (!contact) throw new Error(`no contact ${item.attributes.contact_id}`)
        const press = all(item, 'behavior').find(({ attributes }) => attributes.phone_state === 'all')?.attributes
        const action = all(contact, 'action').find(({ attributes }) => attributes.id === press?.press_action)
        return {
          action: `${press?.press_function} ${action?.attributes.dial} ${contact.attributes.subscribe_to ?? ''}`,
          label: contact.attributes.first_name ?? '',
        }
      },
      adminPassword: settings.get('login_password') ?? null,
      userPassword: null,
      // The phone appends the name of its file.
      provisioningUrl: `${settings.get('config_server_url')}000fd3000000.cfg`,
    }
  },
}
