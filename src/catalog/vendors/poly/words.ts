import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

export const ucsTransports: Readonly<Record<Transport, string>> = { udp: 'UDPOnly', tcp: 'TCPOnly', tls: 'TLS' }

export const ucsLanguages: Readonly<Record<Language, string>> = {
  fr: 'French_France',
  de: 'German_Germany',
  en: 'English_United_States',
  it: 'Italian_Italy',
}

/** Parameters below `voice.codecPref`; 0 leaves a codec out. */
export const ucsCodecs: Readonly<Record<Codec, string>> = {
  g722: 'G722',
  pcma: 'G711_A',
  pcmu: 'G711_Mu',
  g729: 'G729_AB',
  opus: 'Opus',
}

/** Codecs that nobody asks for here. */
export const ucsOtherCodecs = [
  'G7221.24kbps',
  'G7221.32kbps',
  'G7221_C.24kbps',
  'G7221_C.32kbps',
  'G7221_C.48kbps',
  'G719.32kbps',
  'G719.48kbps',
  'G719.64kbps',
  'Siren14.24kbps',
  'Siren14.32kbps',
  'Siren14.48kbps',
  'Siren22.32kbps',
  'Siren22.48kbps',
  'Siren22.64kbps',
  'iLBC.13_33kbps',
  'iLBC.15_2kbps',
  'SILK.8kbps',
  'SILK.12kbps',
  'SILK.16kbps',
  'SILK.24kbps',
] as const

export const obiLanguages: Readonly<Record<Language, string>> = {
  fr: 'French',
  de: 'German',
  en: 'English',
  it: 'Italian',
}

/** Place of each codec in `Codec.List` of a profile, as the exports number them; the gateways know the first eight alone. */
export const obiCodecs: readonly (readonly [place: number, name: string, codec: Codec | null])[] = [
  [1, 'PCMU', 'pcmu'],
  [2, 'PCMA', 'pcma'],
  [3, 'G729', 'g729'],
  [4, 'G726-32', null],
  [5, 'G726-16', null],
  [6, 'G726-24', null],
  [7, 'G726-40', null],
  [8, 'iLBC', null],
  [9, 'G722', 'g722'],
  [10, 'OPUS', 'opus'],
]

/**
 * `LocalTimeZone` by minutes east of UTC. The American four are seen in public configurations, the others are from knowledge; summer time is told
 * apart from it.
 */
export const obiZones: Readonly<Record<number, string>> = {
  [-600]: 'GMT-10:00(Hawaii)',
  [-540]: 'GMT-09:00(Alaska)',
  [-480]: 'GMT-08:00(Pacific Time)',
  [-420]: 'GMT-07:00(Mountain Time)',
  [-360]: 'GMT-06:00(Central Time)',
  [-300]: 'GMT-05:00(Eastern Time)',
  [-240]: 'GMT-04:00(Atlantic Time)',
  0: 'GMT+00:00(London,Lisbon)',
  60: 'GMT+01:00(Rome,Paris,Madrid)',
  120: 'GMT+02:00(Athens,Cairo)',
  180: 'GMT+03:00(Moscow,Baghdad)',
}
