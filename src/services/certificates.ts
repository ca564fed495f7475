import { X509Certificate } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StartError } from '#domain/start-error.ts'
import { keyTypes, type LoadedPair, readServerPair, readTlsFile, tlsFiles, writePair } from './certificate-files.ts'
import { type KeyType, makeCa, makeServerPair, type Pair } from './certificate-maker.ts'

/** Where lines for the operator go. */
export interface CertificateLog {
  info: (text: string) => void
  warn: (text: string) => void
}

export interface CertificateRequest {
  /** `<data>/tls`; made when it is not there. */
  dir: string
  /** DNS name or IP address that clients use. */
  host: string
  publicAddress: string | null
  /** Milliseconds since 1970. */
  now: number
  log: CertificateLog
  /** The machine's own name; for tests. */
  machineName?: string
}

const renewBefore = 30 * 86_400_000

/**
 * Sees to a CA and to two server certificates (ECDSA, RSA) that name the host and live for 30 more days. Run it at each
 * start and once a day. Certificates of the operator are never touched: what is wrong with them is only logged.
 * @throws StartError when a file cannot be read or written, or a pair does not fit
 */
export async function ensureCertificates(request: CertificateRequest): Promise<void> {
  const { dir, now, log } = request
  makeFolder(dir)
  const present = keyTypes.map((type) => ({ type, pair: readServerPair(dir, type) }))
  let ca: Pair | null = null
  for (const { type, pair } of present) {
    if (pair !== null && !pair.own) {
      for (const fault of faultsOf(pair, request)) log.warn(`${join(dir, tlsFiles[type].cert)} ${fault}`)
    } else if (pair === null || faultsOf(pair, request).length > 0 || !isSignedBy(pair, dir)) {
      ca ??= await ensureCa(request)
      writePair(dir, tlsFiles[type], await makeServerPair(ca, type, alternativeNames(request), now))
      log.info(`Made the certificate ${join(dir, tlsFiles[type].cert)} for ${request.host}`)
    }
  }
}

function makeFolder(dir: string): void {
  try {
    // Others may enter: the switch reads its certificate here under its own user. Each key file has its own mode.
    mkdirSync(dir, { recursive: true, mode: 0o755 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown fault'
    throw new StartError(`The folder ${dir} cannot be made (${reason}). Make its parent folder writable.`, {
      cause: error,
    })
  }
}

/** The CA of this folder, made when there is none. Telephones trust it: it is never replaced. */
async function ensureCa({ dir, now, log }: CertificateRequest): Promise<Pair> {
  const cert = readTlsFile(dir, tlsFiles.ca.cert)
  const key = readTlsFile(dir, tlsFiles.ca.key)
  if (cert !== null && key !== null) return { cert, key }
  if (cert !== null || key !== null) {
    const missing = join(dir, cert === null ? tlsFiles.ca.cert : tlsFiles.ca.key)
    throw new StartError(
      `${missing} is missing, and a server certificate must be made. Put it back from your copy; ` +
        'if it is lost, remove the other file of the CA: a new CA is made, and telephones must be told to trust it.',
    )
  }
  const ca = await makeCa(now)
  writePair(dir, tlsFiles.ca, ca)
  log.info(`Made a certification authority: ${join(dir, tlsFiles.ca.cert)}`)
  return ca
}

/** False only when there is another CA now: clients that trust it alone would refuse the certificate. */
function isSignedBy(pair: LoadedPair, dir: string): boolean {
  const ca = readTlsFile(dir, tlsFiles.ca.cert)
  return ca !== null && pair.x509.verify(new X509Certificate(ca).publicKey)
}

/** What makes a certificate unfit for the host, each as the end of a sentence. */
function faultsOf({ x509 }: LoadedPair, { host, now, publicAddress }: CertificateRequest): string[] {
  const faults: string[] = []
  const names = [host, ...(publicAddress === null ? [] : [publicAddress])]
  for (const name of names) {
    if (!(isIP(name) ? x509.checkIP(name) : x509.checkHost(name))) faults.push(`does not name ${name}`)
  }
  if (x509.validToDate.getTime() - now < renewBefore)
    faults.push(`ends on ${x509.validToDate.toISOString().slice(0, 10)}`)
  return faults
}

function alternativeNames({ host, publicAddress, machineName = hostname() }: CertificateRequest): string[] {
  const machine = /^[\w.-]+$/.test(machineName) ? [machineName.toLowerCase()] : []
  const external = publicAddress === null ? [] : [publicAddress]
  return [...new Set([host, ...external, ...machine, 'localhost', '127.0.0.1', '::1'])]
}

/** What node:https takes; both certificates on one port, each client gets the one it can use. */
export interface TlsOptions {
  key: string[]
  cert: string[]
  minVersion: 'TLSv1.2'
  honorCipherOrder: true
}

/**
 * The certificates of the folder. When the operator replaced only one of the two, it is used alone: clients would
 * otherwise be given the one of our CA, which they need not trust.
 * @throws StartError when a pair is broken, or there is none
 */
export function tlsOptions(dir: string): TlsOptions {
  const pairs = usedPairs(dir)
  return {
    key: pairs.map(({ pair }) => pair.key),
    cert: pairs.map(({ pair }) => pair.cert),
    minVersion: 'TLSv1.2',
    honorCipherOrder: true,
  }
}

/** Paths of the one certificate for SIP over TLS: RSA, which every telephone takes, unless only another is used. */
export function switchCertificate(dir: string): { cert: string; key: string } {
  const pairs = usedPairs(dir)
  const files = tlsFiles[pairs.some(({ type }) => type === 'rsa') ? 'rsa' : 'ecdsa']
  return { cert: join(dir, files.cert), key: join(dir, files.key) }
}

function usedPairs(dir: string): { type: KeyType; pair: LoadedPair }[] {
  const all = keyTypes.flatMap((type) => {
    const pair = readServerPair(dir, type)
    return pair === null ? [] : [{ type, pair }]
  })
  if (all.length === 0) throw new StartError(`There is no certificate in ${dir}.`)
  const foreign = all.filter(({ pair }) => !pair.own)
  return foreign.length > 0 ? foreign : all
}
