import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { limited, urlHost } from '../../toolkit/text.ts'
import { type Parameter, parameter } from './parameter.ts'
import { codecCodes, pickupCode, srtpModes, transportTypes } from './words.ts'

const nameLength = 64

/** Numbers of an account's own parameters. */
interface AccountNumbers {
  readonly active: number
  readonly profile: number | null
  readonly label: number
  readonly user: number
  readonly authName: number
  readonly password: number
  readonly displayName: number
  readonly voicemail: number
  readonly directPickup: number
  readonly groupPickup: number
}

type Row = readonly [number, number, number, number, number, number, number, number, number, number]

/** Accounts 1 to 6 (Wazo plug-in): active, profile, label, user, authentication, password, display name, mailbox, pickup of one and of a group. */
const first: readonly Row[] = [
  [271, 24082, 20000, 35, 36, 34, 3, 33, 4705, 4706],
  [401, 24083, 20001, 735, 736, 734, 703, 426, 4715, 4716],
  [501, 24084, 20002, 504, 505, 506, 507, 526, 4725, 4726],
  [601, 24085, 20003, 604, 605, 606, 607, 626, 4735, 4736],
  [20360, 24086, 20378, 1704, 1705, 1706, 1707, 1726, 20464, 20466],
  [20361, 24087, 20379, 1804, 1805, 1806, 1807, 1826, 20465, 20467],
]

/** Accounts 7 to 16 stand in blocks of ten. */
const blocks: Row = [24090, 24088, 24100, 24110, 24120, 24130, 24140, 24170, 24220, 24230]

function numbersOf(slot: number): AccountNumbers {
  const row = first[slot - 1] ?? blocks.map((base) => base + slot - 7)
  const [active, profile, label, user, authName, password, displayName, voicemail, directPickup, groupPickup] =
    row as Row
  // Wazo goes on to 24097, which are the numbers of `active`: beyond account 8 the profile is left as it is, the first.
  return {
    active,
    profile: slot > 8 ? null : profile,
    label,
    user,
    authName,
    password,
    displayName,
    voicemail,
    directPickup,
    groupPickup,
  }
}

export function account({ spec }: RenderContext, slot: number, line: LineSpec | null): Parameter[] {
  const n = numbersOf(slot)
  const displayName = line ? limited(line.displayName, nameLength) || line.number : ''
  const own = (number: number | null, name: string, value: string | number) =>
    parameter(number, `Account${slot}_${name}`, value)
  return [
    own(n.active, 'Active', line ? 1 : 0),
    // All accounts are on one server, that of the first profile.
    own(n.profile, 'Profile', 0),
    own(n.label, 'Label', displayName),
    own(n.user, 'SipUserId', line?.number ?? ''),
    own(n.authName, 'AuthenticateID', line?.authName ?? ''),
    own(n.password, 'AuthenticatePassword', line?.password ?? ''),
    // The maker's spelling.
    own(n.displayName, 'DispalyName', displayName),
    own(n.voicemail, 'VoiceMailId', line ? limited(spec.voicemail, nameLength) : ''),
    own(n.directPickup, 'DirectCallPickupCode', line ? pickupCode : ''),
    own(n.groupPickup, 'GroupCallPickupCode', line ? pickupCode : ''),
  ]
}

/** Numbers of a server's parameters: server, transport, expiry in minutes, registration, SRTP, lamp, DTMF, and the six codecs. */
const profiles: readonly (readonly number[])[] = [
  [47, 130, 32, 31, 183, 99, 20166, 57, 58, 59, 60, 61, 62],
  // Firmware without profiles has these for accounts 2 to 4 (FusionPBX templates); with profiles they are profiles 2 to 4, which no account uses.
  [747, 830, 732, 731, 443, 709, 20167, 757, 758, 759, 760, 761, 762],
  [502, 930, 512, 510, 543, 515, 20168, 551, 552, 553, 554, 555, 556],
  [602, 1030, 612, 610, 643, 615, 20169, 651, 652, 653, 654, 655, 656],
]

export function servers(context: RenderContext): Parameter[] {
  return profiles
    .slice(0, Math.min(profiles.length, context.model.lineSlots))
    .flatMap((numbers, index) => server(context, index + 1, numbers))
}

function server({ spec, sipPort, srtp }: RenderContext, index: number, numbers: readonly number[]): Parameter[] {
  const { codecs, expiry } = spec.settings
  const values: readonly (readonly [string, string | number])[] = [
    ['Sipserver', `${urlHost(spec.host)}:${sipPort}`],
    ['SipTransport', transportTypes[spec.transport]],
    ['RegisterExpiration', Math.max(1, Math.round(expiry / 60))],
    ['SipRegistration', 1],
    ['SRtpMode', srtpModes[srtp]],
    ['SubscribeForMWI', 1],
    ['DtmfMode', 0],
    // Six places must be filled; the last codec stands in what is left.
    ...Array.from({ length: 6 }, (_, place): readonly [string, number] => [
      `Choice${place + 1}`,
      codecCodes[codecs[Math.min(place, codecs.length - 1)] ?? 'pcma'],
    ]),
  ]
  return values.map(([name, value], place) => parameter(numbers[place] ?? null, `Profile${index}_${name}`, value))
}
