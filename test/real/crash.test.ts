import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRpc, lookup } from '#switch/kamailio/rpc.ts'
import { buildFleet, type Fleet, type FleetPhone, inCompany } from '../support/fleet.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'
import { until } from '../support/sip/switch.ts'
import { type Load, registerEach, startLoad } from '../support/sip-load.ts'
import { createChanges, type Changes } from '../support/changes.ts'

/** 200 telephones register while an administrator works, and the power goes: of Kamailio, of Raccord, of both. */

const sip = '127.0.0.1:27824'
/** Milliseconds: Kamailio writes what it holds to disk every 5 seconds. */
const surelyFlushed = 6000

let raccord: RaccordProcess
let fleet: Fleet
let changes: Changes
const loads: Load[] = []

beforeAll(async () => {
  raccord = createRaccord(27820)
  await raccord.start()
  fleet = await buildFleet(raccord, { extensionCount: 40, phonesEach: 5 })
  changes = createChanges(await raccord.api(), fleet)
})
afterAll(async () => {
  for (const load of loads) await load.end()
  fleet?.close()
  await raccord?.remove()
})

test('a killed Kamailio comes back by itself; provisioning goes on meanwhile and nothing acknowledged is lost', async () => {
  const { settled } = await underLoad()
  const fetches = fetchOnAndOn()
  const [before] = raccord.switch.groups()
  await changes.run({ until: killAfter(12, () => raccord.switch.kill()) })
  await changes.run({ count: 8 })
  await until('the switch is up again', switchIsUp, 15_000)
  await endLoads()
  expect(await fetches.end()).toMatchObject({ refused: 0 })
  expect(raccord.switch.groups()).not.toContain(before)
  await allStands(settled)
})

test('a killed Raccord finds its Kamailio running, which served the telephones all the while', async () => {
  const { settled, steady } = await underLoad()
  const before = raccord.switch.groups()
  await changes.run({ until: killAfter(12, () => raccord.kill()) })
  expect(raccord.switch.groups()).toEqual(before)
  await startAgain()
  const { succeeded, failed } = await steady.finish()
  expect({ enough: succeeded > 100, failed }).toEqual({ enough: true, failed: 0 })
  await endLoads()
  expect(raccord.switch.groups()).toEqual(before)
  await allStands(settled)
})

test('when both are killed the start brings back what was registered and all that was acknowledged', async () => {
  const { settled } = await underLoad()
  await changes.run({
    until: killAfter(12, () => {
      raccord.switch.kill()
      return raccord.kill()
    }),
  })
  await endLoads()
  expect(raccord.switch.processes()).toEqual([])
  await startAgain()
  await allStands(settled)
})

test('SIGTERM ends all that was started, and keeps a fetch of the last moment', async () => {
  const phone = fleet.phones.at(-1)
  if (!phone) throw new Error('no phone')
  const before = (await accessesOf(phone)).length
  expect((await fleet.fetch(phone.link)).status).toBe(200)
  expect(await raccord.terminate()).toBe(0)
  expect(raccord.switch.processes()).toEqual([])
  await raccord.start()
  expect(await accessesOf(phone)).toHaveLength(before + 1)
})
