import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'
import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { dialString, limited, urlHost } from '../../toolkit/text.ts'

export type Entry = readonly [name: string, value: string | number]

const nameLength = 24
const transports: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 }
/** Codecs by their place in the phone's list; 2 is G.726, which nobody wants. */
const codecPlaces: Readonly<Record<Codec, number | null>> = { g722: 0, pcma: 1, g729: 3, pcmu: 4, opus: null }
const allPlaces = [0, 1, 2, 3, 4]
/** Each line listens on a port of its own. */
const firstPort = 5060
const portStep = 10

/** What a person typed, without the quotation mark, which would end a value for some reader. */
export function typed(value: string, maxLength: number): string {
  return limited(value.replaceAll('"', ''), maxLength)
}

export function account(context: RenderContext, line: LineSpec | null, slot: number): Entry[] {
  const own = { ...registration(context, line), ...codecs(context) }
  return [
    ...Object.entries(own).map(([name, value]): Entry => [`${name}_${slot}`, value]),
    [`SIP_SRC_PORT_${slot}`, firstPort + (slot - 1) * portStep],
  ]
}

/** A line that is off loses its server and its secret too. */
function registration({ spec, sipPort, srtp }: RenderContext, line: LineSpec | null): Record<string, string | number> {
  const host = line ? spec.host : ''
  return {
    LINE_ENABLE: line ? 'Enabled' : 'Disabled',
    PROFILE_ENABLE: line ? 'Enabled' : 'Disabled',
    PHONE_NUMBER: line?.number ?? '',
    SIP_URI: line ? `sip:${line.number}@${urlHost(spec.host)}` : '',
    SIP_AUTHID: line?.authName ?? '',
    SIP_PASS: line?.password ?? '',
    DISPLAY_NAME: line ? typed(line.displayName, nameLength) || line.number : '',
    SIP_RGSTR_ADDR: host,
    SIP_RGSTR_PORT: sipPort,
    SIP_PRXY_ADDR: host,
    SIP_PRXY_PORT: sipPort,
    SIP_PRSNC_ADDR: host,
    SIP_PRSNC_PORT: sipPort,
    SIP_SVCDOMAIN: host,
    SIP_OUTPROXY_ADDR: '',
    SIP_2NDPROXY_ADDR: '',
    SIP_2NDRGSTR_ADDR: '',
    SIP_DNSSRV_ENA: 'N',
    SIP_TRANSPORT: transports[spec.transport],
    SIP_TLS_MODE: spec.transport === 'tls' ? 1 : 0,
    // 0: SRTP alone, 1: whatever the other offers.
    SRTP_CONNECT_MODE: srtp === 'required' ? 0 : 1,
    REG_EXPIRE_TIME: spec.settings.expiry,
    PORT_PUNCH_INTVL: 30,
    SIP_ADD_RPORT: 'Y',
    // A request from anywhere but the switch is not answered.
    SIP_DETECT_SSAF: 'Y',
    VM_NUMBER: line ? dialString(spec.voicemail) : '',
    OUTBANDDTMF: 'Y',
  }
}

function codecs({ spec }: RenderContext): Record<string, string | number> {
  const wanted = spec.settings.codecs.flatMap((codec) => codecPlaces[codec] ?? [])
  return Object.fromEntries(
    allPlaces.flatMap((place): Entry[] => {
      const priority = wanted.indexOf(place) + 1
      const on: Entry = [`CODEC_ENABLE${place}`, priority > 0 ? 'Y' : 'N']
      return priority > 0 ? [on, [`CODEC_PRIORITY${place}`, priority]] : [on]
    }),
  )
}
