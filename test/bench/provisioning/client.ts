// Fetches as telephones do, as a process of its own. Takes a Load as JSON in its first argument, prints a LoadResult.
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:https'
import { connect } from 'node:tls'

export interface Load {
  port: number
  mode: 'handshake' | 'keepalive'
  /** A file of paths, one a line; each request takes the one `stride` lines further on, from the line `first`. */
  paths: string
  first: number
  stride: number
  requests: number
  concurrency: number
}

export interface LoadResult {
  /** Answers with status 200 and a whole body. */
  answered: number
  /** What was agreed upon, e.g. `TLSv1.3 TLS_AES_256_GCM_SHA384 X25519`, and the length of the last body; must be the same for both servers. */
  agreed: string
  bytes: number
}

const userAgent = 'Yealink SIP-T54W 96.86.0.20 00:15:65:00:00:01'
// What a telephone of today offers: no post-quantum group, and the ECDSA certificate is to be taken.
const tls = {
  minVersion: 'TLSv1.3',
  ecdhCurve: 'X25519',
  sigalgs: 'ecdsa_secp256r1_sha256',
  rejectUnauthorized: false,
} as const

const load = JSON.parse(process.argv[2] ?? '') as Load
const paths = readFileSync(load.paths, 'utf8').split('\n')
const result: LoadResult = { answered: 0, agreed: '', bytes: 0 }
const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency, ...tls })
let next = 0

async function worker(): Promise<void> {
  while (next < load.requests) {
    const path = paths[(load.first + next++ * load.stride) % paths.length] ?? ''
    const bytes = load.mode === 'handshake' ? await overNewConnection(path) : await overKeptConnection(path)
    result.answered += 1
    result.bytes = bytes
  }
}

/** One connection with a whole TLS 1.3 handshake for one request. The length of the body. */
function overNewConnection(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: '127.0.0.1', port: load.port, ...tls }, () => {
      if (socket.isSessionReused()) reject(new Error('a session was resumed'))
      const group = (socket.getEphemeralKeyInfo() as { name?: string } | null)?.name ?? ''
      result.agreed = `${socket.getProtocol()} ${socket.getCipher().name} ${group}`
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${userAgent}\r\nConnection: close\r\n\r\n`)
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1')
      const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1])
      const body = text.length - text.indexOf('\r\n\r\n') - 4
      if (text.startsWith('HTTP/1.1 200 ') && body === length) resolve(length)
      else reject(new Error(`Not a whole answer: ${text.slice(0, 60)}`))
    })
  })
}

function overKeptConnection(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = get({ host: '127.0.0.1', port: load.port, path, agent, headers: { 'user-agent': userAgent } })
    sent.on('error', reject).on('response', (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
      })
      response.on('error', reject).on('end', () => {
        if (response.statusCode === 200) resolve(length)
        else reject(new Error(`Status ${response.statusCode}`))
      })
    })
  })
}

await Promise.all(Array.from({ length: load.concurrency }, worker))
agent.destroy()
console.log(JSON.stringify(result))
