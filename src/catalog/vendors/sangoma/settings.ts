import type { RenderContext } from '../../define.ts'
import { summerTime } from '../../toolkit/summer-time.ts'
import { ascii } from '../../toolkit/text.ts'
import { type Parameter, parameter } from './parameter.ts'
import { languageCodes, pickupCode, toneCountry, zoneCode } from './words.ts'

export function settings(context: RenderContext): Parameter[] {
  return [
    ...network(context),
    ...features(),
    ...phonebook(context),
    ...locale(context),
    ...logins(context),
    ...provisioning(context),
  ]
}

function network({ spec: { settings: wanted }, ntpServer }: RenderContext): Parameter[] {
  return [
    parameter(190, 'HttpAccess', wanted.webPage ? 1 : 0),
    parameter(5438, 'LLDP.Active', wanted.lldp ? 1 : 0),
    // VLAN by DHCP is another server's word.
    parameter(8684, 'DhcpVlan', 0),
    parameter(51, 'VLAN.WANPort.VID', wanted.vlan),
    parameter(87, 'VLAN.WANPort.Priority', wanted.vlan > 0 ? wanted.vlanPriority : 0),
    parameter(30, 'UrlOrIpAddress', ntpServer),
    parameter(144, 'DHCPOverrideNTP', 0),
    parameter(8150, 'SNMPService.Enable', 0),
  ]
}

const actionUrls = [
  'SetupCompleted',
  'LogOn',
  'LogOff',
  'RegisterFailed',
  'OffHook',
  'OnfHook',
  'IncomingCall',
  'OutgoingCall',
  'CallEstablished',
  'CallTerminated',
]

/** Pickup on; no address is called on events. */
function features(): Parameter[] {
  return [
    parameter(4701, 'CallPickup.DirectCallPickup', 1),
    parameter(4745, 'CallPickup.DirectCallPickupCode', pickupCode),
    parameter(4702, 'CallPickup.GroupCallPickup', 1),
    parameter(4746, 'CallPickup.GroupCallPickupCode', pickupCode),
    parameter(4703, 'CallPickup.VisualAlertForBLFPickup', 1),
    ...actionUrls.map((name, index) => parameter(3701 + index, `ActionUrl.${name}`, '')),
  ]
}

/** The phone appends what a person typed to the address. */
function phonebook({ phonebookLink }: RenderContext): Parameter[] {
  return [
    parameter(4401, 'RemotePhoneBook1.Url', phonebookLink ? `${phonebookLink}?search=` : ''),
    parameter(3316, 'RemotePhoneBook1.Name', phonebookLink ? 'vPBX' : ''),
    parameter(4402, 'RemotePhoneBook2.Url', ''),
    parameter(4403, 'RemotePhoneBook3.Url', ''),
    parameter(330, 'PhonebookXmlDownload.Enable', 0),
    parameter(5432, 'LDAP.ServerAddress', ''),
  ]
}

function locale({ spec }: RenderContext): Parameter[] {
  return [
    parameter(2525, 'Preference.WebLanguage', languageCodes[spec.language]),
    parameter(8621, 'Preference.LcdLanguage', languageCodes[spec.language]),
    parameter(20_058, 'Tones.SelectCountry', toneCountry(spec.country)),
    parameter(64, 'Preference.TimeZone', zoneCode(spec.timeZone)),
    parameter(143, 'Preference.DHCPTime', 0),
    // 2 = by the phone's own table of zones.
    parameter(75, 'Preference.DaylightSavingTime', summerTime(spec.timeZone) ? 2 : 0),
  ]
}

function logins({ spec, model }: RenderContext): Parameter[] {
  const wanted = ascii(spec.userName ?? '')
    .replace(/\s/g, '')
    .slice(0, model.passwords.userName?.maxLength ?? 32)
  return [
    parameter(8681, 'LogUser.Admin', 'admin'),
    // A user cannot take the administrator's name.
    parameter(8682, 'LogUser.User', ['', 'admin'].includes(wanted.toLowerCase()) ? 'user' : wanted),
    ...(spec.adminPassword ? [parameter(2, 'AdminPassword', spec.adminPassword)] : []),
    ...(spec.userPassword ? [parameter(196, 'UserPassword', spec.userPassword)] : []),
  ]
}

/** The phone fetches at power-on, and counts the minutes to the next time from then on: it knows no hour. */
function provisioning({ spec, link }: RenderContext): Parameter[] {
  return [
    // 3 = HTTPS.
    parameter(212, 'FirmwareUpGrade.UrgrateMode', 3),
    parameter(192, 'FirmwareUpGrade.FirmwareServerPath', ''),
    parameter(237, 'FirmwareUpGrade.ConfigServerPath', link),
    parameter(232, 'FirmwareUpGrade.FilePrefix', ''),
    parameter(233, 'FirmwareUpGrade.FilePostfix', ''),
    parameter(1360, 'FirmwareUpGrade.UserName', ''),
    parameter(1361, 'FirmwareUpGrade.Password', ''),
    parameter(145, 'FirmwareUpGrade.ToOverrideServer', 0),
    parameter(20_165, 'FirmwareUpGrade.PnPActive', 0),
    parameter(238, 'FirmwareUpGrade.CheckMode', 0),
    parameter(240, 'FirmwareUpGrade.AuthenticateCfgFile', 0),
    parameter(194, 'FirmwareUpGrade.AutoUpgrade', spec.settings.nightlySync ? 1 : 0),
    parameter(193, 'FirmwareUpGrade.CheckUpgradeTimes', 1440),
  ]
}
