import type { RenderContext } from '../../define.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'
import { languageWords, toneCountry, typed, weekdayWords } from './words.ts'

export type Entry = readonly [path: string, value: string | number]

export function settings(context: RenderContext): Entry[] {
  return [
    ...network(context),
    ['personal_settings/language', languageWords[context.spec.language]],
    ['voip/regional_settings/selected_country', toneCountry(context.spec.country)],
    ['voip/regional_settings/use_config_file_values', 0],
    ...clock(context),
    ...logins(context),
    ...provisioning(context),
    ...trust(context),
  ]
}

/** The web page, and the doors beside it: Telnet, TR-069, LDAP. */
function network({ spec: { settings: wanted } }: RenderContext): Entry[] {
  const tagged = wanted.vlan > 0
  return [
    ['network/lan/vlan/mode', tagged ? 'MANUAL' : wanted.lldp ? 'LLDP' : 'DISABLE'],
    ['network/lan/vlan/id', wanted.vlan],
    ['network/lan/vlan/priority', tagged ? wanted.vlanPriority : 0],
    ['system/web/enabled', wanted.webPage ? 1 : 0],
    ['management/telnet/enabled', 0],
    ['management/tr069/enabled', 0],
    ['system/ldap/enabled', 0],
  ]
}

function clock({ spec, ntpServer }: RenderContext): Entry[] {
  const rule = summerTime(spec.timeZone)
  return [
    ['network/lan/dhcp/ntp/gmt_offset/enabled', 0],
    ['network/lan/dhcp/ntp/server_list/enabled', 0],
    ['system/ntp/enabled', 1],
    ['system/ntp/primary_server_address', ntpServer],
    ['system/ntp/gmt_offset', offsetText(standardOffset(spec.timeZone))],
    ['system/ntp/time_display_format', '24HOUR'],
    ['system/daylight_saving/activate', rule ? 'ENABLE' : 'DISABLE'],
    ...(rule
      ? [
          ['system/daylight_saving/mode', 'DAYOFWEEK'] as const,
          ['system/daylight_saving/offset', rule.saving] as const,
          ...change('start_date', rule.start),
          ...change('end_date', rule.end),
        ]
      : []),
  ]
}

function offsetText(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${clockTime(Math.abs(minutes))}`
}

/** The fifth such weekday of a month is the last one. */
function change(name: string, { month, last, fromDay, weekday, minute }: ClockChange): Entry[] {
  const path = `system/daylight_saving/${name}`
  return [
    [`${path}/month`, month],
    [`${path}/week`, last ? 5 : Math.ceil(fromDay / 7)],
    [`${path}/day_of_week`, weekdayWords[weekday] ?? 'SUNDAY'],
    [`${path}/hour`, Math.floor(minute / 60)],
    [`${path}/minute`, minute % 60],
  ]
}

function logins({ spec, model }: RenderContext): Entry[] {
  const wanted = typed(spec.userName ?? '', model.passwords.userName?.maxLength ?? 15).replace(/\s/g, '')
  return [
    ['system/user_name', 'admin'],
    ...(spec.adminPassword ? [['system/password', spec.adminPassword] as const] : []),
    // A user cannot take the administrator's name.
    ['system/web_user_name', ['', 'admin'].includes(wanted.toLowerCase()) ? 'user' : wanted],
    ...(spec.userPassword ? [['system/web_user_password', spec.userPassword] as const] : []),
  ]
}

/** An address of ours, so what DHCP and the maker's server say is not heeded. The minute is spread by us, so the phone need not. */
function provisioning({ spec, link, syncMinute }: RenderContext): Entry[] {
  return [
    ['provisioning/method', 'STATIC'],
    ['provisioning/configuration/url', link],
    ['provisioning/configuration/http_auth/user_name', ''],
    ['provisioning/firmware/url', ''],
    ['provisioning/speed_dial_uri', ''],
    ['provisioning/corporate_directory_uri', ''],
    ['provisioning/redirect_server_url', ''],
    ['provisioning/period/type', spec.settings.nightlySync ? 'DAILY' : 'POWERUP'],
    ['provisioning/period/daily/time', clockTime(syncMinute)],
    ['provisioning/random_provisioning_time', 0],
  ]
}

/** Without an authority of ours the older firmware would know the maker's alone and refuse every server, so nothing is checked then. */
function trust({ caLink }: RenderContext): Entry[] {
  return [
    ['security/ca_certificate/0/uri', caLink ?? ''],
    ['security/provisioning/verify_server_certificate', caLink ? 1 : 0],
  ]
}
