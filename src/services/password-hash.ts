import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '#domain/errors.ts'

/** OWASP's minimum for argon2id: 19 MiB, 2 passes, 1 lane. Written into each hash, so that it can be raised later. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }

// A hash keeps a thread of libuv's pool busy: at most two at a time, and no endless queue of them.
const atOnce = 2
const queueLimit = 100
let running = 0
const waiting: (() => void)[] = []

/** PHC string `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost, 32)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

/** False for a wrong password and for a hash that cannot be read. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc)
  if (!parts) return false
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts
  const expected = Buffer.from(hash, 'base64')
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const actual = await derive(password, Buffer.from(salt, 'base64'), parameters, expected.length)
  return timingSafeEqual(actual, expected)
}

async function derive(password: string, nonce: Buffer, parameters: typeof cost, tagLength: number): Promise<Buffer> {
  await takePlace()
  try {
    return await new Promise((resolve, reject) => {
      argon2('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...parameters }, (error, hash) =>
        error ? reject(error) : resolve(hash),
      )
    })
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

async function takePlace(): Promise<void> {
  if (waiting.length >= queueLimit) throw new AppError('busy')
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
