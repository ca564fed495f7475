import { type RenderContext, writeKey } from '../../define.ts'
import { writeCfg } from '../../toolkit/cfg.ts'
import { lookUpZone, standardOffset } from '../../toolkit/clock.ts'
import { limited } from '../../toolkit/text.ts'
import { accounts, type Entry } from './account.ts'
import { keys as keyMap, none } from './keys.ts'
import { languageNumbers, toneCode, zoneNames } from './words.ts'

export function render(context: RenderContext): string {
  const entries = [
    ...provisioning(context),
    ...network(context),
    ...accounts(context),
    ...locale(context),
    ...phonebookOf(context),
    ...closed,
    ...logins(context),
    ...functionKeys(context),
    ...context.extra.map(({ name, value }): Entry => [name, value]),
  ]
  return `#!version:1.0.0.1\n${writeCfg(entries)}`
}

/** Its own address, asked at power-on and every night; DHCP, the local network and the maker's service are not asked. */
function provisioning({ spec, link, syncMinute }: RenderContext): Entry[] {
  const own = 'Config.Autoprovision'
  return [
    [`${own}.GENERAL.Url`, link],
    [`${own}.GENERAL.UserName`, ''],
    [`${own}.GENERAL.Pwd`, ''],
    [`${own}.MODE.Mode`, spec.settings.nightlySync ? 3 : 1],
    // 0 to 6 are the days from Sunday, 7 is every day.
    [`${own}.SCHEDULE.DayOfWeek`, 7],
    [`${own}.SCHEDULE.HourOfDay`, Math.floor(syncMinute / 60)],
    [`${own}.SCHEDULE.MinuteOfHour`, syncMinute % 60],
    [`${own}.SCHEDULE.SecondOfMinute`, 0],
    [`${own}.AES.Key16`, ''],
    [`${own}.AES.Key16Mac`, ''],
    [`${own}.PNP.Enable`, 0],
    [`${own}.DHCP_OPTION.Enable`, 0],
    [`${own}.REDIRECT.Enable`, 0],
    [`${own}.REDIRECT.Url`, ''],
  ]
}

function network({ spec }: RenderContext): Entry[] {
  const { vlan, vlanPriority, lldp } = spec.settings
  return [
    ['Config.Network.LLDP.LLDPEnable', lldp ? 1 : 0],
    ['Config.Network.VLAN.LanVlanEnable', vlan > 0 ? 1 : 0],
    ['Config.Network.VLAN.LanVid', vlan || 1],
    ['Config.Network.VLAN.LanPriority', vlan > 0 ? vlanPriority : 0],
  ]
}

/** Summer time goes by the name of a place; without a name the clock stays on winter time. */
function locale({ spec, ntpServer }: RenderContext): Entry[] {
  const isAmerican = spec.country === 'US'
  const place = lookUpZone(zoneNames, spec.timeZone)
  return [
    ['Config.Settings.LANGUAGE.Type', languageNumbers[spec.language]],
    ['Config.Voice.TONE.Country', toneCode(spec.country)],
    ['Config.Settings.DATETIME.Type', 1],
    ['Config.Settings.DATETIME.TimeFormat', isAmerican ? 0 : 1],
    ['Config.Settings.DATETIME.DateFormat', isAmerican ? 6 : 2],
    ['Config.Settings.SNTP.Enable', 1],
    ['Config.Settings.SNTP.TimeZone', zoneOffset(spec.timeZone)],
    ['Config.Settings.SNTP.Name', place ?? ''],
    ['Config.Settings.SNTP.NTPServer1', ntpServer],
    ['Config.Settings.SNTP.NTPServer2', ''],
    ['Config.Settings.SNTP.DTS', place ? 2 : 0],
    ['Config.Settings.SNTP.Interval', 3600],
  ]
}

/** `0`, `+1`, `-3:30`. */
function zoneOffset(zone: string): string {
  const minutes = standardOffset(zone)
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  const sign = minutes < 0 ? '-' : minutes > 0 ? '+' : ''
  return `${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function phonebookOf({ phonebookLink }: RenderContext): Entry[] {
  const own = 'Config.RemotePhoneBook'
  return [
    [`${own}.REMOTE_PHONE_BOOK0.DisplayName`, phonebookLink ? 'Raccord' : ''],
    [`${own}.REMOTE_PHONE_BOOK0.Url`, phonebookLink ?? ''],
    [`${own}.GENERAL.Search`, 1],
    [`${own}.GENERAL.FlashInterval`, 3600],
  ]
}

/** No commands by HTTP, none sent, no remote management. The phones are too old to know the authorities of today, so they take any certificate. */
const closed: readonly Entry[] = [
  ['Config.Features.ACTIONURL.Enable', 0],
  ['Config.Features.REMOTECONTROL.ActionURIAllowIPList', ''],
  ['Config.Settings.OTHERS.Telnet', 0],
  ['Config.TR069.General.Enable', 0],
  ['Config.Network.SNMP.Enable', 0],
  ['Config.Settings.SECURITY.OnlyAcceptTrusted', 0],
]

/** The menu of the phone has the administrator's login too. */
function logins({ spec, model }: RenderContext): Entry[] {
  const own = 'Config.Settings.WEB_LOGIN'
  const name = limited(spec.userName ?? '', model.passwords.userName?.maxLength ?? 32) || 'user'
  const admin: readonly Entry[] = spec.adminPassword
    ? [
        ['Config.Settings.LOGIN.User', 'admin'],
        ['Config.Settings.LOGIN.Password', spec.adminPassword],
        [`${own}.User`, 'admin'],
        [`${own}.Password`, spec.adminPassword],
        [`${own}.Type`, 'admin'],
      ]
    : []
  const user: readonly Entry[] = spec.userPassword
    ? [
        [`${own}.User02`, name],
        [`${own}.Password02`, spec.userPassword],
        [`${own}.Type02`, 'user'],
        ['Config.Settings.SECURITY.UserAccountEnabled', 1],
      ]
    : []
  return [...admin, ...user]
}

function functionKeys({ spec, keys }: RenderContext): Entry[] {
  return keys.flatMap((key): Entry[] => {
    const { type, label, value, account, pickup } = writeKey(keyMap, none, key, spec)
    const own = `Config.Programable.LINEKEY${key.slot}`
    return [
      [`${own}.Type`, type],
      [`${own}.Label`, label],
      [`${own}.Param1`, value],
      [`${own}.Param2`, account],
      [`${own}.Param3`, pickup],
      [`${own}.Param4`, ''],
      [`${own}.Param5`, ''],
      [`${own}.Param6`, ''],
    ]
  })
}
