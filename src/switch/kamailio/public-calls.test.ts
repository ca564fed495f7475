import { expect, test } from 'vitest'
import type { PublicCallAnswer } from '../port.ts'
import { message } from './evapi.ts'
import { createPublicCalls } from './public-calls.ts'

const hex = (text: string) => Buffer.from(text).toString('hex')
const log = { info: () => {}, warn: () => {}, error: () => {} }
const question = message.parse({
  ...{ event: 'publicCall', ti: '1', tl: '2', call: 'c1', sip: hex('a@b'), vpbx: 'v', payer: 'l', why: 'call' },
  ...{ dialled: hex('079'), callerLine: '', callerNumber: hex('+41'), callerName: hex('"A \\"B\\""'), withheld: '1' },
})

async function answerTo(decide: ((request: unknown) => Promise<PublicCallAnswer>) | null): Promise<object> {
  if (question.event !== 'publicCall') throw new TypeError('no question')
  const sent: object[] = []
  const subject = createPublicCalls({ send: (command) => sent.push(command) > 0 }, log)
  if (decide) subject.onPublicCall(decide)
  subject.onMessage(question)
  await new Promise((resolve) => setImmediate(resolve))
  return sent[0] ?? {}
}

const allowed: PublicCallAnswer = {
  ...{ allowed: true, number: '+41791234567', trunkIds: ['a', 'b'], shownNumber: '', withheld: false, longest: null },
}

test('the one who decides reads what was asked, and a name without its quotes', async () => {
  let asked: unknown
  await answerTo(async (request) => {
    asked = request
    return allowed
  })
  expect(asked).toEqual({
    ...{ callId: 'c1', sipCallId: 'a@b', vpbxId: 'v', payerLineId: 'l', why: 'call', dialled: '079', withheld: true },
    caller: { lineId: null, number: '+41', name: 'A "B"' },
  })
})

test('a decision goes back to the call that waits', async () => {
  expect(await answerTo(async () => ({ ...allowed, longest: 59.9 }))).toEqual({
    ...{ cmd: 'publicCall', ti: '1', tl: '2', allowed: 'yes', number: '+41791234567', trunks: 'a,b' },
    ...{ shown: '', withheld: '0', longest: '59' },
  })
})

test.each<[string, ((request: unknown) => Promise<PublicCallAnswer>) | null, string]>([
  ['nobody decides', null, '503'],
  ['deciding fails', () => Promise.reject(new Error('no')), '503'],
  ['it is refused', async () => ({ allowed: false, refusal: 'limitReached' }), '402'],
  ['the number is none', async () => ({ ...allowed, number: '+41 79' }), '404'],
  ['the number would break out of its header', async () => ({ ...allowed, shownNumber: '+41>\r\nX: 1' }), '404'],
  ['a trunk’s name would', async () => ({ ...allowed, trunkIds: ['a"'] }), '503'],
])('it is a refusal when %s', async (_, decide, code) => {
  expect(await answerTo(decide)).toMatchObject({ allowed: 'no', code })
})
