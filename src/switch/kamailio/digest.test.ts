import { expect, test } from 'vitest'
import { answerChallenge } from './digest.ts'

const rfc7616 = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`
const mufasa = { method: 'GET', uri: '/dir/index.html', name: 'Mufasa', secret: 'Circle of Life' }

test.each([
  ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
  ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
])('the example of RFC 7616 section 3.9.1 is answered as it says: %s', (algorithm, response) => {
  const answer = answerChallenge(
    { challenge: rfc7616(algorithm), ...mufasa },
    'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  )
  expect(answer).toContain(`response="${response}"`)
  expect(answer).toContain('opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"')
})

test('an old challenge without qop is answered without a counter', () => {
  const answer = answerChallenge({ challenge: 'Digest realm="phone",nonce=abc', ...mufasa })
  expect(answer).toMatch(
    /^Digest username="Mufasa", realm="phone", nonce="abc", uri="\/dir\/index.html", response="[0-9a-f]{32}", algorithm=MD5$/,
  )
})

test.each([
  '',
  'Basic realm="x"',
  'Digest realm="x"',
  'Digest realm="x", nonce="y", qop="auth-int"',
  'Digest realm="x", nonce="y", algorithm=AKAv1-MD5',
])('a challenge that cannot be answered is not: %s', (challenge) => {
  expect(answerChallenge({ challenge, ...mufasa })).toBeNull()
})

test('nothing that a telephone sends can end the line or the quotes', () => {
  const answer = answerChallenge({ challenge: 'Digest realm="a\\"b\r\nX: y", nonce="n\u0000"', ...mufasa })
  for (const forbidden of ['\r', '\n', '\u0000']) expect(answer).not.toContain(forbidden)
  expect(answer).toContain('realm="a\\"bX: y"')
})
