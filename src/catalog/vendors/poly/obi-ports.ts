import { type RenderContext, writeKey } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import { keys as keyMap, none } from './keys.ts'
import { entriesOf, type ObiEntry } from './obi-entries.ts'

/** Everything that is dialled goes to the service of the port; speed dials of one and two digits, which come first in factory state, are gone. */
const dialling = { DigitMap: '(Mpli)', OutboundCallRoute: '{(Mpli):pli}' }
/** `***` reaches the spoken menu of a gateway, which has no other way to say its address. */
const gatewayDialling = { DigitMap: '(***|(Mpli))', OutboundCallRoute: '{***:aa2},{(Mpli):pli}' }

/** What hangs on a service: telephone ports of a gateway, handsets of a base, or the phone itself. Star codes are the switch's. */
export function ports({ model, lines, handsets }: RenderContext): ObiEntry[] {
  if (model.handsets)
    return handsets.flatMap((handset, index) => [
      ...entriesOf(`VoiceService.1.X_HS.${index + 1}`, {
        Enable: 'true',
        Name: limited(handset?.line.displayName ?? '', 32) || `DT${index + 1}`,
        OutboundServices: `sp${index + 1}`,
        PrimaryLine: `SP${index + 1} Service`,
        ...dialling,
      }),
      ...features(`VoiceService.1.X_HS.${index + 1}`),
    ])
  if (model.kind === 'gateway')
    return lines.flatMap((_, index) => [
      ...entriesOf(`VoiceService.1.X_FXS.${index + 1}`, {
        Enable: 'true',
        PrimaryLine: `SP${index + 1} Service`,
        ...gatewayDialling,
      }),
      ...features(`VoiceService.1.X_FXS.${index + 1}`),
    ])
  return [
    ...entriesOf('VoiceService.1.Phone', { PrimaryLine: 'SP1 Service', ...dialling }),
    ...features('VoiceService.1.Phone'),
  ]
}

function features(path: string): ObiEntry[] {
  return entriesOf(`${path}.CallingFeatures`, {
    MWIEnable: 'true',
    VMWIEnable: 'true',
    ToneProfile: 'A',
    StarCodeProfile: 'None',
  })
}

/** Left column first, as the keys are counted here: six on each side of the display. */
export function functionKeys({ spec, keys, model }: RenderContext): ObiEntry[] {
  const column = (model.keys?.count ?? 0) / 2
  return keys.flatMap((key) => {
    const { obi } = writeKey(keyMap, none, key, spec)
    const place = key.slot <= column ? `LeftLineKey.${key.slot}` : `LineKey.${key.slot - column}`
    return entriesOf(`VoiceService.1.Phone.${place}`, {
      Function: obi.function,
      Service: obi.service,
      Number: obi.number,
      Name: obi.name,
    })
  })
}
