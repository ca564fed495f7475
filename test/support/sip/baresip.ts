import { type ChildProcess, spawn } from 'node:child_process'
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
  const config = ['module_app account.so', 'module_app menu.so', `sip_listen 127.0.0.1:${localPort}`]
  return launchBaresip(directory, config, `${accountOf(account, target, transport)};regint=60;answermode=manual`)
}

/** What an account of baresip's begins with; parameters may follow. */
export function accountOf(account: SippAccount, target: string, transport: string): string {
  return (
    `<sip:${account.number}@pbx.test;transport=${transport}>;auth_user=${account.digestName};auth_pass=${account.secret};` +
    `outbound="sip:${target};transport=${transport}"`
  )
}

const moduleFolders = [
  '/usr/lib/baresip/modules',
  '/usr/lib/x86_64-linux-gnu/baresip/modules',
  '/usr/lib/aarch64-linux-gnu/baresip/modules',
]

/** Runs it on a folder of its own, which goes when it ends; it stays on loopback. */
export function launchBaresip(directory: string, config: string[], account: string): Baresip {
  const lines = [`module_path ${moduleFolders.find((path) => existsSync(path)) ?? moduleFolders[0]}`, ...config]
  writeFileSync(join(directory, 'config'), [...lines, 'net_interface 127.0.0.1', ''].join('\n'))
  writeFileSync(join(directory, 'accounts'), `${account}\n`)
  const child = spawn('baresip', ['-f', directory, '-v'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: directory },
  })
  const { log, gone } = listen(child)
  return {
    log,
    end: async () => {
      child.kill('SIGKILL')
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** What a child prints, and its end. */
export function listen(child: ChildProcess): { log: () => string; gone: Promise<void> } {
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
  return { log: () => log, gone: new Promise((resolve) => child.once('close', () => resolve())) }
}
