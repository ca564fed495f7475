import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { lookUpZone } from '../../toolkit/clock.ts'
import { clean, dialString, limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { ownAddress } from './base.ts'
import { frameCodecs, frameCountry, frameLanguages, frameTone, frameZones, nearestZone } from './words.ts'

const nameLength = 20
/** Places of the list of codecs; what is left of it is 0xff. */
const codecPlaces = 5

type Items = readonly (readonly [name: string, value: string | number])[]

/** N510 and N720: memory cells of the base by name; numbers in hexadecimal, texts in quotes of their own. */
export function renderFrame(context: RenderContext): string {
  const { spec, model, extra } = context
  const isManager = model.name.startsWith('N720')
  const items = isManager ? manager(context) : singleBase(context)
  return writeXml(
    element('ProviderFrame', {}, [
      element('Provider', {}, [
        ...(spec.mac ? [element('MAC_ADDRESS', { value: spec.mac })] : []),
        element('PROFILE_NAME', { class: 'string', value: model.name.slice(0, 4) }),
        ...items.map(([name, value]) => item(name, typeof value === 'number' ? hex(value) : value)),
        ...extra.map(({ name, value }) => item(name, value)),
      ]),
    ]),
  )
}

function item(ID: string, value: string): XmlElement {
  return element('SYMB_ITEM', { ID, class: 'symb_item', value })
}

function hex(value: number): string {
  return `0x${value.toString(16)}`
}

function quoted(value: string): string {
  return `"${clean(value)}"`
}

/** Two digits to a byte. */
function pin(digits: string | undefined): string | null {
  return digits && /^\d{4}$/.test(digits) ? `0x${digits.slice(0, 2)},0x${digits.slice(2)}` : null
}

function codecs({ spec }: RenderContext): string {
  const wanted = spec.settings.codecs.flatMap((codec) => frameCodecs[codec] ?? [])
  return [...wanted, ...Array<number>(codecPlaces).fill(0xff)].slice(0, codecPlaces).map(byte).join(',')
}

function byte(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`
}

function nameOf(line: LineSpec | null): string {
  return line ? limited(line.displayName, nameLength) || line.number : ''
}

/** What both have, below different roots. */
function system(context: RenderContext, ip: string, voip: string, end: string): Items {
  const { spec, ntpServer, link } = context
  const zone = lookUpZone(frameZones, spec.timeZone) ?? nearestZone(frameZones, spec.timeZone)
  const secret = pin(spec.adminPassword)
  return [
    [`${ip}.aucS_DATA_SERVER${end}`, quoted(ownAddress(link))],
    ['BS_IP_Data.ucB_AUTO_UPDATE_PROFILE', spec.settings.nightlySync ? 1 : 0],
    [`${ip}.ucB_VLAN_ENABLED`, spec.settings.vlan > 0 ? 1 : 0],
    [`${ip}.ucI_VLAN_PRIORITY`, spec.settings.vlanPriority],
    [`${ip}.uiI_VLAN_ID`, spec.settings.vlan],
    [`${ip}.aucS_TIME_NTP_SERVER${ip === 'BS_IP_Data' ? end : ''}`, quoted(ntpServer)],
    [`${ip}.uiI_TIME_COUNTRY`, frameCountry(spec.country)],
    ...(zone === null ? [] : [[`${ip}.uiI_TIME_TIMEZONE`, zone] as const]),
    [`${ip}.ucB_TIME_USE_AUTOMATIC_DST`, 1],
    [`${ip}.ucI_DIALING_PLAN_COUNTRY_ID`, 0xff],
    [`${ip}.ucI_HTTPLANGUAGE`, frameLanguages[spec.language]],
    ['BS_AE_SwConfig.ucCountryCodeTone', frameTone(spec.country)],
    ...(secret ? [[`BS_CUSTOM.aucKdsPin${end}`, secret] as const] : []),
    // 2: RFC 4733 alone.
    [`${voip}.ucB_DTMF_TX_MODE_AUTO`, 0],
    [`${voip}.ucI_DTMF_TX_MODE_BITS`, 2],
    ['BS_LM_AppCfg.bit.bHasIdleTextInternalName', 1],
  ]
}

function singleBase(context: RenderContext): Items {
  return [
    ...context.handsets.flatMap((handset, index) => singleAccount(context, handset?.line ?? null, index)),
    ...system(context, 'BS_IP_Data1', 'BS_IP_Data1', '[0]'),
    ['BS_IP_Data3.ucI_ONESHOT_PROVISIONING_MODE_1', 1],
    // Its web page is for the own network alone.
    ['BS_IP_Data1.ucB_ACCEPT_FOREIGN_SUBNET', 0],
    ['BS_IP_Data1.ucI_CODEC_PREFERENCES', 0],
    ['BS_IP_Data1.ucB_CT_AFTER_ON_HOOK', 1],
    ['BS_IP_Data1.ucB_USE_R_KEY_FOR_CALL_TRANSFER', 1],
    ['BS_CUSTOM_ORG.bit.bEct', 1],
  ]
}

/** The first account's names have no number, except for four of them; the handset of the same place alone uses the account. */
function singleAccount(context: RenderContext, line: LineSpec | null, index: number): Items {
  const { spec, sipPort } = context
  const number = index + 1
  const end = index === 0 ? '' : `_${number}`
  const host = line ? spec.host : ''
  const voicemail = line ? dialString(spec.voicemail) : ''
  const mask = line ? 2 ** index : 0
  return [
    [`BS_IP_Data1.ucB_SIP_ACCOUNT_IS_ACTIVE_${number}`, line ? 1 : 0],
    [`BS_IP_Data1.aucS_SIP_ACCOUNT_NAME_${number}`, quoted(line?.number ?? '')],
    [`BS_IP_Data1.aucS_SIP_DISPLAYNAME${end}`, quoted(nameOf(line))],
    [`BS_IP_Data3.aucS_SIP_LOGIN_ID${end}`, quoted(line?.authName ?? '')],
    [`BS_IP_Data1.aucS_SIP_PASSWORD${end}`, quoted(line?.password ?? '')],
    [`BS_IP_Data1.aucS_SIP_USER_ID${end}`, quoted(line?.number ?? '')],
    [`BS_IP_Data1.aucS_SIP_DOMAIN${end}`, quoted(host)],
    [`BS_IP_Data1.aucS_SIP_SERVER${end}`, quoted(host)],
    [`BS_IP_Data1.uiI_SIP_SERVER_PORT${end}`, sipPort],
    [`BS_IP_Data1.aucS_SIP_REGISTRAR${end}`, quoted(host)],
    [`BS_IP_Data1.uiI_SIP_REGISTRAR_PORT${end}`, sipPort],
    [`BS_IP_Data1.uiI_RE_REGISTRATION_TIMER${end}`, spec.settings.expiry],
    [`BS_IP_Data1.aucS_OUTBOUND_PROXY${end}`, quoted('')],
    [`BS_IP_Data1.ucB_SIP_USE_STUN${end}`, 0],
    [`BS_IP_Data1.ucI_SIP_PREFERRED_VOCODER${end}`, codecs(context)],
    [`BS_IP_Data1.aucS_VOIP_NET_AM_NUMBER_${number}`, quoted(voicemail)],
    [`BS_IP_Data1.ucB_VOIP_NET_AM_ENABLED_${number}`, voicemail ? 1 : 0],
    [`BS_Accounts.astAccounts[${index}].aucAccountName[0]`, quoted(line?.number ?? '')],
    [`BS_Accounts.astAccounts[${index}].uiSendMask`, mask],
    [`BS_Accounts.astAccounts[${index}].uiReceiveMask`, mask],
    [`BS_Accounts.astAccounts[${index}].ucState`, line ? 1 : 0],
    [`BS_AE_Subscriber.stMtDat[${index}].aucTlnName[0]`, quoted(nameOf(line))],
  ]
}

/** DECT manager: one provider for all accounts, and the account of each handset by its place. */
function manager(context: RenderContext): Items {
  const { spec, sipPort } = context
  const provider = 'BS_VOIP_Data.astVoipProviders[0]'
  return [
    [`${provider}.aucSIP_PROVIDER_NAME[%]`, quoted(spec.host)],
    [`${provider}.aucSIP_DOMAIN[%]`, quoted(spec.host)],
    [`${provider}.aucSIP_SERVER[%]`, quoted(spec.host)],
    [`${provider}.uiSIP_SERVER_PORT`, sipPort],
    [`${provider}.aucSIP_REGISTRAR[%]`, quoted(spec.host)],
    [`${provider}.uiSIP_REGISTRAR_PORT`, sipPort],
    [`${provider}.uiRE_REGISTRATION_TIMER`, spec.settings.expiry],
    [`${provider}.ucSIP_USE_STUN`, 0],
    [`${provider}.aucSTUN_SERVER[%]`, quoted('')],
    [`${provider}.ucOUTBOUND_PROXY_MODE`, 2],
    [`${provider}.aucOUTBOUND_PROXY[%]`, quoted('')],
    // 17: UDP, as in the IP header.
    [`${provider}.ucSIP_PREFERRED_TRANSPORT_LAYER`, 17],
    [`${provider}.ucONESHOT_PROVISIONING_MODE_1`, 1],
    ['BS_VOIP_Data.astVoipAccounts[%].ucVoipProviderIndex', 0],
    ['BS_VOIP_Data.astVoipAccounts[%].aucI_SIP_PREFERRED_VOCODER[%]', codecs(context)],
    ...context.handsets.flatMap((handset, index) => managedAccount(context, handset?.line ?? null, index)),
    ...system(context, 'BS_IP_Data', 'BS_VOIP_Data', '[%]'),
    ['BS_IP_Data.ucB_DO_CHECK_FOR_PROFILE_UPDATES', 1],
    ['BS_IP_Data.ucB_AUTO_UPDATE_FW', 0],
    ['BS_IP_Data.ucB_ACCEPT_FOREIGN_SUBNET', 0],
    // Remote management by the maker's service.
    ['BS_RAP.astRAPServices[1].ActivateService', 0],
    ['BS_VOIP_Data.ucB_USE_R_KEY_FOR_CALL_TRANSFER', 1],
    ['BS_VOIP_Data.EnableWideband', spec.settings.codecs.includes('g722') ? 1 : 0],
    ['BS_VOIP_Data.NameOnIdleDisplay', 1],
  ]
}

function managedAccount({ spec }: RenderContext, line: LineSpec | null, index: number): Items {
  const account = `BS_VOIP_Data.astVoipAccounts[${index}]`
  const voicemail = line ? dialString(spec.voicemail) : ''
  return [
    [`${account}.ucB_SIP_ACCOUNT_IS_ACTIVE_1`, line ? 1 : 0],
    [`${account}.aucS_SIP_LOGIN_ID[0]`, quoted(line?.authName ?? '')],
    [`${account}.aucS_SIP_PASSWORD[0]`, quoted(line?.password ?? '')],
    [`${account}.aucS_SIP_USER_ID[0]`, quoted(line?.number ?? '')],
    [`${account}.aucS_SIP_DISPLAYNAME[0]`, quoted(nameOf(line))],
    [`${account}.aucS_VOIP_NET_AM_NUMBER_1[0]`, quoted(voicemail)],
    [`${account}.ucB_VOIP_NET_AM_ENABLED_1`, voicemail ? 1 : 0],
  ]
}
