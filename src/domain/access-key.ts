import { hash, randomBytes } from 'node:crypto'

/** 48 lower-case hexadecimal digits: 192 random bits that name one device's configuration. */
export type AccessKey = string

export function newAccessKey(): AccessKey {
  return randomBytes(24).toString('hex')
}

export function isAccessKey(text: string): boolean {
  return /^[0-9a-f]{48}$/.test(text)
}

/** What the database is asked for: SHA-256 of the key as hex. The readable key is kept only sealed. */
export function hashAccessKey(key: AccessKey): string {
  return hash('sha256', key, 'hex')
}
