import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import type {
  NumberPlan,
  PlanLine,
  PublicCallAnswer,
  PublicCallRequest,
  RunningCall,
  SwitchEvent,
  Trunk,
} from '#switch/port.ts'
import { type Step, startParty } from './call-scenarios.ts'
import { register, type Sipp, type SippAccount } from './sipp.ts'
import { credentialOf, prepareSwitch, type SwitchSetting, until } from './switch.ts'

/** Two vPBXs with telephones on 127.0.0.1 and trunks on other loopback addresses, around one switch. */
export interface PublicNetwork {
  port: number
  setting: SwitchSetting
  switch(): KamailioSwitch
  /** What the decider was asked since `reset`. */
  asked: PublicCallRequest[]
  events: SwitchEvent[]
  /** What the decider says from now on. */
  decide(answer: PublicCallAnswer | (() => Promise<PublicCallAnswer>)): void
  /** A telephone that calls from its own line. */
  calls(phone: Phone, steps: Step[], calls?: number): Promise<Sipp>
  /** A telephone that is registered and waits. */
  rings(phone: Phone, steps: Step[], calls?: number): Promise<Sipp>
  /** A trunk that waits for calls, or makes one to the switch. */
  trunk(address: string, steps: Step[], how?: 'waits' | 'calls', calls?: number): Promise<Sipp>
  reset(): Promise<void>
  /** Another Raccord takes the place of this one; Kamailio goes on. `meanwhile` runs while there is none. */
  changeRaccord(meanwhile: () => Promise<void>): Promise<void>
  end(): Promise<void>
}

export interface Phone extends SippAccount {
  lineId: string
  vpbxId: string
  port: number
}

const trunkPort = 27080

export function trunkAt(address: string, more: Partial<Trunk> = {}): Trunk {
  return {
    ...{ id: trunkId(address), host: address, port: trunkPort, transport: 'udp', networks: [], registers: false },
    ...{ digest: null, fromDomain: 'provider.test', numberFormat: 'plus', callingCode: '41', nationalPrefix: '0' },
    ...{ internationalPrefix: '00', srtp: false, maxCalls: null },
    ...more,
  }
}

function trunkId(address: string): string {
  return `t${address.split('.').at(-1)}`
}

function line(lineId: string, number: string, more: Partial<PlanLine> = {}): PlanLine {
  return {
    ...{ lineId, extensionId: `e${lineId}`, accountId: `a${lineId}`, kind: 'internal', number },
    ...{ extensionNumber: number, displayName: `Name ${lineId}`, ringsToo: null, accountMaxCalls: null },
    ...{ emergencyNumber: '', emergencyLocation: '' },
    ...more,
  }
}

/** Telephones, their ports from `port` + 2 on. */
function phonesFrom(port: number) {
  const phone = (at: number, lineId: string, vpbxId: string, number: string): Phone => ({
    ...{ digestName: `d${lineId}`, secret: `secret-${lineId}`, number, lineId, vpbxId, port: port + at },
  })
  return {
    anna: phone(2, 'l21', 'v1', '21'),
    ben: phone(4, 'l22', 'v1', '22'),
    /** A public line of Anna's vPBX. */
    desk: phone(6, 'p21', 'v1', '+41441110021'),
    /** The other vPBX. */
    carl: phone(8, 'm21', 'v2', '21'),
    shop: phone(10, 'q21', 'v2', '+41442220021'),
  }
}

export function plans(
  more: { v1?: Partial<NumberPlan>; l21?: Partial<PlanLine>; p21?: Partial<PlanLine> } = {},
): NumberPlan[] {
  const emergency = { emergencyNumber: '+41441110021', emergencyLocation: 'Zurich; Bahnhofstrasse 1' }
  return [
    {
      ...{ vpbxId: 'v1', country: 'CH', maxCalls: null, teams: [], shortNumbers: [] },
      lines: [
        line('l21', '21', { ...emergency, ...more.l21 }),
        line('l22', '22', emergency),
        line('p21', '+41441110021', { kind: 'public', extensionNumber: '21', ...emergency, ...more.p21 }),
      ],
      ...more.v1,
    },
    {
      ...{ vpbxId: 'v2', country: 'CH', maxCalls: null, teams: [], shortNumbers: [] },
      lines: [line('m21', '21'), line('q21', '+41442220021', { kind: 'public', extensionNumber: '21' })],
    },
  ]
}

