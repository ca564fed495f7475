import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { parseMac } from '#domain/mac.ts'
import {
  createDeskPhone,
  type DeskPhone,
  type DeskPhoneOptions,
  describeEvent,
  isPhoneModelId,
  type PhoneEvent,
  phoneModelIds,
  type SipTransport,
} from '#simulator/index.ts'

const usage = `raccord phone <url> [--model ${phoneModelIds.join('|')}] [--mac 001565ABCDEF] [--ca ca.pem]
              [--transport udp|tcp|tls] [--challenge] [--listen-port N] [--once]

A simulated desk telephone: it fetches its configuration from <url>, registers, and obeys a restart or resync that the
switch sends. It runs until Ctrl-C; with --once it ends as soon as every account is registered (0) or something failed (1).
`

const onceMilliseconds = 60_000

/**
 * `raccord phone`: runs one simulated desk telephone and prints a line for each thing that happens to it. Returns the
 * exit code: 0 after Ctrl-C or SIGTERM, 1 when --once failed, 2 for arguments that make no sense.
 */
export async function phone(args: string[], out: Writable, err: Writable): Promise<number> {
  const request = await readArguments(args)
  if (typeof request === 'string') {
    err.write(`${request}\n\n${usage}`)
    return 2
  }
  const device = createDeskPhone({ ...request.options, onEvent: (event) => out.write(line(event)) })
  device.start()
  const code = request.once ? await onceOnly(device) : await untilSignal()
  await device.stop()
  return code
}

function line(event: PhoneEvent): string {
  return `${event.at.toISOString().slice(11, 23)} ${describeEvent(event)}\n`
}

interface PhoneRequest {
  readonly options: DeskPhoneOptions
  readonly once: boolean
}

/** The request, or the sentence that says what is wrong with the arguments. */
async function readArguments(args: string[]): Promise<PhoneRequest | string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        model: { type: 'string', default: 'yealink-t54w' },
        mac: { type: 'string' },
        ca: { type: 'string' },
        transport: { type: 'string' },
        challenge: { type: 'boolean', default: false },
        'listen-port': { type: 'string' },
        once: { type: 'boolean', default: false },
      },
    })
    const url = positionals[0]
    if (url === undefined || positionals.length > 1) return 'Give one URL.'
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return 'The URL must begin with https:// or http://.'
    if (!isPhoneModelId(values.model)) return `Unknown model. Known: ${phoneModelIds.join(', ')}.`
    if (values.mac !== undefined && parseMac(values.mac) === null) return 'A MAC address has 12 hexadecimal digits.'
    if (!isTransport(values.transport)) return 'The transport is udp, tcp or tls.'
    const listenPort = values['listen-port'] === undefined ? undefined : Number(values['listen-port'])
    if (listenPort !== undefined && !isPort(listenPort)) return 'The port is a number from 1 to 65535.'
    const ca = values.ca === undefined ? undefined : await readFile(values.ca, 'utf8')
    const { model, mac, transport, challenge, once } = values
    return { options: { url, model, mac, ca, transport, challenge, listenPort }, once }
  } catch (error) {
    return error instanceof Error ? error.message : 'The arguments cannot be read.'
  }
}

function isTransport(value: string | undefined): value is SipTransport | undefined {
  return value === undefined || value === 'udp' || value === 'tcp' || value === 'tls'
}

function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 65_535
}

async function onceOnly(device: DeskPhone): Promise<number> {
  const failures = ['fetchFailed', 'configRefused', 'registrationFailed', 'disconnected']
  const done = (event: PhoneEvent) => failures.includes(event.kind) || allRegistered(device)
  const event = await device.waitFor(done, onceMilliseconds).catch(() => null)
  return event === null || failures.includes(event.kind) ? 1 : 0
}

function allRegistered(device: DeskPhone): boolean {
  const { registrations } = device.state()
  return registrations.length > 0 && registrations.every((each) => each.registered)
}

/** Waits for Ctrl-C or SIGTERM. */
function untilSignal(): Promise<number> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve(0)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
