import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { codecPlaces, srtpModes, transportTypes } from './words.ts'

export type Entry = readonly [name: string, value: string | number]

const nameLength = 63

/** Parameters of every account slot; an unused one is off and empty. */
export function accounts(context: RenderContext): Entry[] {
  return context.lines.flatMap((line, index) => {
    const own: readonly Entry[] = line ? accountOf(context, line) : accountOff
    return own.map(([name, value]): Entry => [`Config.Account${index + 1}.${name}`, value])
  })
}

function accountOf({ spec, sipPort, srtp }: RenderContext, line: LineSpec): Entry[] {
  const displayName = limited(line.displayName, nameLength) || line.number
  return [
    ['GENERAL.Enable', 1],
    ['GENERAL.Label', displayName],
    ['GENERAL.DisplayName', displayName],
    ['GENERAL.UserName', line.number],
    ['GENERAL.AuthName', line.authName],
    ['GENERAL.Pwd', line.password],
    ['SIP.Server', spec.host],
    ['SIP.Server2', ''],
    ['SIP.Port', sipPort],
    ['SIP.TransType', transportTypes[spec.transport]],
    ['OUTPROXY.Enable', 0],
    ['OUTPROXY.Server', ''],
    ['STUN.Enable', 0],
    ['REG.Timeout', spec.settings.expiry],
    ['ENCRYPTION.SRTPEncryption', srtpModes[srtp]],
    ['DTMF.Type', 1],
    ['DTMF.Payload', 101],
    ['NAT.UdpKeepEnable', 1],
    ['NAT.UdpKeepInterval', 30],
    ['NAT.Rport', 1],
    ['BLF.SubscribePeriod', 1800],
    ['BLF.BlfListUri', ''],
    ['VOICEMSG.Number', dialString(spec.voicemail)],
    ['SUBSCRIBE.SubsribeMWI', 1],
    ['SUBSCRIBE.SubscribeMWIExpire', 1800],
    ['CALL.PreventSIPHacking', 1],
    ['AUTO_ANSWER.Enable', 0],
    ['FEATURE_DND.Enable', 0],
    ['FEATURE_FORWARD_ALWAYS.Enable', 0],
    ['FEATURE_FORWARD_BUSY.Enable', 0],
    ['FEATURE_FORWARD_TIMEOUT.Enable', 0],
    ...codecs(spec),
  ]
}

/** The greater the number, the sooner a codec is taken. */
function codecs({ settings }: RenderContext['spec']): Entry[] {
  return codecPlaces.flatMap(([name, payload, codec], place): Entry[] => {
    const rank = codec ? settings.codecs.indexOf(codec) : -1
    return [
      [`Audio${place}.Enable`, rank < 0 ? 0 : 1],
      [`Audio${place}.Name`, name],
      [`Audio${place}.Priority`, rank < 0 ? 0 : codecPlaces.length - rank],
      [`Audio${place}.Payload`, payload],
    ]
  })
}

const accountOff: readonly Entry[] = [
  ['GENERAL.Enable', 0],
  ['GENERAL.Label', ''],
  ['GENERAL.DisplayName', ''],
  ['GENERAL.UserName', ''],
  ['GENERAL.AuthName', ''],
  ['GENERAL.Pwd', ''],
  ['SIP.Server', ''],
  ['SIP.Server2', ''],
  ['OUTPROXY.Enable', 0],
  ['OUTPROXY.Server', ''],
  ['VOICEMSG.Number', ''],
  ['SUBSCRIBE.SubsribeMWI', 0],
]
