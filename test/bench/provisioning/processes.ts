import { type ChildProcess, execFile, fork, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { tlsFiles } from '#services/certificate-files.ts'
import { nodeEnvironment, nodeOptions } from '../../../scripts/lib/checkout.mjs'
import type { Load, LoadResult } from './client.ts'

/** A server under measurement. */
export interface Server {
  /** The process whose CPU time counts. */
  pid: number
  port: number
  /** Ends it the normal way; rejects when it does not end well. */
  stop(): Promise<void>
}

const here = (file: string) => new URL(file, import.meta.url).pathname

/** @param profile options of Node for a profile */
export function startRaccord(folder: string, port: number, profile: string[]): Promise<Server> {
  return startNode('server.ts', [folder, String(port)], port, profile)
}

/** node:https and nothing else: what Node takes before Raccord has done anything. */
export function startBare(tlsFolder: string, port: number, body: string): Promise<Server> {
  return startNode('bare.ts', [tlsFolder, String(port), body], port, [])
}

async function startNode(file: string, args: string[], port: number, profile: string[]): Promise<Server> {
  const child = fork(here(file), args, {
    execArgv: [...nodeOptions, ...profile],
    env: nodeEnvironment,
    stdio: 'inherit',
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`${file} did not start (code ${code})`)))
  })
  return { pid: pidOf(child), port, stop: () => stopped(child, 'SIGTERM') }
}

/** Debian's nginx with one worker and the files of `root`; no session cache, no access log. It hands out tickets after a handshake, as Raccord does. */
export async function startNginx(folder: string, tlsFolder: string, port: number): Promise<Server> {
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, nginxConfiguration(folder, tlsFolder, port))
  const child = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'inherit' })
  const failure = new Promise<never>((_resolve, reject) => {
    child.once('error', () => reject(new Error('nginx cannot be run: install the Debian package nginx-light')))
    child.once('exit', (code) => reject(new Error(`nginx ended with code ${code}`)))
  })
  await Promise.race([listening(port), failure])
  failure.catch(() => undefined)
  const master = pidOf(child)
  const workers = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim().split(' ')
  return { pid: Number(workers[0]), port, stop: () => stopped(child, 'SIGTERM') }
}

function nginxConfiguration(folder: string, tlsFolder: string, port: number): string {
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  types { }
  default_type "text/plain; charset=utf-8";
  keepalive_requests 1000000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port} ssl;
    root ${folder}/root;
    ssl_certificate ${join(tlsFolder, tlsFiles.ecdsa.cert)};
    ssl_certificate_key ${join(tlsFolder, tlsFiles.ecdsa.key)};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache off;
  }
}
`
}

async function listening(port: number): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await delay(20)) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
  }
  throw new Error(`Nothing listens on port ${port}`)
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the process did not start')
  return pid
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const code = await ended
  if (code !== 0) throw new Error(`A server ended with code ${code}`)
}

/** Runs the client to its end. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)(process.execPath, [here('client.ts'), JSON.stringify(load)])
  return JSON.parse(stdout) as LoadResult
}

const microsecondsPerTick = 10_000

/** CPU time that all threads of the process have used, in microseconds; the kernel counts in steps of 10 ms. */
export function cpuTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold blanks; utime and stime are the fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * microsecondsPerTick
}

/** Memory of the process that is in RAM, in MB (10^6 bytes): now, and at its highest. */
export function memory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const field = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6
  return { now: field('VmRSS'), peak: field('VmHWM') }
}
