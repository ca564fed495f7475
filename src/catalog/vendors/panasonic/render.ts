import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import { writeQuotedLines } from '../../toolkit/quoted-lines.ts'
import { account, type Entry } from './account.ts'
import { dectAccounts } from './dect.ts'
import { keys as keyMap, none } from './keys.ts'
import { olderBases } from './models.ts'
import { clock, features, language, logins, network, provisioning, tones } from './settings.ts'

const olderNames = new Set(olderBases.map(({ name }) => name))

/** By this line a phone knows that the file is meant for it; the TGP500 generation has another. */
const firstLines = {
  older: '# PCC Standard Format File # DO NOT CHANGE THIS LINE!',
  newer: '# Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!',
}

export function render(context: RenderContext): string {
  const { model } = context
  const isOlder = olderNames.has(model.name)
  const entries: Entry[] = [
    ...(model.kind === 'dectBase'
      ? dectAccounts(context, isOlder, model.name !== 'KX-TGP500')
      : context.lines.flatMap((line, index) => account(context, line, index + 1))),
    ...features(context),
    ...provisioning(context),
    ...logins(context),
    ...network(context),
    ...language(context),
    ...clock(context),
    ...tones(context, isOlder),
    ...functionKeys(context),
    ...context.extra.map(({ name, value }): Entry => [name, value]),
  ]
  return writeQuotedLines(isOlder ? firstLines.older : firstLines.newer, isOlder ? olderNaming(entries) : entries)
}

/** The TGP500 knows a line by its data alone, names its codecs, and counts the payload of DTMF for each line. */
function olderNaming(entries: readonly Entry[]): Entry[] {
  const unknown =
    /^(?:LINE_ENABLE|PROFILE_ENABLE|SIP_URI|SIP_TLS_MODE|SRTP_CONNECT_MODE)_\d$|^(?:SIPPNP|XMLAPP|LLDP|LOCAL_TIME)_|^TELEVENT_PAYLOAD$/
  return entries.flatMap(([name, value]): Entry[] => {
    if (unknown.test(name) || name.startsWith('CODEC_PRIORITY')) return []
    const codec = /^CODEC_ENABLE0_(\d)$/.exec(name)
    if (codec) return olderCodecs(entries, codec[1] ?? '1')
    return name.startsWith('CODEC_ENABLE') ? [] : [[name, value]]
  })
}

const codecNames = ['G722', 'PCMA', 'G726-32', 'G729A', 'PCMU']
const payloadTypes = [9, 8, 2, 18, 0]

/** Its list holds all five; those that are wanted stand first. */
function olderCodecs(entries: readonly Entry[], slot: string): Entry[] {
  const values = new Map(entries)
  const priority = (place: number) => Number(values.get(`CODEC_PRIORITY${place}_${slot}`) ?? 9)
  const order = codecNames.map((_, place) => place).sort((a, b) => priority(a) - priority(b))
  return [
    [`TELEVENT_PTYPE_${slot}`, 101],
    ...order.flatMap((place, index): Entry[] => [
      [`SDP_CODEC${index}_${slot}`, codecNames[place] ?? ''],
      [`SDP_PTYPE${index}_${slot}`, payloadTypes[place] ?? 0],
    ]),
  ]
}

/** Keys of the phone are called FLEX, those of the module beside it DSS. */
function functionKeys({ spec, keys, modules }: RenderContext): Entry[] {
  const write = (prefix: string) => (key: KeySpec) => {
    const { action, argument, dial, label } = writeKey(keyMap, none, key, spec)
    return [
      [`${prefix}_FACILITY_ACT${key.slot}`, action],
      [`${prefix}_FACILITY_ARG${key.slot}`, argument],
      [`${prefix}_QUICK_DIAL${key.slot}`, dial],
      [`${prefix}_LABEL${key.slot}`, label],
    ] satisfies Entry[]
  }
  return [
    ...keys.flatMap(write('FLEX_BUTTON')),
    ...modules.slice(0, 1).flatMap((module) => module.keys.flatMap(write('DSS_BUTTON'))),
  ]
}
