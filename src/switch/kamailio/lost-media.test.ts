import { expect, test } from 'vitest'
import type { RunningCall } from '../port.ts'
import { createLostMedia } from './lost-media.ts'

function call(id: string, startedAt: number): RunningCall {
  return {
    ...{
      id,
      startedAt,
      sipCallId: `sip-${id}`,
      kind: 'internal',
      vpbxId: 'vpbx',
      answeredAt: startedAt,
      dialled: '22',
    },
    ...{ caller: { lineId: 'a', number: '21', name: '' }, callee: { lineId: 'b', number: '22' } },
    ...{ payerLineId: null, trunkId: null },
  }
}

function lost(running: RunningCall[], isBack = () => true) {
  const ended: string[] = []
  const log: string[] = []
  const note = (_: object, message: string) => log.push(message)
  const end = async (id: string) => void ended.push(id)
  const parts = { running: async () => running, end, isBack, clock: () => 5000 }
  return { ended, log, media: createLostMedia({ ...parts, log: { info: note, warn: note, error: note } }) }
}

test('the calls that ran through it are ended, and dated by its last sign of life', async () => {
  const { ended, media } = lost([call('before', 900), call('through', 2000), call('after', 5001)])
  await media.onLost(4400, 1000)
  expect(ended).toEqual(['through'])
  expect(media.corrected({ id: 'through', endedAt: 5100 }).endedAt).toBe(4400)
  expect(media.corrected({ id: 'through', endedAt: 4300 }).endedAt).toBe(4300)
  expect(media.corrected({ id: 'after', endedAt: 6000 }).endedAt).toBe(6000)
  media.forget(['through'])
  expect(media.corrected({ id: 'through', endedAt: 5100 }).endedAt).toBe(5100)
})

test('when nobody watched its death, calls are ended as of now', async () => {
  const { ended, media } = lost([call('one', 2000)])
  await media.onLost(null, 0)
  expect(ended).toEqual(['one'])
  expect(media.corrected({ id: 'one', endedAt: 5100 }).endedAt).toBe(5100)
})

test('calls are ended when it is back', async () => {
  let asked = 0
  const { ended, media } = lost([call('one', 2000)], () => ++asked > 3)
  const losing = media.onLost(4400, 1000)
  expect(ended).toEqual([])
  await losing
  expect([asked, ended]).toEqual([4, ['one']])
})

test('a switch that is away as well is told of, not stumbled over', async () => {
  const { log, media } = lost([call('one', 2000)])
  const away = createLostMedia({
    ...{ running: () => Promise.reject(new Error('away')), end: async () => {}, isBack: () => true, clock: () => 0 },
    log: { info: () => {}, warn: (_, message) => log.push(message), error: () => {} },
  })
  await away.onLost(4400, 1000)
  expect(log).toEqual(['calls without sound could not be ended'])
  expect(media.corrected({ id: 'one', endedAt: 1 })).toEqual({ id: 'one', endedAt: 1 })
})
