import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createNg, type Ng } from './ng.ts'

let engine: Socket
let ng: Ng
/** What the engine was asked, and how it answers. */
let asked: string[]
let answer: (question: string, from: RemoteInfo) => void

beforeEach(async () => {
  asked = []
  engine = createSocket('udp4')
  engine.on('message', (message, from) => {
    asked.push(message.toString())
    answer(message.toString(), from)
  })
  await new Promise<void>((resolve) => engine.bind(0, '127.0.0.1', resolve))
  ng = createNg(() => engine.address().port)
})
afterEach(() => {
  ng.close()
  engine.close()
})

const cookieOf = (question: string) => question.split(' ')[0]

test('an answer reaches the one who asked, whichever comes first', async () => {
  const held: (() => void)[] = []
  answer = (question, { port }) => {
    const { 'call-id': id } = JSON.parse(question.slice(question.indexOf(' ')))
    held.unshift(() => engine.send(`${cookieOf(question)} ${JSON.stringify({ result: 'ok', id })}`, port, '127.0.0.1'))
    if (held.length === 2) for (const send of held) send()
  }
  const answers = await Promise.all(['é "1"', '2'].map((id) => ng.ask('query', { 'call-id': id })))
  expect(answers).toEqual([
    { result: 'ok', id: 'é "1"' },
    { result: 'ok', id: '2' },
  ])
})

test('a question that is lost is asked again with the same cookie', async () => {
  answer = (question, { port }) => {
    if (asked.length === 2) engine.send(`${cookieOf(question)} {"result":"pong"}`, port, '127.0.0.1')
  }
  expect(await ng.ping(900)).toBe(true)
  expect(new Set(asked).size).toBe(1)
})

test('what comes from elsewhere, without the cookie, or is no JSON is not an answer', async () => {
  const stranger = createSocket('udp4')
  answer = (question, { port }) => {
    stranger.send(`${cookieOf(question)} {"result":"pong"}`, port, '127.0.0.1')
    engine.send('other {"result":"pong"}', port, '127.0.0.1')
    engine.send(`${cookieOf(question)} d6:result4:ponge`, port, '127.0.0.1')
  }
  expect(await ng.ping(400)).toBe(false)
  stranger.close()
})

test('without an answer the switch is unavailable, at once when the client is closed', async () => {
  answer = () => {}
  await expect(ng.ask('list', {}, 100)).rejects.toMatchObject({ code: 'switch.unavailable' })
  const asking = ng.ask('list', {}, 60_000)
  await new Promise((resolve) => setTimeout(resolve, 20))
  ng.close()
  await expect(asking).rejects.toMatchObject({ code: 'switch.unavailable' })
})
