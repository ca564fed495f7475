import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SippAccount } from './sipp.ts'

/** A real SIP client that keeps itself registered until it is ended. */
export interface Baresip {
  log(): string
  end(): Promise<void>
}

/** `localPort` and the one above it are listened on. */
export function startBaresip(options: {
  account: SippAccount
  target: string
  transport: 'udp' | 'tcp' | 'tls'
  localPort: number
}): Baresip {
  const { account, target, transport, localPort } = options
  const directory = mkdtempSync(join(tmpdir(), 'baresip-'))
  const modules = [
    '/usr/lib/baresip/modules',
    '/usr/lib/x86_64-linux-gnu/baresip/modules',
    '/usr/lib/aarch64-linux-gnu/baresip/modules',
  ]
  writeFileSync(
    join(directory, 'config'),
    [
      `module_path ${modules.find((path) => existsSync(path)) ?? modules[0]}`,
      'module_app account.so',
      'module_app menu.so',
      `sip_listen 127.0.0.1:${localPort}`,
      'net_interface 127.0.0.1',
      '',
    ].join('\n'),
  )
  writeFileSync(
    join(directory, 'accounts'),
    `<sip:${account.number}@pbx.test;transport=${transport}>;auth_user=${account.digestName};auth_pass=${account.secret};` +
      `outbound="sip:${target};transport=${transport}";regint=60;answermode=manual\n`,
  )
  const child = spawn('baresip', ['-f', directory, '-v'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: directory },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    log: () => log,
    end: async () => {
      child.kill('SIGKILL')
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
