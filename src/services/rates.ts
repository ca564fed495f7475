import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { chooseRate, prefixesOf, type RateTerms } from '#domain/rating.ts'
import type { TariffClass } from '#domain/tariff-class.ts'

/** A rate as it is kept with a call that it was used for. */
export interface FoundRate {
  terms: RateTerms
  currency: string
}

/** The rate of a number (E.164 with plus) in the tariff of a vPBX, or in the default one, for a call at `at`; null when there is none. */
export async function findRate(db: Db, vpbxId: string, number: string, at: number): Promise<FoundRate | null> {
  const tariff = await tariffOf(db, vpbxId)
  const row = tariff && (await findRow(db, tariff.id, number, at))
  return tariff && row ? { terms: termsOf(row), currency: tariff.currency } : null
}

/** The vPBX's own tariff, or the default one. */
export async function tariffOf(db: Db, vpbxId: string): Promise<Row<'tariff'> | undefined> {
  const vpbx = await db.selectFrom('vpbx').select('tariff_id').where('id', '=', vpbxId).executeTakeFirst()
  const provider = vpbx?.tariff_id
    ? null
    : await db.selectFrom('provider').select('default_tariff_id').executeTakeFirst()
  const id = vpbx?.tariff_id ?? provider?.default_tariff_id
  return id ? db.selectFrom('tariff').selectAll().where('id', '=', id).executeTakeFirst() : undefined
}

/** The row for a number: digits with or without the plus. */
export async function findRow(db: Db, tariffId: string, number: string, at: number): Promise<Row<'rate'> | null> {
  const digits = number.replace(/^\+/, '')
  if (!/^\d{1,20}$/.test(digits)) return null
  const rows = await db
    .selectFrom('rate')
    .selectAll()
    .where('tariff_id', '=', tariffId)
    .where('prefix', 'in', prefixesOf(digits))
    .where('valid_from', '<=', at)
    .execute()
  const candidates = rows.map((row) => ({
    row,
    prefix: row.prefix,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }))
  return chooseRate(candidates, digits, at)?.row ?? null
}

export function termsOf(row: Row<'rate'>): RateTerms {
  return {
    prefix: row.prefix,
    destination: row.destination,
    // Written by the import alone, which knows the classes.
    class: row.class as TariffClass,
    connectionFee: row.connection_fee,
    pricePerMinute: row.price_per_minute,
    firstIncrement: row.first_increment,
    nextIncrement: row.next_increment,
  }
}
