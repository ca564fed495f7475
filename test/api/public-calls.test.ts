import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '#domain/call.ts'
import type { TariffClass } from '#domain/tariff-class.ts'
import type { PublicCallRequest } from '#switch/port.ts'
import { buildTariff, perMinute } from '../support/charges.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

const rate = (prefix: string, destinationClass: TariffClass) => ({
  ...{ ...perMinute, prefix, destination: prefix, class: destinationClass },
})
const rates = [
  rate('41', 'national'),
  rate('4179', 'mobile'),
  rate('41900', 'premium'),
  rate('411818', 'premium'),
  rate('41800', 'free'),
  rate('33', 'international'),
  rate('8816', 'satellite'),
]

describe.each(engines)('a call to the public network on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>
  let theirs: Awaited<ReturnType<typeof buildVpbx>>
  let provider: TestClient
  let administrator: TestClient
  let trunkIds: string[]
  let calls = 0

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
    theirs = await buildVpbx(installation, 'Beta')
    provider = await signIn(installation, 'provider', installation.firstPassword)
    administrator = await signIn(installation, own.administrator.user.login, own.administrator.password)
    await buildTariff(installation, rates)
    const made = [
      await change('POST', '/api/trunks', { name: 'First', host: '192.0.2.10' }),
      await change('POST', '/api/trunks', { name: 'Off', host: '192.0.2.20', enabled: false }),
      await change('POST', '/api/trunks', { name: 'Second', host: '192.0.2.30' }),
    ]
    trunkIds = [made[0]?.id ?? '', made[2]?.id ?? '']
  })
  afterEach(async () => {
    await change('PATCH', vpbxRights(), { blocked: false, barred: [], mainNumber: null })
    for (const index of [0, 1] as const) {
      await change('PATCH', accountRights(index), { blocked: false, barred: [] })
      await change('PATCH', lineRights(index), { blocked: false, barred: [], shownNumber: null, withheld: false })
    }
    await removePublicLines()
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const change = async (method: string, path: string, body?: unknown, client = provider) => {
    const reply = await client.request(method, path, body)
    expect(reply.body, `${method} ${path}`).not.toHaveProperty('error')
    return reply.body as { id: string }
  }
  const vpbxRights = () => `/api/vpbxs/${own.vpbx.id}/rights`
  const accountRights = (index: 0 | 1) => `/api/extensions/${own.extensions[index].id}/rights`
  const lineRights = (index: 0 | 1) => `/api/lines/${lineOf(own.extensions[index])}/rights`
  const addPublic = (index: 0 | 1, number: string, of = own) =>
    change('POST', `/api/extensions/${of.extensions[index].id}/lines`, { kind: 'public', number })
  const removePublicLines = async () => {
    const { db } = installation.database
    const lines = await db.selectFrom('line').select('id').where('kind', '=', 'public').execute()
    for (const { id } of lines) await change('DELETE', `/api/lines/${id}`)
  }

  /** Extension 21 of the vPBX calls, unless said otherwise. */
  const ask = async (dialled: string, request: Partial<PublicCallRequest> = {}) => {
    calls += 1
    const callId = `call${calls}`
    const lineId = lineOf(own.extensions[0])
    const answer = await installation.sipSwitch.askPublicCall({
      ...{ callId, sipCallId: `sip${calls}`, vpbxId: own.vpbx.id, payerLineId: lineId, why: 'call', dialled },
      caller: { lineId, number: '21', name: 'Alpha Réception' },
      withheld: false,
      ...request,
    })
    // What was reserved goes back, so that each test begins alike.
    await installation.services.charges.release(callId)
    return answer
  }
  const refused = (refusal: Refusal) => ({ allowed: false, refusal })

  test('goes out over the trunks that are enabled, in their order, with its number in E.164', async () => {
    expect(await ask('021 555 09 09')).toEqual({
      ...{ allowed: true, number: '+41215550909', trunkIds, shownNumber: '', withheld: false, longest: null },
    })
  })

  test('follows a new order of the trunks', async () => {
    const all = (await provider.request('GET', '/api/trunks')).body as { id: string }[]
    await change('PUT', '/api/trunks/order', { ids: all.map(({ id }) => id).reverse() })
    expect(await ask('0215550909')).toMatchObject({ trunkIds: trunkIds.toReversed() })
    await change('PUT', '/api/trunks/order', { ids: all.map(({ id }) => id) })
  })

  test.each([
    ['0033140205050', '+33140205050'],
    ['+33140205050', '+33140205050'],
    ['0791234567', '+41791234567'],
    ['0800800800', '+41800800800'],
    ['1818', '+411818'],
    ['+881612345678', '+881612345678'],
  ])('to %s reaches %s', async (dialled, number) => {
    expect(await ask(dialled)).toMatchObject({ allowed: true, number })
  })

  test.each<[string, Refusal]>([
    ['0', 'unknownNumber'],
    ['021555', 'unknownNumber'],
    ['*21#', 'unknownNumber'],
    ['anna', 'unknownNumber'],
    ['0044 20 7946 0958', 'noRate'],
    // Its prefix 41 is the one of national numbers: a short number must be named.
    ['1414', 'noRate'],
    ['143', 'noRate'],
  ])('to %s is refused: %s', async (dialled, refusal) => {
    expect(await ask(dialled)).toEqual(refused(refusal))
  })

  describe.each(['the vPBX', 'the account', 'the line'] as const)('at the level of %s', (level) => {
    const path = () => ({ 'the vPBX': vpbxRights(), 'the account': accountRights(0), 'the line': lineRights(0) })[level]

    test.each(['administrator', 'provider'] as const)('is blocked by the %s, and opened again', async (who) => {
      const client = who === 'provider' ? provider : administrator
      await change('PATCH', path(), { blocked: true }, client)
      expect(await ask('0215550909')).toEqual(refused('blocked'))
      await change('PATCH', path(), { blocked: false }, client)
      expect(await ask('0215550909')).toMatchObject({ allowed: true })
    })

    test('is barred by the class of its rate alone', async () => {
      await change('PATCH', path(), { barred: ['premium', 'international'] }, administrator)
      expect(await ask('0900123456')).toEqual(refused('barred'))
      expect(await ask('1818')).toEqual(refused('barred'))
      expect(await ask('0033140205050')).toEqual(refused('barred'))
      expect(await ask('0215550909')).toMatchObject({ allowed: true })
      expect(await ask('0791234567')).toMatchObject({ allowed: true })
    })
  })

  test('a block or a bar of a colleague is none for others', async () => {
    await change('PATCH', lineRights(1), { blocked: true })
    await change('PATCH', accountRights(1), { blocked: true, barred: ['national'] })
    expect(await ask('0215550909')).toMatchObject({ allowed: true })
  })

  test('a block holds before anything else is looked at', async () => {
    await change('PATCH', lineRights(0), { blocked: true })
    expect(await ask('anna')).toEqual(refused('blocked'))
  })

  test('is refused at the limit, and cut where the limit ends', async () => {
    const path = `/api/vpbxs/${own.vpbx.id}`
    const { database, clock } = installation
    const limit = { vpbx_id: own.vpbx.id, day_limit: null, threshold: 90, email: '', set_by: 'provider' as const }
    const told = { threshold_told: null, month_told: null, day_told: null }
    const scope_key = `line:${lineOf(own.extensions[0])}`
    await database.db
      .insertInto('charge_limit')
      .values({ scope_key, month_limit: 240_000, ...limit, ...told })
      .execute()
    expect(clock.now, path).toBeGreaterThan(0)
    expect(await ask('0215550909')).toMatchObject({ allowed: true, longest: 120 })
    await database.db.updateTable('charge_limit').set({ month_limit: 100_000 }).execute()
    expect(await ask('0215550909')).toEqual(refused('limitReached'))
    await database.db.deleteFrom('charge_limit').execute()
  })

  test('without a trunk is refused, but to a number that is hosted here it needs none', async () => {
    await addPublic(1, '021 555 02 02', theirs)
    const { db } = installation.database
    await db.updateTable('trunk').set({ enabled: 0 }).where('id', 'in', trunkIds).execute()
    expect(await ask('0215550909')).toEqual(refused('noTrunk'))
    expect(await ask('0215550202')).toMatchObject({ allowed: true, number: '+41215550202', trunkIds: [] })
    await db.updateTable('trunk').set({ enabled: 1 }).where('id', 'in', trunkIds).execute()
  })

  test.each([
    ['that does not exist', { payerLineId: '0'.repeat(20) }],
    ['of another vPBX', {}],
  ])('that a line %s would pay for is refused', async (_, payer) => {
    const payerLineId = lineOf(theirs.extensions[0])
    expect(await ask('0215550909', { payerLineId, ...payer })).toEqual(refused('blocked'))
  })

  test('is refused when something breaks, and somebody is told', async () => {
    const { db } = installation.database
    await db.updateTable('line').set({ barred: 'broken' }).where('id', '=', lineOf(own.extensions[0])).execute()
    expect(await ask('0215550909')).toEqual(refused('notReady'))
    expect(installation.failures.splice(0)).toHaveLength(1)
    await db.updateTable('line').set({ barred: '[]' }).where('id', '=', lineOf(own.extensions[0])).execute()
  })

  describe('the number that is shown', () => {
    const shown = async (request: Partial<PublicCallRequest> = {}) => {
      const answer = await ask('0215550909', request)
      return answer.allowed ? [answer.shownNumber, answer.withheld] : answer.refusal
    }

    test('is by the rule: the chosen one, its own, the first of the extension, the main one, none', async () => {
      expect(await shown()).toEqual(['', false])
      await addPublic(1, '021 555 01 99')
      expect(await shown()).toEqual(['', false])
      await change('PATCH', vpbxRights(), { mainNumber: '021 555 01 99' }, administrator)
      expect(await shown()).toEqual(['+41215550199', false])
      installation.clock.now += 1000
      const first = await addPublic(0, '021 555 01 21')
      installation.clock.now += 1000
      const second = await addPublic(0, '021 555 01 20')
      expect(await shown()).toEqual(['+41215550121', false])
      expect(await shown({ payerLineId: second.id })).toEqual(['+41215550120', false])
      await change('PATCH', lineRights(0), { shownNumber: '021 555 01 20' }, administrator)
      expect(await shown()).toEqual(['+41215550120', false])
      await change('DELETE', `/api/lines/${second.id}`)
      expect(await shown()).toEqual(['+41215550121', false])
      await change('DELETE', `/api/lines/${first.id}`)
      expect(await shown()).toEqual(['+41215550199', false])
    })

    test('is never one that went to another vPBX in the meantime', async () => {
      const line = await addPublic(0, '021 555 01 20')
      await change('PATCH', lineRights(0), { shownNumber: '021 555 01 20' })
      await change('PATCH', vpbxRights(), { mainNumber: '021 555 01 20' })
      await change('DELETE', `/api/lines/${line.id}`)
      await addPublic(0, '021 555 01 20', theirs)
      expect(await shown()).toEqual(['', false])
    })

    test('is withheld when the line or the telephone says so', async () => {
      expect(await shown({ withheld: true })).toEqual(['', true])
      await change('PATCH', lineRights(0), { withheld: true })
      expect(await shown()).toEqual(['', true])
    })

    describe.each(['forward', 'transfer'] as const)('of a %s', (why) => {
      const stranger = { lineId: null, number: '+33140205050', name: '' }

      test('is the caller’s own when he is a colleague, with his own wish', async () => {
        await addPublic(0, '021 555 01 21')
        await addPublic(1, '021 555 01 22')
        const caller = { lineId: lineOf(own.extensions[1]), number: '22', name: '' }
        expect(await shown({ why, caller })).toEqual(['+41215550122', false])
        await change('PATCH', lineRights(0), { withheld: true })
        expect(await shown({ why, caller })).toEqual(['+41215550122', false])
        await change('PATCH', lineRights(1), { withheld: true })
        expect(await shown({ why, caller })).toEqual(['+41215550122', true])
      })

      test('is that of a caller from outside', async () => {
        await addPublic(0, '021 555 01 21')
        expect(await shown({ why, caller: stranger })).toEqual(['+33140205050', false])
      })

      test.each(['anonymous', '', '21', '0140205050', '+0', '<script>'])(
        'is the payer’s own for a caller %j',
        async (number) => {
          await addPublic(0, '021 555 01 21')
          expect(await shown({ why, caller: { ...stranger, number } })).toEqual(['+41215550121', false])
        },
      )

      test('is the payer’s own, and withheld, for a caller who hid himself', async () => {
        await addPublic(0, '021 555 01 21')
        expect(await shown({ why, caller: stranger, withheld: true })).toEqual(['+41215550121', true])
      })

      test('is the payer’s own when somebody outside pretends to be one of ours', async () => {
        await addPublic(0, '021 555 01 21')
        await addPublic(1, '021 555 02 02', theirs)
        const caller = { ...stranger, number: '+41215550202' }
        expect(await shown({ why, caller })).toEqual(['+41215550121', false])
        const honest = { ...caller, lineId: lineOf(theirs.extensions[1]) }
        expect(await shown({ why, caller: honest })).toEqual(['+41215550202', false])
      })
    })
  })

  describe.each(['forward', 'transfer'] as const)('that a %s makes', (why) => {
    const caller = { lineId: null, number: '+33140205050', name: '' }

    test('is blocked and barred as the one who passes it on is', async () => {
      await change('PATCH', lineRights(0), { barred: ['mobile'] })
      expect(await ask('0791234567', { why, caller })).toEqual(refused('barred'))
      await change('PATCH', accountRights(0), { blocked: true })
      expect(await ask('0215550909', { why, caller })).toEqual(refused('blocked'))
    })

    test.each(['112', '117', '144', '+41144', '0041144'])('does not put anybody through to %s', async (dialled) => {
      expect(await ask(dialled, { why, caller })).toEqual(refused('unknownNumber'))
    })
  })
})
