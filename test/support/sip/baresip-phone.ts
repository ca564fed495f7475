import { mkdtempSync, readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountOf, launchBaresip } from './baresip.ts'
import { until } from './switch.ts'
import { type Telephone, type TelephoneOptions, together } from './telephone.ts'
import { heardIn, lengthOf, writeTone } from './tone.ts'

/** baresip (package baresip-core) as a telephone with sound. Resolves when it takes commands. */
export async function startBaresipPhone(options: TelephoneOptions): Promise<Telephone> {
  const { account, target, transport, localPort, tone, answers = false, srtp = false } = options
  const directory = mkdtempSync(join(tmpdir(), 'baresip-phone-'))
  const own = `<sip:${account.number}@127.0.0.1:${localPort};transport=${transport}>;regint=0`
  const line = target === null ? own : `${accountOf(account, target, transport)};regint=60`
  // At the end of the file it would be silent.
  writeTone(join(directory, 'tone.wav'), tone, 120)
  const more = `;answermode=${answers ? 'auto' : 'manual'};audio_codecs=PCMA/8000/1${srtp ? ';mediaenc=srtp-mand' : ''}`
  const { log, end } = launchBaresip(directory, configOf(directory, localPort), line + more)
  const control = await openControl(localPort + 2)
  /** How much of each recording is left out, in seconds. */
  let passed = new Map<string, number>()

  /** baresip begins a file for each call; its name is the second in which it did. */
  const recordings = () =>
    readdirSync(directory).filter((name) => name.startsWith('dump-') && name.endsWith('-dec.wav'))
  return {
    registered: () => /: 200 OK .*\[\d+ binding/.test(log()),
    dial: (number) => control.send('dial', number),
    answer: () => control.send('accept'),
    hangUp: () => control.send('hangup'),
    hold: () => control.send('hold'),
    resume: () => control.send('resume'),
    transfer: (number) => control.send('transfer', number),
    state: control.state,
    endedBecause: control.endedBecause,
    heard: () => together(recordings().map((name) => heardIn(join(directory, name), passed.get(name)))),
    forget() {
      passed = new Map(recordings().map((name) => [name, lengthOf(join(directory, name))]))
    },
    log,
    async end() {
      control.close()
      await end()
    },
  }
}

function configOf(directory: string, localPort: number): string[] {
  return [
    ...['g711', 'aufile', 'sndfile', 'srtp'].map((name) => `module ${name}.so`),
    ...['account', 'menu', 'ctrl_tcp'].map((name) => `module_app ${name}.so`),
    `sip_listen 127.0.0.1:${localPort}`,
    `ctrl_tcp_listen 127.0.0.1:${localPort + 2}`,
    `audio_source aufile,${join(directory, 'tone.wav')}`,
    ...['ausrc_srate 8000', 'auplay_srate 8000', `snd_path ${directory}`],
  ]
}

interface Control {
  send(command: string, parameter?: string): void
  state(): State
  endedBecause(): string
  close(): void
}

type State = ReturnType<Telephone['state']>

interface ControlEvent {
  type?: string
  id?: string
  param?: string
}

const states: Record<string, State> = {
  CALL_INCOMING: 'incoming',
  CALL_RINGING: 'ringing',
  CALL_PROGRESS: 'ringing',
  CALL_ESTABLISHED: 'established',
}

/** Its control: JSON in netstrings over TCP, commands one way and events the other. */
async function openControl(port: number): Promise<Control> {
  const socket = await connected(port)
  const calls = new Map<string, State>()
  let [isDialling, endedBecause, pending] = [false, '', Buffer.alloc(0)]

  function hear({ type = '', id = '', param = '' }: ControlEvent): void {
    const state = states[type]
    if (state && (state !== 'ringing' || calls.get(id) !== 'established')) calls.set(id, state)
    if (state) isDialling = false
    if (type !== 'CALL_CLOSED') return
    isDialling = false
    calls.delete(id)
    endedBecause = param
  }

  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      const colon = pending.indexOf(':')
      const length = Number(pending.subarray(0, Math.max(colon, 0)).toString())
      if (colon < 1 || pending.length < colon + length + 2) return
      hear(JSON.parse(pending.subarray(colon + 1, colon + 1 + length).toString()))
      pending = pending.subarray(colon + length + 2)
    }
  })
  return {
    send(command, parameter = '') {
      if (command === 'dial') isDialling = true
      const text = JSON.stringify({ command, params: parameter, token: '' })
      socket.write(`${Buffer.byteLength(text)}:${text},`)
    },
    state: () => [...calls.values()].at(-1) ?? (isDialling ? 'dialling' : 'idle'),
    endedBecause: () => endedBecause,
    close: () => socket.destroy(),
  }
}

async function connected(port: number): Promise<Socket> {
  let socket: Socket | null = null
  const attempt = () =>
    new Promise<boolean>((resolve) => {
      const one = connect(port, '127.0.0.1', () => {
        socket = one
        resolve(true)
      })
      one.on('error', () => resolve(false))
    })
  await until('baresip takes commands', attempt)
  if (!socket) throw new Error('not connected')
  return socket
}
