import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { startApp } from '#app.ts'
import { type Config, readConfig } from '#config.ts'
import type { FirstStart } from '#services/provider.ts'

const built = (page: string): string | null => {
  const folder = fileURLToPath(new URL(`../../dist/${page}`, import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : null
}

/** `raccord start [--demo]`: runs until SIGINT or SIGTERM, then ends all it started. */
export async function start(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown !== undefined) {
    process.stderr.write(`Unknown argument ${JSON.stringify(unknown)}. Usage: raccord start [--demo]\n`)
    return 2
  }
  const config = readConfig()
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))
  const ended = untilSignal()
  const app = await startApp(config, {
    log,
    webRoot: built('admincenter'),
    webPhoneRoot: built('webphone'),
    onFirstStart: announceFirstStart,
  })
  announce(config)
  const demo = args.includes('--demo') ? await (await import('./demo.ts')).startDemo(app.services, config) : null
  await ended
  await demo?.stop()
  await app.stop()
  return 0
}

/** Stays deaf to further signals while everything ends: npm and a terminal may each send one, and the second must not kill us half way. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

function announceFirstStart({ login, oneTimePassword }: FirstStart): void {
  process.stdout.write(`Sign in as "${login}" with the one-time password  ${oneTimePassword}  (shown this once)\n`)
}

function announce(config: Config): void {
  const at = (port: number): string => `https://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  process.stdout.write(
    [
      'Raccord is running.',
      `  AdminCenter    ${at(config.adminCenterPort)}`,
      `  Web-Phone      ${at(config.webPhonePort)}/webphone.jsp`,
      `  Configurations ${at(config.provisioningPort)}/<key>.cfg`,
      `  SIP            ${config.host}:${config.sipPort} (UDP, TCP), ${config.sipsPort} (TLS)`,
      `  Our CA         ${join(config.data, 'tls', 'ca.pem')}`,
      '  Ctrl-C ends everything.',
      '',
    ].join('\n'),
  )
}
