import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import type { ColonEntry } from '../../toolkit/colon-sections.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { codecNames, mediaCrypto, pickupCode, transportTypes } from './words.ts'

const nameLength = 63

/** Parameters of every account slot; an unused one is off and empty. */
export function accounts(context: RenderContext): ColonEntry[] {
  return context.lines.flatMap((line, index) => {
    const own = line ? accountOf(context, line) : accountOff
    return Object.entries(own).map(([name, value]): ColonEntry => [`SIP${index + 1} ${name}`, value])
  })
}

function accountOf({ spec, sipPort, srtp }: RenderContext, line: LineSpec): Record<string, string | number> {
  const displayName = limited(line.displayName, nameLength) || line.number
  return {
    'Phone Number': line.number,
    'Display Name': displayName,
    'Sip Name': line.number,
    'Register Addr': spec.host,
    'Register Port': sipPort,
    'Register User': line.authName,
    'Register Pswd': line.password,
    'Register TTL': spec.settings.expiry,
    'Enable Reg': 1,
    'Backup Addr': '',
    'Proxy Addr': '',
    'BakProxy Addr': '',
    Transport: transportTypes[spec.transport],
    'TLS Version': 2,
    'Media Crypto': mediaCrypto[srtp],
    'NAT UDPUpdate': 2,
    'UDPUpdate TTL': 30,
    'Enable Rport': 1,
    'DTMF Mode': 1,
    'MWI Num': dialString(spec.voicemail),
    Subscribe: 1,
    'Sub Expire': 3600,
    'Pickup Num': pickupCode,
    VoiceCodecMap: spec.settings.codecs.map((codec) => codecNames[codec]).join(','),
    'Always FWD': 0,
    'Busy FWD': 0,
    'No Answer FWD': 0,
    'Enable DND': 0,
  }
}

const accountOff: Record<string, string | number> = {
  'Phone Number': '',
  'Display Name': '',
  'Sip Name': '',
  'Register Addr': '',
  'Register User': '',
  'Register Pswd': '',
  'Enable Reg': 0,
  'MWI Num': '',
  'Pickup Num': '',
}
