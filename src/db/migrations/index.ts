import type { Migration } from 'kysely/migration'
import { up as floor } from './0001-floor.ts'
import { up as phonebook } from './0002-phonebook.ts'
import { up as catalog } from './0003-catalog.ts'
import { up as calls } from './0004-calls.ts'
import { up as ipPhone } from './0005-ip-phone.ts'
import { up as webPhone } from './0006-web-phone.ts'

/** Every migration in order. One that has been released is never changed: the next one mends it. */
export const migrations: Record<string, Migration> = {
  '0001-floor': { up: floor },
  '0002-phonebook': { up: phonebook },
  '0003-catalog': { up: catalog },
  '0004-calls': { up: calls },
  '0005-ip-phone': { up: ipPhone },
  '0006-web-phone': { up: webPhone },
}
