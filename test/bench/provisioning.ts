import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { ensureCertificates } from '#services/certificates.ts'
import type { Load, LoadResult } from './provisioning/client.ts'
import { makeInstallation } from './provisioning/fill.ts'
import { cpuTime, memory, runLoad, type Server, startBare, startNginx, startRaccord } from './provisioning/processes.ts'
import { printFigures, type Series } from './provisioning/report.ts'

const repeats = 5
const few = 1000
const many = 100_000
const ports = { nginx: 27_700, few: 27_701, many: 27_702, bare: 27_703 }
/** Coprime to both numbers of devices: requests jump about in the database. */
const stride = 7919

/** A server with what is asked of it. */
interface Target {
  server: Server
  paths: string
  /** Of Raccord; to count the rows of its list of accesses. */
  database: Sqlite.Database | null
  /** Where the next load begins in the file of paths. */
  asked: number
}

/**
 * Compares the server CPU per request of Raccord's provisioning port with nginx serving the same bytes as files, and of 100,000 devices
 * with 1,000. `--cpu-prof` leaves profiles in ./data/profiles. docs/performance.md says how to read the figures.
 */
export async function run(args: string[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'raccord-bench-'))
  const servers: Server[] = []
  try {
    return await measure(folder, servers, args.includes('--cpu-prof'))
  } finally {
    for (const server of servers) await server.stop().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, servers: Server[], profiled: boolean): Promise<boolean> {
  const { nginx, bare, small, large } = await startAll(folder, servers, profiled)
  const series: Series = { nginx: [], bare: [], cached: [], cold: [], many: [], nginxKept: [], bareKept: [], kept: [] }
  for (let repeat = 0; repeat <= repeats; repeat++) {
    // The first round warms up both servers.
    const keep = (name: keyof Series, value: number) => repeat > 0 && series[name].push(value)
    keep('nginx', await perRequest(nginx, 'handshake', 2 * few))
    keep('bare', await perRequest(bare, 'handshake', 2 * few))
    keep('cached', await perRequest(small, 'handshake', 2 * few))
    keep('nginxKept', await perRequest(nginx, 'keepalive', 10 * few))
    keep('bareKept', await perRequest(bare, 'keepalive', 10 * few))
    keep('kept', await perRequest(small, 'keepalive', 10 * few))
    keep('many', await perRequest(large, 'handshake', few))
    keep('cold', await afterChange(small))
  }
  await perRequest(large, 'keepalive', many)
  const used = memory(large.server.pid)
  for (const server of servers.splice(0)) await server.stop()
  const isHeld = printFigures(series, { rss: used.now, peak: used.peak, fetches: large.asked })
  return noRowWasLost(small) && noRowWasLost(large) && isHeld
}

async function startAll(folder: string, servers: Server[], profiled: boolean) {
  const tls = join(folder, 'tls')
  const log = { info: () => undefined, warn: console.error }
  await ensureCertificates({ dir: tls, host: 'localhost', publicAddress: null, now: Date.now(), log })
  const raccord = async (name: 'few' | 'many', devices: number): Promise<Target> => {
    const home = join(folder, name)
    await makeInstallation(home, devices)
    const profile = profiled ? ['--cpu-prof', `--cpu-prof-name=${name}.cpuprofile`, '--cpu-prof-dir=data/profiles'] : []
    const server = await startRaccord(home, ports[name], profile)
    servers.push(server)
    return { server, paths: join(home, 'paths'), database: new Sqlite(join(home, 'raccord.db')), asked: 0 }
  }
  const small = await raccord('few', few)
  const large = await raccord('many', many)
  const home = join(folder, 'nginx')
  mkdirSync(home)
  await copyBodies(small, join(home, 'root'))
  const server = await startNginx(home, tls, ports.nginx)
  servers.push(server)
  const [path = ''] = readFileSync(small.paths, 'utf8').split('\n')
  const node = await startBare(tls, ports.bare, join(home, 'root', path))
  servers.push(node)
  const target = (of: Server): Target => ({ server: of, paths: small.paths, database: null, asked: 0 })
  return { nginx: target(server), bare: target(node), small, large }
}

/** Fetches every configuration once and leaves it where nginx will serve it under the same path. */
async function copyBodies(target: Target, root: string): Promise<void> {
  mkdirSync(root, { mode: 0o755 })
  const agent = new Agent({ keepAlive: true })
  for (const path of readFileSync(target.paths, 'utf8').split('\n')) {
    const body = await new Promise<Buffer>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: target.server.port, path, agent, rejectUnauthorized: false }
      get(options, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
      }).on('error', reject)
    })
    writeFileSync(join(root, path), body)
    target.asked += 1
  }
  agent.destroy()
}

/** Server CPU per request in microseconds, with what is done after the answers: the rows are awaited. */
async function perRequest(target: Target, mode: Load['mode'], requests: number): Promise<number> {
  const { server, paths } = target
  const before = cpuTime(server.pid)
  const first = target.asked
  const result = await runLoad({ port: server.port, mode, paths, first, stride, requests, concurrency: 8 })
  checkSame(result, mode, requests)
  target.asked += requests
  await rowsWritten(target)
  return (cpuTime(server.pid) - before) / requests
}

let agreed = ''

/** Whichever server answered: all of it, in the same way of TLS. */
function checkSame(result: LoadResult, mode: Load['mode'], requests: number): void {
  if (result.answered !== requests) throw new Error(`${result.answered} of ${requests} requests were answered`)
  if (mode === 'keepalive') return
  if (agreed === '') console.log(`${result.agreed}, body of ${result.bytes} bytes`)
  agreed ||= result.agreed
  if (result.agreed !== agreed) throw new Error(`The servers agreed upon ${agreed} and upon ${result.agreed}`)
}

/** Every answer stands in the list of accesses a second later at most. */
async function rowsWritten(target: Target): Promise<void> {
  if (target.database === null) return delay(200)
  const deadline = Date.now() + 1000
  while (rows(target.database) < target.asked) {
    if (Date.now() > deadline)
      throw new Error(`${rows(target.database)} rows for ${target.asked} fetches, a second later`)
    await delay(50)
  }
}

function rows(database: Sqlite.Database): number {
  return (database.prepare('select max(rowid) as count from access').get() as { count: number | null }).count ?? 0
}

/** Each device was changed since its last fetch, so that each body is rendered anew. */
async function afterChange(target: Target): Promise<number> {
  target.database?.prepare('update device set config_version = config_version + 1').run()
  return perRequest(target, 'handshake', few)
}

function noRowWasLost({ database, asked }: Target): boolean {
  if (database === null || rows(database) === asked) return true
  console.error(`Of ${asked} fetches ${rows(database)} stand in the list of accesses after a normal stop.`)
  return false
}
