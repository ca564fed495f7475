import { copyFileSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRpc, lookup } from '#switch/kamailio/rpc.ts'
import type { ApiClient } from '../support/api-client.ts'
import { type Changes, createChanges } from '../support/changes.ts'
import { buildFleet, type Fleet, type FleetExtension, type FleetPhone, inCompany } from '../support/fleet.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'
import { until } from '../support/sip/switch.ts'
import { type Load, registerEach, startLoad } from '../support/sip-load.ts'

/** 200 telephones register while an administrator works, and the power goes: of Kamailio, of Raccord, of both. */

const target = '127.0.0.1:27824'
/** Milliseconds: Kamailio begins to write what it holds to disk 5 seconds after it was done the last time; the rest is for writing. */
const flushed = 12_000
const changesBeforeTheEnd = 12

let raccord: RaccordProcess
let api: ApiClient
let fleet: Fleet
let changes: Changes
/** Extensions that nobody changes: their telephones must never notice anything. */
let steady: FleetExtension[]
let aors: Map<string, string>
const loads: { end(): Promise<unknown> }[] = []
let scenario = 0

beforeAll(async () => {
  raccord = createRaccord(27820)
  await raccord.start()
  api = await raccord.api()
  fleet = await buildFleet(raccord, { extensionCount: 40, phonesEach: 5 })
  // The switch counts in whole seconds: who registers in the very second of a new credential may be thought to have used the one before.
  const builtAt = Date.now()
  await until('the second of their making is over', () => Date.now() > builtAt + 1000)
  steady = fleet.extensions.slice(20)
  changes = createChanges(api, fleet, fleet.extensions.slice(0, 20))
})
afterEach(endLoads)
afterAll(async () => {
  fleet?.close()
  await raccord?.remove()
})

test('a killed Kamailio comes back by itself; provisioning goes on meanwhile and nothing acknowledged is lost', async () => {
  const { known } = await underLoad()
  const fetches = fetchOnAndOn()
  loads.push(fetches)
  const [before] = raccord.switch.groups()
  await changes.run(changesBeforeTheEnd, () => raccord.switch.kill())
  const killedAt = Date.now()
  do await changes.run(4)
  while (!(await switchIsUp()) && Date.now() < killedAt + 15_000)
  expect(await switchIsUp()).toBe(true)
  // Whoever changes something while the switch is away is not told of it.
  expect(changes.acknowledged.unsure).toEqual(new Set())
  expect(await fetches.end()).toMatchObject({ refused: 0, failed: 0 })
  expect(raccord.switch.groups()).not.toContain(before)
  await everythingStands(known)
})

test('a killed Raccord finds its Kamailio running, which served the telephones all the while', async () => {
  const { known, steadyLoad } = await underLoad()
  const before = raccord.switch.groups()
  await changes.run(changesBeforeTheEnd, () => raccord.kill())
  expect(raccord.switch.groups()).toEqual(before)
  await startAgain()
  expect(await steadyLoad.finish()).toEqual({ succeeded: expect.toSatisfy((count) => count > 100), failed: 0 })
  expect(raccord.switch.groups()).toEqual(before)
  await everythingStands(known)
})

test('when both are killed the start brings back what was registered and all that was acknowledged', async () => {
  const { known } = await underLoad()
  await changes.run(changesBeforeTheEnd, () => {
    raccord.switch.kill()
    return raccord.kill()
  })
  expect(raccord.switch.processes()).toEqual([])
  await startAgain()
  await everythingStands(known)
})

test('SIGTERM ends all that was started, and a fetch of the last moment is kept', async () => {
  const phone = steadyPhones()[0]
  if (!phone) throw new Error('no telephone')
  const before = await accessCount(phone)
  expect((await fleet.fetch(phone.link)).status).toBe(200)
  expect(await raccord.terminate()).toBe(0)
  expect(raccord.switch.processes()).toEqual([])
  await raccord.start()
  expect(await accessCount(phone)).toBe(before + 1)
})

/** All telephones are registered, that is on disk, and they go on registering; `known` is which contacts the steady ones have. */
async function underLoad(): Promise<{ known: Set<string>; steadyLoad: Load }> {
  scenario += 1
  aors = readAors()
  const crowds = [
    { accounts: steadyPhones().map((phone) => phone.account), target, from: '127.0.0.2', localPort: 27830 },
    { accounts: changingPhones().map((phone) => phone.account), target, from: '127.0.0.3', localPort: 27831 },
  ] as const
  for (const crowd of crowds) expect(await registerEach(crowd, 200)).toBe(crowd.accounts.length)
  const started = [startLoad(crowds[0], 50), startLoad(crowds[1], 50)] as const
  loads.push(...started)
  const known = await steadyContacts()
  expect(known.size).toBeGreaterThanOrEqual(100)
  await until('all is on disk', () => missing(known, contactsOnDisk()).length === 0, quietly(flushed))
  return { known, steadyLoad: started[0] }
}

async function endLoads(): Promise<void> {
  await Promise.all(loads.splice(0).map((load) => load.end()))
}

/** Starts Raccord where it was killed: a telephone is served within 5 seconds. */
async function startAgain(): Promise<void> {
  const link = steadyPhones()[0]?.link ?? ''
  const served = () =>
    fleet.fetch(link).then(
      ({ status }) => status === 200,
      () => false,
    )
  await Promise.all([raccord.start(), until('a telephone is served', served, quietly(5000))])
  await until('the switch is up', switchIsUp)
}

/** A time (ms) that holds on a machine that does nothing else, made longer by what else this one does. */
function quietly(ms: number): number {
  return ms * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
}

