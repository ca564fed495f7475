import type { RenderContext } from '../../define.ts'
import { cellRole } from '../../toolkit/cells.ts'
import { cfgEmpty } from '../../toolkit/cfg.ts'
import { clockTime, lookUpZone, standardOffset } from '../../toolkit/clock.ts'
import { type ClockChange, summerTime, weekOfMonth } from '../../toolkit/summer-time.ts'
import { ascii } from '../../toolkit/text.ts'
import type { Entry } from './account.ts'
import { oldModels } from './facts.ts'
import { modelsWithoutCloudSwitch } from './models.ts'
import { handsetLanguages, languageNames, offsetText, pickupCode, toneCountry, zoneNames } from './words.ts'

/** All that does not belong to one account or key, in the order in which the phone needs it. */
export function settings(context: RenderContext): Entry[] {
  return [
    ...features(context),
    ...(cellRole(context.spec) === 'secondary' ? [] : phonebook(context)),
    ...network(context),
    ...provisioning(context),
    ...trust(context),
    ...logins(context),
    ...locale(context),
  ]
}

function features({ model, ntpServer }: RenderContext): Entry[] {
  return [
    ['features.pickup.direct_pickup_enable', 1],
    ['features.pickup.direct_pickup_code', pickupCode],
    ['features.pickup.group_pickup_enable', 1],
    ['features.pickup.group_pickup_code', pickupCode],
    ['features.pickup.blf_visual_enable', 1],
    // 0 = restart only when the event says reboot=true.
    ['sip.notify_reboot_enable', 0],
    // Commands by HTTP and by pushed XML stay closed: no address may send them.
    ['features.action_uri_limit_ip', cfgEmpty],
    ['features.action_uri.enable', 0],
    ['push_xml.server', cfgEmpty],
    ['push_xml.sip_notify', 0],
    ['action_url.setup_completed', cfgEmpty],
    ['action_url.registered', cfgEmpty],
    ['local_time.ntp_server1', ntpServer],
    ['local_time.ntp_server2', cfgEmpty],
    ['local_time.manual_ntp_srv_prior', 1],
    ...(modelsWithoutCloudSwitch.has(model.name) ? [] : [['static.dm.enable', 0] as const]),
  ]
}

/** `#SEARCH` is what a person types; firmware up to V73 does not know it and shows what comes without. */
function phonebook({ phonebookLink, model }: RenderContext): Entry[] {
  const search = oldModels.has(model.name) ? '' : '?search=#SEARCH'
  return [
    ['features.remote_phonebook.enable', phonebookLink ? 1 : 0],
    ['remote_phonebook.data.1.url', phonebookLink ? `${phonebookLink}${search}` : cfgEmpty],
    ['remote_phonebook.data.1.name', phonebookLink ? 'vPBX' : cfgEmpty],
  ]
}

function network({ spec: { settings } }: RenderContext): Entry[] {
  const tagged = settings.vlan > 0
  return [
    ['static.network.lldp.enable', settings.lldp ? 1 : 0],
    ['static.network.vlan.internet_port_enable', tagged ? 1 : 0],
    ['static.network.vlan.internet_port_vid', tagged ? settings.vlan : cfgEmpty],
    ['static.network.vlan.internet_port_priority', tagged ? settings.vlanPriority : cfgEmpty],
    ['static.wui.http_enable', settings.webPage ? 1 : 0],
    ['static.wui.https_enable', settings.webPage ? 1 : 0],
  ]
}

