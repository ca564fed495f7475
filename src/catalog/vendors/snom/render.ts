import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec, LineSpec } from '../../spec.ts'
import { clockTime, lookUpZone, standardOffset } from '../../toolkit/clock.ts'
import { dialString, limited, urlHost } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { keys as keyMap, none } from './keys.ts'
import { languageNames, toneScheme, zoneCodes } from './words.ts'

/** Registrations are renewed every two minutes, so that the switch soon knows a phone that is gone. */
const expiry = '120'
const nameLength = 64

/** `RW`: each fetch overwrites it. An empty value must be written, since what is left out keeps its old value. */
function setting(name: string, value: string, idx?: number): XmlElement {
  return element(name, { ...(idx !== undefined && { idx: String(idx) }), perm: 'RW' }, value)
}

export function render(context: RenderContext): string {
  const settings = [
    ...context.lines.flatMap((line, index) => identity(context, index + 1, line)),
    ...provisioning(context),
    ...logins(context),
    ...locale(context),
    ...features(context),
  ]
  return writeXml(
    element('settings', {}, [
      element('phone-settings', { e: '2' }, settings),
      element('functionKeys', { e: '2' }, functionKeys(context)),
      ...certificates(context),
    ]),
  )
}

function identity(context: RenderContext, slot: number, line: LineSpec | null): XmlElement[] {
  const own = line ? identityOf(context, line) : identityOff
  return Object.entries(own).map(([name, value]) => setting(name, value, slot))
}

function identityOf({ spec, sipPort }: RenderContext, line: LineSpec): Record<string, string> {
  const host = urlHost(spec.host)
  const secure = spec.transport === 'tls'
  return {
    user_active: 'on',
    user_realname: limited(line.displayName, nameLength) || line.number,
    user_idle_text: limited(line.displayName, nameLength) || line.number,
    user_name: line.number,
    user_pname: line.authName,
    user_pass: line.password,
    user_host: host,
    user_outbound: `${host}:${sipPort};transport=${spec.transport}`,
    user_expiry: expiry,
    user_srtp: secure ? 'on' : 'off',
    user_savp: secure ? 'mandatory' : 'off',
    user_symmetrical_rtp: 'on',
    keepalive_interval: '30',
    user_dtmf_info: 'off',
    codec_priority_list: 'g722,pcma,pcmu,telephone-event',
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
function provisioning({ link, syncMinute }: RenderContext): XmlElement[] {
  return [
    setting('setting_server', link),
    setting('settings_refresh_timer', '0'),
    setting('prov_polling_enabled', 'on'),
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

/** Firmware up to 10.1 has one web login (`http_*`) and the keypad password; the D8xx have one login for each role. */
function logins({ spec, model }: RenderContext): XmlElement[] {
  const admin = spec.adminPassword
  const user = spec.userPassword
  const userName = limited(spec.userName ?? '', model.passwords.userName?.maxLength ?? nameLength) || 'user'
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

function locale({ spec }: RenderContext): XmlElement[] {
  const zone = lookUpZone(zoneCodes, spec.timeZone)
  const american = spec.country === 'US'
  return [
    setting('language', languageNames[spec.language]),
    setting('web_language', languageNames[spec.language]),
    setting('tone_scheme', toneScheme(spec.country)),
    // A zone that the phone has no code for goes by its distance from UTC, in seconds, without summer time.
    zone ? setting('timezone', zone) : setting('utc_offset', String(standardOffset(spec.timeZone) * 60)),
    setting('ntp_server', spec.host),
    setting('time_24_format', american ? 'off' : 'on'),
    setting('date_us_format', american ? 'on' : 'off'),
  ]
}

function features({ spec }: RenderContext): XmlElement[] {
  return [
    setting('dkey_retrieve', `speed ${dialString(spec.voicemail)}`),
    setting('action_incoming_url', ''),
    setting('action_setup_url', ''),
  ]
}

/** Keys count from 0; those of the modules go on where the phone's own end. */
function functionKeys({ spec, model, keys, modules }: RenderContext): XmlElement[] {
  const write = (key: KeySpec, first: number) => {
    const { context, label, content } = writeKey(keyMap, none, key, spec)
    return element('fkey', { idx: String(first + key.slot - 1), context, label, perm: 'RW' }, content)
  }
  let next = model.keys?.count ?? 0
  const moduleKeys = modules.flatMap(({ facts, keys: wanted }) => {
    const first = next
    next += facts.keys.count
    return wanted.map((key) => write(key, first))
  })
  return [...keys.map((key) => write(key, 0)), ...moduleKeys]
}

/**
 * Our authority as base64 of its DER, which is a PEM file without its frame. This form is known at once; one that is fetched by URL
 * comes too late (Gigaset wiki on the same firmware: certificates tag).
 */
function certificates({ spec }: RenderContext): XmlElement[] {
  const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(spec.caCertificate ?? '')
  const base64 = pem?.[1]?.replace(/\s/g, '')
  return base64 ? [element('certificates', {}, [element('certificate', { type: 'base64' }, base64)])] : []
}
