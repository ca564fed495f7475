import { expect, test } from 'vitest'
import { trunkBody, trunkValues } from './trunk-values.ts'

const filled = { ...trunkValues(null), name: 'Opérateur', host: 'sip.example.ch', digestName: 'raccord' }

test('a password that is not typed stays as it is stored', () => {
  expect(trunkBody(filled)).not.toHaveProperty('password')
  expect(trunkBody({ ...filled, password: 'secret' }).password).toBe('secret')
})

test('without a name for it the password is taken away', () => {
  expect(trunkBody({ ...filled, digestName: ' ', password: 'secret' }).password).toBeNull()
})

test('empty fields stand for the usual port, all networks of the host, and no greatest number of calls', () => {
  expect(trunkBody(filled)).toMatchObject({ port: 0, networks: [], maxCalls: null })
})

test('networks are typed one a line, or parted by commas', () => {
  expect(trunkBody({ ...filled, networks: '192.0.2.0/24\n 198.51.100.7, 2001:db8::/32 ' }).networks).toEqual([
    '192.0.2.0/24',
    '198.51.100.7',
    '2001:db8::/32',
  ])
})
