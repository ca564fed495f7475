import type { CreateTableBuilder } from 'kysely'

/**
 * Column types that mean the same on both engines.
 * Times are milliseconds since 1970 (UTC) in 64-bit integers, truth values 0 or 1, ids 20 hex digits, JSON a text.
 */
export const column = { id: 'varchar(20)', time: 'bigint', truth: 'smallint', count: 'integer', text: 'text' } as const

/** `id` as primary key and `created_at`, as every table of ours begins. */
export function withId<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T | 'id' | 'created_at'> {
  return table
    .addColumn('id', column.id, (c) => c.primaryKey())
    .addColumn('created_at', column.time, (c) => c.notNull())
}
