import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec, LineSpec } from '../../spec.ts'
import { writePathLines } from '../../toolkit/path-lines.ts'
import { dialString } from '../../toolkit/text.ts'
import { keys as keyMap, none } from './keys.ts'
import { type Entry, settings } from './settings.ts'
import { codecWords, pickupCode, transportWords, typed } from './words.ts'

const nameLength = 22

export function renderPhone(context: RenderContext): string {
  return writePathLines([
    ...signalling(context),
    ...context.lines.flatMap((line, index) => account(line, index)),
    ...codecs(context),
    ...services(context),
    ...settings(context),
    ...context.keys.flatMap((key) => functionKey(context, key)),
    ...context.extra.map(({ name, value }): Entry => [name, value]),
  ])
}

/** All lines are on one server. The time between two registrations is the `proxy_timeout`. */
function signalling({ spec, sipPort }: RenderContext): Entry[] {
  const own: readonly Entry[] = [
    ['use_proxy', 1],
    ['proxy_address', spec.host],
    ['proxy_port', sipPort],
    ['proxy_timeout', spec.settings.expiry],
    ['use_proxy_ip_port_for_registrar', 1],
    ['sip_registrar/enabled', 1],
    ['sip_registrar/addr', spec.host],
    ['sip_registrar/port', sipPort],
    ['sip_outbound_proxy/enabled', 0],
    ['redundant_proxy/enabled', 0],
    ['redundant_outbound_proxy/enabled', 0],
    ['transport_protocol', transportWords[spec.transport]],
    ['enable_sips', 0],
    ['rport/enabled', 1],
  ]
  return own.map(([name, value]) => [`voip/signalling/sip/${name}`, value])
}

function account(line: LineSpec | null, index: number): Entry[] {
  const own: readonly Entry[] = [
    ['enabled', line ? 1 : 0],
    ['id', line?.number ?? ''],
    ['auth_name', line?.authName ?? ''],
    ['auth_password', line?.password ?? ''],
    ['description', line ? typed(line.displayName, nameLength) || line.number : ''],
    ['extension_display', line?.number ?? ''],
    ['line_mode', 'PRIVATE'],
    ['call_forward/active', 0],
    ['do_not_disturb/activated', 0],
  ]
  return own.map(([name, value]) => [`voip/line/${index}/${name}`, value])
}

/** Four of the five places hold a codec of every firmware, those that nobody wants switched off; the fifth is off. */
function codecs({ spec }: RenderContext): Entry[] {
  const wanted = spec.settings.codecs.flatMap((codec) => codecWords[codec] ?? [])
  const places = [...new Set([...wanted, 'PCMA', 'PCMU', 'G722_8000', 'G729'])]
  const on = wanted.length || 1
  return [
    ...places.flatMap((name, place): Entry[] => [
      [`voip/codec/codec_info/${place}/enabled`, place < on ? 1 : 0],
      [`voip/codec/codec_info/${place}/name`, name],
      [`voip/codec/codec_info/${place}/ptime`, 20],
    ]),
    [`voip/codec/codec_info/${places.length}/enabled`, 0],
    ['voip/media/out_of_band_dtmf', 'RFC2833'],
    ['voip/media/dtmf_payload', 101],
  ]
}

function services({ spec, sipPort }: RenderContext): Entry[] {
  const own: readonly Entry[] = [
    ['application_server_type', 'GENERIC'],
    ['msg_waiting_ind/enabled', 1],
    ['msg_waiting_ind/subscribe', 1],
    ['msg_waiting_ind/subscribe_address', spec.host],
    ['msg_waiting_ind/subscribe_port', sipPort],
    // The maker's spelling.
    ['msg_waiting_ind/expiraition_timeout', spec.settings.expiry],
    ['msg_waiting_ind/voice_mail_number', dialString(spec.voicemail)],
    ['busy_lamp_field/enabled', 1],
    ['busy_lamp_field/application_server/use_registrar', 1],
    ['busy_lamp_field/subscription_period', spec.settings.expiry],
    ['call_pickup/enabled', 1],
    ['call_pickup/access_code', pickupCode],
    ['notify/check_sync/force_reboot_enabled', 0],
    // Calls that a program starts by HTTP.
    ['_3PCC/make_call/enabled', 0],
  ]
  return own.map(([name, value]) => [`voip/services/${name}`, value])
}

function functionKey({ spec }: RenderContext, key: KeySpec): Entry[] {
  const { type, number, label } = writeKey(keyMap, none, key, spec)
  const path = `personal_settings/functional_key/${key.slot - 1}`
  return [
    [`${path}/type`, type],
    [`${path}/speed_dial_number`, number],
    [`${path}/key_label`, label],
  ]
}
