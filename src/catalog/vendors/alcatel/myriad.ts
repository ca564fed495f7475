import { type RenderContext, writeKey } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { ascii, dialString, limited } from '../../toolkit/text.ts'
import { keys as keyMap, none } from './keys.ts'
import { serverUrl, type Values, writeSettings } from './settings.ts'
import { codecList, languageCodes, offsetText } from './words.ts'

const nameLength = 64
const srtpModes = { off: 0, optional: 1, required: 2 } as const

/** M3, M5, M7 and M8 (administrator guide; Wazo plug-in 2.13). */
export function renderMyriad(context: RenderContext): string {
  const accounts = context.lines.map((line, index) => account(context, line, `Account${index + 1}`))
  const values: Values = {
    ...Object.assign({}, ...accounts),
    ...provisioning(context),
    ...logins(context),
    ...network(context),
    ...locale(context),
    ...features,
    ...functionKeys(context),
  }
  return writeSettings(values, context.extra)
}

function prefixed(prefix: string, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]))
}

function account(context: RenderContext, line: LineSpec | null, prefix: string): Values {
  return prefixed(prefix, line ? accountOf(context, line) : accountOff)
}

function accountOf({ spec, sipPort, srtp }: RenderContext, line: LineSpec): Values {
  const displayName = limited(line.displayName, nameLength) || line.number
  return {
    Enable: true,
    RegName: line.authName,
    Password: line.password,
    UserName: line.number,
    Label: displayName,
    DisplayName: displayName,
    Server1Address: spec.host,
    Server1Port: sipPort,
    Server1Transport: spec.transport,
    Server1Expire: spec.settings.expiry,
    Server2Address: '',
    OutboundProxy1Address: '',
    SrtpWorkingMode: srtpModes[srtp],
    // 2: RFC 4733.
    DtmfMode: 2,
    AudioCodec: codecList(spec.settings.codecs),
    Vad: false,
    AutoAnswerEnable: false,
    VmNumber: dialString(spec.voicemail),
    MwiUri: line.number,
  }
}

const accountOff: Values = {
  Enable: false,
  RegName: '',
  Password: '',
  UserName: '',
  Label: '',
  DisplayName: '',
  Server1Address: '',
  VmNumber: '',
  MwiUri: '',
}

/** Its own folder, asked at power-on and once a night for the file of its MAC alone; no other way to a configuration. */
function provisioning({ link, syncMinute, spec }: RenderContext): Values {
  const { nightlySync } = spec.settings
  return {
    DeviceProvisionServerUrl: serverUrl(link),
    DeviceProvisionServerUsername: '',
    DeviceProvisionServerPassword: '',
    DeviceProvisionFileFirst: 'config.$mac.xml',
    DeviceProvisionFileSecond: '',
    DeviceProvisionFileThird: '',
    DeviceProvisionPollingByWeekdaysEnable: nightlySync,
    DeviceProvisionPollingBeginTime: clockTime(syncMinute),
    DeviceProvisionPollingEndTime: clockTime(syncMinute + 1),
    DeviceProvisionPollingDayofWeek: '0123456',
    DeviceProvisionPollingByIntervalEnable: false,
    DeviceProvisionPnpEnable: false,
    DeviceProvisionDhcpEnable: false,
    DeviceProvisionUserConfigProtectEnable: false,
    DeviceAutoUpgradeEnable: false,
  }
}

/** There is a third login between the two, whose password is known to everyone; it gets that of the administrator. */
function logins({ spec, model }: RenderContext): Values {
  const user = ascii(spec.userName ?? '')
    .replace(/\s/g, '')
    .slice(0, model.passwords.userName?.maxLength ?? 32)
  return {
    DeviceSecurityAdminName: 'admin',
    ...(spec.adminPassword && {
      DeviceSecurityAdminPwd: spec.adminPassword,
      DeviceSecurityVarPwd: spec.adminPassword,
    }),
    DeviceSecurityUserName: user.length < 3 ? 'user' : user,
    ...(spec.userPassword && { DeviceSecurityUserPwd: spec.userPassword }),
  }
}

function network({ spec }: RenderContext): Values {
  const { vlan, lldp, webPage } = spec.settings
  return {
    DeviceNetworkLanVlanEnable: vlan > 0,
    DeviceNetworkLanVlanNumber: vlan > 0 ? vlan : '',
    DeviceNetworkLldpVlanEnable: lldp,
    DeviceNetworkHttpEnable: false,
    DeviceNetworkHttpsEnable: webPage,
    DeviceSecuritySshEnable: false,
  }
}

/** National tones are chosen on the phone: their codes are not known. */
function locale({ spec, ntpServer }: RenderContext): Values {
  return {
    SettingLanguage: languageCodes[spec.language],
    SettingSntpServer: ntpServer,
    SettingTimeZone: offsetText(standardOffset(spec.timeZone)),
    SettingTimeZoneLocation: spec.timeZone,
    // 2: by the phone's own table of places.
    SettingDstEnable: 2,
  }
}

const features: Values = {
  RemotePhoneBookEnable: false,
  RemotePhoneBook1Url: '',
}

function functionKeys({ spec, keys }: RenderContext): Values {
  return Object.assign(
    {},
    ...keys.map((key) => prefixed(`ProgramKey${key.slot}`, { ...writeKey(keyMap, none, key, spec) })),
  )
}