/** Its own address, asked at power-on and once a night; every other way to a configuration is closed. */
function provisioning({ spec, link, syncMinute }: RenderContext): Entry[] {
  return [
    ['static.auto_provision.server.url', link],
    ['static.auto_provision.server.username', cfgEmpty],
    ['static.auto_provision.server.password', cfgEmpty],
    ['static.auto_provision.power_on', 1],
    ['static.auto_provision.repeat.enable', 0],
    ['static.auto_provision.weekly.enable', spec.settings.nightlySync ? 1 : 0],
    ['static.auto_provision.weekly.dayofweek', '0123456'],
    ['static.auto_provision.weekly.begin_time', clockTime(syncMinute)],
    ['static.auto_provision.weekly.end_time', clockTime(syncMinute + 1)],
    ['static.auto_provision.pnp_enable', 0],
    ['static.auto_provision.dhcp_option.enable', 0],
    ['static.auto_provision.custom.protect', 0],
    ['static.auto_provision.user_agent_mac.enable', 1],
    ['static.zero_touch.enable', 0],
  ]
}

/** The certificate comes before the setting that demands it. */
function trust({ spec, caLink }: RenderContext): Entry[] {
  const isAddress = /^[\d.]+$|:/.test(spec.host)
  return [
    ...(caLink ? [['static.trusted_certificates.url', caLink] as const] : []),
    ['static.security.ca_cert', caLink ? 2 : 0],
    ['static.security.trust_certificates', 1],
    ['static.security.cn_validation', isAddress ? 0 : 1],
  ]
}

/** Names come before passwords, or the phone does not know whose they are. */
function logins({ spec, model }: RenderContext): Entry[] {
  const wanted = loginName(spec.userName, model.passwords.userName?.maxLength ?? 32)
  // A user who calls himself as the administrator would set the administrator's password.
  const user = ['', 'admin', 'var'].includes(wanted) ? 'user' : wanted
  return [
    ['static.security.user_name.admin', 'admin'],
    ['static.security.user_name.user', user],
    ...password('admin', spec.adminPassword),
    ...password(user, spec.userPassword),
  ]
}

function password(login: string, text: string | undefined): Entry[] {
  const secret = loginName(text, 32)
  return secret ? [['static.security.user_password', `${login}:${secret}`]] : []
}

/** Printable ASCII without the colon, which parts name and password. */
function loginName(text: string | undefined, maxLength: number): string {
  return ascii(text ?? '')
    .replace(/[: ]/g, '')
    .slice(0, maxLength)
}

function locale({ spec, model }: RenderContext): Entry[] {
  const zone = lookUpZone(zoneNames, spec.timeZone)
  const american = spec.country === 'US'
  return [
    // The language of a base's handsets is a number and not a name.
    model.handsets
      ? ['custom.handset.language', handsetLanguages[spec.language]]
      : ['lang.gui', languageNames[spec.language]],
    ['lang.wui', languageNames[spec.language]],
    ['voice.tone.country', toneCountry(spec.country)],
    ['local_time.time_zone', offsetText(standardOffset(spec.timeZone))],
    ['local_time.time_zone_name', zone ?? cfgEmpty],
    // 2 = by the phone's own table of zones.
    ...(zone ? ([['local_time.summer_time', 2]] as const) : ownSummerTime(spec.timeZone)),
    ['local_time.time_format', american ? 0 : 1],
    ['local_time.date_format', american ? 4 : 3],
  ]
}

/** A zone that the phone does not know is told its rule: 1 = on, by week, `month/week/weekday/hour` with Monday as 1 and the week 5 as the last. */
function ownSummerTime(timeZone: string): Entry[] {
  const rule = summerTime(timeZone)
  const [start, end] = [change(rule?.start), change(rule?.end)]
  if (!rule || !start || !end) return [['local_time.summer_time', 0]]
  return [
    ['local_time.summer_time', 1],
    ['local_time.dst_time_type', 1],
    ['local_time.start_time', start],
    ['local_time.end_time', end],
    ['local_time.offset_time', rule.saving],
  ]
}

function change(rule: ClockChange | undefined): string | null {
  const week = rule && weekOfMonth(rule)
  // Only whole hours can be said.
  return rule && week && rule.minute % 60 === 0
    ? `${rule.month}/${week}/${rule.weekday || 7}/${rule.minute / 60}`
    : null
}
