/** Parameters of a gateway's profile, or of a port that has one to itself (templates HT80x, HT81x). */
const first = {
  active: 271,
  server: 47,
  failover: 967,
  outbound: 48,
  transport: 130,
  sipsScheme: 2329,
  nat: 52,
  register: 31,
  unregister: 81,
  expires: 32,
  withoutRegistration: 109,
  mwi: 99,
  dtmf: [850, 851, 852],
  codecs: [57, 58, 59, 60, 61, 62, 46, 98],
  silence: 50,
  symmetric: 291,
  srtp: 183,
  faxMode: 228,
  faxReinvite: 4416,
  jitterType: 133,
  jitterLength: 132,
  echoCancellerOff: 824,
  echoSuppressorOff: 4441,
  impedance: 854,
  callerId: 853,
  localFeatures: 191,
  dialPlan: 4200,
  checkChain: 2367,
  checkDomain: 2311,
  identity: { userId: 35, authId: 36, password: 34, name: 3 },
}

export type Profile = typeof first

const second: Profile = {
  active: 401,
  server: 747,
  failover: 987,
  outbound: 748,
  transport: 830,
  sipsScheme: 2429,
  nat: 730,
  register: 731,
  unregister: 752,
  expires: 732,
  withoutRegistration: 813,
  mwi: 709,
  dtmf: [860, 861, 862],
  codecs: [757, 758, 759, 760, 761, 762, 814, 815],
  silence: 750,
  symmetric: 460,
  srtp: 443,
  faxMode: 710,
  faxReinvite: 4417,
  jitterType: 831,
  jitterLength: 832,
  echoCancellerOff: 825,
  echoSuppressorOff: 4442,
  impedance: 864,
  callerId: 863,
  localFeatures: 751,
  dialPlan: 4201,
  checkChain: 2467,
  checkDomain: 2411,
  identity: { userId: 735, authId: 736, password: 734, name: 703 },
}

export const profiles = { first, second } as const

export interface PortParameters {
  readonly active: number
  readonly userId: number
  readonly authId: number
  readonly password: number
  readonly name: number
  readonly profile: number
  readonly huntingGroup: number
}

/** A port of a gateway with shared profiles, from 1 to 48; rows of parameters that are full go on elsewhere (template GXW42xx). */
export function portParameters(port: number): PortParameters {
  if (port > 32) {
    const [at, active] = [21_000 + port - 33, 21_384 + port - 33]
    return {
      active,
      userId: at,
      authId: at + 64,
      password: at + 128,
      name: at + 192,
      profile: at + 256,
      huntingGroup: at + 320,
    }
  }
  const row = (start: number, later: number) => (port > 30 ? later : start) + (port > 30 ? port - 31 : port - 1)
  return {
    active: 4595 + port - 1,
    userId: row(4060, 4240),
    authId: row(4090, 4242),
    password: row(4120, 4244),
    name: port > 20 ? 4252 + port - 21 : 4180 + port - 1,
    profile: row(4150, 4246),
    huntingGroup: row(4300, 4250),
  }
}
