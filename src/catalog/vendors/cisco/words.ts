import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

export const languageNames: Readonly<Record<Language, string>> = {
  fr: 'French',
  de: 'German',
  en: 'English',
  it: 'Italian',
}

export const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', de: 'de-DE', en: 'en-GB', it: 'it-IT' }

export const directoryNames: Readonly<Record<Language, string>> = {
  fr: 'Annuaire',
  de: 'Telefonbuch',
  en: 'Directory',
  it: 'Rubrica',
}

export const codecNames: Readonly<Record<Codec, string>> = {
  g722: 'G722',
  pcma: 'G711a',
  pcmu: 'G711u',
  g729: 'G729a',
  opus: 'OPUS',
}

/** Codecs that each firmware has beside those of the common list, and that nobody asks for here. */
export const otherCodecs = {
  spa: ['G726-16', 'G726-24', 'G726-32', 'G726-40'],
  ata: ['G726-32'],
  mpp: ['G722.2', 'iLBC', 'iSAC'],
} as const

/** Codes that the device would act on by itself; without them the switch gets all that begins with a star. */
export const ownCodes = {
  phones: [
    'Call_Return_Code',
    'Blind_Transfer_Code',
    'Cfwd_All_Act_Code',
    'Cfwd_All_Deact_Code',
    'Cfwd_Busy_Act_Code',
    'Cfwd_Busy_Deact_Code',
    'Cfwd_No_Ans_Act_Code',
    'Cfwd_No_Ans_Deact_Code',
    'CW_Act_Code',
    'CW_Deact_Code',
    'CW_Per_Call_Act_Code',
    'CW_Per_Call_Deact_Code',
    'Block_CID_Act_Code',
    'Block_CID_Deact_Code',
    'Block_CID_Per_Call_Act_Code',
    'Block_CID_Per_Call_Deact_Code',
    'Block_ANC_Act_Code',
    'Block_ANC_Deact_Code',
    'DND_Act_Code',
    'DND_Deact_Code',
    'Secure_All_Call_Act_Code',
    'Secure_No_Call_Act_Code',
    'Secure_One_Call_Act_Code',
    'Secure_One_Call_Deact_Code',
    'Paging_Code',
    'Prefer_G711u_Code',
    'Force_G711u_Code',
    'Prefer_G711a_Code',
    'Force_G711a_Code',
    'Prefer_G729a_Code',
    'Force_G729a_Code',
    'Referral_Services_Codes',
    'Feature_Dial_Services_Codes',
  ],
  gateways: [
    'Call_Redial_Code',
    'Call_Back_Act_Code',
    'Call_Back_Deact_Code',
    'Call_Back_Busy_Act_Code',
    'Cfwd_Last_Act_Code',
    'Cfwd_Last_Deact_Code',
    'Block_Last_Act_Code',
    'Block_Last_Deact_Code',
    'Accept_Last_Act_Code',
    'Accept_Last_Deact_Code',
    'CID_Act_Code',
    'CID_Deact_Code',
    'CWCID_Act_Code',
    'CWCID_Deact_Code',
    'Dist_Ring_Act_Code',
    'Dist_Ring_Deact_Code',
    'Speed_Dial_Act_Code',
    'Modem_Line_Toggle_Code',
    'Media_Loopback_Code',
    'Prefer_G726r32_Code',
    'Force_G726r32_Code',
  ],
} as const

/** `Time_Setup/Time_Zone` of the gateways by zone: offset, and two numbers that say when it is summer. The codes of Germany, London and Los Angeles are seen. */
export const gatewayZones: Readonly<Record<string, string>> = {
  'Europe/Berlin': '+01 2 2',
  'Europe/London': '+00 2 2',
  'America/Los_Angeles': '-08 1 1',
  'America/Denver': '-07 1 1',
  'America/Chicago': '-06 1 1',
  'America/New_York': '-05 1 1',
}

export interface AnalogLine {
  readonly impedance: string
  readonly callerId: string
  readonly callerIdStandard: string
  readonly ringFrequency: number
}

/** How a telephone is spoken to, by country. */
const analogLines: Readonly<Record<string, Partial<AnalogLine>>> = {
  AT: { impedance: '220+820||115nF' },
  CH: { impedance: '220+820||115nF' },
  DE: { impedance: '220+820||115nF' },
  LI: { impedance: '220+820||115nF' },
  GB: { impedance: '370+620||310nF', callerId: 'ETSI FSK With PR(UK)' },
  US: { impedance: '600', callerId: 'Bellcore(N.Amer,China)', callerIdStandard: 'bell 202', ringFrequency: 20 },
  CA: { impedance: '600', callerId: 'Bellcore(N.Amer,China)', callerIdStandard: 'bell 202', ringFrequency: 20 },
}

/** Countries that are not listed get the harmonised line of Europe (ETSI TBR 21). */
export function analogLine(country: string): AnalogLine {
  return {
    impedance: '270+750||150nF',
    callerId: 'ETSI FSK',
    callerIdStandard: 'v.23',
    ringFrequency: 25,
    ...analogLines[country],
  }
}
