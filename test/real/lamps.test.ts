import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { header, type SipMessage } from '../support/sip/message.ts'
import { type Office, openOffice } from '../support/sip/office.ts'
import { type Phone, sdp } from '../support/sip/phone.ts'
import { until } from '../support/sip/switch.ts'
import { errorsIn } from '../support/sip/talk.ts'

const port = 27000
let office: Office

beforeAll(async () => {
  office = await openOffice(port)
})
afterAll(async () => {
  if (process.env.SHOW_LOG) console.log(office.log())
  await office.end()
})
afterEach(() => office.clear())

const accept = 'Accept: application/dialog-info+xml'
const watch = (phone: Phone, number: string, lines: string[] = ['Expires: 60']) =>
  phone.ask({ method: 'SUBSCRIBE', to: number, lines: ['Event: dialog', accept, ...lines] })

const stateOf = (notify: SipMessage) => /<state[^>]*>([^<]*)<\/state>/.exec(notify.body)?.[1] ?? ''
const notifiesOf = (phone: Phone, number: string) =>
  phone.heard.filter((one) => one.first.startsWith('NOTIFY') && header(one, 'from').includes(`sip:${number}@`))

/** The lamp as the last NOTIFY has it. */
function lamp(phone: Phone, number: string): string {
  const last = notifiesOf(phone, number).at(-1)
  return last ? stateOf(last) : 'none'
}

async function shines(phone: Phone, number: string, state: string): Promise<SipMessage> {
  await until(`the lamp of ${number} shows ${state}, not ${lamp(phone, number)}`, () => lamp(phone, number) === state)
  const last = notifiesOf(phone, number).at(-1)
  if (!last) throw new Error('none')
  return last
}

