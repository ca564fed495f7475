import 'reflect-metadata'
import { createHash, webcrypto } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import type { SwitchOptions } from '#switch/kamailio/index.ts'
import type { Credential } from '#switch/port.ts'
import type { SippAccount } from './sipp.ts'

export const realm = 'raccord'

/** What a test's switch starts with; `ages` is what it will be told of credentials, by address of record. */
export interface SwitchSetting {
  options: SwitchOptions
  ages: Map<string, number>
  log: string[]
  /** Runs between the moment that the switch asks for the ages and the answer, which is of before. */
  whileAsked: () => Promise<void>
  remove(): void
}

/** A folder with an RSA certificate, and options for a switch on loopback. */
export async function prepareSwitch(sipPort: number): Promise<SwitchSetting> {
  const root = mkdtempSync(join(tmpdir(), 'raccord-switch-'))
  // Kamailio's own user has to get through.
  chmodSync(root, 0o711)
  const certificate = { certFile: join(root, 'server.crt'), keyFile: join(root, 'server.key') }
  await writeCertificate(certificate)
  const ages = new Map<string, number>()
  const log: string[] = []
  const note = (details: object, message: string) => log.push(`${message} ${JSON.stringify(details)}`)
  const options: SwitchOptions = {
    directory: join(root, 'switch'),
    host: 'pbx.test',
    realm,
    bind: '127.0.0.1',
    sipPort,
    sipsPort: sipPort + 1,
    // The switches of two tests may share them: each takes the ports that are free.
    rtpPorts: { from: 40_000, to: 40_999 },
    certificate: () => certificate,
    ...(process.getuid?.() === 0 ? { runAs: { user: 'kamailio', group: 'kamailio' } } : {}),
    credentialAges: async () => {
      const before = new Map(ages)
      await setting.whileAsked()
      return before
    },
    clock: Date.now,
    log: { info: note, warn: note, error: note },
  }
  const setting: SwitchSetting = {
    ...{ options, ages, log },
    whileAsked: async () => {},
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  return setting
}

async function writeCertificate({ certFile, keyFile }: { certFile: string; keyFile: string }): Promise<void> {
  x509.cryptoProvider.set(webcrypto)
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
  }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=pbx.test',
    keys,
    signingAlgorithm: algorithm,
  })
  writeFileSync(certFile, certificate.toString('pem'))
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  writeFileSync(keyFile, x509.PemConverter.encode(key, 'PRIVATE KEY'))
}

/** The credential that an account's SIP client would register with. */
export function credentialOf(account: SippAccount, aor: string, more: Partial<Credential> = {}): Credential {
  const { digestName, secret, number } = account
  return {
    digestName,
    ha1: ha1Of(digestName, secret),
    aor,
    deviceId: `device-${aor}`,
    lineId: `line-${number}`,
    vpbxId: 'vpbx',
    number,
    networks: [],
    srtp: false,
    ...more,
  }
}

function ha1Of(digestName: string, secret: string): string {
  return createHash('md5').update(`${digestName}:${realm}:${secret}`).digest('hex')
}

/** Polls until the condition holds; throws when it does not within the time (ms). */
export async function until(what: string, condition: () => boolean | Promise<boolean>, within = 10_000): Promise<void> {
  const deadline = Date.now() + within
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`did not come true within ${within} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
