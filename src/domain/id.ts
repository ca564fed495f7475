import { randomBytes } from 'node:crypto'

/** A new row id: 20 lower-case hex digits. Lower case because Kamailio folds addresses of record to it. */
export function newId(): string {
  return randomBytes(10).toString('hex')
}
