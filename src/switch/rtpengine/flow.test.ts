import { expect, test } from 'vitest'
import { lastFlow } from './flow.ts'

const both = ['initialized', 'send', 'recv']
const stream = (second: number, packets: number) => ({ 'last packet': second, stats: { packets } })

function party(flags: string[], rtp: [number, number], rtcp: [number, number] = [100, 0]) {
  return { medias: [{ flags, streams: [stream(...rtp), stream(...rtcp)] }] }
}

const flow = (...parties: object[]) => lastFlow({ result: 'ok', tags: { ...parties } })

test('media flowed both ways until the one who fell silent first did', () => {
  expect(flow(party(both, [160, 900]), party(both, [150, 700]))).toBe(150_000)
})

test('a stream that never had a packet says nothing, though rtpengine gives it a time', () => {
  expect(flow(party(both, [160, 900]), party(both, [150, 700], [190, 0]))).toBe(150_000)
  expect(flow(party(both, [160, 900]), party(both, [150, 0]))).toBeNull()
})

test('a telephone that suppresses silence is heard by its RTCP', () => {
  expect(flow(party(both, [160, 900]), party(both, [120, 700], [158, 9]))).toBe(158_000)
})

test('of a held call the one who holds is waited for, not the other', () => {
  expect(flow(party(['initialized', 'recv'], [160, 900]), party(['initialized', 'send'], [120, 700]))).toBe(160_000)
})

test('while nobody is to send, whoever sends says that the call lives', () => {
  expect(flow(party(['initialized'], [160, 900]), party(['initialized'], [120, 700]))).toBe(120_000)
})

test('telephones that rang or were left behind do not count', () => {
  const parties = [party(both, [160, 900]), party(both, [101, 0]), party(both, [110, 30]), party(both, [159, 700])]
  expect(flow(...parties)).toBe(159_000)
})

test('what is not understood is not known', () => {
  expect(lastFlow({ result: 'error', 'error-reason': 'Unknown call-id' })).toBeNull()
  expect(lastFlow({ result: 'ok', tags: { a: { medias: 'none' } } })).toBeNull()
})
