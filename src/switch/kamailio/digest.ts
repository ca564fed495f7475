import { createHash, randomBytes } from 'node:crypto'

/** What a telephone may hash with; an older one names none and means MD5. */
const hashes: Record<string, string> = { md5: 'md5', 'sha-256': 'sha256' }

interface Challenged {
  /** Value of WWW-Authenticate or Proxy-Authenticate. */
  challenge: string
  method: string
  uri: string
  name: string
  secret: string
}

/** The value of Authorization that answers a Digest challenge (RFC 7616, qop auth or none); null when it is not one that can be answered. */
export function answerChallenge(
  { challenge, method, uri, name, secret }: Challenged,
  cnonce = randomBytes(8).toString('hex'),
): string | null {
  if (!/^\s*digest\s/i.test(challenge)) return null
  const given = parameters(challenge)
  const hash = hashes[(given.get('algorithm') ?? 'md5').toLowerCase()]
  const [realm, nonce, opaque] = [given.get('realm'), given.get('nonce'), given.get('opaque')]
  const qops = given
    .get('qop')
    ?.split(',')
    .map((one) => one.trim())
  if (hash === undefined || realm === undefined || nonce === undefined || (qops && !qops.includes('auth'))) return null
  const digest = (text: string) => createHash(hash).update(text).digest('hex')
  const proof = [
    digest(`${name}:${realm}:${secret}`),
    nonce,
    ...(qops ? ['00000001', cnonce, 'auth'] : []),
    digest(`${method}:${uri}`),
  ]
  const fields = [
    ['username', quoted(name)],
    ['realm', quoted(realm)],
    ['nonce', quoted(nonce)],
    ['uri', quoted(uri)],
    ['response', quoted(digest(proof.join(':')))],
    ['algorithm', given.get('algorithm') ?? 'MD5'],
    ...(qops
      ? [
          ['qop', 'auth'],
          ['nc', '00000001'],
          ['cnonce', quoted(cnonce)],
        ]
      : []),
    ...(opaque === undefined ? [] : [['opaque', quoted(opaque)]]),
  ]
  return `Digest ${fields.map(([key, value]) => `${key}=${value}`).join(', ')}`
}

/** `name=value` and `name="value"`; names in lower case. The first of two counts. */
function parameters(challenge: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, key = '', inQuotes, bare] of challenge.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)) {
    const value = inQuotes?.replace(/\\(.)/g, '$1') ?? bare ?? ''
    if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), value)
  }
  return found
}

/** It came from a telephone and becomes a line of a message: nothing may end the line or the quotes. */
function quoted(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  return `"${value.replace(/[\x00-\x1f\x7f]/g, '').replace(/["\\]/g, '\\$&')}"`
}
