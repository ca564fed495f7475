import http from 'node:http'
import https from 'node:https'

const maximumBytes = 1_000_000

export type FetchFailure = 'unreachable' | 'certificate' | 'timeout' | 'tooLarge' | 'stopped'

/** A request without an answer. `detail` is the system's or OpenSSL's code, never a URL. */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  readonly failure: FetchFailure
  readonly detail: string

  constructor(failure: FetchFailure, detail: string) {
    super(`${failure} ${detail}`)
    this.failure = failure
    this.detail = detail
  }
}

export interface FetchOptions {
  readonly userAgent: string
  /** PEM of the only authorities to trust; null trusts those of the system. */
  readonly ca: string | null
  /** Entity tag of the copy at hand. */
  readonly etag: string | null
  readonly timeoutSeconds: number
  readonly signal: AbortSignal
}

export interface FetchAnswer {
  readonly status: number
  readonly body: string
  readonly etag: string | null
}

/** One GET on a connection of its own, as a telephone does it. Throws FetchError. */
export function fetchFile(url: URL, options: FetchOptions): Promise<FetchAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(toFetchError(error, options.signal))
    const headers: http.OutgoingHttpHeaders = { 'User-Agent': options.userAgent, Accept: '*/*' }
    if (options.etag !== null) headers['If-None-Match'] = options.etag
    const common = { headers, agent: false, signal: AbortSignal.any([options.signal, deadline(options)]) } as const
    const request =
      url.protocol === 'https:'
        ? https.get(url, { ...common, ...(options.ca === null ? {} : { ca: options.ca }) })
        : http.get(url, common)
    request.on('error', fail)
    request.on('response', (response) => {
      readBody(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, body, etag: response.headers.etag ?? null })
      }, fail)
    })
  })
}

function deadline(options: FetchOptions): AbortSignal {
  return AbortSignal.timeout(options.timeoutSeconds * 1000)
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > maximumBytes) throw new FetchError('tooLarge', `${maximumBytes} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function toFetchError(error: unknown, stop: AbortSignal): FetchError {
  if (error instanceof FetchError) return error
  if (stop.aborted) return new FetchError('stopped', '')
  if (!(error instanceof Error)) return new FetchError('unreachable', 'unknown')
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return new FetchError('timeout', '')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  // OpenSSL and Node name every fault of a certificate with one of these words.
  return new FetchError(/CERT|SIGNATURE|ISSUER|ALTNAME/.test(code) ? 'certificate' : 'unreachable', code)
}
