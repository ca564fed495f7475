import { createHash } from 'node:crypto'
import type { PhoneHappening } from './events.ts'
import { FetchError, fetchFile } from './fetch.ts'
import { printableUrl } from './text.ts'
import type { FileStep, Maker, ParsedFile } from './types.ts'
import { ConfigFault } from './types.ts'

/** How a round of fetching ended. `failed` may be tried again later; nothing of it was applied. */
export type LoadResult =
  | { readonly outcome: 'changed'; readonly settings: ReadonlyMap<string, string> }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'failed'; readonly event: PhoneHappening }

export interface ConfigLoader {
  /** Asks for the maker's files in their order and reads them. Never throws for what a server or a file did wrong. */
  load(): Promise<LoadResult>
}

export interface ConfigLoaderOptions {
  readonly url: string
  readonly maker: Maker
  readonly ca: string | null
  readonly timeoutSeconds: number
  readonly signal: AbortSignal
  readonly onEvent: (event: PhoneHappening) => void
  /** Throws ConfigFault when the telephone could not work with these settings. */
  readonly check: (settings: ReadonlyMap<string, string>) => void
}

/** A file as it was last received. */
interface Copy {
  readonly body: string
  readonly etag: string | null
}

const maximumFiles = 20

export function createConfigLoader(options: ConfigLoaderOptions): ConfigLoader {
  const copies = new Map<string, Copy>()
  let appliedDigest = ''

  async function read(step: FileStep): Promise<string | null> {
    const known = copies.get(step.url.href)
    const answer = await fetchFile(step.url, {
      userAgent: options.maker.httpUserAgent,
      ca: options.ca,
      etag: known?.etag ?? null,
      timeoutSeconds: options.timeoutSeconds,
      signal: options.signal,
    })
    const url = printableUrl(step.url)
    options.onEvent({ kind: 'fetched', url, status: answer.status, bytes: Buffer.byteLength(answer.body) })
    if (answer.status === 304 && known !== undefined) return known.body
    if (answer.status === 200) {
      copies.set(step.url.href, answer)
      return answer.body
    }
    if (step.optional && answer.status === 404) return null
    throw new StatusFault(answer.status)
  }

  async function loadAll(onStep: (step: FileStep) => void): Promise<LoadResult> {
    const queue = [...options.maker.files(options.url)]
    const settings = new Map<string, string>()
    const digest = createHash('md5')
    for (let count = 0; queue.length > 0; count += 1) {
      if (count >= maximumFiles) throw new ConfigFault(`more than ${maximumFiles} files`)
      const step = queue.shift()
      if (step === undefined) break
      onStep(step)
      const body = await read(step)
      if (body === null) continue
      digest.update(body).update('\0')
      const parsed = options.maker.parse(body)
      for (const [name, value] of parsed.settings) settings.set(name, value)
      if (step.last) queue.length = 0
      queue.unshift(...followed(parsed, step))
    }
    const hex = digest.digest('hex')
    if (hex === appliedDigest) return { outcome: 'unchanged' }
    options.check(settings)
    appliedDigest = hex
    return { outcome: 'changed', settings }
  }

  return {
    async load() {
      let current = ''
      try {
        return await loadAll((step) => {
          current = printableUrl(step.url)
        })
      } catch (error) {
        return { outcome: 'failed', event: failureEvent(error, current) }
      }
    },
  }
}

function followed(parsed: ParsedFile, step: FileStep): readonly FileStep[] {
  return parsed.follow.map((name) => ({ url: new URL(name, step.url), optional: false, last: false }))
}

class StatusFault extends Error {
  readonly status: number

  constructor(status: number) {
    super(String(status))
    this.status = status
  }
}

function failureEvent(error: unknown, url: string): PhoneHappening {
  if (error instanceof ConfigFault) return { kind: 'configRefused', url, reason: error.message }
  if (error instanceof StatusFault) {
    return { kind: 'fetchFailed', url, reason: statusReason(error.status), retryIn: null }
  }
  if (error instanceof FetchError) return { kind: 'fetchFailed', url, reason: fetchReason(error), retryIn: null }
  // What remains is a URL inside a file that is none.
  return { kind: 'configRefused', url, reason: 'it names a file with an impossible URL' }
}

function statusReason(status: number): string {
  if (status === 404) return 'the server knows no such file (404): the access key was changed, or the device removed'
  return `the server answered ${status}`
}

function fetchReason(error: FetchError): string {
  switch (error.failure) {
    case 'certificate':
      return `the server's certificate is not trusted (${error.detail})`
    case 'timeout':
      return 'the server did not answer in time'
    case 'tooLarge':
      return `the file is larger than ${error.detail}`
    case 'stopped':
      return 'stopped'
    case 'unreachable':
      return `the server cannot be reached (${error.detail})`
  }
}
