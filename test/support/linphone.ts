import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian's linphone-daemon (package linphone-cli), a real telephone without a screen. */
export interface Linphone {
  /** A link typed in anew, as a person does; Linphone fetches it at its next start. */
  setLink(link: string): void
  start(): Promise<void>
  /** The file where it keeps what it was given and what it found out. */
  settings(): string
  /** Ends it at once, without taking its registration back: power lost. */
  end(): Promise<void>
  remove(): Promise<void>
}

/** It is given nothing but its link and the CA. Any free SIP ports; no sound is needed. */
export function createLinphone({ link, caFile }: { link: string; caFile: string }): Linphone {
  const home = mkdtempSync(join(tmpdir(), 'raccord-linphone-'))
  // Without this folder the daemon stalls silently.
  mkdirSync(join(home, '.local/share/linphone'), { recursive: true })
  const settings = join(home, 'linphonerc')
  let child: ChildProcess | null = null

  function setLink(url: string): void {
    writeFileSync(
      settings,
      `[misc]\nconfig-uri=${url}\n[sip]\nroot_ca=${caFile}\nsip_port=-1\nsip_tcp_port=-1\nsip_tls_port=-1\n`,
    )
  }

  async function end(): Promise<void> {
    const ending = child
    if (!ending) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill('SIGKILL')
    await gone
  }

  setLink(link)
  return {
    setLink,
    settings: () => readFileSync(settings, 'utf8'),
    start: () =>
      new Promise((resolve, reject) => {
        // With its standard input closed the daemon ends at once.
        const started = spawn('linphone-daemon', ['--config', settings], {
          env: { HOME: home, PATH: '/usr/bin:/bin' },
          stdio: ['pipe', 'ignore', 'ignore'],
        })
        child = started
        started.once('error', reject)
        started.once('spawn', resolve)
        started.once('exit', () => {
          if (child === started) child = null
        })
      }),
    end,
    async remove() {
      await end()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
