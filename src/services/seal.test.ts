import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSealer, keyCheckValue, SealError } from './seal.ts'

const masterKey = randomBytes(32)
const sealer = createSealer(masterKey)

test('any text opens again in its own context', () => {
  const textAndContext = fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
    expect(sealer.open(sealer.seal(text, context), context)).toBe(text)
  })
  fc.assert(textAndContext)
})

test('a seal does not show its text, and two seals of one text differ', () => {
  const [one, two] = [sealer.seal('s3cret', 'a:b:1'), sealer.seal('s3cret', 'a:b:1')]
  expect(one).not.toBe(two)
  expect(Buffer.from(one.slice(3), 'base64url').toString('latin1')).not.toContain('s3cret')
})

test('a value moved to another row is refused', () => {
  const sealed = sealer.seal('s3cret', 'account:secret:1')
  expect(() => sealer.open(sealed, 'account:secret:2')).toThrow(SealError)
})

test('every flipped bit is refused', () => {
  const sealed = sealer.seal('s3cret', 'a:b:1')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes)
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => sealer.open(`v1.${flipped.toString('base64url')}`, 'a:b:1')).toThrow(SealError)
  }
})

test.each(['', 'v1.', 'v2.AAAA', 'plain text', 'v1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
  '%j is refused',
  (sealed) => {
    expect(() => sealer.open(sealed, 'a:b:1')).toThrow(SealError)
  },
)

test('another master key opens nothing and has another check value', () => {
  const other = randomBytes(32)
  expect(() => createSealer(other).open(sealer.seal('s3cret', 'a:b:1'), 'a:b:1')).toThrow(SealError)
  expect(keyCheckValue(other)).not.toBe(keyCheckValue(masterKey))
})

test('the format stays: a value sealed by an earlier version opens', () => {
  const old = createSealer(Buffer.alloc(32, 7))
  const sealed = 'v1.fAJjKTWQUnhqbewevd81JnPTLJkMCjZ19GAZj2C3WFd9_A'
  expect(old.open(sealed, 'account:secret:1')).toBe('s3cret')
  expect(keyCheckValue(Buffer.alloc(32, 7))).toBe('d2f276ed71ddd4100571c0230f5f085c')
})
