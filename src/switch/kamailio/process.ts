import { spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#domain/errors.ts'
import { type Owner, writePrivately } from './files.ts'

/** The process that was started last, told apart from any later process with the same number by its start time and the boot. */
export interface ProcessRecord {
  pid: number
  /** Clock ticks since boot. */
  start: string
  bootId: string
  /** Of everything that it was started with. */
  hash: string
  room: number
  /** Milliseconds since 1970. */
  startedAt: number
}

const recordFile = z.object({
  pid: z.number().int().positive(),
  start: z.string(),
  bootId: z.string(),
  hash: z.string(),
  room: z.number(),
  startedAt: z.number(),
})

export function readRecord(file: string): ProcessRecord | null {
  try {
    return recordFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

export function writeRecord(file: string, record: ProcessRecord): void {
  writePrivately(file, JSON.stringify(record))
}

interface Stat {
  state: string
  group: number
  start: string
}

/** Null when there is no such process. */
function stat(pid: number | string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold brackets and blanks.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', group: Number(fields[2]), start: fields[19] ?? '' }
  } catch {
    return null
  }
}

export function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

export function startOf(pid: number): string | null {
  return stat(pid)?.start ?? null
}

/** A zombie is dead: its number stays in /proc when nobody reaps it, as under a container's first process. */
export function isAlive(record: ProcessRecord): boolean {
  const now = stat(record.pid)
  return (
    now !== null &&
    now.start === record.start &&
    now.group === record.pid &&
    !/[ZX]/.test(now.state) &&
    record.bootId === bootId()
  )
}

/** Words of a command line, one after the other, that no process but ours is started with: each has the name of our folder in it. */
export type Mark = readonly string[]

/** What Kamailio of this folder is known by. */
export const kamailioMark = (directory: string): Mark => ['-f', join(directory, 'kamailio.cfg')]

/** Ends its whole group at once. */
export function killNow(record: ProcessRecord): void {
  if (isAlive(record)) signal(record.pid, 'SIGKILL')
}

/** Every living process that was started with these words, also those whose main process is gone. */
export function processesOf(mark: Mark): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return isMarked(words, mark) && !/[ZX]/.test(stat(pid)?.state ?? 'X')
      } catch {
        return false
      }
    })
}

function isMarked(words: string[], mark: Mark): boolean {
  return words.some((_, at) => mark.every((word, index) => words[at + index] === word))
}

/** Ends every process with this mark: asks, then kills after `patience` ms. Resolves when all of them have let go of their ports. */
export async function endAll(mark: Mark, patience = 3000): Promise<void> {
  const ending = new Set(processesOf(mark))
  const groups = () => new Set([...ending].map((pid) => stat(pid)?.group ?? 0))
  for (const group of groups()) signal(group, 'SIGTERM')
  for (let waited = 0; ending.size > 0; waited += 20) {
    if (waited >= patience) for (const group of groups()) signal(group, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 20))
    // A process that exits loses its command line first and its sockets later, so it is followed by its number until it is a zombie or gone.
    for (const pid of ending) if (/[ZX]/.test(stat(pid)?.state ?? 'X')) ending.delete(pid)
    for (const pid of processesOf(mark)) ending.add(pid)
  }
}

function signal(group: number, name: NodeJS.Signals): void {
  if (group <= 1) return
  try {
    process.kill(-group, name)
  } catch {
    // Gone in the meantime.
  }
}

interface Spawn {
  program: string
  words: string[]
  logFile: string
  /** Whom it runs as; null: as we do, which leaves it to the program to change. */
  user: Owner
}

/** Starts a program in a process group of its own, which outlives us, its output appended to a file. Resolves to its process number. */
export async function spawnDetached({ program, words, logFile, user }: Spawn, onExit: () => void): Promise<number> {
  const log = openSync(logFile, 'a', 0o600)
  try {
    // No variable of ours is handed on; UTC, so that the times in its log and in its database are.
    const child = spawn(program, words, {
      ...(user ?? {}),
      detached: true,
      cwd: '/',
      stdio: ['ignore', log, log],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TZ: 'UTC' },
    })
    child.unref()
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', onExit)
      child.once('spawn', () => (child.pid === undefined ? reject(new Error('no process')) : resolve(child.pid)))
    })
  } finally {
    closeSync(log)
  }
}

/**
 * Only one Raccord may look after a folder: an abstract socket is held until the process ends, however it ends.
 * Throws AppError('switch.alreadyManaged').
 */
export async function lockDirectory(name: string): Promise<() => void> {
  for (let attempt = 0; ; attempt++) {
    const server = createServer((socket) => socket.destroy())
    const held = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen({ path: `\0raccord-switch-${name}` }, () => resolve(true))
    })
    server.unref()
    if (held) return () => server.close()
    if (attempt === 10) throw new AppError('switch.alreadyManaged')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
