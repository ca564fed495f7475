import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { dialString } from '../../toolkit/text.ts'
import { typed } from './typed.ts'
import { codecPayloads, srtpModes, transportTypes } from './words.ts'

export type Entry = readonly [name: string, value: string | number]

const nameLength = 40
/** The maker's word for "no server". */
const nowhere = '0.0.0.0'

/** A line that is off loses its server and its secret too. */
export function account({ spec, sipPort, srtp }: RenderContext, line: LineSpec | null, slot: number): Entry[] {
  const host = line ? spec.host : nowhere
  const port = line ? sipPort : 0
  const displayName = line ? typed(line.displayName, nameLength) || line.number : ''
  const own: readonly Entry[] = [
    ['user name', line?.number ?? ''],
    ['auth name', line?.authName ?? ''],
    ['password', line?.password ?? ''],
    ['display name', displayName],
    ['screen name', displayName],
    ['screen name 2', line?.number ?? ''],
    ['proxy ip', host],
    ['proxy port', port],
    ['registrar ip', host],
    ['registrar port', port],
    ['outbound proxy', nowhere],
    ['outbound proxy port', 0],
    ['backup proxy ip', nowhere],
    ['backup proxy port', 0],
    ['backup registrar ip', nowhere],
    ['backup registrar port', 0],
    ['registration period', spec.settings.expiry],
    ['vmail', line ? dialString(spec.voicemail) : ''],
    ['mode', 0],
    ['srtp mode', srtpModes[srtp]],
    // In RTP, as events.
    ['dtmf method', 0],
  ]
  return own.map(([name, value]) => [`sip line${slot} ${name}`, value])
}

/** What holds for all lines; a line that says nothing would take its account from here. */
export function sip({ spec, caLink }: RenderContext): Entry[] {
  const tls = spec.transport === 'tls'
  const codecs = spec.settings.codecs.flatMap((codec) => codecPayloads[codec] ?? [])
  return [
    ['sip user name', ''],
    ['sip auth name', ''],
    ['sip password', ''],
    ['sip proxy ip', nowhere],
    ['sip registrar ip', nowhere],
    ['sip outbound proxy', nowhere],
    ['sip transport protocol', transportTypes[spec.transport]],
    ['sips persistent tls', tls ? 1 : 0],
    ['sip send sips over tls', 0],
    ...(caLink ? [['sips trusted certificates', caLink] as const] : []),
    ['sip rport', 1],
    ['sip out-of-band dtmf', 1],
    ['sip dtmf method', 0],
    ['sip customized codec', codecs.map((payload) => `payload=${payload};ptime=20;silsupp=off`).join(',')],
    ['sip silence suppression', 0],
    ['sip explicit mwi subscription', 1],
    ['sip blf subscription period', spec.settings.expiry],
    // Messages that bring a document of commands.
    ['sip xml notify event', 0],
  ]
}