export const allowed = {
  ...{ allowed: true, number: '+41791234567', trunkIds: ['t11', 't12'], shownNumber: '+41441110021' },
  ...{ withheld: false, longest: null },
} satisfies PublicCallAnswer

export async function startPublicNetwork(
  port: number,
): Promise<PublicNetwork & { phones: ReturnType<typeof phonesFrom> }> {
  const setting = await prepareSwitch(port)
  const phones = phonesFrom(port)
  const credentials = Object.values(phones).map((phone) => credentialOf(phone, `x${phone.lineId}`, phone))
  for (const { aor } of credentials) setting.ages.set(aor, 0)
  const asked: PublicCallRequest[] = []
  const events: SwitchEvent[] = []
  let answer: () => Promise<PublicCallAnswer> = async () => allowed
  let subject = await raccord()

  async function raccord(): Promise<KamailioSwitch> {
    const next = createKamailioSwitch(setting.options)
    next.onEvent((event) => events.push(event))
    next.onPublicCall((request) => {
      asked.push(request)
      return answer()
    })
    await next.replaceCredentials(credentials)
    await next.replacePlans(plans())
    await next.replaceEmergencyNumbers({ CH: ['112', '117'] })
    await next.replaceTrunks([trunkAt('127.0.0.11'), trunkAt('127.0.0.12')])
    await next.start()
    return next
  }

  const network = {
    ...{ port, setting, phones, asked, events },
    switch: () => subject,
    decide: (next: PublicCallAnswer | (() => Promise<PublicCallAnswer>)) => {
      answer = typeof next === 'function' ? next : async () => next
    },
    calls: (phone: Phone, steps: Step[], calls = 1) =>
      startParty({ localPort: phone.port, target: port, account: phone, steps, calls }),
    async rings(phone: Phone, steps: Step[], calls = 1) {
      const outcome = await register({ account: phone, target: `127.0.0.1:${port}`, localPort: phone.port })
      if (!outcome.ok) throw new Error(`could not register\n${outcome.log}`)
      return startParty({ localPort: phone.port, steps, calls })
    },
    trunk: (address: string, steps: Step[], how: 'waits' | 'calls' = 'waits', calls = 1) =>
      startParty({
        ...{ localAddress: address, localPort: trunkPort, steps, calls },
        ...(how === 'calls' ? { target: port } : {}),
      }),
    async reset() {
      // What a test before this one began is told of to its end.
      await until('no call is left', async () => (await subject.calls()).length === 0)
      answer = async () => allowed
      await subject.replacePlans(plans())
      await subject.replaceTrunks([trunkAt('127.0.0.11'), trunkAt('127.0.0.12')])
      await subject.forgetEndedCalls((await subject.endedCalls()).map(({ id }) => id))
      asked.length = 0
      events.length = 0
    },
    async changeRaccord(meanwhile: () => Promise<void>) {
      subject.detach()
      try {
        await meanwhile()
      } finally {
        subject = await raccord()
      }
    },
    async end() {
      await subject.stop()
      setting.remove()
    },
  }
  return network
}

export function startedCalls(events: SwitchEvent[]): RunningCall[] {
  return events.flatMap((event) => (event.type === 'callStarted' ? [event.call] : []))
}

/** Requests of a method as SIPp received them, without the answers. */
export function received(log: string, method: string): string[] {
  return [...log.matchAll(/message received \[\d+\] bytes\s*:\s*\n\n(\w+ sip[\s\S]*?\n\n|SIP\/2\.0[\s\S]*?\n\n)/g)]
    .map(([, text]) => text ?? '')
    .filter((text) => text.startsWith(`${method} `))
}

/** The values of a header in a message. */
export function header(message: string | undefined, name: string): string[] {
  return [...(message ?? '').matchAll(new RegExp(`^${name}: *(.*?)\\s*$`, 'gim'))].map(([, value]) => value ?? '')
}
