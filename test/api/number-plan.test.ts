import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#domain/id.ts'
import { createNetworkSync } from '#services/number-plan.ts'
import type { NumberPlan } from '#switch/port.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

describe.each(engines)('the number plan at the switch on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>
  let provider: TestClient
  let vpbxId: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
    await buildVpbx(installation, 'Beta')
    provider = await signIn(installation, 'provider', installation.firstPassword)
    vpbxId = own.vpbx.id
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const plans = () => installation.sipSwitch.plans()
  const planOf = (id: string): NumberPlan | undefined => plans().find((plan) => plan.vpbxId === id)
  const plan = (): NumberPlan => planOf(vpbxId) ?? expect.fail('the switch has no plan of the vPBX')
  const line = (number: string) => plan().lines.find((one) => one.number === number)
  const call = async (method: string, path: string, body?: unknown) => {
    const reply = await provider.request(method, path, body)
    expect(reply.body, `${method} ${path}`).not.toHaveProperty('error')
    return reply.body as { id: string }
  }
  const addPublic = async (index: 0 | 1, number: string) =>
    (await call('POST', `/api/extensions/${own.extensions[index].id}/lines`, { kind: 'public', number })).id
  const importCsv = (csv: string) =>
    call('POST', `/api/vpbxs/${vpbxId}/phonebook/import`, { file: Buffer.from(csv).toString('base64'), mode: 'merge' })

  test('holds a new vPBX, its country and its lines, each with its extension and account', async () => {
    expect(plans()).toHaveLength(2)
    const [first] = own.extensions
    const { account_id } = await installation.database.db
      .selectFrom('extension')
      .select('account_id')
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow()
    expect(plan()).toMatchObject({ country: 'CH', maxCalls: null, teams: [], shortNumbers: [] })
    expect(line('21')).toEqual({
      lineId: lineOf(first),
      extensionId: first.id,
      accountId: account_id,
      kind: 'internal',
      number: '21',
      extensionNumber: '21',
      displayName: 'Alpha Réception',
      ringsToo: null,
      accountMaxCalls: null,
      emergencyNumber: '',
      emergencyLocation: '',
    })
  })

  test('a public line rings the internal one of its extension, and gives it the number for emergencies', async () => {
    const id = await addPublic(0, '021 555 01 01')
    expect(line('+41215550101')).toMatchObject({ lineId: id, kind: 'public', ringsToo: line('21')?.lineId })
    expect([line('21')?.emergencyNumber, line('22')?.emergencyNumber]).toEqual(['+41215550101', ''])
    await call('PATCH', `/api/vpbxs/${vpbxId}/rights`, { mainNumber: '+41215550101' })
    expect(line('22')?.emergencyNumber).toBe('+41215550101')
    await call('DELETE', `/api/lines/${id}`)
    expect(line('+41215550101')).toBeUndefined()
    expect([line('21')?.emergencyNumber, line('22')?.emergencyNumber]).toEqual(['', ''])
  })

  test('follows a further line, a new name and an extension that goes', async () => {
    const extension = await call('POST', `/api/vpbxs/${vpbxId}/extensions`, { number: '30', displayName: 'Dépôt' })
    await call('POST', `/api/extensions/${extension.id}/lines`, { kind: 'internal', number: '31' })
    expect(line('31')).toMatchObject({ extensionId: extension.id, extensionNumber: '30', ringsToo: null })
    await call('PATCH', `/api/extensions/${extension.id}`, { displayName: 'Magasin' })
    expect([line('30')?.displayName, line('31')?.displayName]).toEqual(['Magasin', 'Magasin'])
    await call('DELETE', `/api/extensions/${extension.id}`)
    expect(plan().lines.map(({ number }) => number)).toEqual(['21', '22'])
  })

  test('has the teams with the internal lines of their members, in their order', async () => {
    const [first, second] = own.extensions
    const input = {
      number: '50',
      name: 'Vente',
      extensionIds: [second.id, first.id],
      strategy: 'turn',
      ringSeconds: 15,
    }
    const team = await call('POST', `/api/vpbxs/${vpbxId}/teams`, input)
    const shown = { teamId: team.id, number: '50', name: 'Vente', strategy: 'turn', ringSeconds: 15 }
    expect(plan().teams).toEqual([{ ...shown, lineIds: [lineOf(second), lineOf(first)] }])
    await call('PATCH', `/api/teams/${team.id}`, { extensionIds: [], number: '51' })
    expect(plan().teams).toEqual([{ ...shown, number: '51', lineIds: [] }])
    await call('DELETE', `/api/teams/${team.id}`)
    expect(plan().teams).toEqual([])
  })

  test('has the short numbers, after each kind of change of the phonebook', async () => {
    const path = `/api/vpbxs/${vpbxId}/phonebook`
    const { id } = await call('POST', path, { name: 'Anna', number: '021 555 01 09', shortNumber: '700' })
    await call('POST', path, { name: 'No short number', number: '021 555 01 10' })
    expect(plan().shortNumbers).toEqual([{ number: '700', dialled: '+41215550109' }])
    await call('PATCH', `/api/phonebook-entries/${id}`, { shortNumber: '701', number: '22' })
    expect(plan().shortNumbers).toEqual([{ number: '701', dialled: '22' }])
    await importCsv('name,number,short number\nBea,0215550111,702')
    expect(
      plan()
        .shortNumbers.map(({ number }) => number)
        .sort(),
    ).toEqual(['701', '702'])
    await call('DELETE', `/api/phonebook-entries/${id}`)
    expect(plan().shortNumbers.map(({ number }) => number)).toEqual(['702'])
    await call('DELETE', path)
    expect(plan().shortNumbers).toEqual([])
  })

  test('follows the country and the greatest number of calls', async () => {
    await call('PATCH', `/api/vpbxs/${vpbxId}`, { country: 'FR' })
    await call('PATCH', `/api/vpbxs/${vpbxId}/rights`, { maxCalls: 4 })
    await call('PATCH', `/api/extensions/${own.extensions[0].id}/rights`, { maxCalls: 2 })
    expect(plan()).toMatchObject({ country: 'FR', maxCalls: 4 })
    expect([line('21')?.accountMaxCalls, line('22')?.accountMaxCalls]).toEqual([2, null])
    await call('PATCH', `/api/vpbxs/${vpbxId}`, { country: 'CH' })
  })

  test('has a chosen emergency number and place, and forgets a number that the vPBX no longer has', async () => {
    const publicLine = await addPublic(0, '021 555 01 01')
    const lineId = lineOf(own.extensions[1])
    await call('PATCH', `/api/lines/${lineId}/rights`, {
      emergencyNumber: '021 555 01 01',
      emergencyLocation: 'Rue du Lac 1, 2e étage',
    })
    expect(line('22')).toMatchObject({
      emergencyNumber: '+41215550101',
      emergencyLocation: 'Rue du Lac 1, 2e étage',
    })
    await call('DELETE', `/api/lines/${publicLine}`)
    expect(line('22')?.emergencyNumber).toBe('')
  })

  test('goes with the vPBX', async () => {
    const { id } = await call('POST', '/api/vpbxs', { name: 'Gone' })
    expect(planOf(id)).toMatchObject({ lines: [] })
    await call('DELETE', `/api/vpbxs/${id}`)
    expect(planOf(id)).toBeUndefined()
  })

  test('of many changes at once the last word is what the database says', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Nom ${index}`)
    const id = own.extensions[0].id
    await Promise.all(names.map((displayName) => provider.request('PATCH', `/api/extensions/${id}`, { displayName })))
    const { display_name } = await installation.database.db
      .selectFrom('extension')
      .select('display_name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(line('21')?.displayName).toBe(display_name)
  })

  test('who asks while an older reading is on its way gets a newer one, and it stays', async () => {
    const { database, sipSwitch } = installation
    const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const written: NumberPlan[] = []
    const slowSwitch = {
      ...sipSwitch,
      putPlan: async (plan: NumberPlan) => {
        reached.resolve()
        await gate.promise
        written.push(plan)
      },
    }
    const sealer = { seal: (text: string) => text, open: (text: string) => text }
    const { syncPlan } = createNetworkSync({ db: database.db, sipSwitch: slowSwitch, sealer })
    const rename = (display_name: string) =>
      database.db.updateTable('extension').set({ display_name }).where('id', '=', own.extensions[0].id).execute()
    await rename('Older')
    const first = syncPlan(vpbxId)
    await reached.promise
    await rename('Newer')
    const second = syncPlan(vpbxId)
    const third = syncPlan(vpbxId)
    gate.resolve()
    await Promise.all([first, second, third])
    const names = written.map(({ lines }) => lines.find(({ number }) => number === '21')?.displayName)
    expect(names.at(-1)).toBe('Newer')
    // The third shared the second's turn.
    expect(written).toHaveLength(2)
    await installation.services.networkSync.syncPlan(vpbxId)
  })

  test('is all there after a start, with the emergency numbers and the trunks in their order', async () => {
    const before = structuredClone(plans())
    await installation.sipSwitch.replacePlans([])
    await call('POST', '/api/trunks', { name: 'One', host: '192.0.2.10' })
    await installation.sipSwitch.replaceTrunks([])
    await installation.services.networkSync.pushAll()
    const byId = (all: NumberPlan[]) => all.toSorted((a, b) => (a.vpbxId < b.vpbxId ? -1 : 1))
    expect(byId(plans())).toEqual(byId(before))
    expect(installation.sipSwitch.emergencyNumbers().CH).toContain('144')
    expect(installation.sipSwitch.trunks()).toMatchObject([{ host: '192.0.2.10', callingCode: '41' }])
  })

  test('of 10,000 extensions and 10,000 short numbers is made in well under a second', async () => {
    const { id } = await call('POST', '/api/vpbxs', { name: 'Large' })
    await fill(installation, id, 10_000)
    // Time of the processor: the clock on the wall also counts what else the machine does.
    const begin = process.cpuUsage()
    await installation.services.networkSync.syncPlan(id)
    const { user, system } = process.cpuUsage(begin)
    const took = (user + system) / 1000
    expect(planOf(id)?.lines).toHaveLength(10_000)
    expect(planOf(id)?.shortNumbers).toHaveLength(10_000)
    expect(took).toBeLessThan(1000)
  }, 60_000)
})

/** Straight into the tables: each with its account, extension and line. */
async function fill({ database: { db } }: TestInstallation, vpbxId: string, count: number): Promise<void> {
  const owner = () => ({ id: newId(), created_at: 0, vpbx_id: vpbxId })
  for (let from = 0; from < count; from += 500) {
    const numbers = Array.from({ length: 500 }, (_, index) => String(10_000 + from + index))
    const accounts = numbers.map((number) => ({
      ...owner(),
      ...{ digest_name: `large${number}`, secret_sealed: '', ha1: '', credentials_changed_at: 0 },
    }))
    const extensions = numbers.map((number, index) => ({
      ...owner(),
      ...{ account_id: accounts[index]?.id ?? '', number, display_name: `Poste ${number}` },
    }))
    const lines = numbers.map((number, index) => ({
      ...owner(),
      ...{
        extension_id: extensions[index]?.id ?? '',
        kind: 'internal' as const,
        number,
        dial_key: `${vpbxId}:${number}`,
      },
    }))
    const entries = numbers.map((number) => ({
      ...owner(),
      ...{ name: number, number: '+41215550101', short_number: `8${number}`, sort_key: number, search_key: number },
    }))
    await db.insertInto('account').values(accounts).execute()
    await db.insertInto('extension').values(extensions).execute()
    await db.insertInto('line').values(lines).execute()
    await db.insertInto('phonebook_entry').values(entries).execute()
  }
}
