import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface TortureMessage {
  /** As RFC 4475 names it. */
  name: string
  bytes: Buffer
  isRequest: boolean
}

const folder = join(import.meta.dirname, 'torture')

/** The messages of RFC 4475 in the order of their names. */
export function tortureMessages(): TortureMessage[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.dat'))
  return names.sort().map((file) => {
    const bytes = readFileSync(join(folder, file))
    return { name: file.slice(0, -4), bytes, isRequest: !bytes.subarray(0, 4).equals(Buffer.from('SIP/')) }
  })
}

// Hosts of documentation, also with a port behind them, and the addresses that `mpart01`, `regbadct` and `bcast` name.
const anyHost =
  /\b(?:[\w-]+\.)*(?:example|examle|company)\.(?:com|net|org|edu)(?::\d+)?|\b(?:192\.0\.2|192\.168\.255|135\.180\.130|255\.255\.255|127\.0\.0)\.\d+(?::\d+)?/g

/** The same message with every host and address in its headers replaced, so that whoever followed one would come to `target` (`address:port`). */
export function aimedAt(target: string, bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  return Buffer.from(text.slice(0, end).replace(anyHost, target) + text.slice(end), 'latin1')
}
