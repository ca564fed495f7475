import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#domain/errors.ts'

/** Unprivileged user and group that Kamailio runs as; only root can give it. */
export interface RunAs {
  user: string
  group: string
}

/** Whom the switch's files belong to; null: whoever runs Raccord. */
export type Owner = { uid: number; gid: number } | null

/** The numbers of a user and a group, from the system's own tables. Throws AppError('switch.userMissing') when one does not exist. */
export function resolveOwner(runAs: RunAs): Owner {
  const field = (table: 'passwd' | 'group', name: string): number => {
    try {
      return Number(execFileSync('getent', [table, name], { encoding: 'utf8' }).split(':')[2])
    } catch {
      throw new AppError('switch.userMissing', { params: { name } })
    }
  }
  return { uid: field('passwd', runAs.user), gid: field('group', runAs.group) }
}

/** The switch's own folder, closed to other users. Throws AppError('switch.directoryUnreachable') when its owner could not enter it. */
export function makeDirectory(directory: string, owner: Owner): void {
  // Parents that must be made are to be passed through by its owner.
  mkdirSync(dirname(directory), { recursive: true, mode: 0o711 })
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  if (!owner) return
  chownSync(directory, owner.uid, owner.gid)
  for (let path = dirname(directory); path !== dirname(path); path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) throw new AppError('switch.directoryUnreachable', { params: { path } })
  }
}

/** Writes beside the file and renames: a reader, or a crash, sees the old text or the new one. Mode 0600. */
export function writePrivately(file: string, data: string | Buffer, owner: Owner = null): void {
  const beside = `${file}.new`
  writeFileSync(beside, data, { mode: 0o600 })
  chmodSync(beside, 0o600)
  if (owner) chownSync(beside, owner.uid, owner.gid)
  renameSync(beside, file)
}

const largestLog = 20_000_000

/** Keeps a log that another process appends to from filling the disk: one older piece stays beside it. */
export function trimLog(file: string): void {
  if (!existsSync(file) || statSync(file).size <= largestLog) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}
