import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { clockTime, lookUpZone, standardOffset } from '../../toolkit/clock.ts'
import { type ClockChange, summerTime, weekOfMonth } from '../../toolkit/summer-time.ts'
import { dialString, limited, urlHost } from '../../toolkit/text.ts'
import { element, type XmlElement } from '../../toolkit/xml.ts'
import { languageNames, toneScheme, zoneCodes } from './words.ts'

const nameLength = 64

/** `RW`: each fetch overwrites it. An empty value must be written, since what is left out keeps its old value. */
export function setting(name: string, value: string, idx?: number): XmlElement {
  return element(name, { ...(idx !== undefined && { idx: String(idx) }), perm: 'RW' }, value)
}

export const onOff = (on: boolean) => (on ? 'on' : 'off')

/** Everything of a telephone but its keys and certificates. */
export function settings(context: RenderContext): XmlElement[] {
  return [
    ...context.lines.flatMap((line, index) => identity(context, index + 1, line)),
    ...provisioning(context),
    ...network(context),
    ...logins(context),
    ...locale(context),
    ...features(context),
  ]
}

function identity(context: RenderContext, slot: number, line: LineSpec | null): XmlElement[] {
  const own = line ? identityOf(context, line) : identityOff
  return Object.entries(own).map(([name, value]) => setting(name, value, slot))
}

/** `user_savp` is how SRTP is offered: instead of, or beside, plain media. */
const srtpOffers = { off: 'off', optional: 'optional', required: 'mandatory' } as const

function identityOf({ spec, sipPort, srtp }: RenderContext, line: LineSpec): Record<string, string> {
  const host = urlHost(spec.host)
  return {
    user_active: 'on',
    user_realname: limited(line.displayName, nameLength) || line.number,
    user_idle_text: limited(line.displayName, nameLength) || line.number,
    user_name: line.number,
    user_pname: line.authName,
    user_pass: line.password,
    user_host: host,
    user_outbound: `${host}:${sipPort};transport=${spec.transport}`,
    user_expiry: String(spec.settings.expiry),
    user_srtp: onOff(srtp !== 'off'),
    user_savp: srtpOffers[srtp],
    // `off` makes the phone offer the tag of 80 bits, which everybody takes.
    user_auth_tag: 'off',
    user_symmetrical_rtp: 'on',
    keepalive_interval: '30',
    user_dtmf_info: 'off',
    codec_priority_list: [...spec.settings.codecs, 'telephone-event'].join(','),
    user_mailbox: line.number,
  }
}

const identityOff: Record<string, string> = {
  user_active: 'off',
  user_realname: '',
  user_idle_text: '',
  user_name: '',
  user_pname: '',
  user_pass: '',
  user_host: '',
  user_outbound: '',
  user_mailbox: '',
}

/** Its own address, asked at power-on and once a night; the maker's cloud and the local network are not asked. */
function provisioning({ spec, link, syncMinute }: RenderContext): XmlElement[] {
  return [
    setting('setting_server', link),
    setting('settings_refresh_timer', '0'),
    setting('prov_polling_enabled', onOff(spec.settings.nightlySync)),
    setting('prov_polling_mode', 'abs'),
    setting('prov_polling_period', '86400'),
    setting('prov_polling_time', clockTime(syncMinute)),
    setting('update_policy', 'settings_only'),
    setting('pnp_config', 'off'),
    setting('tr369_enable', 'false', 1),
    setting('challenge_checksync', 'off'),
    setting('challenge_reboot', 'off'),
  ]
}

function network({ spec: { settings: wanted } }: RenderContext): XmlElement[] {
  const tagged = wanted.vlan > 0
  return [
    setting('lldp_enable', onOff(wanted.lldp)),
    setting('vlan_id', tagged ? String(wanted.vlan) : ''),
    setting('vlan_qos', tagged ? String(wanted.vlanPriority) : ''),
    setting('webserver_type', wanted.webPage ? 'http_https' : 'off'),
  ]
}

/** A user cannot take the name of a role above him. */
export function userLogin(wanted: string): string {
  return ['', 'admin', 'engineer'].includes(wanted.toLowerCase()) ? 'user' : wanted
}

/** Firmware up to 10.1 has one web login (`http_*`) and the keypad password; the D8xx have one login for each role. */
function logins({ spec, model }: RenderContext): XmlElement[] {
  const admin = spec.adminPassword
  const user = spec.userPassword
  const userName = userLogin(limited(spec.userName ?? '', model.passwords.userName?.maxLength ?? nameLength))
  return [
    // The administrator's menus ask for his password.
    ...(admin ? [setting('admin_mode', 'off')] : []),
    setting('http_user', 'admin'),
    setting('webserver_admin_name', 'admin'),
    setting('webserver_user_name', userName),
    ...['http_pass', 'admin_mode_password', 'admin_mode_password_confirm', 'webserver_admin_password'].flatMap(
      (name) => (admin ? [setting(name, admin)] : []),
    ),
    ...(user ? [setting('webserver_user_password', user)] : []),
  ]
}

function locale({ spec, ntpServer }: RenderContext): XmlElement[] {
  const american = spec.country === 'US'
  return [
    setting('language', languageNames[spec.language]),
    setting('web_language', languageNames[spec.language]),
    setting('tone_scheme', toneScheme(spec.country)),
    ...zoneSettings(spec.timeZone),
    setting('ntp_server', ntpServer),
    setting('time_24_format', onOff(!american)),
    setting('date_us_format', onOff(american)),
  ]
}

/** A zone that the phone has no code for goes by its distance from UTC, in seconds, and its rule for summer time. */
export function zoneSettings(timeZone: string): XmlElement[] {
  const zone = lookUpZone(zoneCodes, timeZone)
  if (zone) return [setting('timezone', zone)]
  return [setting('utc_offset', String(standardOffset(timeZone) * 60)), setting('dst', ownSummerTime(timeZone))]
}

/** `seconds MM.WW.DD HH:MM:SS MM.WW.DD HH:MM:SS`: month, week (05 the last) and weekday (07 is Sunday) of the start and the end; empty: none. */
function ownSummerTime(timeZone: string): string {
  const rule = summerTime(timeZone)
  const [start, end] = [change(rule?.start), change(rule?.end)]
  return rule && start && end ? `${rule.saving * 60} ${start} ${end}` : ''
}

function change(rule: ClockChange | undefined): string | null {
  const week = rule && weekOfMonth(rule)
  if (!rule || !week) return null
  const day = [rule.month, week, rule.weekday || 7].map((part) => String(part).padStart(2, '0'))
  return `${day.join('.')} ${clockTime(rule.minute)}:00`
}

/** Calls that others could send the phone, by HTTP, pushed XML or CSTA, stay closed. */
function features({ spec, phonebookLink }: RenderContext): XmlElement[] {
  return [
    setting('dkey_retrieve', `speed ${dialString(spec.voicemail)}`),
    ...(phonebookLink ? [setting('dkey_directory', `url ${phonebookLink}`)] : []),
    setting('action_incoming_url', ''),
    setting('action_setup_url', ''),
    setting('xml_notify', 'off'),
    setting('csta_control', 'off'),
    setting('filter_registrar', 'on'),
  ]
}
