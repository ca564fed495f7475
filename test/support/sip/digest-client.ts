import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { realm } from './switch.ts'

interface Answer {
  code: number
  /** Of the challenge; empty when there is none. */
  nonce: string
  /** Value of each Contact header. */
  contacts: string[]
}

/** What a REGISTER is signed with. */
interface Signing {
  digestName: string
  secret: string
  number: string
  nonce: string
}

/** A bare SIP client over UDP that sends one REGISTER after another from an address of its own, which SIPp is too slow for. */
export interface DigestClient {
  /** The nonce of a fresh challenge. */
  challenge(): Promise<string>
  /** One signed REGISTER; its answer. */
  register(signing: Signing): Promise<Answer>
  close(): void
}

export async function createDigestClient(from: { address: string; port: number }, to: number): Promise<DigestClient> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(from.port, from.address, resolve))
  let count = 0

  async function ask(number: string, authorization: string): Promise<Answer> {
    count++
    const callId = `${from.port}-${count}`
    const via = `Via: SIP/2.0/UDP ${from.address}:${from.port};branch=z9hG4bK${callId};rport`
    const parties = `From: <sip:${number}@pbx.test>;tag=${count}\r\nTo: <sip:${number}@pbx.test>`
    const dialog = `Call-ID: ${callId}\r\nCSeq: 1 REGISTER\r\nMax-Forwards: 70\r\nExpires: 120`
    const contact = `Contact: <sip:${number}@${from.address}:${from.port}>`
    const headers = [via, parties, dialog, contact, authorization, 'Content-Length: 0'].filter((line) => line !== '')
    socket.send(`REGISTER sip:pbx.test SIP/2.0\r\n${headers.join('\r\n')}\r\n\r\n`, to, '127.0.0.1')
    for (;;) {
      const [message] = await once(socket, 'message', { signal: AbortSignal.timeout(5000) })
      const text = String(message)
      if (!text.startsWith('SIP/2.0') || !text.includes(`Call-ID: ${callId}\r\n`)) continue
      const contacts = [...text.matchAll(/^Contact: (.*)\r$/gm)].map(([, value]) => value ?? '')
      return { code: Number(text.slice(8, 11)), nonce: /nonce="([^"]*)"/.exec(text)?.[1] ?? '', contacts }
    }
  }

  return {
    challenge: async () => (await ask('0', '')).nonce,
    register: ({ digestName, secret, number, nonce }) => ask(number, signed(digestName, secret, nonce)),
    close: () => socket.close(),
  }
}

function signed(name: string, secret: string, nonce: string): string {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const response = md5(`${md5(`${name}:${realm}:${secret}`)}:${nonce}:${md5('REGISTER:sip:pbx.test')}`)
  const words = { username: name, realm, nonce, uri: 'sip:pbx.test', response }
  const list = Object.entries(words).map(([key, value]) => `${key}="${value}"`)
  return `Authorization: Digest ${list.join(', ')}, algorithm=MD5`
}
