import { type RenderContext, writeKey } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { lookUpZone } from '../../toolkit/clock.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { ownAddress, param } from './base.ts'
import { keys as keyMap, none } from './keys.ts'
import { maxwellLanguages, maxwellToneScheme, maxwellZoneNames, payloadTypes } from './words.ts'

const nameLength = 64
const secondsOfDay = 86_400

type Values = Readonly<Record<string, string | number>>

/** Maxwell desk phones (Tancredi template). Accounts and keys count from 0. */
export function renderMaxwell(context: RenderContext): string {
  const values: Values = { ...system(context), ...locale(context), ...security(context) }
  return writeXml(
    element('provisioning', { version: '1.1' }, [
      element('nvm', {}, [
        ...params(values),
        ...context.lines.flatMap((line, index) => account(context, line, index)),
        ...functionKeys(context),
        ...context.extra.map(({ name, value }) => param(name, value)),
      ]),
      // Without it a key that a person once set would be kept.
      element('custom', {}, [element('step', { type: 'UnlockAllFunctionKeys' })]),
    ]),
  )
}

function params(values: Values, prefix = ''): XmlElement[] {
  return Object.entries(values).map(([name, value]) => param(`${prefix}${name}`, value))
}

function account(context: RenderContext, line: LineSpec | null, index: number): XmlElement[] {
  return params(line ? accountOf(context, line) : accountOff, `SIP.Account.${index}.`)
}

function accountOf({ spec, sipPort }: RenderContext, line: LineSpec): Values {
  const displayName = limited(line.displayName, nameLength) || line.number
  return {
    Active: 1,
    AccountName: displayName,
    Provider: spec.host,
    AuthName: line.authName,
    AuthPassword: line.password,
    Username: line.number,
    DisplayName: displayName,
    Domain: spec.host,
    'ProxyServer.Address': spec.host,
    'ProxyServer.Port': sipPort,
    'RegistrationServer.Address': spec.host,
    'RegistrationServer.Port': sipPort,
    'RegistrationServer.RefreshTimer': spec.settings.expiry,
    // 2: never.
    'OutboundProxy.Mode': 2,
    'OutboundProxy.Address': '',
    'FailoverServer.Enabled': 0,
    'STUN.Enabled': 0,
    // 1: RFC 4733.
    DTMFTransmission: 1,
    'VoiceMail.Active': 1,
    'VoiceMail.Mailbox': dialString(spec.voicemail),
  }
}

const accountOff: Values = {
  Active: 0,
  AccountName: '',
  AuthName: '',
  AuthPassword: '',
  Username: '',
  DisplayName: '',
  Domain: '',
  'ProxyServer.Address': '',
  'RegistrationServer.Address': '',
  'VoiceMail.Active': 0,
  'VoiceMail.Mailbox': '',
}

/** It fetches at power-on, and again after a day; at which time of day cannot be said. */
function system({ spec, link, ntpServer }: RenderContext): Values {
  const { vlan, vlanPriority, nightlySync } = spec.settings
  return {
    'System.Provision.ProvisioningServer': ownAddress(link),
    'System.Provision.Period': nightlySync ? secondsOfDay : 0,
    'NET.IP.IPv4.DHCP.Options.Disabled': '66,114',
    'NET.VLAN.Tagging': vlan > 0 ? 1 : 0,
    'NET.VLAN.LAN.Identifier': vlan,
    'NET.VLAN.LAN.Priority': vlanPriority,
    'FirmwareManagment.AutomaticCheckForUpdates': 0,
    'System.DateAndTime.AutoAdjustTime': 'NTPServiceEnabled',
    'System.DateAndTime.TimeServer': ntpServer,
    'SIP.Checksync.Simple': 0,
    'SIP.DefaultAccount': 0,
    'Telephony.ShowKeysDisplayName': 1,
  }
}

/** A zone whose name is not known is left to the phone. */
function locale({ spec }: RenderContext): Values {
  const zone = lookUpZone(maxwellZoneNames, spec.timeZone)
  const american = spec.country === 'US'
  return {
    ...(zone && { 'System.DateAndTime.TimeZone': zone }),
    'System.DateAndTime.AutoAdjustClockForDST': 'AutomatedDaylightSavingEnabled',
    'System.DateAndTime.TimeFormat': american ? '12h' : '24h',
    'System.DateAndTime.DateOrder': american ? 'mm.dd.yyyy' : 'dd.mm.yyyy',
    'PhoneUI.Settings.Language': maxwellLanguages[spec.language],
    'WebUI.Language': maxwellLanguages[spec.language],
    'Telephony.ToneScheme': maxwellToneScheme(spec.country),
  }
}

function security({ spec, srtp }: RenderContext): Values {
  const codecs = spec.settings.codecs.flatMap((codec) => payloadTypes[codec] ?? [])
  return {
    ...(spec.adminPassword && { 'WebUI.AdminPassword': spec.adminPassword }),
    ...(spec.userPassword && { 'WebUI.UserPassword': spec.userPassword }),
    'SIP.TransportProtocol': spec.transport === 'tls' ? 2 : 1,
    'SIP.Security.UseSIPS': 0,
    'SIP.Security.SRTP': srtp === 'off' ? 0 : 1,
    'SIP.Security.AcceptNonSRTPCalls': srtp === 'required' ? 0 : 1,
    'SIP.ActiveCodecs': codecs.join(','),
  }
}

function functionKeys({ spec, keys }: RenderContext): XmlElement[] {
  return keys.flatMap((key) =>
    params({ ...writeKey(keyMap, none, key, spec) }, `PhoneUI.Keys.FunctionKeys.${key.slot - 1}.`),
  )
}
