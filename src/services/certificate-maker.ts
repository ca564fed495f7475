// @peculiar/x509 throws without this, and it must come first.
import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate and its private key (PKCS #8), both PEM. */
export interface Pair {
  cert: string
  key: string
}

export type KeyType = 'ecdsa' | 'rsa'

const day = 86_400_000
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}

const caYears = 20
// The most that browsers accept, also from an own CA.
const serverDays = 397
// Telephones start with a clock that is behind.
const backDated = day

/** Every CA of Raccord is called so, with a random end: two installations must not look the same to a trust store. */
export const caNamePrefix = 'Raccord CA '

/** A certification authority of our own: ECDSA P-256, 20 years. @param now milliseconds since 1970 */
export async function makeCa(now: number): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const cert = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: new Name([{ CN: [caNamePrefix + randomBytes(4).toString('hex')] }, { O: ['Raccord'] }]),
    notBefore: new Date(now - backDated),
    notAfter: new Date(now + caYears * 365.25 * day),
    signingAlgorithm: ecdsa,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { cert: pem(cert), key: await exportKey(keys.privateKey) }
}

/**
 * A server certificate, signed by our CA, valid for 397 days.
 * @param names DNS names and IP addresses; the first is the subject's name
 * @param now milliseconds since 1970
 */
export async function makeServerPair(ca: Pair, type: KeyType, names: readonly string[], now: number): Promise<Pair> {
  const issuer = new X509Certificate(ca.cert)
  const keys = await webcrypto.subtle.generateKey(type === 'ecdsa' ? ecdsa : rsa, true, ['sign', 'verify'])
  const usages = KeyUsageFlags.digitalSignature | (type === 'rsa' ? KeyUsageFlags.keyEncipherment : 0)
  const cert = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: new Name([{ CN: [commonName(names)] }]),
    issuer: issuer.subjectName,
    notBefore: new Date(now - backDated),
    notAfter: new Date(now - backDated + serverDays * day),
    signingAlgorithm: ecdsa,
    publicKey: keys.publicKey,
    signingKey: await importCaKey(ca.key),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(usages, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(new PublicKey(issuer.publicKey.rawData)),
    ],
  })
  return { cert: pem(cert), key: await exportKey(keys.privateKey) }
}

/** X.520 allows 64 characters in a common name; clients read the alternative names anyway. */
function commonName(names: readonly string[]): string {
  return names.find((name) => name.length <= 64) ?? 'Raccord'
}

/** 16 random bytes, positive and without a leading zero. */
function newSerial(): string {
  const bytes = randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0)
  return bytes.toString('hex')
}

function importCaKey(keyPem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' })
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), ecdsa, false, ['sign'])
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key)
  const exported = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
  return String(exported.export({ type: 'pkcs8', format: 'pem' }))
}

function pem(cert: X509Certificate): string {
  return `${cert.toString('pem').trimEnd()}\n`
}
