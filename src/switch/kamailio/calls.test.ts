import { expect, test } from 'vitest'
import { createCalls } from './calls.ts'
import type { Message } from './evapi.ts'

const hex = (text: string) => Buffer.from(text).toString('hex')

function variables(more: Record<string, string> = {}): Record<string, string>[] {
  const all = {
    ...{
      call: 'c1',
      kind: 'outgoing',
      vpbx: 'v',
      caller_line: 'l1',
      caller_number: hex('21'),
      caller_name: hex('"Anna"'),
    },
    ...{ dialled: hex('044'), callee_line: 'q', callee_number: hex('+41'), payer: 'l1', trunk: '', begun: '5.000500' },
    ...more,
  }
  return Object.entries(all).map(([key, value]) => ({ [key]: value }))
}

function calls(dialogs: unknown) {
  const sent: Record<string, string>[] = []
  const subject = createCalls({
    rpc: { call: async () => dialogs },
    line: { send: (command) => sent.push(command as Record<string, string>) > 0 },
  })
  return { subject, sent }
}

test('a dialog is a call, and two when it leads from one hosted number to another', async () => {
  const twin = { answered: '6.5', twin: 'c2', twin_vpbx: 'w', twin_number: hex('+42') }
  const { subject } = calls([{ 'call-id': 'x', state: 4, variables: variables(twin) }])
  const one = {
    ...{ id: 'c1', sipCallId: 'x', kind: 'outgoing', vpbxId: 'v', startedAt: 5001, answeredAt: 6500, dialled: '044' },
    caller: { lineId: 'l1', number: '21', name: 'Anna' },
    ...{ callee: { lineId: 'q', number: '+41' }, payerLineId: 'l1', trunkId: null },
  }
  expect(await subject.running()).toEqual([
    one,
    {
      ...one,
      ...{ id: 'c2', kind: 'incoming', vpbxId: 'w', payerLineId: null, dialled: '+41' },
      caller: { lineId: null, number: '+42', name: '' },
    },
  ])
})

test('what is over, or is no call of ours, is not listed', async () => {
  const { subject } = calls([
    { 'call-id': 'a', state: 5, variables: variables() },
    { 'call-id': 'b', state: 4, variables: variables({ over: '1' }) },
    { 'call-id': 'c', state: 4, variables: [] },
    { 'call-id': 'd', state: 2, variables: variables({ kind: 'other' }) },
  ])
  expect(await subject.running()).toEqual([])
  expect(await calls(null).subject.running()).toEqual([])
})

test('ends are read page by page, and forgotten in pieces that fit', async () => {
  const { subject, sent } = calls([])
  const reading = subject.ended()
  const page = (next: number, ends: string): Extract<Message, { event: 'ended' }> => ({
    ...{ event: 'ended', id: sent.at(-1)?.id ?? '', next, last: 2, ends },
  })
  subject.onMessage(page(2, `a 1.5 1.25 200 ${hex('OK')};`))
  await new Promise((resolve) => setImmediate(resolve))
  expect(sent.at(-1)).toMatchObject({ cmd: 'ended', from: '2' })
  subject.onMessage(page(3, `b 2 - 486 ;broken;`))
  expect(await reading).toEqual([
    { id: 'a', endedAt: 1500, answeredAt: 1250, code: 200, reason: 'OK' },
    { id: 'b', endedAt: 2000, answeredAt: null, code: 486, reason: '' },
  ])
  await subject.forget(Array.from({ length: 41 }, (_, at) => `c${at}`))
  expect(sent.slice(-2).map(({ calls }) => calls?.split(',').length)).toEqual([40, 1])
})

test('without a line nothing is promised', async () => {
  const subject = createCalls({ rpc: { call: async () => [] }, line: { send: () => false } })
  await expect(subject.ended()).rejects.toMatchObject({ code: 'switch.unavailable' })
  await expect(subject.end('c1')).rejects.toMatchObject({ code: 'switch.unavailable' })
})
