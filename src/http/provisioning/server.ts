import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { Duplex } from 'node:stream'
import type { SecureContextOptions } from 'node:tls'
import negotiate from '@fastify/accept-negotiator'
import fresh from 'fresh'
import type { Clock } from '#domain/clock.ts'
import type { Fetched, Opened, ProvisioningFile, ProvisioningService } from '#services/provisioning.ts'
import { clientAddress } from '../shared/client-address.ts'
import { preferredLanguage } from '../shared/preferred-language.ts'
import { type AppPage, gonePage, landingPage } from './app-pages.ts'
import { createListener, type Listener } from './listener.ts'
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
 * with the one 404 there is. Node's own server, without a framework: nothing else may answer here, and each fetch is a new connection.
 */
export function createProvisioningServer(parts: ProvisioningServerParts): Listener {
  const { provisioning, tls, clock, probing, failed } = parts
  const limit = createMissLimit(clock)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ip = clientAddress(request.socket.remoteAddress)
    try {
      const { key, fileName, query } = readPath(request.method, request.url ?? '')
      const userAgent = request.headers['user-agent'] ?? ''
      const fetched = await provisioning.fetch({ key, fileName, query, ip, userAgent })
      if (fetched) return await answer(request, response, fetched)
      const fetching = request.method === 'GET' && provisioning.isApp(request.headers)
      const opened =
        fileName === null ? await provisioning.openTicket({ key, fileName, ip, userAgent, fetching }) : null
      if (opened) return answerTicket(request, response, opened)
    } catch (error) {
      failed(error)
    }
    if (response.headersSent || !missed(ip)) request.socket.destroy()
    else if (isBrowser(request) && !provisioning.isApp(request.headers))
      answerPage(response, 404, gonePage(languageOf(request)))
    else response.writeHead(404, notFoundHeaders).end(notFoundBody)
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

  const server = createServer({ ...tls, ...limits }, handle)
  // Node would answer these four itself, in words of its own.
  server.on('checkContinue', handle).on('checkExpectation', handle)
  server.on('connect', (_request, socket) => refuseRaw(socket))
  server.on('clientError', (_error, socket) => refuseRaw(socket))
  return createListener(server)
}

/** Against connections that are held open: by a handshake, by headers, by a body that nobody reads. Milliseconds. */
const limits: Parameters<typeof createServer>[0] = {
  handshakeTimeout: 30_000,
  headersTimeout: 30_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  // Node would answer 400 to a request without one.
  requireHostHeader: false,
}

const notFoundBody = 'Not found\n'
const notFoundHeaders = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-length': String(Buffer.byteLength(notFoundBody)),
}

/** The same answer for what is not even HTTP. */
function rawNotFound(): string {
  const lines = Object.entries(notFoundHeaders).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 404 Not Found\r\n${lines.join('')}Date: ${new Date().toUTCString()}\r\nConnection: close\r\n\r\n${notFoundBody}`
}

/**
 * `/<key>.cfg` or `/<key>/<file>`; for anything else the whole path stands as a key that no device has. A query matters to the phonebook alone:
 * elsewhere it is passed over (Snom may add one).
 */
function readPath(method: string | undefined, url: string): { key: string; fileName: string | null; query: string } {
  const [path = '', query = ''] = url.split('?', 2)
  const [, key, rest] = /^\/([0-9a-f]{48})(\.cfg|\/[^/]{1,120})$/.exec(path) ?? []
  if ((method !== 'GET' && method !== 'HEAD') || !key || !rest) return { key: path, fileName: null, query: '' }
  return { key, fileName: rest === '.cfg' ? null : decoded(rest.slice(1)), query }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The file as it is, compressed where the phone takes that, or 304. A Range is not looked at: a configuration is taken whole. */
async function answer(request: IncomingMessage, response: ServerResponse, { file, record }: Fetched): Promise<void> {
  if (fresh(request.headers, { etag: file.etag })) {
    record(304)
    response.writeHead(304, fileHeaders(file)).end()
    return
  }
  const accepted = request.headers['accept-encoding']
  const isZipped = accepted !== undefined && negotiate(String(accepted), ['gzip', 'identity']) === 'gzip'
  const body = isZipped ? await file.gzipped() : file.body
  record(200)
  response
    .writeHead(200, [
      ...fileHeaders(file),
      ...['content-type', file.contentType, 'content-length', String(body.length)],
      ...(isZipped ? ['content-encoding', 'gzip'] : []),
    ])
    .end(body)
}

/** A link from a QR code that was good. What is sent must not be kept by anything on the way. */
function answerTicket(request: IncomingMessage, response: ServerResponse, opened: Opened): void {
  if (opened.kind === 'page') {
    answerPage(response, 200, landingPage(languageOf(request), opened))
    return
  }
  const { file, record } = opened.fetched
  record(200)
  response
    .writeHead(200, {
      'content-type': file.contentType,
      'content-length': String(file.body.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(file.body)
}

function answerPage(response: ServerResponse, status: number, { headers, body }: AppPage): void {
  response.writeHead(status, headers).end(body)
}

function languageOf({ headers }: IncomingMessage) {
  return preferredLanguage(headers['accept-language'])
}

/** Somebody who opened a link that has the form of a code's, and can read a page. */
function isBrowser({ method, url = '', headers }: IncomingMessage): boolean {
  const asksForPage = /\btext\/html\b/.test(headers.accept ?? '')
  return (method === 'GET' || method === 'HEAD') && asksForPage && /^\/[0-9a-f]{48}\.cfg(?:\?|$)/.test(url)
}

/** Of every answer about a file: names and values in turn. */
function fileHeaders({ etag }: ProvisioningFile): string[] {
  const common = ['cache-control', 'private, no-cache', 'vary', 'Accept-Encoding', 'x-content-type-options', 'nosniff']
  return ['etag', etag, ...common]
}
