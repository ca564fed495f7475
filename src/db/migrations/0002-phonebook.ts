import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { column, withId } from '../columns.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { id, text } = column
  // Byte order on both engines: PostgreSQL would sort by the language of its database.
  const key = db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`

  await withId(db.schema.createTable('phonebook_entry'))
    .addColumn('vpbx_id', id, (c) => c.notNull().references('vpbx.id').onDelete('cascade'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('number', text, (c) => c.notNull())
    .addColumn('mobile', text)
    .addColumn('other', text)
    .addColumn('short_number', text)
    .addColumn('sort_key', key, (c) => c.notNull())
    .addColumn('search_key', key, (c) => c.notNull())
    .addUniqueConstraint('phonebook_entry_short', ['vpbx_id', 'short_number'])
    .execute()

  await db.schema
    .createIndex('phonebook_entry_order')
    .on('phonebook_entry')
    .columns(['vpbx_id', 'sort_key', 'id'])
    .execute()
}
