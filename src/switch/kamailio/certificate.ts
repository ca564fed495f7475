import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'
import { type Owner, writePrivately } from './files.ts'

/** PEM files. RSA: telephones of the last fifteen years all speak it. */
export interface Certificate {
  certFile: string
  keyFile: string
}

/** Copies both into the switch's folder, since Kamailio's user may not read the originals. Throws AppError('switch.certificateUnreadable'). */
export function copyCertificate(certificate: Certificate, directory: string, owner: Owner): void {
  for (const [from, to] of [
    [certificate.certFile, 'tls.crt'],
    [certificate.keyFile, 'tls.key'],
  ] as const) {
    let pem: Buffer
    try {
      pem = readFileSync(from)
    } catch {
      throw new AppError('switch.certificateUnreadable', { params: { path: from } })
    }
    writePrivately(join(directory, to), pem, owner)
  }
}