describe('a lamp', () => {
  // The first of all: nobody has watched these extensions before.
  test('is right for who begins to watch in the middle of a call', async () => {
    const watcher = await office.phone('clara', 27016)
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const call = await anna.invite('22')
    const invite = await bruno.next('INVITE')
    bruno.answer(invite, 180)
    expect((await watch(watcher, '22')).code).toBe(200)
    const ringing = await shines(watcher, '22', 'early')
    expect(ringing.body).toContain('display="Anna &quot;A&quot; M&#xFC;ller &amp; Co"')
    bruno.answer(invite, 200, { body: sdp(28000) })
    const final = await call.final
    await shines(watcher, '22', 'confirmed')
    expect((await watch(watcher, '21')).code).toBe(200)
    await shines(watcher, '21', 'confirmed')
    expect((await anna.inside(anna.leg(final), 'BYE')).code).toBe(200)
    await shines(watcher, '22', 'terminated')
    await shines(watcher, '21', 'terminated')
  })

  test('shows that an extension is called, is in a call, and is free again', async () => {
    const watcher = await office.phone('clara', 27016)
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    for (const number of ['21', '22']) expect((await watch(watcher, number)).code).toBe(200)
    await shines(watcher, '21', 'terminated')
    await shines(watcher, '22', 'terminated')
    const call = await anna.invite('22')
    const invite = await bruno.next('INVITE')
    bruno.answer(invite, 180)
    const ringing = await shines(watcher, '22', 'early')
    if (process.env.SHOW) console.log(ringing.text)
    await shines(watcher, '21', 'confirmed')
    expect(ringing.body).toContain('entity="sip:22@pbx.test"')
    expect(ringing.body).toContain('direction="recipient"')
    expect(ringing.body).toContain('sip:21@pbx.test')
    expect(ringing.body).toContain('display="Anna &quot;A&quot; M&#xFC;ller &amp; Co"')
    expect(Number(header(ringing, 'content-length'))).toBe(Buffer.byteLength(ringing.body))
    for (const secret of ['ext-22', 'line-22', 'raccord', call.callId, call.fromTag])
      expect(ringing.text).not.toContain(secret)
    bruno.answer(invite, 200, { body: sdp(28000) })
    const final = await call.final
    await shines(watcher, '22', 'confirmed')
    expect((await anna.inside(anna.leg(final), 'BYE')).code).toBe(200)
    await shines(watcher, '22', 'terminated')
    await shines(watcher, '21', 'terminated')
  })

  test('goes out when the call is given up, is refused, or nobody is there', async () => {
    const watcher = await office.phone('clara', 27016)
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    for (const number of ['21', '22']) await watch(watcher, number)
    const given = await anna.invite('22')
    bruno.answer(await bruno.next('INVITE'), 180)
    await shines(watcher, '22', 'early')
    given.cancel()
    await given.final
    await shines(watcher, '22', 'terminated')
    const refused = await anna.invite('22')
    const invite = await bruno.next('INVITE')
    bruno.answer(invite, 180, { tag: 'second' })
    await shines(watcher, '22', 'early')
    bruno.answer(invite, 486, { tag: 'second' })
    expect((await refused.final).code).toBe(486)
    await shines(watcher, '22', 'terminated')
    expect((await (await anna.invite('24')).final).code).toBe(480)
    await shines(watcher, '21', 'terminated')
  })

  test('of each member blinks with the team’s, and stays lit for the one who answers', async () => {
    const watcher = await office.phone('dora', 27018)
    const caller = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const clara = await office.phone('clara', 27016)
    for (const number of ['22', '23', '50']) expect((await watch(watcher, number)).code).toBe(200)
    const call = await caller.invite('50')
    const [first, second] = [await bruno.next('INVITE'), await clara.next('INVITE')]
    bruno.answer(first, 180)
    for (const number of ['22', '23', '50']) await shines(watcher, number, 'early')
    clara.answer(second, 200, { body: sdp(28000) })
    expect((await call.final).code).toBe(200)
    await shines(watcher, '23', 'confirmed')
    await shines(watcher, '22', 'terminated')
    await shines(watcher, '50', 'terminated')
  })

  test('tells a telephone behind NAT, over TCP and over TLS', async () => {
    const anna = await office.phone('anna', 27010)
    const watchers = [
      await office.phone('clara', 27016, { claims: '192.168.1.20:5060' }),
      await office.phone('bruno', 27012, { transport: 'tcp', claims: '192.168.1.21:5060' }),
      await office.phone('dora', 27018, { transport: 'tls', claims: '192.168.1.22:5060' }),
    ]
    for (const watcher of watchers) {
      expect((await watch(watcher, '21')).code).toBe(200)
      await shines(watcher, '21', 'terminated')
    }
    const call = await anna.invite('25')
    expect((await call.final).code).toBe(480)
    for (const watcher of watchers)
      await until('it heard of it', () => notifiesOf(watcher, '21').some((one) => stateOf(one) === 'confirmed'))
  })

  test('is for colleagues alone, and for no longer than two minutes', async () => {
    const anna = await office.phone('anna', 27010)
    const stranger = await office.phone('stranger', 27012)
    const answer = await watch(anna, '22', ['Expires: 3600'])
    expect([answer.code, header(answer, 'expires')]).toEqual([200, '120'])
    expect((await watch(stranger, '23')).code).toBe(404)
    expect((await watch(anna, '99')).code).toBe(404)
    expect((await anna.ask({ method: 'SUBSCRIBE', to: '22', lines: ['Event: presence'] })).code).toBe(489)
    const request = { method: 'SUBSCRIBE', to: '22', lines: ['Event: dialog'] }
    expect((await anna.ask({ ...request, sign: false })).code).toBe(407)
    expect((await anna.ask({ ...request, from: '23' })).code).toBe(403)
    const body = '<dialog-info/>'
    expect((await anna.ask({ method: 'PUBLISH', to: '22', lines: ['Event: dialog', 'Expires: 60'], body })).code).toBe(
      403,
    )
    await until('both are told', () => notifiesOf(anna, '22').length > 0)
    expect(stranger.count('NOTIFY')).toBe(0)
  })

  test('goes on with the subscription, ends with it, and is unknown after that', async () => {
    const anna = await office.phone('anna', 27010)
    const leg = anna.leg(await watch(anna, '22'))
    await shines(anna, '22', 'terminated')
    const more = (expires: number) =>
      anna.inside(leg, 'SUBSCRIBE', { lines: ['Event: dialog', accept, `Expires: ${expires}`] })
    expect((await more(60)).code).toBe(200)
    await until('told again', () => notifiesOf(anna, '22').length >= 2)
    expect((await more(0)).code).toBeLessThan(300)
    await until('told of the end', () =>
      notifiesOf(anna, '22').some((one) => header(one, 'subscription-state').startsWith('terminated')),
    )
    expect((await more(60)).code).toBeGreaterThan(400)
  })
})

