import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endAll, kamailioMark, processesOf } from '#switch/kamailio/process.ts'
import { rtpengineMark } from '#switch/rtpengine/launcher.ts'
import { type ApiClient, createApiClient } from './api-client.ts'

/** Raccord as an operator runs it: a process of its own, on a data folder of its own, on ports from `base` to `base + 5` of loopback. */
export interface RaccordProcess {
  /** The data folder. */
  readonly data: string
  readonly ports: RaccordPorts
  /** Starts it on the data that is there; resolves when it says that it runs, rejects with what it printed when it ends before. */
  start(): Promise<void>
  /** Starts it where it is expected to fail: exit code and all that it printed. */
  startAndFail(): Promise<{ code: number | null; output: string }>
  /** SIGKILL to the process alone: what it started goes on. */
  kill(): Promise<void>
  /** SIGTERM; resolves to the exit code when it has ended. */
  terminate(): Promise<number | null>
  /** Whether it runs now. */
  alive(): boolean
  /** Everything it printed since the folder was made, over all starts; the one-time password included. */
  output(): string
  /** Of the first start. */
  oneTimePassword(): string
  /** PEM of its CA. */
  ca(): string
  /** The provider's client; signed in at the first call, with the same session after a restart. */
  api(): Promise<ApiClient>
  switch: {
    /** Folder with kamailio.cfg, db/kam.db, kamailio.log. */
    directory: string
    /** Every living Kamailio process of this data folder. */
    processes(): number[]
    /** Process groups of these: one when all is well. */
    groups(): number[]
    /** SIGKILL to all of them at once. */
    kill(): void
    log(): string
  }
  media: {
    /** The living rtpengine of this data folder: one when all is well. */
    processes(): number[]
    /** SIGKILL. */
    kill(): void
  }
  /** Ends whatever still runs of it, removes the folder. */
  remove(): Promise<void>
}

export interface RaccordPorts {
  adminCenter: number
  provisioning: number
  webPhone: number
  sip: number
  sips: number
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const startsWithin = 40_000

export interface RaccordSettings {
  /** Adds to the RACCORD_* variables or replaces them. */
  env?: Record<string, string>
  /** Go before the program. */
  nodeOptions?: string[]
  /** A data folder to begin with a copy of. */
  copyOf?: string
}

/** Makes the folder; starts nothing. */
export function createRaccord(base: number, settings: RaccordSettings = {}): RaccordProcess {
  const folder = mkdtempSync(join(tmpdir(), 'raccord-real-'))
  // mkdtemp closes it to others, and Kamailio's user must pass through.
  chmodSync(folder, 0o711)
  const data = join(folder, 'data')
  if (settings.copyOf !== undefined) cpSync(settings.copyOf, data, { recursive: true })
  const ports = { adminCenter: base, provisioning: base + 1, webPhone: base + 2, sip: base + 4, sips: base + 5 }
  const program = createProgram(settings.nodeOptions ?? [], { ...variables(data, ports), ...settings.env })
  const ca = () => readFileSync(join(data, 'tls', 'ca.pem'), 'utf8')
  const oneTimePassword = () => passwordIn(program.output())
  const sipSwitch = watchSwitch(join(data, 'switch'))
  let client: ApiClient | null = null
  return {
    data,
    ports,
    start: program.start,
    startAndFail: program.startAndFail,
    kill: async () => void (await program.end('SIGKILL')),
    terminate: () => program.end('SIGTERM'),
    alive: program.alive,
    output: program.output,
    oneTimePassword,
    ca,
    async api() {
      const origin = `https://localhost:${ports.adminCenter}`
      client ??= await createApiClient({ origin, ca: ca(), login: 'provider', oneTimePassword: oneTimePassword() })
      return client
    },
    switch: sipSwitch,
    media: watchMedia(join(data, 'switch')),
    async remove() {
      client?.close()
      await program.end('SIGKILL')
      await endAll(kamailioMark(sipSwitch.directory))
      await endAll(rtpengineMark(sipSwitch.directory))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Program = Pick<RaccordProcess, 'start' | 'startAndFail' | 'alive' | 'output'> & {
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** `raccord start`, in a process group of its own. */
function createProgram(nodeOptions: string[], env: Record<string, string>): Program {
  let child: ChildProcess | null = null
  let ended: Promise<number | null> = Promise.resolve(null)
  let text = ''

  function launch(): void {
    const started = spawn(process.execPath, [...nodeOptions, 'src/main.ts', 'start'], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...plainEnvironment(), ...env },
    })
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => {
        text += part
      })
    }
    child = started
    ended = new Promise((resolve) =>
      started.once('close', (code) => {
        if (child === started) child = null
        resolve(code)
      }),
    )
  }

  function end(signal: NodeJS.Signals): Promise<number | null> {
    const end = ended
    try {
      if (child?.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // Gone in the meantime.
    }
    return end
  }

  return {
    async start() {
      const from = text.length
      launch()
      const deadline = Date.now() + startsWithin
      while (!text.slice(from).includes('Raccord is running.')) {
        if (child === null || Date.now() > deadline) throw new Error(`Raccord does not start: ${text.slice(from)}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async startAndFail() {
      const from = text.length
      launch()
      const timer = setTimeout(() => end('SIGKILL'), startsWithin)
      const code = await ended
      clearTimeout(timer)
      return { code, output: text.slice(from) }
    },
    alive: () => child !== null,
    output: () => text,
    end,
  }
}

function watchSwitch(directory: string): RaccordProcess['switch'] {
  const processes = () => processesOf(kamailioMark(directory))
  const groups = () => [...new Set(processes().map(groupOf))]
  return {
    directory,
    processes,
    groups,
    kill() {
      for (const group of groups()) if (group > 1) process.kill(-group, 'SIGKILL')
    },
    log: () => readText(join(directory, 'kamailio.log')),
  }
}

function watchMedia(directory: string): RaccordProcess['media'] {
  const processes = () => processesOf(rtpengineMark(directory))
  return {
    processes,
    kill() {
      for (const pid of processes()) process.kill(pid, 'SIGKILL')
    },
  }
}

function variables(data: string, ports: RaccordPorts): Record<string, string> {
  return {
    RACCORD_DATA: data,
    RACCORD_HOST: 'localhost',
    RACCORD_BIND: '127.0.0.1',
    RACCORD_ADMINCENTER_PORT: String(ports.adminCenter),
    RACCORD_PROVISIONING_PORT: String(ports.provisioning),
    RACCORD_WEBPHONE_PORT: String(ports.webPhone),
    RACCORD_SIP_PORT: String(ports.sip),
    RACCORD_SIPS_PORT: String(ports.sips),
  }
}

/** Ours without the settings of a Raccord that the developer may have. */
function plainEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('RACCORD_')))
}

function passwordIn(output: string): string {
  const [, password] = /with the one-time password {2}(\S+)/.exec(output) ?? []
  if (!password) throw new Error('Raccord announced no one-time password')
  return password
}

function groupOf(pid: number): number {
  const stat = readText(`/proc/${pid}/stat`)
  // After the name of the program, which stands in brackets: state, parent, group.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2] ?? 0)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
