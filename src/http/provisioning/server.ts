import type { Duplex } from 'node:stream'
import type { SecureContextOptions } from 'node:tls'
import negotiate from '@fastify/accept-negotiator'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import fresh from 'fresh'
import type { Clock } from '#domain/clock.ts'
import type { Fetched, ProvisioningService } from '#services/provisioning.ts'
import { clientAddress } from '../shared/client-address.ts'
import { createMissLimit } from './miss-limit.ts'

export interface ProvisioningServerParts {
  provisioning: ProvisioningService
  tls: SecureContextOptions
  clock: Clock
  /** An address tries keys: worth a line in the audit, once a minute at most. */
  probing(ip: string): void
  /** Something broke that should not have; never given a URL or a header. */
  failed(error: unknown): void
}

/**
 * Port 8448. There is one handler for whatever method, path or broken request comes: it looks the key up, and answers either with the file or
 * with the one 404 there is.
 */
export function createProvisioningServer(parts: ProvisioningServerParts): FastifyInstance {
  const { provisioning, tls, clock, probing, failed } = parts
  const limit = createMissLimit(clock)
  const app = fastify({
    https: tls,
    logger: false,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    bodyLimit: 1024,
    frameworkErrors: (_error, request, reply) => handle(request, reply),
    clientErrorHandler: (_error, socket) => refuseRaw(socket),
  }) as unknown as FastifyInstance
  // Node would answer these two itself, in words of its own.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.server.on('connect', (_request, socket) => refuseRaw(socket))
  // A body is nothing that a phone sends here: it is not read.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.setNotFoundHandler((request, reply) => handle(request, reply))
  app.setErrorHandler((_error, request, reply) => handle(request, reply))

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const ip = clientAddress(request.socket.remoteAddress)
    const { key, fileName } = readPath(request.method, request.raw.url ?? '')
    try {
      const userAgent = request.headers['user-agent'] ?? ''
      const fetched = await provisioning.fetch({ key, fileName, ip, userAgent })
      if (fetched) return await answer(request, reply, fetched)
    } catch (error) {
      failed(error)
    }
    return notFound(ip, request, reply)
  }

  /** For what is not a request that could be handled: the same 404, under the same limit. */
  function refuseRaw(socket: Duplex): void {
    const address = 'remoteAddress' in socket && typeof socket.remoteAddress === 'string' ? socket.remoteAddress : ''
    if (missed(clientAddress(address)) && socket.writable) socket.end(rawNotFound())
    else socket.destroy()
  }

  /** Counts a miss; false when it is one too many to be answered. */
  function missed(ip: string): boolean {
    const { answered, firstRefused } = limit.miss(ip)
    if (firstRefused) probing(ip)
    return answered
  }

  function notFound(ip: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (missed(ip)) return reply.code(404).headers(notFoundHeaders).send(notFoundBody)
    request.raw.socket.destroy()
    return reply.hijack()
  }

  return app
}

const notFoundBody = 'Not found\n'
const notFoundHeaders = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

/** The same answer for what is not even HTTP. */
function rawNotFound(): string {
  const headers = Object.entries({ ...notFoundHeaders, 'content-length': String(Buffer.byteLength(notFoundBody)) })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 404 Not Found\r\n${lines}Date: ${new Date().toUTCString()}\r\nConnection: close\r\n\r\n${notFoundBody}`
}

/** `/<key>.cfg` or `/<key>/<file>`; for anything else the whole path stands as a key that no device has. A query is passed over (Snom may add one). */
function readPath(method: string, url: string): { key: string; fileName: string | null } {
  const path = url.split('?', 1)[0] ?? ''
  const [, key, rest] = /^\/([0-9a-f]{48})(\.cfg|\/[^/]{1,120})$/.exec(path) ?? []
  if ((method !== 'GET' && method !== 'HEAD') || !key || !rest) return { key: path, fileName: null }
  return { key, fileName: rest === '.cfg' ? null : decoded(rest.slice(1)) }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The file as it is, compressed where the phone takes that, or 304. A Range is not looked at: a configuration is taken whole. */
async function answer(request: FastifyRequest, reply: FastifyReply, { file, record }: Fetched): Promise<FastifyReply> {
  reply.headers({
    etag: file.etag,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  if (fresh(request.headers, { etag: file.etag })) {
    record(304)
    return reply.code(304).send()
  }
  record(200)
  reply.header('content-type', file.contentType)
  if (negotiate(request.headers['accept-encoding'] ?? 'identity', ['gzip', 'identity']) !== 'gzip')
    return reply.send(file.body)
  return reply.header('content-encoding', 'gzip').send(await file.gzipped())
}
