import { createHash } from 'node:crypto'
import { type NetworkInterfaceInfo, networkInterfaces, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import type { CredentialAges } from '../port.ts'
import { type Certificate, copyCertificate } from './certificate.ts'
import { kamailioConfig, tlsConfig } from './config.ts'
import { type Doors, makeDoors, moveMedia, readDoors } from './doors.ts'
import { type Owner, ownFolder, type RunAs, writePrivately } from './files.ts'
import { findKamailio, type Installation } from './install.ts'
import { prepareLocation } from './location.ts'
import type { Log } from './log.ts'
import { isFree, isUdpFree, requireFree } from './ports.ts'
import type { Command } from './supervisor.ts'

export interface SwitchOptions {
  /** Folder of the switch alone: its databases, configuration, doors and log. Made when it is missing. */
  directory: string
  /** Name or address that telephones are given. */
  host: string
  /** Digest realm; must never change, every HA1 depends on it. */
  realm: string
  /** Address to listen on; `0.0.0.0` or `::` for all. */
  bind: string
  sipPort: number
  sipsPort: number
  /** UDP, for voice; both ends belong to the range. */
  rtpPorts: { from: number; to: number }
  /** What telephones reach the switch by when it stands behind NAT. */
  publicAddress?: string
  /** Asked anew whenever it is needed: which files are in use may change. */
  certificate: () => Certificate
  /** Unprivileged user for Kamailio; only when we are root. */
  runAs?: RunAs
  credentialAges: CredentialAges
  clock: Clock
  log: Log
}

/** Makes ready what Kamailio is started with. */
export interface Launcher {
  doors(): Doors
  /** Sees to it that the media relay has a control port: the one it had, when it is running or the port is free. */
  readyMediaPort(isRunning: boolean): Promise<void>
  /** Of all that a process with this room is started with; no process has the hash of an installation that is not there. */
  hashFor(room: number): string
  prepare(): Promise<Command>
}

const rooms = [500, 2000, 10_000, 50_000, 200_000]

export function createLauncher(
  options: SwitchOptions,
  owner: Owner,
  credentials: () => number,
  lastRoom: () => number,
): Launcher {
  const { directory } = options
  const file = (name: string) => join(directory, name)
  let doors = readDoors(file('doors.json'))

  function text(installation: Installation, room: number, at: Doors): string {
    const { host, realm, sipPort, sipsPort } = options
    const expiry = { least: 30, standard: 120, most: 3600 }
    const common = {
      directory,
      modules: installation.modules,
      host,
      realm,
      addresses: listened(options.bind),
      sipPort,
      sipsPort,
    }
    return kamailioConfig({ ...common, ...at, advertised: advertised(options), room, workers: 2, expiry })
  }

  function words(room: number): string[] {
    const user = options.runAs && owner ? ['-u', options.runAs.user, '-g', options.runAs.group] : []
    const { shared, perProcess } = memory(room)
    const place = ['-Y', file(ownFolder), '-w', file(ownFolder)]
    // -DD: in the foreground; -E: log to standard error.
    return ['-DD', '-E', '-f', file('kamailio.cfg'), ...place, '-m', String(shared), '-M', String(perProcess), ...user]
  }

  function hash(installation: Installation, room: number, at: Doors): string {
    const parts = [
      installation.program,
      installation.stamp,
      ...words(room),
      text(installation, room, at),
      tlsConfig(options),
    ]
    return createHash('sha256').update(parts.join('\0')).digest('hex')
  }

  return {
    doors() {
      if (!doors) throw new AppError('switch.unavailable')
      return doors
    },
    async readyMediaPort(isRunning) {
      doors ??= await makeDoors(file('doors.json'), null)
      if (!isRunning && !(await isUdpFree(doors.mediaPort))) doors = await moveMedia(file('doors.json'), doors)
    },
    hashFor(room) {
      if (!doors || room < roomFor(credentials())) return ''
      return hash(findKamailio(), room, doors)
    },
    async prepare() {
      const installation = findKamailio()
      await requireFree(sipListeners(options))
      // Lamps are told of over UDP, at the number of the door for commands.
      const ports = doors && [...[doors.rpcPort, doors.eventPort, doors.webPort].map(isFree), isUdpFree(doors.rpcPort)]
      if (!doors || !ports || (await Promise.all(ports)).includes(false))
        doors = await makeDoors(file('doors.json'), doors?.mediaPort ?? null)
      const room = Math.max(roomFor(credentials()), lastRoom())
      copyCertificate(options.certificate(), directory, owner)
      writePrivately(file('tls.cfg'), tlsConfig(options), owner)
      writePrivately(file('kamailio.cfg'), text(installation, room, doors), owner)
      const purged = prepareLocation(directory, owner, await options.credentialAges())
      if (purged > 0) options.log.info({ purged }, 'removed registrations that are no longer valid')
      return {
        program: installation.program,
        words: words(room),
        hash: hash(installation, room, doors),
        room,
        user: null,
      }
    },
  }
}

/** The smallest size that holds them; a few sizes only, since a new one means a restart. */
function roomFor(credentials: number): number {
  return rooms.find((room) => credentials <= room) ?? credentials
}

/** Megabytes. Shared: about 64 kB for each TLS connection beside 1.5 kB for its registration. Each process reads the whole table once at start: 2.6 kB a row. */
function memory(room: number): { shared: number; perProcess: number } {
  const most = Math.max(256, Math.floor(totalmem() / 4 / 1_048_576))
  return { shared: Math.min(most, 256 + Math.ceil((room - 500) / 10)), perProcess: 8 + Math.ceil((room - 500) / 300) }
}

function sipListeners({
  bind,
  sipPort,
  sipsPort,
}: SwitchOptions): { protocol: 'udp' | 'tcp'; address: string; port: number }[] {
  return listened(bind).flatMap((address) => [
    { protocol: 'udp' as const, address, port: sipPort },
    { protocol: 'tcp' as const, address, port: sipPort },
    { protocol: 'tcp' as const, address, port: sipsPort },
  ])
}

/** `::` stands for every IPv4 address and for each IPv6 address that this machine has now; link-local ones would need a zone. */
function listened(bind: string): string[] {
  if (bind !== '::') return [bind]
  const six = ownAddresses().filter(({ family, address }) => family === 'IPv6' && !address.startsWith('fe80:'))
  return ['0.0.0.0', ...six.map(({ address }) => address)]
}

/** A wildcard address in a Via would lead nowhere: the first address of this machine that is not loopback stands in. */
function advertised({ bind, publicAddress }: SwitchOptions): string | null {
  if (publicAddress !== undefined) return publicAddress
  if (bind !== '0.0.0.0' && bind !== '::') return null
  return ownAddresses().find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

/** Of all interfaces that this machine has now. */
export function ownAddresses(): NetworkInterfaceInfo[] {
  return Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
}
