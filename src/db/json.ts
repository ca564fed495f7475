import { type RawBuilder, sql } from 'kysely'

/**
 * For PostgreSQL: many rows in one parameter, so that one statement does for any number of them. In the query each row is `value`, a JSON object;
 * `value ->> 'name'` gives a text.
 */
export function jsonRows(rows: readonly object[]): RawBuilder<unknown> {
  return sql`json_array_elements(cast(${JSON.stringify(rows)} as json)) as element(value)`
}
