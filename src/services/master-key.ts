import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from '#domain/start-error.ts'

const keyBytes = 32

/**
 * Reads the master key (32 bytes, base64 in the file), or makes it at the first start (mode 0600).
 * @param databaseExists a missing key is not replaced then: what the database has sealed would be lost
 * @throws StartError when the key is missing, unreadable or not a key
 */
export function loadMasterKey({ file, databaseExists }: { file: string; databaseExists: boolean }): Buffer {
  const present = readKey(file)
  if (present !== null) return present
  if (databaseExists) {
    throw new StartError(
      `The master key ${file} is missing, but there is a database whose secrets it seals. ` +
        'Put the key file back from your copy (or set RACCORD_MASTER_KEY_FILE). Nothing was changed.',
    )
  }
  writeNewKey(file)
  const made = readKey(file)
  if (made === null) throw new StartError(`The master key ${file} vanished right after it was written.`)
  return made
}

/** Null when there is no such file. */
function readKey(file: string): Buffer | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new StartError(
      `The master key ${file} cannot be read (${codeOf(error)}). Make it readable for the user that runs Raccord.`,
      { cause: error },
    )
  }
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyBytes || key.toString('base64') !== text) {
    throw new StartError(
      `${file} does not hold a master key: ${keyBytes} bytes in base64 (44 characters) are expected. Put back the right file.`,
    )
  }
  return key
}

/** Complete or not at all; a key that another process made meanwhile stays. */
function writeNewKey(file: string): void {
  const draft = `${file}.${process.pid}.new`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const handle = openSync(draft, 'w', 0o600)
    try {
      writeSync(handle, `${randomBytes(keyBytes).toString('base64')}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    throw new StartError(`The master key ${file} cannot be written (${codeOf(error)}). Make its folder writable.`, {
      cause: error,
    })
  } finally {
    rmSync(draft, { force: true })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
}
