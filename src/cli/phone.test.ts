import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { phone } from './phone.ts'

function sink(): { stream: Writable; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}

async function run(...args: string[]) {
  const [out, err] = [sink(), sink()]
  const code = await phone(args, out.stream, err.stream)
  return { code, out: out.text(), err: err.text() }
}

const refused: readonly [string[], string][] = [
  [[], 'Give one URL.'],
  [['ftp://pbx/x.cfg'], 'The URL must begin with'],
  [['https://pbx/x.cfg', '--model', 'nokia-3310'], 'Unknown model.'],
  [['https://pbx/x.cfg', '--mac', '00156'], 'A MAC address has 12'],
  [['https://pbx/x.cfg', '--transport', 'sctp'], 'The transport is'],
  [['https://pbx/x.cfg', '--listen-port', '70000'], 'The port is'],
  [['https://pbx/x.cfg', '--ca', '/nowhere/ca.pem'], 'ENOENT'],
  [['https://pbx/x.cfg', '--fast'], 'Unknown option'],
]

for (const [args, sentence] of refused) {
  test(`arguments "${args.join(' ')}" are refused with "${sentence}" and the usage`, async () => {
    const { code, out, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
    expect(err).toContain('raccord phone <url>')
    expect(out).toBe('')
  })
}

test('--once ends with 1 and says why when the server cannot be reached', async () => {
  const { code, out } = await run(`http://127.0.0.1:27390/${'ab'.repeat(24)}.cfg`, '--once')
  expect(code).toBe(1)
  expect(out).toMatch(/^\d\d:\d\d:\d\d\.\d{3} starts as Yealink SIP-T54W 96\.86\.0\.20$/m)
  expect(out).toContain('could not fetch http://127.0.0.1:27390/****.cfg: the server cannot be reached (ECONNREFUSED)')
  expect(out).toMatch(/switched off$/m)
})
