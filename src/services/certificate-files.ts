import { createPrivateKey, X509Certificate } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '#domain/start-error.ts'
import { caNamePrefix, type KeyType, type Pair } from './certificate-maker.ts'

export const keyTypes: readonly KeyType[] = ['ecdsa', 'rsa']

/** The file names in the tls folder. */
export const tlsFiles = {
  ca: { cert: 'ca.pem', key: 'ca-key.pem' },
  ecdsa: { cert: 'server-ecdsa.pem', key: 'server-ecdsa-key.pem' },
  rsa: { cert: 'server-rsa.pem', key: 'server-rsa-key.pem' },
} as const

/** A server certificate that was read and fits its key. */
export interface LoadedPair extends Pair {
  x509: X509Certificate
  /** Made by this or an earlier CA of Raccord: may be renewed. Otherwise the operator put it there. */
  own: boolean
}

/** The text of a file of the folder, null when there is none. StartError when it cannot be read. */
export function readTlsFile(dir: string, name: string): string | null {
  try {
    return readFileSync(join(dir, name), 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
    if (code === 'ENOENT') return null
    throw new StartError(
      `${join(dir, name)} cannot be read (${code}). Make it readable for the user that runs Raccord.`,
      {
        cause: error,
      },
    )
  }
}

/** Null when neither file is there. StartError when one is missing, broken, or does not belong to the other. */
export function readServerPair(dir: string, type: KeyType): LoadedPair | null {
  const files = tlsFiles[type]
  const cert = readTlsFile(dir, files.cert)
  const key = readTlsFile(dir, files.key)
  if (cert === null && key === null) return null
  if (cert === null || key === null) {
    const [there, missing] = cert === null ? [files.key, files.cert] : [files.cert, files.key]
    throw new StartError(`${join(dir, missing)} is missing, but ${there} is there. Put both files, or remove both.`)
  }
  const x509 = parse(join(dir, files.cert), 'certificate', () => new X509Certificate(cert))
  const privateKey = parse(join(dir, files.key), 'private key without a passphrase', () => createPrivateKey(key))
  if (!x509.checkPrivateKey(privateKey)) {
    throw new StartError(
      `${join(dir, files.key)} is not the key of the certificate ${files.cert}. Put a pair that fits, or remove both files.`,
    )
  }
  return { cert, key, x509, own: x509.issuer.includes(`CN=${caNamePrefix}`) }
}

function parse<T>(file: string, what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new StartError(`${file} does not hold a ${what} in PEM format. Replace it.`, { cause: error })
  }
}

/** Writes a certificate (0644) and its key (0600); each file is complete or not there. */
export function writePair(dir: string, files: { cert: string; key: string }, pair: Pair): void {
  writeWhole(join(dir, files.key), pair.key, 0o600)
  writeWhole(join(dir, files.cert), pair.cert, 0o644)
}

function writeWhole(file: string, text: string, mode: number): void {
  const draft = `${file}.${process.pid}.new`
  try {
    const handle = openSync(draft, 'w', mode)
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    const reason = error instanceof Error ? error.message : 'unknown fault'
    throw new StartError(`${file} cannot be written (${reason}). Make its folder writable.`, { cause: error })
  }
}
