import type { Migration } from 'kysely/migration'
import { up as floor } from './0001-floor.ts'

/** Every migration in order. One that has been released is never changed: the next one mends it. */
export const migrations: Record<string, Migration> = {
  '0001-floor': { up: floor },
}
