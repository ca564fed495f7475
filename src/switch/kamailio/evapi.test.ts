import { expect, test } from 'vitest'
import { message, netstrings } from './evapi.ts'

function collect(chunks: string[]): { payloads: string[]; fine: boolean } {
  const payloads: string[] = []
  const read = netstrings((payload) => payloads.push(payload))
  const fine = chunks.map((chunk) => read(Buffer.from(chunk))).every(Boolean)
  return { payloads, fine }
}

test('payloads come out whole however the stream is cut', () => {
  const stream = '5:hello,0:,7:wörld!,'
  const bytes = Buffer.from(stream)
  for (let cut = 0; cut <= bytes.length; cut++) {
    const payloads: string[] = []
    const read = netstrings((payload) => payloads.push(payload))
    expect([read(bytes.subarray(0, cut)), read(bytes.subarray(cut))]).toEqual([true, true])
    expect(payloads).toEqual(['hello', '', 'wörld!'])
  }
})

test.each(['hello world', '5;hello,', '5:hello!', '99999999:', '999999:x', '-1:x,'])(
  'a stream that is not made of netstrings is refused: %s',
  (stream) => {
    expect(collect([stream]).fine).toBe(false)
  },
)

test('a name that a stranger chose is read from hex, and other messages are refused', () => {
  const name = Buffer.from('"};\r\n').toString('hex')
  expect(message.parse({ event: 'authenticationFailed', name, ip: '192.0.2.1' })).toMatchObject({ name: '"};\r\n' })
  expect(message.safeParse({ event: 'approve' }).success).toBe(false)
  expect(message.safeParse(null).success).toBe(false)
})
