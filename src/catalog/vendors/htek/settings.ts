import type { RenderContext } from '../../define.ts'
import { standardOffset } from '../../toolkit/clock.ts'
import { summerTime } from '../../toolkit/summer-time.ts'
import { ascii } from '../../toolkit/text.ts'
import { type Parameter, parameter } from './parameter.ts'
import { pickupCode, toneCountry, zoneCode } from './words.ts'

export function settings(context: RenderContext): Parameter[] {
  return [
    ...network(context),
    ...features(context),
    ...phonebook(context),
    ...locale(context),
    ...logins(context),
    ...provisioning(context),
    ...trust(context),
  ]
}

function network({ spec: { settings: wanted }, ntpServer }: RenderContext): Parameter[] {
  const tagged = wanted.vlan > 0
  return [
    parameter(190, 'NW_Adv_HttpAccess', wanted.webPage ? 1 : 0),
    parameter(5438, 'NW_LLDP_Active', wanted.lldp ? 1 : 0),
    parameter(24053, 'NW_Adv_Vlan_WANVlan', tagged ? 1 : 0),
    parameter(51, 'NW_Adv_Layer2QoS_802_1Q_VLANTag', wanted.vlan),
    parameter(87, 'NW_Adv_Layer2QoS_802_1pPriorityValue', tagged ? wanted.vlanPriority : 0),
    parameter(30, 'NW_Adv_UrlOrIpAddress', ntpServer),
    parameter(144, 'NW_Adv_DHCPOverrideNTP', 0),
  ]
}

/** Pickup on; commands by HTTP, addresses that are called on events, and the maker's management off; NOTIFY is heeded, unasked. */
function features(_: RenderContext): Parameter[] {
  return [
    parameter(4701, 'CallPickup_DirectCallPickup', 1),
    parameter(4745, 'CallPickup_DirectCallPickupCode', pickupCode),
    parameter(4702, 'CallPickup_GroupCallPickup', 1),
    parameter(4746, 'CallPickup_GroupCallPickupCode', pickupCode),
    parameter(4703, 'CallPickup_VisualAlertForBLFPickup', 1),
    parameter(24011, 'RemoteControl_httppost', ''),
    parameter(24012, 'RemoteControl_Sipnotify', 1),
    parameter(null, 'RemoteControl_ActionUriEnable', 0),
    parameter(null, 'RemoteControl_ActionUriIpList', ''),
    parameter(null, 'Preference_CheckSyncWithAuth', 0),
    parameter(null, 'TR069_Enable', 0),
    parameter(null, 'HDMS_Enable', 0),
    parameter(3701, 'ActionUrl_SetupCompleted', ''),
    parameter(3707, 'ActionUrl_IncomingCall', ''),
  ]
}

/** The phone appends what a person typed to the address. */
function phonebook({ phonebookLink }: RenderContext): Parameter[] {
  return [
    parameter(4401, 'RemotePhoneBook1_Url', phonebookLink ? `${phonebookLink}?search=` : ''),
    parameter(3316, 'RemotePhoneBook1_Name', phonebookLink ? 'vPBX' : ''),
  ]
}

function locale({ spec }: RenderContext): Parameter[] {
  return [
    // Of the languages' numbers only that of English is documented; another one is left to the phone.
    ...(spec.language === 'en'
      ? [parameter(2525, 'Preference_WebLanguage', 0), parameter(8621, 'Preference_LcdLanguage', 0)]
      : []),
    parameter(20058, 'Tones_SelectCountry', toneCountry(spec.country)),
    parameter(64, 'Preference_TimeZone', zoneCode(standardOffset(spec.timeZone))),
    parameter(143, 'Preference_DHCPTime', 0),
    // 2 = by the phone's own table of zones.
    parameter(75, 'Preference_DaylightSavingTime', summerTime(spec.timeZone) ? 2 : 0),
  ]
}

function logins({ spec, model }: RenderContext): Parameter[] {
  const wanted = ascii(spec.userName ?? '')
    .replace(/\s/g, '')
    .slice(0, model.passwords.userName?.maxLength ?? 32)
  return [
    parameter(8681, 'LogUser_Admin', 'admin'),
    // A user cannot take the administrator's name.
    parameter(8682, 'LogUser_User', ['', 'admin'].includes(wanted) ? 'user' : wanted),
    ...(spec.adminPassword ? [parameter(2, 'AdminPassword', spec.adminPassword)] : []),
    ...(spec.userPassword ? [parameter(196, 'UserPassword', spec.userPassword)] : []),
  ]
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Older firmware counts the minutes since it started; that of the models with a U knows the hour. */
function provisioning({ spec, link, syncMinute }: RenderContext): Parameter[] {
  const nightly = spec.settings.nightlySync ? 1 : 0
  const [hour, minute] = [Math.floor(syncMinute / 60), syncMinute % 60]
  const [endHour, endMinute] = [Math.floor((syncMinute + 1) / 60), (syncMinute + 1) % 60]
  return [
    // 3 = HTTPS.
    parameter(212, 'FirmwareUpGrade_UrgrateMode', 3),
    parameter(192, 'FirmwareUpGrade_FirmwareServerPath', ''),
    parameter(237, 'FirmwareUpGrade_ConfigServerPath', link),
    parameter(1360, 'FirmwareUpGrade_UserName', ''),
    parameter(1361, 'FirmwareUpGrade_Password', ''),
    parameter(145, 'FirmwareUpGrade_ToOverrideServer', 0),
    parameter(20165, 'FirmwareUpGrade_PnPActive', 0),
    parameter(20933, 'FirmwareUpGrade_ZeroTouchEnable', 0),
    parameter(238, 'FirmwareUpGrade_CheckMode', 0),
    parameter(194, null, nightly),
    parameter(193, null, 1440),
    parameter(null, 'AutoUpgrade_PowerOnStart', 1),
    parameter(null, 'AutoUpgrade_Repeatedly', 0),
    parameter(null, 'AutoUpgrade_Weekly', nightly),
    parameter(null, 'AutoUpgrade_Weekly_StartHour', hour),
    parameter(null, 'AutoUpgrade_Weekly_StartMinute', minute),
    parameter(null, 'AutoUpgrade_Weekly_EndHour', endHour),
    parameter(null, 'AutoUpgrade_Weekly_EndMinute', endMinute),
    ...weekdays.map((day) => parameter(null, `AutoUpgrade_Weekly_Enable${day}`, nightly)),
  ]
}

/** The certificate comes before the setting that demands it. */
function trust({ spec, caLink }: RenderContext): Parameter[] {
  const isAddress = /^[\d.]+$|:/.test(spec.host)
  return [
    ...(caLink ? [parameter(null, 'FirmwareUpGrade_TCAUrl', caLink)] : []),
    // 2 = the maker's authorities and ours.
    parameter(null, 'TrustedCaType', 2),
    parameter(null, 'TLSCommenNameValidation', isAddress ? 0 : 1),
    parameter(null, 'TLSOnlyAcceptTrustCA', 1),
  ]
}
