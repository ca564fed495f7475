import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading, ReadKey, ReadLine } from './reader.ts'

const attributes = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
})
const elements = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'O' || name === 'P',
})

/** A device would stop at such a file. */
function validated(body: string): string {
  const valid = XMLValidator.validate(body)
  if (valid !== true) throw new Error(`${valid.err.msg} in line ${valid.err.line}`)
  return body
}

/**
 * UC Software: every attribute of every element is a setting, whatever the element is called. The master file names the files; a setting of `device.`
 * counts when its `.set` is 1. The OBi firmware: objects `O` with a name `N` that ends with a dot, of parameters `P` with name and value.
 */
export const poly: Reader = {
  text: 'utf8',
  read(bodies, model) {
    const first = bodies[0] ?? ''
    return first.includes('<ParameterList>') ? readObi(first) : readUcs(bodies, model.keys?.count ?? 0)
  },
}

function readUcs([settings = '', master = '']: readonly string[], ownKeys: number): Reading {
  const { CONFIG_FILES: files } = attributes.parse(validated(master)).APPLICATION
  if (files !== 'settings.cfg') throw new Error(`the master file names ${files}`)
  const values: Record<string, string> = attributes.parse(validated(settings)).PHONE
  const get = (name: string) => values[name] ?? ''
  const device = (name: string) =>
    get('device.set') === '1' && get(`device.${name}.set`) === '1' ? get(`device.${name}`) : null
  const line = (slot: number): ReadLine | null => {
    const reg = `reg.${slot}`
    if (get(`${reg}.server.1.register`) !== '1' || get(`${reg}.address`) === '') return null
    return {
      number: get(`${reg}.address`),
      authName: get(`${reg}.auth.userId`),
      password: get(`${reg}.auth.password`),
      displayName: get(`${reg}.displayName`),
      server: get(`${reg}.server.1.address`),
    }
  }
  return {
    parameters: Object.entries(values),
    line,
    key: (module, slot) => ucsKey(values, module === 0 ? slot : ownKeys + slot),
    adminPassword: device('auth.localAdminPassword'),
    userPassword: device('auth.localUserPassword'),
    provisioningUrl: device('dhcp.bootSrvUseOpt') === '2' ? (device('prov.serverName') ?? '') : '',
  }
}

/** The phone gives its BLF keys the contacts one after the other, in the order of the keys. */
function ucsKey(values: Record<string, string>, place: number): ReadKey | null {
  const category = (key: number) => values[`lineKey.${key}.category`]
  const index = values[`lineKey.${place}.index`] ?? ''
  if (values['lineKey.reassignment.enabled'] !== '1' || category(place) === undefined) return null
  if (category(place) === 'Line') {
    // The line of its own number is what the key has without a configuration.
    return index === String(place) ? null : { action: `line ${index}`, label: null }
  }
  if (category(place) === 'BLF') {
    const before = Array.from({ length: place }, (_, key) => category(key + 1)).filter((one) => one === 'BLF').length
    const contact = `attendant.resourceList.${before}`
    const action = `${values[`${contact}.type`]} ${values[`${contact}.address`]}`
    return { action, label: values[`${contact}.label`] ?? '' }
  }
  if (category(place) === 'EFK') {
    const macro = `efk.efklist.${index}`
    if (values['feature.EFKLineKey.enabled'] !== '1' || values[`${macro}.status`] !== '1')
      return { action: '', label: '' }
    return { action: values[`${macro}.action.string`] ?? '', label: values[`${macro}.label`] ?? '' }
  }
  return { action: '', label: null }
}

interface ObiObject {
  N: string
  P: { N: string; V: string }[]
}

function readObi(body: string): Reading {
  const objects: ObiObject[] = elements.parse(validated(body)).ParameterList.O
  const parameters = objects.flatMap(({ N: path, P }) => P.map(({ N, V }) => [`${path}${N}`, V] as const))
  const values = new Map(parameters)
  if (values.size !== parameters.length) throw new Error('a parameter stands twice')
  const get = (name: string) => values.get(name) ?? ''
  return {
    parameters,
    line: (slot) => obiLine(get, slot),
    key: (module, slot) => {
      const place = slot <= 6 ? `LeftLineKey.${slot}` : `LineKey.${slot - 6}`
      const path = `VoiceService.1.Phone.${place}`
      if (module > 0 || !values.has(`${path}.Function`)) return null
      const parts = ['Function', 'Service', 'Number'].map((name) => get(`${path}.${name}`))
      return { action: parts.join(' '), label: get(`${path}.Name`) }
    },
    adminPassword: values.get('X_DeviceManagement.WebServer.AdminPassword') ?? null,
    userPassword: values.get('X_DeviceManagement.WebServer.UserPassword') ?? null,
    provisioningUrl: get('X_DeviceManagement.ITSPProvisioning.ConfigURL'),
  }
}

/** A service is used when a port or handset of the same number rings for it and dials over it. */
function obiLine(get: (name: string) => string, slot: number): ReadLine | null {
  const path = `VoiceService.1.VoiceProfile.1.Line.${slot}`
  if (get(`${path}.Enable`) !== 'true' || get(`${path}.X_ServProvProfile`) !== 'A') return null
  const route = get(`${path}.X_InboundCallRoute`)
  const port =
    route === 'ph' || route === `ph${slot}` || route === `dt${slot}` ? route.slice(0, 2) : `${route} of another port`
  const primary = ['X_HS', 'X_FXS'].map((kind) => get(`VoiceService.1.${kind}.${slot}.PrimaryLine`)).join('')
  if (port.length > 2 || (primary && primary !== `SP${slot} Service`)) throw new Error(`service ${slot} has ${port}`)
  return {
    number: get(`${path}.SIP.URI`),
    authName: get(`${path}.SIP.AuthUserName`),
    password: get(`${path}.SIP.AuthPassword`),
    displayName: get(`${path}.CallingFeatures.CallerIDName`),
    server: get('VoiceService.1.VoiceProfile.1.SIP.ProxyServer'),
  }
}
