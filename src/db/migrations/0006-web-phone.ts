import type { Kysely } from 'kysely'
import { column, withId } from '../columns.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { id, time, truth, text } = column
  await db.schema
    .alterTable('vpbx')
    .addColumn('web_phone', truth, (c) => c.notNull().defaultTo(1))
    .execute()

  // Telephones in browsers. Each lives as long as its page and its session; the secret is nowhere but in the page.
  await withId(db.schema.createTable('web_phone'))
    .addColumn('vpbx_id', id, (c) => c.notNull().references('vpbx.id').onDelete('cascade'))
    .addColumn('session_id', id, (c) => c.notNull().references('session.id').onDelete('cascade'))
    .addColumn('line_id', id, (c) => c.notNull().references('line.id').onDelete('cascade'))
    .addColumn('digest_name', text, (c) => c.notNull().unique())
    .addColumn('ha1', text, (c) => c.notNull())
    .addColumn('credentials_changed_at', time, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('web_phone_line').on('web_phone').column('line_id').execute()
  await db.schema.createIndex('web_phone_session').on('web_phone').column('session_id').execute()
}
