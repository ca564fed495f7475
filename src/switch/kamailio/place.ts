import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Where the switch's folder can be. Kamailio runs under a user of its own when we are root, and that user cannot pass through a home folder that is
 * closed to others (/root): then the switch's files go below /var/lib instead.
 */
export function placeForSwitch(wanted: string, isRoot: boolean): string {
  const path = resolve(wanted)
  if (!isRoot || othersMayPass(dirname(path))) return path
  return join('/var/lib/raccord', createHash('sha256').update(path).digest('hex').slice(0, 16))
}

function othersMayPass(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}
