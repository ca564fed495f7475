import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Why credentials were not accepted: none came, an unknown nonce, or a wrong answer. */
export type DigestVerdict = 'accepted' | 'missing' | 'stale' | 'wrong'

export interface DigestGuard {
  /** Value of a WWW-Authenticate header with a fresh nonce. */
  challenge(): string
  /** Judges the value of an Authorization header; each nonce counts once (RFC 7616, MD5, qop auth or none). */
  judge(method: string, authorization: string | undefined): DigestVerdict
}

const maximumNonces = 100

/** Guards one account: the telephone's side of a challenge, which JsSIP does not have. */
export function createDigestGuard(account: { realm: string; user: string; password: string }): DigestGuard {
  const nonces = new Set<string>()
  const ha1 = md5(`${account.user}:${account.realm}:${account.password}`)
  return {
    challenge() {
      const nonce = randomBytes(16).toString('hex')
      nonces.add(nonce)
      if (nonces.size > maximumNonces) for (const oldest of [...nonces].slice(0, 1)) nonces.delete(oldest)
      return `Digest realm="${account.realm}", nonce="${nonce}", algorithm=MD5, qop="auth"`
    },
    judge(method, authorization) {
      if (authorization === undefined) return 'missing'
      const given = readDigest(authorization)
      const nonce = given.get('nonce') ?? ''
      if (!nonces.delete(nonce)) return 'stale'
      const ha2 = md5(`${method}:${given.get('uri') ?? ''}`)
      const qop = given.get('qop')
      const middle = qop === undefined ? nonce : `${nonce}:${given.get('nc')}:${given.get('cnonce')}:${qop}`
      const right =
        given.get('username') === account.user &&
        given.get('realm') === account.realm &&
        sameText(given.get('response') ?? '', md5(`${ha1}:${middle}:${ha2}`))
      return right ? 'accepted' : 'wrong'
    },
  }
}

function readDigest(header: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const match of header.replace(/^Digest\s+/i, '').matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,]+))/g)) {
    fields.set((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? '')
  }
  return fields
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
