import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PublicCallRequest } from '#switch/port.ts'
import { header, tagOf, uriOf } from '../support/sip/message.ts'
import { type Office, openOffice } from '../support/sip/office.ts'
import { sdp } from '../support/sip/phone.ts'
import { until } from '../support/sip/switch.ts'
import { codeOf, errorsIn, talk } from '../support/sip/talk.ts'

const port = 27000
let office: Office
const asked: PublicCallRequest[] = []

beforeAll(async () => {
  office = await openOffice(port)
  office.subject.onPublicCall(async (request) => {
    asked.push(request)
    return { allowed: false, refusal: 'unknownNumber' }
  })
})
afterAll(async () => {
  if (process.env.SHOW_LOG) console.log(office.log())
  await office.end()
})
afterEach(async () => {
  asked.length = 0
  await office.clear()
})
describe('a transfer', () => {
  test('without a word: the telephone that was sent calls, and who sent it is known', async () => {
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const { caller } = await talk(anna, bruno, '22')
    const lines = ['Refer-To: <sip:23@pbx.test>', 'Referred-By: <sip:99@pbx.test>']
    const refer = anna.inside(caller, 'REFER', { lines })
    const asking = await bruno.next('REFER')
    expect(header(asking, 'refer-to')).toBe('<sip:23@pbx.test>')
    expect(header(asking, 'referred-by')).not.toContain('99')
    bruno.answer(asking, 202)
    expect((await refer).code).toBe(202)
    const call = await bruno.invite('23')
    clara.answer(await clara.next('INVITE'), 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
  })

  test('to the public network is charged to the one who sends, once', async () => {
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const { callee } = await talk(anna, bruno, '22')
    const refer = bruno.inside(callee, 'REFER', { lines: ['Refer-To: <sip:0791234567@pbx.test>'] })
    anna.answer(await anna.next('REFER'), 202)
    expect((await refer).code).toBe(202)
    expect(await codeOf(anna, '0791234567')).toBe(404)
    expect(await codeOf(anna, '0791234567')).toBe(404)
    expect(asked.map(({ payerLineId, why }) => [payerLineId, why])).toEqual([
      ['line-22', 'transfer'],
      ['line-21', 'call'],
    ])
  })

  test('after a word: the call that is replaced is the one of the sender, and the very telephone is reached', async () => {
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const { caller: first } = await talk(anna, bruno, '22')
    const { caller: second, final } = await talk(anna, clara, '23', 'clara')
    const replaces = `${second.callId};to-tag=clara;from-tag=${tagOf(second.local)}`
    expect((await bruno.ask({ to: '23', lines: [`Replaces: ${replaces}`] })).code, 'nobody said so yet').toBe(481)
    const to = `<${uriOf(header(final, 'contact'))}?Replaces=${encodeURIComponent(replaces)}>`
    const refer = anna.inside(first, 'REFER', { lines: [`Refer-To: ${to}`] })
    bruno.answer(await bruno.next('REFER'), 202)
    expect((await refer).code).toBe(202)
    const uri = uriOf(header(final, 'contact'))
    const call = await bruno.invite('23', { uri, lines: [`Replaces: ${replaces}`] })
    const invite = await clara.next('INVITE')
    expect(header(invite, 'replaces')).toBe(replaces)
    clara.answer(invite, 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
  })

  test('of somebody else’s call is refused', async () => {
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const dora = await office.phone('dora', 27018)
    const { caller: first } = await talk(anna, bruno, '22')
    const { caller: foreign } = await talk(clara, dora, '24', 'dora')
    const replaces = encodeURIComponent(`${foreign.callId};to-tag=dora;from-tag=${tagOf(foreign.local)}`)
    const lines = [`Refer-To: <sip:24@pbx.test?Replaces=${replaces}>`]
    expect((await anna.inside(first, 'REFER', { lines })).code).toBe(403)
  })
})

describe('teams, short numbers and forwards', () => {
  test('a team that rings all at once is answered by one, and the others learn that', async () => {
    const caller = await office.phone('dora', 27018)
    const members = [await office.phone('anna', 27010), await office.phone('bruno', 27012)]
    const call = await caller.invite('50', { body: sdp(28000) })
    const [first, second] = [await members[0]?.next('INVITE'), await members[1]?.next('INVITE')]
    if (!first || !second) throw new Error('none')
    members[0]?.answer(first, 180)
    await until('it rings', () => caller.heard.some(({ code }) => code === 180))
    members[1]?.answer(second, 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    expect(header((await members[0]?.next('CANCEL')) ?? first, 'reason')).toContain('completed elsewhere')
  })

  test('a member who calls the team rings the others alone, and one who declines does not end it', async () => {
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const call = await anna.invite('50')
    bruno.answer(await bruno.next('INVITE'), 603)
    clara.answer(await clara.next('INVITE'), 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    expect(anna.count('INVITE')).toBe(0)
  })

  test('a team in turn goes from one to the next, past those who are not there, busy, or do not answer', async () => {
    const caller = await office.phone('dora', 27018)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const call = await caller.invite('51', { body: sdp(28000) })
    const first = await bruno.next('INVITE')
    bruno.answer(first, 180)
    expect(clara.count('INVITE')).toBe(0)
    const second = await clara.next('INVITE')
    expect(header(second, 'from')).toMatch(/^"Dora" ?<sip:24@pbx\.test>/)
    await bruno.next('CANCEL')
    clara.answer(second, 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    const again = await caller.invite('51')
    bruno.answer(await bruno.next('INVITE'), 486)
    clara.answer(await clara.next('INVITE'), 486)
    expect((await again.final).code).toBe(480)
  })

  test('a short number leads inside, or asks for the public network with what it stands for', async () => {
    const caller = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const call = await caller.invite('301')
    bruno.answer(await bruno.next('INVITE'), 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    expect(await codeOf(caller, '302')).toBe(404)
    expect(asked).toMatchObject([{ dialled: '0791234567', why: 'call', payerLineId: 'line-21' }])
  })

  test('a telephone that forwards leads to a colleague, whatever host it names', async () => {
    const caller = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const call = await caller.invite('22')
    bruno.answer(await bruno.next('INVITE'), 302, { lines: ['Contact: <sip:23@198.51.100.7>'] })
    const invite = await clara.next('INVITE')
    expect(header(invite, 'from')).toContain('<sip:21@pbx.test>')
    clara.answer(invite, 200, { body: sdp(28000) })
    const final = await call.final
    expect(final.code).toBe(200)
    await clara.next('ACK')
    expect((await caller.inside(caller.leg(final), 'BYE')).code).toBe(200)
  })

  test('a telephone that forwards to the public network does so in its own name, and two that forward to each other come to an end', async () => {
    const caller = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    const call = await caller.invite('22')
    bruno.answer(await bruno.next('INVITE'), 302, { lines: ['Contact: <sip:0791234567@pbx.test>'] })
    expect((await call.final).code).toBe(404)
    expect(asked).toMatchObject([{ dialled: '0791234567', why: 'forward', payerLineId: 'line-22' }])
    const round = await caller.invite('22')
    for (let hop = 0; hop < 3; hop++) {
      bruno.answer(await bruno.next('INVITE'), 302, { tag: `b${hop}`, lines: ['Contact: <sip:23@pbx.test>'] })
      clara.answer(await clara.next('INVITE'), 302, { tag: `c${hop}`, lines: ['Contact: <sip:22@pbx.test>'] })
    }
    expect((await round.final).code).toBe(480)
  })
})

describe('whoever is up to no good', () => {
  test('gets no call without authentication, nor under a number that is not his', async () => {
    const mallory = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    expect((await mallory.ask({ to: '22', sign: false })).code).toBe(407)
    expect((await mallory.ask({ to: '22', from: '23' })).code).toBe(403)
    expect((await mallory.ask({ method: 'MESSAGE', to: '22' })).code).toBe(405)
    expect((await mallory.ask({ method: 'REFER', to: '22' })).code).toBe(405)
    expect((await mallory.ask({ method: 'BYE', to: '22' })).code).toBe(481)
    expect(bruno.count('INVITE') + bruno.count('MESSAGE') + bruno.count('REFER')).toBe(0)
  })

  test('cannot send anything through us with Route headers and a tag that he made up', async () => {
    const mallory = await office.phone('anna', 27010)
    const victim = await office.unregistered('clara', 27016)
    const us = `<sip:127.0.0.1:${port};lr>`
    const routes = [
      [`Route: ${us}`, 'Route: <sip:127.0.0.1:27016;lr>'],
      ['Route: <sip:127.0.0.1:27016;lr>'],
      [`Route: ${us}`],
    ]
    for (const lines of routes)
      for (const method of ['INVITE', 'BYE', 'MESSAGE', 'REFER', 'OPTIONS', 'INFO']) {
        const uri = 'sip:9@127.0.0.1:27016'
        const { code } = await mallory.ask({ method, to: '9', uri, toTag: 'made-up', lines, sign: false })
        expect([method, code]).toEqual([method, 481])
      }
    const call = await mallory.invite('22', { lines: ['Route: <sip:127.0.0.1:27016;lr>'], body: sdp(28000) })
    expect((await call.final).code).toBe(480)
    expect(victim.heard).toEqual([])
  })

  test('cannot lead a call that he is in to a third place', async () => {
    const mallory = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const victim = await office.unregistered('clara', 27016)
    const { caller } = await talk(mallory, bruno, '22')
    const away = { ...caller, routes: [...caller.routes, '<sip:127.0.0.1:27016;lr>'] }
    expect((await mallory.inside(away, 'INFO', { uri: 'sip:9@127.0.0.1:27016' })).code).toBe(200)
    await bruno.next('INFO')
    expect((await mallory.inside({ ...caller, routes: [] }, 'INFO', { uri: 'sip:9@127.0.0.1:27016' })).code).toBe(200)
    expect(victim.heard).toEqual([])
    expect((await mallory.inside(caller, 'MESSAGE')).code).toBe(405)
  })

  test('uses a line from its networks alone', async () => {
    const here = await office.unregistered('emil', 27010)
    expect(await here.register()).toBe(403)
    const there = await office.unregistered('emil', 27010, { address: '127.0.0.9' })
    expect(await there.register()).toBe(200)
    expect(await codeOf(there, '22')).toBe(480)
    expect(await codeOf(here, '22')).toBe(403)
  })

  test('finds no way past the lines of his own vPBX', async () => {
    const mallory = await office.phone('stranger', 27010)
    const anna = await office.phone('anna', 27012)
    for (const number of ['vpbx:21', "21' or '1'='1", '+41445550121', '23'])
      expect([number, await codeOf(mallory, encodeURIComponent(number))]).toEqual([number, 404])
    expect(anna.count('INVITE')).toBe(0)
  })
})

test('the log of the switch holds no error', () => {
  expect(errorsIn(office.log(), /rtpengine/)).toEqual([])
})
