import { createBackOff, type RetryRange } from './back-off.ts'
import { type ConfigLoaderOptions, createConfigLoader } from './config-loader.ts'
import type { SipAccount } from './types.ts'

/** Keeps the telephone's settings up to date. */
export interface Provisioner {
  /**
   * Fetches once and gives the accounts to register: those of the new file, or, when nothing came or nothing changed,
   * those that the telephone had. Plans the next fetch by itself.
   */
  run(): Promise<readonly SipAccount[]>
}

export interface ProvisionerOptions extends Omit<ConfigLoaderOptions, 'check'> {
  readonly retry: RetryRange
  /** It is time to fetch again. */
  readonly onDue: () => void
}

export function createProvisioner(options: ProvisionerOptions): Provisioner {
  const { maker, onEvent, signal } = options
  // Kept over restarts, as in a telephone's flash: what a later file leaves out stays as it was.
  const settings = new Map<string, string>()
  const check = (fresh: ReadonlyMap<string, string>) => void maker.accounts(new Map([...settings, ...fresh]))
  const loader = createConfigLoader({ ...options, check })
  const backOff = createBackOff(options.retry, signal)
  let refresh: NodeJS.Timeout | undefined
  signal.addEventListener('abort', () => clearTimeout(refresh), { once: true })

  function planRefresh(): void {
    clearTimeout(refresh)
    const seconds = maker.refreshSeconds(settings)
    if (seconds !== null && !signal.aborted) refresh = setTimeout(options.onDue, seconds * 1000)
  }

  return {
    async run() {
      const result = await loader.load()
      if (signal.aborted) return []
      if (result.outcome === 'failed') {
        const retryIn = backOff.next(options.onDue)
        onEvent(result.event.kind === 'fetchFailed' ? { ...result.event, retryIn } : result.event)
        return maker.accounts(settings)
      }
      backOff.reset()
      if (result.outcome === 'changed') for (const [name, value] of result.settings) settings.set(name, value)
      const accounts = maker.accounts(settings)
      onEvent(result.outcome === 'changed' ? { kind: 'configured', accounts: accounts.length } : { kind: 'unchanged' })
      planRefresh()
      return accounts
    },
  }
}
