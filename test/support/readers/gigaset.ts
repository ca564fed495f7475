import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Reader, Reading, ReadKey, ReadLine } from './reader.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  trimValues: false,
  preserveOrder: true,
  htmlEntities: true,
})

interface Node {
  name: string
  attributes: Record<string, string>
  children: Node[]
}

type Raw = { ':@'?: Record<string, string> } & Record<string, unknown>

function nodes(raw: unknown): Node[] {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((one: Raw) => {
    const name = Object.keys(one).find((key) => key !== ':@') ?? ''
    if (name.startsWith('?') || name === '#text') return []
    return [{ name, attributes: one[':@'] ?? {}, children: nodes(one[name]) }]
  })
}

/**
 * Present bases and Maxwell phones: `param` elements below `provisioning/nvm`, the later of one name counts; `oper` elements add and remove handsets. N510 and
 * N720: memory cells by name, texts in quotes inside the attribute, numbers in hexadecimal.
 */
export const gigaset: Reader = {
  text: 'utf8',
  read([body = '']) {
    const valid = XMLValidator.validate(body)
    if (valid !== true) throw new Error(`${valid.err.msg} in line ${valid.err.line}`)
    const root = nodes(parser.parse(body))[0]
    if (root?.name === 'ProviderFrame') return readFrame(root)
    if (root?.name !== 'provisioning' || root.attributes.version !== '1.1') throw new Error('not a provisioning file')
    const nvm = root.children.find(({ name }) => name === 'nvm')?.children ?? []
    return root.attributes.productID === 'e2' ? readBase(nvm) : readMaxwell(nvm)
  },
}

function pairsOf(list: readonly Node[], name: string): [string, string][] {
  return list.flatMap((node): [string, string][] => {
    const own: [string, string] = [node.attributes[name] ?? '', node.attributes.value ?? '']
    return [own, ...pairsOf(node.children, name)]
  })
}

/** Its own MAC in the place of the macro. */
function address(template: string | undefined): string {
  return (template ?? '').replace('%MACD', '7C2F80ABCDEF')
}

function readBase(nvm: Node[]): Reading {
  const parameters = pairsOf(nvm, 'name')
  const values = new Map(parameters)
  const handsets = nvm
    .filter(({ name, attributes }) => name === 'oper' && attributes.name === 'add_hs')
    .map(({ attributes }) => attributes.value ?? '')
  if (!nvm.some(({ name, attributes }) => name === 'oper' && attributes.name === 'DeleteNotProvisionedHS'))
    throw new Error('handsets of before would stay')
  const line = (slot: number): ReadLine | null => {
    const id = handsets[slot - 1]
    if (id === undefined) return null
    const get = (name: string) => values.get(`SipAccount.${id}.${name}`) ?? ''
    const provider = `SipProvider.${get('ProviderId')}`
    return {
      number: get('UserName'),
      authName: get('AuthName'),
      password: get('AuthPassword'),
      displayName: get('DisplayName'),
      server: `${values.get(`${provider}.RegServerAddress`)}:${values.get(`${provider}.RegServerPort`)}`,
    }
  }
  return {
    parameters,
    line,
    key: () => null,
    adminPassword: values.get('WebUIAccounts.1.Password') ?? null,
    userPassword: null,
    provisioningUrl: address(values.get('Provisioning.global.ProvisioningServer')),
  }
}

function unquoted(text: string | undefined): string {
  const inner = /^"(.*)"$/su.exec(text ?? '')
  if (!inner) throw new Error(`not a text: ${text}`)
  return inner[1] ?? ''
}

function readFrame(root: Node): Reading {
  const cells = root.children[0]?.children.filter(({ name }) => name === 'SYMB_ITEM') ?? []
  const parameters = pairsOf(cells, 'ID')
  const values = new Map(parameters)
  const isManager = values.has('BS_VOIP_Data.astVoipProviders[0].aucSIP_SERVER[%]')
  const pin = values.get(`BS_CUSTOM.aucKdsPin${isManager ? '[%]' : '[0]'}`)
  return {
    parameters,
    line: (slot) => (isManager ? managedLine(values, slot) : singleLine(values, slot)),
    key: () => null,
    adminPassword: pin ? pin.replace(/0x|,/g, '') : null,
    userPassword: null,
    provisioningUrl: address(
      unquoted(values.get(isManager ? 'BS_IP_Data.aucS_DATA_SERVER[%]' : 'BS_IP_Data1.aucS_DATA_SERVER[0]')),
    ),
  }
}

