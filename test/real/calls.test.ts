import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PublicCallRequest } from '#switch/port.ts'
import { header } from '../support/sip/message.ts'
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
describe('a call inside a vPBX', () => {
  test('shows who calls as the number plan says, and nothing that the telephone claims', async () => {
    const caller = await office.phone('anna', 27010)
    const callee = await office.phone('bruno', 27012)
    const claims = ['P-Asserted-Identity: <sip:9@x>', 'Remote-Party-ID: <sip:9@x>', 'X-Y: 1', 'Alert-Info: <x>;info=y']
    const call = await caller.invite('22', { display: 'Somebody Else', lines: [...claims, 'Referred-By: <sip:9@x>'] })
    const invite = await callee.next('INVITE')
    expect(header(invite, 'from')).toMatch(/^"Anna \\"A\\" Müller & Co" ?<sip:21@pbx\.test>;tag=/)
    expect(invite.text).not.toMatch(/^(P-|X-|Remote-Party-ID|Alert-Info|Referred-By|Proxy-Auth)/im)
    callee.answer(invite, 180)
    callee.answer(invite, 200, { body: sdp(28012), lines: ['P-Asserted-Identity: <sip:9@x>'] })
    const final = await call.final
    expect(final.text).not.toMatch(/P-Asserted/)
    await callee.next('ACK')
    const leg = caller.leg(final)
    expect((await caller.inside(leg, 'BYE')).code).toBe(200)
    await callee.next('BYE')
    expect((await caller.inside(leg, 'BYE')).code).toBe(481)
  })

  test('from a public line shows the extension, and both ways inside the call fit together', async () => {
    const caller = await office.phone('annaPublic', 27010)
    const callee = await office.phone('bruno', 27012)
    const { caller: leg, callee: other, invite } = await talk(caller, callee, '22')
    expect(header(invite, 'from')).toContain('<sip:21@pbx.test>')
    expect((await callee.inside(other, 'INFO')).code).toBe(200)
    expect(header(await caller.next('INFO'), 'to')).toContain('sip:+41445550121@pbx.test')
    expect((await caller.inside(leg, 'BYE')).code).toBe(200)
    expect(header(await callee.next('BYE'), 'from')).toContain('sip:21@pbx.test')
  })

  test('rings all devices of a line; the first to answer has it, the others learn that', async () => {
    const caller = await office.phone('bruno', 27012)
    const desk = await office.phone('anna', 27010)
    const home = await office.phone('annaAtHome', 27014)
    const call = await caller.invite('21')
    const [first, second] = [await desk.next('INVITE'), await home.next('INVITE')]
    desk.answer(first, 180)
    home.answer(second, 180)
    await until('both ring', () => caller.heard.filter(({ code }) => code === 180).length === 2)
    home.answer(second, 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    expect(header(await desk.next('CANCEL'), 'reason')).toBe('SIP;cause=200;text="Call completed elsewhere"')
    expect(home.count('CANCEL')).toBe(0)
  })

  test('to one’s own number rings the other devices, never the one that calls', async () => {
    const caller = await office.phone('anna', 27010)
    const home = await office.phone('annaAtHome', 27014)
    const call = await caller.invite('21')
    home.answer(await home.next('INVITE'), 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    expect(caller.count('INVITE')).toBe(0)
  })

  test('is busy only when every device is, and declining is like being busy', async () => {
    const caller = await office.phone('clara', 27016)
    const desk = await office.phone('bruno', 27012)
    const home = await office.phone('brunoAtHome', 27014)
    const call = await caller.invite('22')
    desk.answer(await desk.next('INVITE'), 486)
    const ringing = await home.next('INVITE')
    home.answer(ringing, 180)
    await until('it rings', () => caller.heard.some(({ code }) => code === 180))
    expect(caller.heard.some(({ code }) => code >= 480)).toBe(false)
    home.answer(ringing, 603)
    expect((await call.final).code).toBe(486)
  })

  test('gets 480 when nobody is registered, and 404 when nobody has the number', async () => {
    const caller = await office.phone('anna', 27010)
    expect(await codeOf(caller, '22')).toBe(480)
    expect(await codeOf(caller, '99')).toBe(404)
    expect(asked).toMatchObject([{ dialled: '99', payerLineId: 'line-21', why: 'call' }])
    expect(await codeOf(caller, '*99')).toBe(404)
    expect(await codeOf(caller, '2%272')).toBe(404)
    expect(await codeOf(caller, 'bruno')).toBe(404)
  })

  test('gets 480 from a telephone that does not answer at all', async () => {
    const caller = await office.phone('anna', 27010)
    const callee = await office.phone('bruno', 27012)
    callee.close()
    expect(await codeOf(caller, '22')).toBe(480)
  })

  test('does not meet another vPBX that has the same numbers', async () => {
    const caller = await office.phone('strangerToo', 27010)
    const [own, foreign] = [await office.phone('stranger', 27012), await office.phone('anna', 27014)]
    const call = await caller.invite('21')
    own.answer(await own.next('INVITE'), 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    expect(foreign.count('INVITE')).toBe(0)
    expect(await codeOf(caller, '23')).toBe(404)
  })

  test('three devices of one line have three calls at a time', async () => {
    const own = [
      await office.phone('anna', 27010),
      await office.phone('annaAtHome', 27012),
      await office.phone('annaOnTheMove', 27014),
    ]
    const callees = [
      ['bruno', '22'],
      ['clara', '23'],
      ['dora', '24'],
    ] as const
    for (const [nth, phone] of own.entries()) {
      const [name, number] = callees[nth] ?? callees[0]
      await talk(phone, await office.phone(name, 27020 + 2 * nth), number)
    }
  })

  test('that is given up is cancelled at each device, and ends with 487', async () => {
    const caller = await office.phone('clara', 27016)
    const desk = await office.phone('bruno', 27012)
    const home = await office.phone('brunoAtHome', 27014)
    const call = await caller.invite('22')
    desk.answer(await desk.next('INVITE'), 180)
    home.answer(await home.next('INVITE'), 180)
    await until('it rings', () => caller.heard.some(({ code }) => code === 180))
    call.cancel()
    expect((await call.final).code).toBe(487)
    await desk.next('CANCEL')
    await home.next('CANCEL')
  })
})

describe('inside a call', () => {
  test.each([
    ['udp', 'tcp'],
    ['tcp', 'tls'],
    ['tls', 'udp'],
  ] as const)('hold, PRACK, UPDATE, INFO and BYE pass between %s and %s', async (one, two) => {
    const caller = await office.phone('anna', 27010, { transport: one })
    const callee = await office.phone('bruno', 27012, { transport: two })
    const call = await caller.invite('22', { lines: ['Supported: 100rel'] })
    const invite = await callee.next('INVITE')
    callee.answer(invite, 183, { tag: 'c', body: sdp(28000), lines: ['Require: 100rel', 'RSeq: 1'] })
    await until('it rings', () => caller.heard.some(({ code }) => code === 183))
    const early = caller.heard.find(({ code }) => code === 183)
    if (!early) throw new Error('none')
    expect((await caller.inside(caller.leg(early), 'PRACK', { lines: ['RAck: 1 2 INVITE'] })).code).toBe(200)
    await callee.next('PRACK')
    callee.answer(invite, 200, { tag: 'c', body: sdp(28000) })
    const leg = caller.leg(await call.final)
    await callee.next('ACK')
    const other = callee.legOf(invite, 'c')
    for (const method of ['UPDATE', 'INFO']) {
      expect((await callee.inside(other, method)).code).toBe(200)
      await caller.next(method)
    }
    const hold = callee.inside(other, 'INVITE', { body: sdp(28000, 'RTP/AVP', 'a=sendonly\r\n') })
    const held = await caller.next('INVITE')
    expect(held.body).toContain('a=sendonly')
    caller.answer(held, 200, { body: sdp(28002, 'RTP/AVP', 'a=recvonly\r\n') })
    expect((await hold).body).toContain('a=recvonly')
    await caller.next('ACK')
    expect((await callee.inside(other, 'BYE')).code).toBe(200)
    await caller.next('BYE')
    expect((await caller.inside(leg, 'INFO')).code).toBe(481)
  })

  test('telephones behind NAT reach each other, whatever address they claim', async () => {
    const caller = await office.phone('anna', 27010, { claims: '192.168.1.20:5060' })
    const callee = await office.phone('bruno', 27012, { claims: '192.168.1.20:5060' })
    const { caller: leg, callee: other } = await talk(caller, callee, '22')
    expect((await callee.inside(other, 'INFO')).code).toBe(200)
    await caller.next('INFO')
    expect((await caller.inside(leg, 'BYE')).code).toBe(200)
    await callee.next('BYE')
  })

  test('media is encrypted toward a telephone that wants it so, and only there', async () => {
    const plain = await office.phone('anna', 27010)
    const secure = await office.phone('dora', 27012)
    const key = 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n'
    const call = await plain.invite('24')
    const invite = await secure.next('INVITE')
    expect(invite.body).toMatch(/m=audio \d+ RTP\/SAVP /)
    expect(invite.body).toContain('a=crypto:')
    secure.answer(invite, 200, { tag: 'c', body: sdp(28000, 'RTP/SAVP', key) })
    const final = await call.final
    expect(final.body).toMatch(/m=audio \d+ RTP\/AVP /)
    const hold = secure.inside(secure.legOf(invite, 'c'), 'INVITE', { body: sdp(28000, 'RTP/SAVP', key) })
    const held = await plain.next('INVITE')
    expect(held.body).toMatch(/m=audio \d+ RTP\/AVP /)
    plain.answer(held, 200, { body: sdp(28002) })
    expect((await hold).body).toMatch(/m=audio \d+ RTP\/SAVP /)
    const back = await secure.invite('21', { body: sdp(28000, 'RTP/SAVP', key) })
    const incoming = await plain.next('INVITE')
    expect(incoming.body).toMatch(/m=audio \d+ RTP\/AVP /)
    plain.answer(incoming, 200, { body: sdp(28004) })
    expect((await back.final).body).toMatch(/m=audio \d+ RTP\/SAVP /)
  })
})

test('an offer that comes late is bridged too', async () => {
  const plain = await office.phone('anna', 27010)
  const secure = await office.phone('dora', 27012)
  const key = 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n'
  const call = await plain.invite('24', { body: '' })
  const invite = await secure.next('INVITE')
  expect(invite.body).toBe('')
  secure.answer(invite, 200, { tag: 'c', body: sdp(28000, 'RTP/SAVP', key) })
  expect((await call.final).body).toMatch(/m=audio \d+ RTP\/AVP /)
})

test('without a media relay a call is refused, and calls go through again when it is back', async () => {
  const caller = await office.phone('anna', 27010)
  const bruno = await office.phone('bruno', 27012)
  const pid = office.subject.media.running()?.pid ?? Number.NaN
  process.kill(pid, 'SIGSTOP')
  try {
    const refused = await (await caller.invite('22')).final
    console.log(refused.text)
    expect(refused.code).toBe(503)
    expect(bruno.count('INVITE')).toBe(0)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await until('it is asked again', async () => {
    const call = await caller.invite('22')
    await until(
      'it rings or is refused',
      () =>
        caller.heard.some(({ code, headers }) => code >= 480 && headers.some(([, value]) => value === call.callId)) ||
        bruno.heard.some(({ headers }) => headers.some(([, value]) => value === call.callId)),
    )
    return bruno.count('INVITE') > 0
  })
})

test('the log of the switch holds no error', () => {
  expect(errorsIn(office.log(), /rtpengine/)).toEqual([])
})