/** What must be true after each of the crashes. */
async function everythingStands(known: Set<string>): Promise<void> {
  await endLoads()
  expect(missing(known, await steadyContacts())).toEqual([])
  // What was removed while the switch was away is taken out as soon as it is back.
  await until('what was removed is gone', async () => (await contactsThatShouldBeGone()).length === 0, 5000)
  await changesHold()
  await credentialsHold()
  expect(await contactsThatShouldBeGone()).toEqual([])
  expect(raccord.switch.groups()).toHaveLength(1)
  expect(raccord.switch.log() + raccord.output()).not.toMatch(/already in use|portInUse/i)
}

/** The contacts of telephones that are deleted, and those that registered with credentials before they were renewed. */
async function contactsThatShouldBeGone(): Promise<string[]> {
  const rpc = createRpc(() => JSON.parse(readFileSync(join(raccord.switch.directory, 'doors.json'), 'utf8')))
  const lists = await inCompany(changes.acknowledged.voided, async ({ phone, account }) => {
    const contacts = await lookup(rpc, aors.get(phone.id) ?? '', Date.now(), 0)
    return contacts.filter(({ contact }) => contact.includes(`sip:${account.digestName}@`))
  })
  return lists.flat().map(({ contact }) => contact)
}

async function changesHold(): Promise<void> {
  const { names, created, deleted, unsure } = changes.acknowledged
  const sure = [...names].filter(([id]) => !unsure.has(id))
  const present = await inCompany(sure, async ([id]) => {
    const extension = await api.call<{ displayName: string }>('GET', `/api/extensions/${id}`)
    return [id, extension.displayName]
  })
  expect(present).toEqual(sure)
  const statuses = await inCompany(deleted, async ({ id, link }) => [
    (await api.request('GET', `/api/devices/${id}`)).status,
    (await fleet.fetch(link)).status,
  ])
  expect(statuses).toEqual(deleted.map(() => [404, 404]))
  for (const { id, extension } of created.splice(0)) fleet.phones.push(await fleet.setUp(id, extension))
}

/** At the switch itself: void credentials are refused, those that the configurations hold now are accepted. */
async function credentialsHold(): Promise<void> {
  const { voided } = changes.acknowledged
  const [refusing, accepting] = [`127.0.1.${scenario}`, `127.0.2.${scenario}`]
  const refused = voided.map(({ account }) => account)
  expect(refused.length).toBeGreaterThan(10)
  expect(await registerEach({ accounts: refused, target, from: refusing, localPort: 27832 }, 401)).toBe(refused.length)
  const phones = changingPhones()
  await inCompany(phones, async (phone) => {
    phone.account = await fleet.accountOf(phone.link)
  })
  const accounts = phones.map(({ account }) => account)
  expect(await registerEach({ accounts, target, from: accepting, localPort: 27833 }, 200)).toBe(accounts.length)
}

function steadyPhones(): FleetPhone[] {
  return fleet.phones.filter(({ extension }) => steady.includes(extension))
}

function changingPhones(): FleetPhone[] {
  const { unsure } = changes.acknowledged
  return fleet.phones.filter(({ extension }) => !steady.includes(extension) && !unsure.has(extension.id))
}

/** Kamailio's names of the contacts of the steady telephones: one that comes back from disk keeps its own. */
async function steadyContacts(): Promise<Set<string>> {
  const lists = await inCompany(steady, ({ lineId }) =>
    api.call<{ ruid: string }[]>('GET', `/api/lines/${lineId}/registrations`),
  )
  return new Set(lists.flat().map(({ ruid }) => ruid))
}

function missing(wanted: Set<string>, present: Set<string>): string[] {
  return [...wanted].filter((one) => !present.has(one))
}

/** Of a copy: Kamailio gives up at the first lock that it meets. */
function contactsOnDisk(): Set<string> {
  const copy = join(raccord.data, 'kam-copy.db')
  copyFileSync(join(raccord.switch.directory, 'db', 'kam.db'), copy)
  const db = new Database(copy)
  try {
    return new Set(db.prepare<[], string>('select ruid from location').pluck().all())
  } catch {
    // Copied in the middle of a change.
    return new Set()
  } finally {
    db.close()
  }
}

async function switchIsUp(): Promise<boolean> {
  return (await api.call<{ switchUp: boolean }>('GET', '/api/provider')).switchUp
}

async function accessCount(phone: FleetPhone): Promise<number> {
  return (await api.call<unknown[]>('GET', `/api/devices/${phone.id}/accesses`)).length
}

/** Device → the address of record under which the switch keeps its contacts. */
function readAors(): Map<string, string> {
  const db = new Database(join(raccord.data, 'raccord.db'), { readonly: true })
  try {
    const rows = db.prepare<[], { id: string; device_id: string }>('select id, device_id from device_line').all()
    return new Map([...(aors ?? []), ...rows.map(({ id, device_id }) => [device_id, id] as const)])
  } finally {
    db.close()
  }
}

/** One telephone that fetches again and again until it is told to end. */
function fetchOnAndOn(): { end(): Promise<{ served: number; refused: number; failed: number }> } {
  const link = steadyPhones()[0]?.link ?? ''
  const counts = { served: 0, refused: 0, failed: 0 }
  let ended = false
  const fetching = (async () => {
    while (!ended) {
      const status = await fleet.fetch(link).then(
        (answer) => answer.status,
        () => 0,
      )
      counts[status === 200 ? 'served' : status === 0 ? 'failed' : 'refused'] += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    async end() {
      ended = true
      await fetching
      return counts
    },
  }
}
