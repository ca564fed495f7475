import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { AppError } from '#domain/errors.ts'
import { type Owner, type RunAs, resolveOwner } from '../kamailio/files.ts'
import { ownAddresses } from '../kamailio/launcher.ts'
import { requireFree } from '../kamailio/ports.ts'
import type { Mark } from '../kamailio/process.ts'
import type { Command } from '../kamailio/supervisor.ts'
import { findRtpengine } from './install.ts'
import { mediaInterfaces } from './interfaces.ts'

export interface RelayPlace {
  /** The switch's folder; absolute. */
  directory: string
  bind: string
  publicAddress?: string
  /** Both ends belong to the range. */
  rtpPorts: { from: number; to: number }
  /** Whom it runs as where its package made no user; only when we are root. */
  runAs?: RunAs
}

/** Seconds. */
const timeouts = {
  /** Without any packet from anybody, the media of a call is given up: its telephones, or Kamailio, are gone. */
  timeout: 300,
  /** The same while the call is held. */
  'silent-timeout': 7200,
  /** A call that rings and is neither answered nor ended. */
  'offer-timeout': 600,
  /** Kamailio's own limit is half a day. */
  'final-timeout': 46_800,
}

/** What rtpengine of a folder is known by. It reads no configuration file, and has no use for the name of a section in it. */
export const rtpengineMark = (directory: string): Mark => ['--config-file=none', `--config-section=${directory}`]

/** All that rtpengine is started with. Throws AppError('switch.mediaMissing'). */
export function relayCommand(place: RelayPlace, controlPort: number): Command {
  const { program, stamp } = findRtpengine()
  const words = [
    ...['--foreground', '--log-stderr', '--log-level=4', ...rtpengineMark(place.directory)],
    // Without the kernel's help, which needs a module and root.
    '--table=-1',
    `--listen-ng=127.0.0.1:${controlPort}`,
    ...mediaInterfaces({ ...place, own: ownAddresses() }).map((address) => `--interface=${address}`),
    ...[`--port-min=${place.rtpPorts.from}`, `--port-max=${place.rtpPorts.to}`],
    `--num-threads=${Math.min(8, Math.max(2, availableParallelism()))}`,
    ...Object.entries(timeouts).map(([name, seconds]) => `--${name}=${seconds}`),
    // Media ends with its call; by default it would flow for another 30 seconds.
    '--delete-delay=0',
    // Of several senders to a port the one counts that the telephone named.
    '--endpoint-learning=heuristic',
    // Expedited forwarding (RFC 3246).
    '--tos=184',
  ]
  const user = ownUser(place.runAs)
  const hash = createHash('sha256')
    .update([program, stamp, JSON.stringify(user), ...words].join('\0'))
    .digest('hex')
  return { program, words, hash, room: 0, user }
}

/** Throws AppError('switch.portInUse'). */
export async function requireControlPort(port: number): Promise<void> {
  await requireFree([{ protocol: 'udp', address: '127.0.0.1', port }])
}

/** rtpengine's own user, who can read nothing of Kamailio's. */
function ownUser(runAs: RunAs | undefined): Owner {
  if (!runAs || process.getuid?.() !== 0) return null
  try {
    return resolveOwner({ user: 'rtpengine', group: 'rtpengine' })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return resolveOwner(runAs)
  }
}
