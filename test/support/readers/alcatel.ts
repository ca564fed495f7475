import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading, ReadLine } from './reader.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'setting',
})

type Values = ReadonlyMap<string, string>

/** `settings` of `setting` elements with an id and a value; the later of one id counts. Myriad has `AccountN…`, Halo and 80x8s have `SIPGroupN…`. */
export const alcatel: Reader = {
  text: 'utf8',
  read([body = '']) {
    const valid = XMLValidator.validate(body)
    if (valid !== true) throw new Error(`${valid.err.msg} in line ${valid.err.line}`)
    const list: { id: string; value: string }[] = parser.parse(body).settings.setting
    const parameters = list.map(({ id, value }) => [id, value] as const)
    const values: Values = new Map(parameters)
    return values.has('SipAppRunMode') ? readGroups(parameters, values) : readMyriad(parameters, values)
  },
}

/** The phone puts the name of its file behind the server. */
function own(server: string | undefined): string {
  return `${server}/config.3c28a6abcdef.xml`
}

function readMyriad(parameters: Reading['parameters'], values: Values): Reading {
  const line = (slot: number): ReadLine | null => {
    const get = (name: string) => values.get(`Account${slot}${name}`) ?? ''
    if (get('Enable') !== 'true') return null
    return {
      number: get('UserName'),
      authName: get('RegName'),
      password: get('Password'),
      displayName: get('DisplayName'),
      server: `${get('Server1Address')}:${get('Server1Port')}`,
    }
  }
  if (values.get('DeviceProvisionFileFirst') !== 'config.$mac.xml') throw new Error('asks for no file of its own')
  return {
    parameters,
    line,
    key: (_, slot) => {
      const get = (name: string) => values.get(`ProgramKey${slot}${name}`)
      const type = get('Type')
      if (type === undefined) return null
      if (!['', '1', '59'].includes(type)) throw new Error(`no key type ${type}`)
      const value = type === '59' ? get('Extension') : get('Value')
      return { action: type === '' ? '' : `${type} ${value}`, label: get('Label') ?? '' }
    },
    adminPassword: values.get('DeviceSecurityAdminPwd') ?? null,
    userPassword: values.get('DeviceSecurityUserPwd') ?? null,
    provisioningUrl: own(values.get('DeviceProvisionServerUrl')),
  }
}

function readGroups(parameters: Reading['parameters'], values: Values): Reading {
  const line = (slot: number): ReadLine | null => {
    const get = (name: string) => values.get(`SIPGroup${slot}${name}`) ?? ''
    if (get('Enable') !== '1') return null
    return {
      number: get('DeviceUri'),
      authName: get('AuthenticationName'),
      password: get('AuthenticationPassword'),
      displayName: get('DisplayName'),
      server: `${values.get(`SIPServer${slot}Address`)}:${values.get(`SIPServer${slot}Port`)}`,
    }
  }
  return {
    parameters,
    line,
    key: (_, slot) => {
      const number = values.get(`SIPUseDeviceKey${slot}`)
      return number === undefined ? null : { action: number, label: null }
    },
    adminPassword: values.get('DmAdminPasswd') ?? null,
    userPassword: values.get('WebUserPasswd') ?? null,
    provisioningUrl: own(values.get('LocalEnetcfgDmUrl')),
  }
}
