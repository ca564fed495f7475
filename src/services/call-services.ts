import type { Database } from '#db/open.ts'
import type { Clock } from '#domain/clock.ts'
import type { Switch } from '#switch/port.ts'
import { createCallRecords } from './call-records.ts'
import { createCallWatch } from './call-watch.ts'
import { createCallService } from './calls.ts'
import { createChargeCalendar } from './charge-ledger.ts'
import { createChargeLimitService } from './charge-limits.ts'
import { createChargeService } from './charges.ts'
import { createJobRunner } from './jobs.ts'
import type { LiveEvents } from './live-events.ts'
import { createMailService, type Translate } from './mail.ts'
import type { Sealer } from './seal.ts'
import { createTariffService } from './tariffs.ts'
import { createTurns } from './turns.ts'

export interface CallServiceParts {
  database: Database
  clock: Clock
  sipSwitch: Switch
  sealer: Sealer
  events: LiveEvents
  translate: Translate
  failed(error: unknown): void
}

/** Calls and what they cost: records, tariffs, TopStop, and the mails about it. */
export function createCallServices(given: CallServiceParts) {
  const { database, clock, failed } = given
  const { db } = database
  const turns = createTurns()
  const calendar = createChargeCalendar(db)
  const parts = { ...given, db, turns, calendar }
  const charges = createChargeService(parts)
  const records = createCallRecords({ db, calendar, charges })
  const mail = createMailService(parts)
  return {
    charges,
    calls: createCallService(parts),
    chargeLimits: createChargeLimitService({ ...parts, charges }),
    tariffs: createTariffService(parts),
    callWatch: createCallWatch({ ...parts, charges, records }),
    mail,
    jobs: createJobRunner({ db, clock, handlers: { mail: mail.sendQueued }, failed }),
    /** When everything that calls set going is done. */
    callsIdle: () => turns.idle(),
  }
}