describe('a pickup', () => {
  const pickers: [string, string, (ringing: SipMessage) => { number: string; lines: string[] }][] = [
    ['*8 and the extension', '22', () => ({ number: '*822', lines: [] })],
    ['*8 and the team', '50', () => ({ number: '*850', lines: [] })],
    [
      'Replaces, as the lamp names the call',
      '22',
      ({ body }) => {
        const word = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(body)?.[1] ?? ''
        const replaces = `${word('call-id')};to-tag=${word('local-tag')};from-tag=${word('remote-tag')}`
        return { number: '22', lines: [`Replaces: ${replaces};early-only`] }
      },
    ],
  ]
  test.each(pickers)(
    'by %s brings the call to the telephone that asked, which may answer by itself',
    async (_, called, how) => {
      const caller = await office.phone('anna', 27010)
      const bruno = await office.phone('bruno', 27012)
      const picker = await office.phone('dora', 27018)
      const watcher = await office.phone('clara', 27016)
      await watch(picker, called)
      await watch(watcher, '24')
      const call = await caller.invite(called)
      const ringing = await bruno.next('INVITE')
      bruno.answer(ringing, 180)
      const { number, lines } = how(await shines(picker, called, 'early'))
      expect((await (await picker.invite(number, { lines })).final).code).toBe(487)
      const picked = await picker.next('INVITE')
      expect(header(picked, 'from')).toContain('<sip:21@pbx.test>')
      expect(header(picked, 'call-info')).toContain('answer-after=0')
      expect(header(picked, 'alert-info')).toContain('info=alert-autoanswer')
      expect(header(ringing, 'call-info')).toBe('')
      expect(picked.body).toMatch(/m=audio \d+ RTP\/SAVP /)
      picker.answer(picked, 200, {
        tag: 'picker',
        body: sdp(
          28000,
          'RTP/SAVP',
          'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n',
        ),
      })
      const final = await call.final
      expect(final.code).toBe(200)
      await bruno.next('CANCEL')
      await shines(watcher, '24', 'confirmed')
      await shines(picker, called, 'terminated')
      expect((await caller.inside(caller.leg(final), 'BYE')).code).toBe(200)
      await picker.next('BYE')
      expect((await (await picker.invite('*822')).final).code).toBe(480)
    },
  )

  test('finds nothing where nothing rings, and nothing of another vPBX', async () => {
    const anna = await office.phone('anna', 27010)
    const bruno = await office.phone('bruno', 27012)
    const stranger = await office.phone('stranger', 27014)
    const refused = async (phone: Phone, number: string, lines: string[] = []) =>
      (await (await phone.invite(number, { lines })).final).code
    expect(await refused(anna, '*822')).toBe(480)
    expect(await refused(anna, '*899')).toBe(480)
    const watcher = await office.phone('clara', 27016)
    await watch(watcher, '22')
    await anna.invite('22')
    bruno.answer(await bruno.next('INVITE'), 180)
    const { body } = await shines(watcher, '22', 'early')
    expect(await refused(stranger, '*822')).toBe(480)
    const token = / call-id="([^"]*)"/.exec(body)?.[1]
    expect(await refused(stranger, '22', [`Replaces: ${token};to-tag=b;from-tag=a`])).toBe(480)
    expect(await refused(stranger, '22', ['Replaces: ext-22;to-tag=b;from-tag=a'])).toBe(480)
  })

  test('of two calls that ring takes the latest, then the other', async () => {
    const anna = await office.phone('anna', 27010)
    const clara = await office.phone('clara', 27016)
    const bruno = await office.phone('bruno', 27012)
    const picker = await office.phone('dora', 27018)
    const calls = [await anna.invite('22'), await clara.invite('22')]
    for (const tag of ['one', 'two']) bruno.answer(await bruno.next('INVITE'), 180, { tag })
    for (const [nth, number] of [
      [1, '23'],
      [0, '21'],
    ] as const) {
      expect((await (await picker.invite('*822')).final).code).toBe(487)
      const picked = await picker.next('INVITE')
      expect(header(picked, 'from')).toContain(`<sip:${number}@pbx.test>`)
      picker.answer(picked, 200, { tag: `p${nth}`, body: sdp(28000) })
      expect((await calls[nth]?.final)?.code).toBe(200)
    }
    expect((await (await picker.invite('*822')).final).code).toBe(480)
  })
})

test('the log of the switch holds no error but of telephones that went without a word', () => {
  expect(errorsIn(office.log(), /tcp|precreated|delete_subs/)).toEqual([])
})
