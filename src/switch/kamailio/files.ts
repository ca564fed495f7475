import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
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

/** What Kamailio itself writes to stands in a folder of its own. */
export const ownFolder = 'db'

/** What earlier versions made in the folder while it belonged to Kamailio's user, who could put anything under these names. */
const formerNames = [
  ...['kamailio.cfg', 'tls.cfg', 'tls.crt', 'tls.key', 'doors.json', 'process.json', 'kamailio.log', 'switch.db'],
  ...['kamailio.log.1', 'switch.db-wal', 'switch.db-shm'],
]

/**
 * The switch's own folder, closed to other users. Kamailio's user may pass through it and read what is meant for it; what he may write to is `db/`
 * alone, so that he leads nobody astray by a link. Throws AppError('switch.directoryUnreachable') when he could not enter it.
 */
export function makeDirectory(directory: string, owner: Owner): void {
  // Parents that must be made are to be passed through by its owner.
  mkdirSync(dirname(directory), { recursive: true, mode: 0o711 })
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (owner) {
    const former = statSync(directory).uid === owner.uid && owner.uid !== 0
    chownSync(directory, 0, owner.gid)
    if (former) for (const name of formerNames) rmSync(join(directory, name), { force: true })
  }
  chmodSync(directory, owner ? 0o750 : 0o700)
  makeOwnFolder(join(directory, ownFolder), owner)
  if (!owner) return
  for (let path = dirname(directory); path !== dirname(path); path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) throw new AppError('switch.directoryUnreachable', { params: { path } })
  }
}

function makeOwnFolder(path: string, owner: Owner): void {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) rmSync(path)
  if (!found?.isDirectory()) mkdirSync(path, { mode: 0o700 })
  const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    if (owner) fchownSync(folder, owner.uid, owner.gid)
    fchmodSync(folder, 0o700)
  } finally {
    closeSync(folder)
  }
}

/**
 * Writes beside the file and renames: a reader, or a crash, sees the old text or the new one. Mode 0600; with a reader, the user that Kamailio runs
 * as, 0640 and his group.
 */
export function writePrivately(file: string, data: string | Buffer, reader: Owner = null): void {
  const beside = `${file}.new`
  rmSync(beside, { force: true })
  const descriptor = openSync(beside, 'wx', 0o600)
  try {
    writeFileSync(descriptor, data)
    if (reader) fchownSync(descriptor, 0, reader.gid)
    fchmodSync(descriptor, reader ? 0o640 : 0o600)
  } finally {
    closeSync(descriptor)
  }
  renameSync(beside, file)
}

/**
 * Copies a file out of a folder that Kamailio's user writes to, or into it, without following what he may have put there. `owner` gets the copy.
 * False, and nothing is copied, when there is no such file or it is a link, a pipe, or somebody else's.
 */
export function copySafely(from: string, to: string, expected: Owner, owner: Owner): boolean {
  const source = openPlain(from, expected)
  if (source === null) return false
  const beside = `${to}.new`
  rmSync(beside, { force: true })
  try {
    const target = openSync(beside, 'wx', 0o600)
    try {
      const piece = Buffer.alloc(1 << 20)
      for (let size = readSync(source, piece); size > 0; size = readSync(source, piece))
        writeSync(target, piece, 0, size)
      if (owner) fchownSync(target, owner.uid, owner.gid)
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
  renameSync(beside, to)
  return true
}

/** Null when it is not a plain file of that user or of ours. A second name for it would be a way to have another's file copied. */
function openPlain(file: string, expected: Owner): number | null {
  let descriptor: number
  try {
    // Without waiting: a pipe would never open.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch {
    return null
  }
  const found = fstatSync(descriptor)
  const allowed = [process.getuid?.(), expected?.uid]
  if (found.isFile() && found.nlink === 1 && allowed.includes(found.uid)) return descriptor
  closeSync(descriptor)
  return null
}

const largestLog = 5_000_000

/** Keeps a log that another process appends to from filling the disk: one older piece stays beside it. */
export function trimLog(file: string): void {
  if (!existsSync(file) || statSync(file).size <= largestLog) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}
