import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { limited } from '../../toolkit/text.ts'
import {
  clock,
  codecChoices,
  type Entry,
  expiryMinutes,
  hasName,
  logins,
  network,
  provisioning,
  serverOf,
  trust,
  writeConfig,
} from './common.ts'
import { type Profile, portParameters, profiles } from './ports.ts'
import { analogLine, codecNumbers, levelTones, srtpTypes, transportTypes } from './words.ts'

const nameLength = 64

export function renderGateway(context: RenderContext): string {
  const { spec } = context
  return writeConfig(
    [
      ...(hasOwnProfiles(context) ? singlePorts(context) : sharedProfiles(context)),
      ...provisioning(context, 'gateway'),
      ...trust(context, 2386),
      // Telnet is a second door beside the page.
      [28_120, 1],
      [1650, spec.settings.webPage || context.model.name.startsWith('GXW') ? 0 : 2],
      ...logins(context),
      ...clock(context),
      [342, 0],
      ...levelTones(spec.country),
      ...network(context, 'gateway'),
    ],
    context.extra,
  )
}

/** One profile a port: HT801, HT802 and the telephone port of the HT813. */
function hasOwnProfiles({ model }: RenderContext): boolean {
  return /^HT80|^HT813/.test(model.name)
}

function singlePorts(context: RenderContext): Entry[] {
  return context.lines.flatMap((line, index) => {
    const profile = profiles[index === 0 ? 'first' : 'second']
    const { userId, authId, password, name } = profile.identity
    if (!line)
      return [
        [profile.active, 0],
        ...[profile.server, userId, authId, password, name].map((parameter): Entry => [parameter, '']),
      ]
    return [
      [profile.active, 1],
      [userId, line.number],
      [authId, line.authName],
      [password, line.password],
      [name, nameOf(line)],
      ...profileEntries(context, profile, line.fax),
    ]
  })
}

/** Ports share two profiles: the first for voice, the second for those where a fax machine hangs. */
function sharedProfiles(context: RenderContext): Entry[] {
  const fax = context.lines.some((line) => line?.fax)
  return [
    [profiles.first.active, 1],
    ...profileEntries(context, profiles.first, false),
    [profiles.second.active, fax ? 1 : 0],
    ...(fax ? profileEntries(context, profiles.second, true) : [[profiles.second.server, ''] as const]),
    ...context.lines.flatMap((line, index) => portEntries(line, index + 1)),
  ]
}

function portEntries(line: LineSpec | null, port: number): Entry[] {
  const at = portParameters(port)
  return [
    [at.active, line ? 1 : 0],
    [at.userId, line?.number ?? ''],
    [at.authId, line?.authName ?? ''],
    [at.password, line?.password ?? ''],
    [at.name, line ? nameOf(line) : ''],
    [at.profile, line?.fax ? 1 : 0],
    [at.huntingGroup, 0],
  ]
}

function nameOf(line: LineSpec): string {
  return limited(line.displayName, nameLength) || line.number
}

function profileEntries(context: RenderContext, profile: Profile, fax: boolean): Entry[] {
  const { spec } = context
  const { impedance, callerId } = analogLine(spec.country)
  // A fax that falls back from T.38 needs a codec that leaves its tones alone.
  const choices = fax
    ? profile.codecs.map((_, index) => (index === 0 ? codecNumbers.pcma : codecNumbers.pcmu))
    : codecChoices(context, profile.codecs.length)
  return [
    [profile.server, serverOf(context)],
    [profile.failover, ''],
    [profile.outbound, ''],
    [profile.transport, transportTypes[spec.transport]],
    [profile.sipsScheme, 0],
    [profile.nat, 2],
    [profile.register, 1],
    [profile.unregister, 0],
    [profile.expires, expiryMinutes(context)],
    [profile.withoutRegistration, 0],
    [profile.mwi, 1],
    ...profile.dtmf.map((parameter, index): Entry => [parameter, [101, 102, 100][index] ?? 100]),
    ...profile.codecs.map((parameter, index): Entry => [parameter, choices[index] ?? codecNumbers.pcma]),
    [profile.silence, 0],
    [profile.symmetric, 1],
    [profile.srtp, srtpTypes[context.srtp]],
    [profile.faxMode, 0],
    [profile.faxReinvite, 1],
    // Fax: a buffer of one length, and nobody who takes the other end's tones for an echo.
    [profile.jitterType, fax ? 0 : 1],
    [profile.jitterLength, fax ? 2 : 1],
    [profile.echoCancellerOff, fax ? 1 : 0],
    [profile.echoSuppressorOff, fax ? 1 : 0],
    [profile.impedance, impedance],
    [profile.callerId, callerId],
    // Star codes are the switch's own.
    [profile.localFeatures, 0],
    [profile.dialPlan, '{ [x*]+ | \\+x+ }'],
    ...serverCheck(context, profile),
  ]
}

/** SIP over TLS checks the certificate like HTTPS does. */
function serverCheck({ spec }: RenderContext, { checkChain, checkDomain }: Profile): Entry[] {
  const tls = spec.transport === 'tls'
  return [
    [checkChain, tls ? 1 : 0],
    [checkDomain, tls && hasName(spec.host) ? 1 : 0],
  ]
}
