import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import type { Credential, NumberPlan, PlanLine, PlanTeam } from '#switch/port.ts'
import { openPhone, type Phone, type PhoneOptions } from './phone.ts'
import type { SippAccount } from './sipp.ts'
import { credentialOf, prepareSwitch, type SwitchSetting, until } from './switch.ts'

/** Two vPBXs on a switch of their own, with telephones that come and go. */
export interface Office {
  subject: KamailioSwitch
  setting: SwitchSetting
  /** A telephone that is registered. */
  phone(name: AccountName, port: number, more?: Partial<PhoneOptions>): Promise<Phone>
  /** One that only has the data. */
  unregistered(name: AccountName, port: number, more?: Partial<PhoneOptions>): Promise<Phone>
  /** What Kamailio wrote into its log. */
  log(): string
  /** Everybody goes home; nothing is registered. */
  clear(): Promise<void>
  end(): Promise<void>
}

const people = {
  anna: ['aa01', '21', {}],
  annaAtHome: ['aa02', '21', {}],
  annaOnTheMove: ['aa03', '21', {}],
  annaPublic: ['aa04', '+41445550121', { lineId: 'public-21' }],
  bruno: ['bb01', '22', {}],
  brunoAtHome: ['bb02', '22', {}],
  clara: ['cc01', '23', {}],
  dora: ['dd01', '24', { srtp: true }],
  emil: ['ee01', '25', { networks: ['127.0.0.9/32', '10.0.0.0/8'] }],
  stranger: ['ff01', '21', { vpbxId: 'other', lineId: 'other-21' }],
  strangerToo: ['ff02', '22', { vpbxId: 'other', lineId: 'other-22' }],
} as const satisfies Record<string, readonly [string, string, Partial<Credential>]>
export type AccountName = keyof typeof people

const names = Object.keys(people) as AccountName[]
const accountOf = (name: AccountName): SippAccount => ({
  digestName: `d-${people[name][0]}`,
  secret: `secret-${name}`,
  number: people[name][1],
})
const aors = names.map((name) => people[name][0])

const line = (number: string, displayName: string, more: Partial<PlanLine> = {}): PlanLine => ({
  lineId: `line-${number}`,
  extensionId: `ext-${number}`,
  accountId: `account-${number}`,
  kind: 'internal',
  number,
  extensionNumber: number,
  displayName,
  ringsToo: null,
  accountMaxCalls: null,
  emergencyNumber: '',
  emergencyLocation: '',
  ...more,
})

const team = (number: string, strategy: 'all' | 'turn', numbers: string[]): PlanTeam => ({
  teamId: `team-${number}`,
  number,
  name: `Team ${number}`,
  strategy,
  ringSeconds: 1,
  lineIds: numbers.map((one) => `line-${one}`),
})

const own: NumberPlan = {
  vpbxId: 'vpbx',
  country: 'CH',
  maxCalls: null,
  lines: [
    line('21', 'Anna "A" Müller & Co'),
    line('21', 'Anna "A" Müller & Co', {
      lineId: 'public-21',
      kind: 'public',
      number: '+41445550121',
      ringsToo: 'line-21',
    }),
    line('22', 'Bruno'),
    line('23', 'Clara'),
    line('24', 'Dora'),
    line('25', 'Emil'),
  ],
  teams: [team('50', 'all', ['21', '22', '23']), team('51', 'turn', ['21', '22', '23'])],
  shortNumbers: [
    { number: '301', dialled: '22' },
    { number: '302', dialled: '0791234567' },
  ],
}
const other: NumberPlan = {
  ...own,
  vpbxId: 'other',
  lines: [
    line('21', 'Stranger', { lineId: 'other-21', extensionId: 'other-ext-21' }),
    line('22', 'Stranger Too', { lineId: 'other-22', extensionId: 'other-ext-22' }),
  ],
  teams: [],
  shortNumbers: [],
}

export async function openOffice(port: number): Promise<Office> {
  const setting = await prepareSwitch(port)
  const subject = createKamailioSwitch(setting.options)
  const phones: Phone[] = []
  for (const aor of aors) setting.ages.set(aor, 0)
  await subject.replaceCredentials(names.map((name) => credentialOf(accountOf(name), people[name][0], people[name][2])))
  await subject.replacePlans([own, other])
  await subject.start()

  async function unregistered(name: AccountName, localPort: number, more: Partial<PhoneOptions> = {}) {
    const target = { host: '127.0.0.1', port: more.transport === 'tls' ? port + 1 : port }
    const phone = await openPhone({ account: accountOf(name), port: localPort, target, ...more })
    phones.push(phone)
    return phone
  }

  return {
    subject,
    setting,
    unregistered,
    async phone(name, localPort, more) {
      const phone = await unregistered(name, localPort, more)
      const code = await phone.register()
      if (code !== 200) throw new Error(`${name} cannot register: ${code}`)
      return phone
    },
    log: () => readFileSync(join(setting.options.directory, 'kamailio.log'), 'utf8'),
    async clear() {
      for (const { id } of await subject.calls()) await subject.endCall(id)
      await until('nobody talks', async () => (await subject.calls()).length === 0)
      for (const phone of phones.splice(0)) phone.close()
      await subject.removeRegistrations(aors)
    },
    async end() {
      await subject.stop()
      setting.remove()
    },
  }
}
