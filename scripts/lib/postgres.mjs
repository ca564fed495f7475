// A throw-away PostgreSQL for the tests: own folder, own port, unprivileged user, gone at the end.
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const versions = '/usr/lib/postgresql'

/** Folder of the newest PostgreSQL server's programs, as Debian lays them out; null when there is none. */
function postgresBinFolder(folder = versions) {
  if (!existsSync(folder)) return null
  const found = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))
  return found[0] === undefined ? null : join(folder, found[0], 'bin')
}

/** A TCP port of 127.0.0.1 that was free a moment ago. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

// PostgreSQL refuses to run as root. The server dies with us (pdeathsig), even when we are killed.
/** @param {string[]} options */
const asPostgres = (options) =>
  process.getuid?.() === 0
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', ...options]
    : ['setpriv', ...options]

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/**
 * Starts the server and waits until it takes connections (30 s at most).
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startThrowAwayPostgres() {
  const bin = postgresBinFolder()
  if (bin === null) throw new Error('PostgreSQL is not installed (Debian package postgresql).')
  const folder = mkdtempSync(join(tmpdir(), 'raccord-postgres-'))
  try {
    return await startIn(folder, bin)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** @param {string} folder @param {string} bin */
async function startIn(folder, bin) {
  const data = join(folder, 'data')
  const password = randomBytes(12).toString('hex')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  if (process.getuid?.() === 0) await run('chown', ['-R', 'postgres:', folder])
  const [asUser = '', ...asUserArgs] = asPostgres([])
  const initdb = [join(bin, 'initdb'), '-D', data, '-U', 'raccord', '-A', 'scram-sha-256', '-E', 'UTF8']
  const files = ['--locale=C.UTF-8', '--no-sync', `--pwfile=${join(folder, 'password')}`]
  await run(asUser, [...asUserArgs, ...initdb, ...files], { cwd: folder })

  const port = await freePort()
  const settings = [...fast, 'listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`]
  const [command = '', ...args] = asPostgres(['--pdeathsig=INT'])
  const server = spawn(command, [...args, join(bin, 'postgres'), '-D', data, ...settings.flatMap((s) => ['-c', s])], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A process group of its own: Ctrl-C must not end it before the tests have ended.
    detached: true,
  })
  let log = ''
  server.stderr.on('data', (text) => {
    log = (log + text).slice(-20_000)
  })
  const ended = new Promise((resolve) => server.on('close', resolve))
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  if (!(await isReady(data, server))) {
    await stop()
    throw new Error(`PostgreSQL did not start:\n${log}`)
  }
  return { url: `postgres://raccord:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** @param {string} data @param {import('node:child_process').ChildProcess} server */
async function isReady(data, server) {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline && server.exitCode === null && server.signalCode === null) {
    const pidFile = join(data, 'postmaster.pid')
    // The postmaster writes its state into the eighth line of its pid file.
    if (existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready') return true
    await delay(50)
  }
  return false
}
