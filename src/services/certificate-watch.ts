import { createHash } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import { type CertificateLog, type TlsOptions, tlsOptions } from './certificates.ts'

/**
 * Calls onChange with the new certificates when files of the folder were replaced. A pair that is broken, or only half
 * written yet, is logged and not taken: the caller keeps what it has.
 * @param pollEvery milliseconds; a network folder may give no events, so we also look now and then
 */
export function watchCertificates(
  dir: string,
  onChange: (tls: TlsOptions) => void,
  { log, pollEvery = 5000 }: { log: CertificateLog; pollEvery?: number },
): { close: () => void } {
  let taken = fingerprint(tlsOptions(dir))
  let lastFault = ''
  let pending: NodeJS.Timeout | undefined

  function look(): void {
    try {
      const tls = tlsOptions(dir)
      lastFault = ''
      if (fingerprint(tls) === taken) return
      taken = fingerprint(tls)
      onChange(tls)
      log.info(`Took the replaced certificates of ${dir}`)
    } catch (error) {
      const fault = error instanceof Error ? error.message : 'unknown fault'
      if (fault !== lastFault) log.warn(`The certificates in ${dir} are not taken, those in use stay: ${fault}`)
      lastFault = fault
    }
  }
  /** Certificate and key are two files: wait until both have settled. */
  function soon(): void {
    clearTimeout(pending)
    pending = setTimeout(look, settleTime)
  }

  const watcher = tryWatch(dir, soon)
  const poll = setInterval(look, pollEvery).unref()
  return {
    close() {
      clearTimeout(pending)
      clearInterval(poll)
      watcher?.close()
    },
  }
}

const settleTime = 200

/** Null where the system has no watches left (inotify limit): polling does it alone then. */
function tryWatch(dir: string, onEvent: () => void): FSWatcher | null {
  try {
    return watch(dir, { persistent: false }, onEvent).on('error', () => {})
  } catch {
    return null
  }
}

function fingerprint(tls: TlsOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([tls.cert, tls.key]))
    .digest('hex')
}
