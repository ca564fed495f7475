import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Seals secrets for the database. The context (`table:column:row id`) is bound into the seal: a sealed value that is
 * copied into another row cannot be opened there.
 */
export interface Sealer {
  /** `v1.` and base64url of nonce (12 bytes), tag (16 bytes) and ciphertext. Two seals of one text differ. */
  seal: (plain: string, context: string) => string
  /** Throws when the value was changed, belongs to another context, or was sealed with another master key. */
  open: (sealed: string, context: string) => string
}

const version = 'v1.'
const nonceBytes = 12
const tagBytes = 16

/** @param masterKey 32 bytes (master-key.ts) */
export function createSealer(masterKey: Buffer): Sealer {
  const key = createSecretKey(subKey(masterKey, 'raccord seal v1', 32))

  function seal(plain: string, context: string): string {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context))
    const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return version + Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')
  }

  function open(sealed: string, context: string): string {
    const bytes = Buffer.from(sealed.slice(version.length), 'base64url')
    if (!sealed.startsWith(version) || bytes.length < nonceBytes + tagBytes) throw new SealError(context)
    const nonce = bytes.subarray(0, nonceBytes)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    try {
      const opened = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]
      return Buffer.concat(opened).toString('utf8')
    } catch {
      throw new SealError(context)
    }
  }

  return { seal, open }
}

/** A sealed value was damaged, moved, or belongs to another master key. Names the place, never the content. */
export class SealError extends Error {
  constructor(context: string) {
    super(`The sealed value of ${context} cannot be opened: it was changed, moved, or sealed with another master key`)
    this.name = 'SealError'
  }
}

/** Kept in the database, so that a start with another master key is noticed. Tells nothing about the key. */
export function keyCheckValue(masterKey: Buffer): string {
  return subKey(masterKey, 'raccord key check v1', 16).toString('hex')
}

function subKey(masterKey: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', purpose, bytes))
}
