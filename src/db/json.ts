import { type RawBuilder, sql } from 'kysely'
import type { Database } from './open.ts'

/**
 * Many rows in one parameter: one statement for any number of them, where a list of values would be another text, compiled anew, for each length.
 * In the query each row is `value`, a JSON object; `value ->> 'name'` gives a text on both engines.
 */
export function jsonRows(engine: Database['engine'], rows: readonly object[]): RawBuilder<unknown> {
  const json = JSON.stringify(rows)
  return engine === 'sqlite'
    ? sql`json_each(${json})`
    : sql`json_array_elements(cast(${json} as json)) as element(value)`
}