function singleLine(values: Map<string, string>, slot: number): ReadLine | null {
  const end = slot === 1 ? '' : `_${slot}`
  const get = (name: string) => unquoted(values.get(`${name}${end}`))
  const active = Number(values.get(`BS_IP_Data1.ucB_SIP_ACCOUNT_IS_ACTIVE_${slot}`)) === 1
  const rings = Number(values.get(`BS_Accounts.astAccounts[${slot - 1}].uiReceiveMask`)) === 1 << (slot - 1)
  if (!active || !rings) {
    if (get('BS_IP_Data1.aucS_SIP_PASSWORD') !== '') throw new Error('a secret of before would stay')
    return null
  }
  return {
    number: get('BS_IP_Data1.aucS_SIP_USER_ID'),
    authName: get('BS_IP_Data3.aucS_SIP_LOGIN_ID'),
    password: get('BS_IP_Data1.aucS_SIP_PASSWORD'),
    displayName: get('BS_IP_Data1.aucS_SIP_DISPLAYNAME'),
    server: `${get('BS_IP_Data1.aucS_SIP_REGISTRAR')}:${Number(values.get(`BS_IP_Data1.uiI_SIP_REGISTRAR_PORT${end}`))}`,
  }
}

function managedLine(values: Map<string, string>, slot: number): ReadLine | null {
  const account = `BS_VOIP_Data.astVoipAccounts[${slot - 1}]`
  const get = (name: string) => unquoted(values.get(`${account}.${name}[0]`))
  const provider = 'BS_VOIP_Data.astVoipProviders[0]'
  if (Number(values.get(`${account}.ucB_SIP_ACCOUNT_IS_ACTIVE_1`)) !== 1) return null
  return {
    number: get('aucS_SIP_USER_ID'),
    authName: get('aucS_SIP_LOGIN_ID'),
    password: get('aucS_SIP_PASSWORD'),
    displayName: get('aucS_SIP_DISPLAYNAME'),
    server: `${unquoted(values.get(`${provider}.aucSIP_REGISTRAR[%]`))}:${Number(values.get(`${provider}.uiSIP_REGISTRAR_PORT`))}`,
  }
}

function readMaxwell(nvm: Node[]): Reading {
  const parameters = pairsOf(nvm, 'name')
  const values = new Map(parameters)
  const line = (slot: number): ReadLine | null => {
    const get = (name: string) => values.get(`SIP.Account.${slot - 1}.${name}`) ?? ''
    if (get('Active') !== '1') return null
    return {
      number: get('Username'),
      authName: get('AuthName'),
      password: get('AuthPassword'),
      displayName: get('DisplayName'),
      server: `${get('RegistrationServer.Address')}:${get('RegistrationServer.Port')}`,
    }
  }
  return {
    parameters,
    line,
    key: (_, slot) => maxwellKey(values, slot),
    adminPassword: values.get('WebUI.AdminPassword') ?? null,
    userPassword: values.get('WebUI.UserPassword') ?? null,
    provisioningUrl: address(values.get('System.Provision.ProvisioningServer')),
  }
}

/** What each type acts on; -1 does nothing. */
const acts: Record<string, readonly string[]> = {
  '-1': [],
  0: ['Connection'],
  3: ['PhoneNumber'],
  4: ['PhoneNumber', 'CallPickupCode'],
  6: ['PhoneNumber'],
  7: ['EnableCode'],
  8: ['URL'],
}

function maxwellKey(values: Map<string, string>, slot: number): ReadKey | null {
  const get = (name: string) => values.get(`PhoneUI.Keys.FunctionKeys.${slot - 1}.${name}`)
  const type = get('Type')
  if (type === undefined) return null
  const names = acts[type]
  if (!names) throw new Error(`no key type ${type}`)
  return { action: [type, ...names.map((name) => get(name) ?? '')].join(' '), label: get('DisplayName') ?? null }
}
