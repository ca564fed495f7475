import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { limited, urlHost } from '../../toolkit/text.ts'
import { type Parameter, parameter } from './parameter.ts'
import { codecCodes, pickupCode, srtpModes, transportTypes } from './words.ts'

const nameLength = 64

/** Of each account, in the order of `names`. */
const numbers: readonly (readonly number[])[] = [
  [271, 47, 967, 8851, 48, 20_047, 130, 20_000, 35, 36, 34, 3, 31, 32, 33, 99, 183, 20_166, 4705, 4706],
  [401, 747, 987, 8852, 748, 20_048, 830, 20_001, 735, 736, 734, 703, 731, 732, 426, 709, 443, 20_167, 4715, 4716],
  [501, 502, 988, 8853, 503, 20_049, 930, 20_002, 504, 505, 506, 507, 510, 512, 526, 515, 543, 20_168, 4725, 4726],
  [601, 602, 989, 8854, 603, 20_050, 1030, 20_003, 604, 605, 606, 607, 610, 612, 626, 615, 643, 20_169, 4735, 4736],
  [
    20_360, 20_362, 20_364, 20_366, 20_370, 20_372, 20_374, 20_378, 1704, 1705, 1706, 1707, 20_384, 20_388, 1726, 1715,
    20_432, 20_170, 20_464, 20_466,
  ],
  [
    20_361, 20_363, 20_365, 20_367, 20_371, 20_373, 20_375, 20_379, 1804, 1805, 1806, 1807, 20_385, 20_389, 1826, 1815,
    20_433, 20_171, 20_465, 20_467,
  ],
]

/** The misspelt ones are the maker's. */
const names = [
  'Active',
  'Sipserver',
  'FailoverSipserver',
  'SecondFailoverSipserver',
  'OutboundProxy',
  'BackUpOutboundProxy',
  'SipTransport',
  'Lable',
  'SipUserId',
  'AuthenticateID',
  'AuthenticatePassword',
  'DispalyName',
  'SipRegistration',
  'RegisterExpiration',
  'VoiceMailId',
  'SubscribeForMWI',
  'SRtpMode',
  'DtmfMode',
  'DirectCallPickupCode',
  'GroupCallPickupCode',
] as const

/** First of the six codecs of each account, and the step to the next. */
const codecNumbers: readonly (readonly [number, number])[] = [
  [57, 1],
  [757, 1],
  [551, 1],
  [651, 1],
  [20_392, 2],
  [20_393, 2],
]

export function account(context: RenderContext, slot: number, line: LineSpec | null): Parameter[] {
  const values = line ? used(context, line) : names.map((name) => (name === 'Active' ? 0 : ''))
  const own = names.flatMap((name, index) => {
    const number = numbers[slot - 1]?.[index]
    return number === undefined ? [] : [parameter(number, `Account${slot}.${name}`, values[index] ?? '')]
  })
  return [...own, ...(line ? codecs(context, slot) : [])]
}

function used({ spec, sipPort, srtp }: RenderContext, line: LineSpec): (string | number)[] {
  const displayName = limited(line.displayName, nameLength) || line.number
  return [
    1,
    `${urlHost(spec.host)}:${sipPort}`,
    '',
    '',
    '',
    '',
    transportTypes[spec.transport],
    displayName,
    line.number,
    line.authName,
    line.password,
    displayName,
    1,
    // In minutes.
    Math.max(1, Math.round(spec.settings.expiry / 60)),
    limited(spec.voicemail, nameLength),
    1,
    srtpModes[srtp],
    // RFC 2833, now RFC 4733.
    0,
    pickupCode,
    pickupCode,
  ]
}

/** Six places must be filled; the last codec stands in what is left. */
function codecs({ spec }: RenderContext, slot: number): Parameter[] {
  const [first, step] = codecNumbers[slot - 1] ?? [57, 1]
  const known = spec.settings.codecs.flatMap((codec) => codecCodes[codec] ?? [])
  return Array.from({ length: 6 }, (_, place) =>
    parameter(
      first + step * place,
      `Account${slot}.Choice${place + 1}`,
      known[Math.min(place, known.length - 1)] ?? codecCodes.pcma ?? 8,
    ),
  )
}
