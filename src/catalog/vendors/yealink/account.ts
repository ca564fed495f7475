import type { Codec } from '#domain/device-settings.ts'
import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { type CfgValue, cfgEmpty } from '../../toolkit/cfg.ts'
import { limited } from '../../toolkit/text.ts'
import { oldModels } from './facts.ts'
import { pickupCode, srtpModes, transportTypes } from './words.ts'

export type Entry = readonly [string, CfgValue]

const nameLength = 99

/** `account.N`: of a telephone's line slot, or of a place of a DECT base. */
export function account(context: RenderContext, slot: number, line: LineSpec | null): Entry[] {
  const own = line ? accountOf(context, line) : { ...accountOff, ...noServer(context) }
  const mailbox: Entry = [`voice_mail.number.${slot}`, line ? limited(context.spec.voicemail, nameLength) : cfgEmpty]
  return [...Object.entries(own).map(([name, value]): Entry => [`account.${slot}.${name}`, value]), mailbox]
}

function accountOf(context: RenderContext, line: LineSpec): Record<string, CfgValue> {
  const { spec, model, srtp } = context
  const displayName = limited(line.displayName, nameLength) || line.number
  return {
    enable: 1,
    label: displayName,
    display_name: displayName,
    user_name: line.number,
    auth_name: line.authName,
    password: line.password,
    ...(hasTemplate(context) && { 'sip_server.template': 1 }),
    ...(!isMulticell(context) && serverOf(context)),
    outbound_proxy_enable: 0,
    srtp_encryption: srtpModes[srtp],
    'nat.udp_update_enable': 1,
    'nat.udp_update_time': 30,
    'nat.rport': 1,
    'dtmf.type': 1,
    ...codecsOf(spec.settings.codecs),
    subscribe_mwi: 1,
    subscribe_mwi_expires: 3600,
    'display_mwi.enable': 1,
    ...(model.handsets ? {} : pickup),
  }
}

export function isMulticell({ model }: RenderContext): boolean {
  return (model.handsets?.cells ?? 1) > 1
}

/**
 * Bases from the W70B on keep servers in templates (Wazo plug-ins v83 to v87). Firmware of single cells before V87 may not, so they are given both:
 * a name that a firmware does not know it passes over.
 */
export function hasTemplate({ model }: RenderContext): boolean {
  return (model.handsets?.max ?? 0) >= 10
}

/** The server of an account, or of the template that all accounts of a multicell system share. */
export function serverOf({ spec, sipPort, model }: RenderContext): Record<string, CfgValue> {
  const transport = oldModels.has(model.name) ? 'transport' : 'sip_server.1.transport_type'
  return {
    'sip_server.1.address': spec.host,
    'sip_server.1.port': sipPort,
    [transport]: transportTypes[spec.transport],
    'sip_server.1.expires': spec.settings.expiry,
    'sip_server.1.retry_counts': 3,
  }
}

/** A handset has no lamps for others. */
const pickup: Record<string, CfgValue> = {
  'blf.subscribe_period': 1800,
  direct_pickup_code: pickupCode,
  dialoginfo_callpickup: 1,
}

/** Priority 1 is offered first. What is not named stays as the firmware has it, so each one is named. */
function codecsOf(wanted: readonly Codec[]): Record<string, CfgValue> {
  const known: readonly string[] = ['g722', 'pcma', 'pcmu', 'g729', 'opus', 'ilbc']
  return Object.fromEntries([
    ...wanted.flatMap((name, index): Entry[] => [
      [`codec.${name}.enable`, 1],
      [`codec.${name}.priority`, index + 1],
    ]),
    ...known.filter((name) => !wanted.some((one) => one === name)).map((name): Entry => [`codec.${name}.enable`, 0]),
  ])
}

const accountOff: Record<string, CfgValue> = {
  enable: 0,
  label: cfgEmpty,
  display_name: cfgEmpty,
  user_name: cfgEmpty,
  auth_name: cfgEmpty,
  password: cfgEmpty,
}

function noServer(context: RenderContext): Record<string, CfgValue> {
  return {
    ...(hasTemplate(context) && { 'sip_server.template': cfgEmpty }),
    ...(!isMulticell(context) && { 'sip_server.1.address': cfgEmpty }),
  }
}
