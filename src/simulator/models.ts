import type { Mac } from '#domain/mac.ts'

/** What a simulated telephone says about itself. The makers' forms come from the vendors' own requests on the wire. */
export interface PhoneModel {
  readonly maker: 'yealink' | 'snom'
  /** The name in the User-Agent headers, as the maker writes it. */
  readonly name: string
  readonly firmware: string
  /** MAC address of a telephone that was not given one; the first half is the maker's. */
  readonly defaultMac: Mac
  /** Yealink only: number of the file that all telephones of the model share (`y0000000000NN.cfg`). */
  readonly commonFile?: string
}

export const phoneModels = {
  'yealink-t31g': {
    maker: 'yealink',
    name: 'SIP-T31G',
    firmware: '124.86.0.75',
    defaultMac: '001565ABCDE1',
    commonFile: '124',
  },
  'yealink-t46u': {
    maker: 'yealink',
    name: 'SIP-T46U',
    firmware: '108.86.0.20',
    defaultMac: '001565ABCDE2',
    commonFile: '108',
  },
  'yealink-t54w': {
    maker: 'yealink',
    name: 'SIP-T54W',
    firmware: '96.86.0.20',
    defaultMac: '001565ABCDEF',
    commonFile: '96',
  },
  'snom-d735': { maker: 'snom', name: 'snomD735', firmware: '10.1.169.16', defaultMac: '000413ABCDE1' },
  'snom-d785': { maker: 'snom', name: 'snomD785', firmware: '10.1.169.16', defaultMac: '000413ABCDEF' },
} as const satisfies Record<string, PhoneModel>

export type PhoneModelId = keyof typeof phoneModels

export function isPhoneModelId(value: string): value is PhoneModelId {
  return Object.hasOwn(phoneModels, value)
}

export const phoneModelIds = Object.keys(phoneModels).filter(isPhoneModelId)
