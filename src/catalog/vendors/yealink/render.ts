import { type RenderContext, writeKey } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { type CfgValue, cfgEmpty, writeCfg } from '../../toolkit/cfg.ts'
import { clockTime, lookUpZone, standardOffset } from '../../toolkit/clock.ts'
import { ascii, limited } from '../../toolkit/text.ts'
import { keys as keyMap, none, type YealinkKey } from './keys.ts'
import { modelsWithoutCloudSwitch } from './models.ts'
import { languageNames, offsetText, pickupCode, toneCountry, transportTypes, zoneNames } from './words.ts'

type Entry = readonly [string, CfgValue]

/** Registrations are renewed every two minutes, so that the switch soon knows a phone that is gone. */
const expiry = 120
const nameLength = 99

export function render(context: RenderContext): string {
  const accounts = context.lines.flatMap((line, index) => account(context, index + 1, line))
  const entries = [
    ...accounts,
    ...features(context),
    ...provisioning(context),
    ...trust(context),
    ...logins(context),
    ...locale(context),
    ...functionKeys(context),
  ]
  return `#!version:1.0.0.1\n${writeCfg(entries)}`
}

function account(context: RenderContext, slot: number, line: LineSpec | null): Entry[] {
  const own = line ? accountOf(context, line) : accountOff
  const mailbox: Entry = [`voice_mail.number.${slot}`, line ? limited(context.spec.voicemail, nameLength) : cfgEmpty]
  return [...Object.entries(own).map(([name, value]): Entry => [`account.${slot}.${name}`, value]), mailbox]
}

function accountOf({ spec, sipPort }: RenderContext, line: LineSpec): Record<string, CfgValue> {
  const displayName = limited(line.displayName, nameLength) || line.number
  return {
    enable: 1,
    label: displayName,
    display_name: displayName,
    user_name: line.number,
    auth_name: line.authName,
    password: line.password,
    'sip_server.1.address': spec.host,
    'sip_server.1.port': sipPort,
    'sip_server.1.transport_type': transportTypes[spec.transport],
    'sip_server.1.expires': expiry,
    'sip_server.1.retry_counts': 3,
    outbound_proxy_enable: 0,
    // 2 = compulsory, which the switch's media relay takes; 0 = off (Wazo v8x templates).
    srtp_encryption: spec.transport === 'tls' ? 2 : 0,
    'nat.udp_update_enable': 1,
    'nat.udp_update_time': 30,
    'nat.rport': 1,
    'dtmf.type': 1,
    ...codecs,
    subscribe_mwi: 1,
    subscribe_mwi_expires: 3600,
    'display_mwi.enable': 1,
    'blf.subscribe_period': 1800,
    direct_pickup_code: pickupCode,
    dialoginfo_callpickup: 1,
  }
}

/** Priority 1 is offered first. */
const codecs: Record<string, CfgValue> = Object.fromEntries([
  ...['g722', 'pcma', 'pcmu'].flatMap((name, index): Entry[] => [
    [`codec.${name}.enable`, 1],
    [`codec.${name}.priority`, index + 1],
  ]),
  ...['g729', 'opus', 'ilbc'].map((name): Entry => [`codec.${name}.enable`, 0]),
])

const accountOff: Record<string, CfgValue> = {
  enable: 0,
  label: cfgEmpty,
  display_name: cfgEmpty,
  user_name: cfgEmpty,
  auth_name: cfgEmpty,
  password: cfgEmpty,
  'sip_server.1.address': cfgEmpty,
}

function features({ spec, model }: RenderContext): Entry[] {
  return [
    ['features.pickup.direct_pickup_enable', 1],
    ['features.pickup.direct_pickup_code', pickupCode],
    ['features.pickup.group_pickup_enable', 1],
    ['features.pickup.group_pickup_code', pickupCode],
    ['features.pickup.blf_visual_enable', 1],
    // 0 = restart only when the event says reboot=true.
    ['sip.notify_reboot_enable', 0],
    // Commands by HTTP stay closed: no address may send them.
    ['features.action_uri_limit_ip', cfgEmpty],
    ['features.action_uri.enable', 0],
    ['action_url.setup_completed', cfgEmpty],
    ['action_url.registered', cfgEmpty],
    ['local_time.ntp_server1', spec.host],
    ['local_time.ntp_server2', cfgEmpty],
    ['local_time.manual_ntp_srv_prior', 1],
    ...(modelsWithoutCloudSwitch.has(model.name) ? [] : [['static.dm.enable', 0] as const]),
  ]
}

/** Its own address, asked at power-on and once a night; every other way to a configuration is closed. */
function provisioning({ link, syncMinute }: RenderContext): Entry[] {
  return [
    ['static.auto_provision.server.url', link],
    ['static.auto_provision.server.username', cfgEmpty],
    ['static.auto_provision.server.password', cfgEmpty],
    ['static.auto_provision.power_on', 1],
    ['static.auto_provision.repeat.enable', 0],
    ['static.auto_provision.weekly.enable', 1],
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
  const user = loginName(spec.userName, model.passwords.userName?.maxLength ?? 32) || 'user'
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

function locale({ spec }: RenderContext): Entry[] {
  const zone = lookUpZone(zoneNames, spec.timeZone)
  const american = spec.country === 'US'
  return [
    ['lang.gui', languageNames[spec.language]],
    ['lang.wui', languageNames[spec.language]],
    ['voice.tone.country', toneCountry(spec.country)],
    ['local_time.time_zone', offsetText(standardOffset(spec.timeZone))],
    ['local_time.time_zone_name', zone ?? cfgEmpty],
    // 2 = by the phone's own table of zones; a zone that it does not know gets no summer time.
    ['local_time.summer_time', zone ? 2 : 0],
    ['local_time.time_format', american ? 0 : 1],
    ['local_time.date_format', american ? 4 : 3],
  ]
}

function functionKeys({ spec, keys, modules }: RenderContext): Entry[] {
  return [
    ...keys.flatMap((key) => keyEntries(`linekey.${key.slot}`, writeKey(keyMap, none, key, spec))),
    ...modules.flatMap((module, index) =>
      module.keys.flatMap((key) =>
        keyEntries(`expansion_module.${index + 1}.key.${key.slot}`, writeKey(keyMap, none, key, spec)),
      ),
    ),
  ]
}

function keyEntries(path: string, key: YealinkKey): Entry[] {
  return Object.entries(key).map(([name, value]): Entry => [`${path}.${name}`, value])
}
