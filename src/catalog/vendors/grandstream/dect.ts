import type { RenderContext } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import {
  clock,
  codecChoices,
  type Entry,
  expiryMinutes,
  hasName,
  logins,
  network,
  phonebook,
  provisioning,
  serverOf,
  trust,
  writeConfig,
} from './common.ts'
import { portParameters, profiles } from './ports.ts'
import { levelTones, srtpTypes, transportTypes } from './words.ts'

const accounts = 10
const nameLength = 64
/** What a handset shows of its name. */
const handsetNameLength = 10

export function renderDect(context: RenderContext): string {
  return writeConfig(
    [
      ...profile(context),
      ...Array.from({ length: accounts }, (_, index) => handsetAccount(context, index)).flat(),
      ...provisioning(context, 'dect'),
      // The base looks for firmware by itself; when it does is the provider's business.
      [20_721, 0],
      [20_719, 0],
      [27_756, 0],
      ...trust(context, 8433),
      [1650, 0],
      ...logins(context),
      ...clock(context),
      ...levelTones(context.spec.country).filter(([parameter]) => parameter !== 4003),
      ...network(context, 'dect'),
      [27_002, 0],
      ...phonebook(context),
    ],
    context.extra,
  )
}

/** All accounts use the first of the four profiles. */
function profile(context: RenderContext): Entry[] {
  const { spec } = context
  const { first } = profiles
  const tls = spec.transport === 'tls'
  return [
    [first.active, 1],
    [27_762, 'Raccord'],
    [first.server, serverOf(context)],
    [first.failover, ''],
    [first.outbound, ''],
    [27_680, limited(spec.voicemail, nameLength)],
    [first.transport, transportTypes[spec.transport]],
    [first.sipsScheme, 0],
    [first.nat, 2],
    [first.register, 1],
    [first.unregister, 0],
    [first.expires, expiryMinutes(context)],
    [first.withoutRegistration, 0],
    [first.mwi, 1],
    [2301, 0],
    [2302, 1],
    [2303, 0],
    ...codecChoices(context, 8, ['opus']).map((codec, index): Entry => [first.codecs[index] ?? 0, codec]),
    [first.srtp, srtpTypes[context.srtp]],
    [first.silence, 0],
    [first.localFeatures, 0],
    [first.dialPlan, '{ [x*]+ | \\+x+ }'],
    [2386, spec.caCertificate && tls ? { pem: spec.caCertificate } : ''],
    [first.checkChain, tls ? 1 : 0],
    [first.checkDomain, tls && hasName(spec.host) ? 1 : 0],
  ]
}

/** First parameter of each handset's ten line slots; those of the fourth are in two rows. */
const lineSlots: readonly (readonly number[])[] = [
  row(4300),
  row(4310),
  row(4320),
  [4250, 4251, ...row(21_320).slice(0, 8)],
  row(21_328),
]

function row(first: number): number[] {
  return Array.from({ length: 10 }, (_, index) => first + index)
}

/** Account and handset of a place go together; the accounts without a handset are emptied. */
function handsetAccount({ spec, handsets }: RenderContext, index: number): Entry[] {
  const line = handsets[index]?.line
  const at = portParameters(index + 1)
  const name = line ? limited(line.displayName, nameLength) || line.number : ''
  const american = spec.country === 'US'
  const slots = lineSlots[index]
  return [
    [at.active, line ? 1 : 0],
    [at.userId, line?.number ?? ''],
    [at.authId, line?.authName ?? ''],
    [at.password, line?.password ?? ''],
    [at.name, name],
    [at.profile, 0],
    ...(slots
      ? ([
          // The account rings on this handset alone.
          [27_080 + index, index + 1],
          [27_020 + index, limited(name, handsetNameLength) || `DECT ${index + 1}`],
          ...slots.map((parameter, slot) => [parameter, line && slot === 0 ? index + 1 : 0] as const),
          [30_080 + index, american ? 0 : 1],
          [30_060 + index, american ? 1 : 0],
        ] as const)
      : []),
  ]
}
