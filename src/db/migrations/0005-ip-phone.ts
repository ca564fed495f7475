import type { Kysely } from 'kysely'
import { column, withId } from '../columns.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { id, time, truth, text } = column

  // SQLite adds one column at a time.
  await db.schema
    .alterTable('provider')
    .addColumn('app_name', text, (c) => c.notNull().defaultTo('IP-Phone'))
    .execute()
  await db.schema
    .alterTable('provider')
    .addColumn('app_offered', truth, (c) => c.notNull().defaultTo(1))
    .execute()
  await db.schema
    .alterTable('provider')
    .addColumn('app_contact', text, (c) => c.notNull().defaultTo(''))
    .execute()

  await db.schema
    .createTable('app_shop_link')
    .addColumn('model', text, (c) => c.notNull())
    .addColumn('shop', text, (c) => c.notNull())
    .addColumn('url', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('app_shop_link_key', ['model', 'shop'])
    .execute()

  // One for each device: a new one takes the place of the old one.
  await withId(db.schema.createTable('app_ticket'))
    .addColumn('vpbx_id', id, (c) => c.notNull().references('vpbx.id').onDelete('cascade'))
    .addColumn('device_id', id, (c) => c.notNull().unique().references('device.id').onDelete('cascade'))
    .addColumn('ticket_hash', text, (c) => c.notNull().unique())
    .addColumn('expires_at', time, (c) => c.notNull())
    .addColumn('used_at', time)
    .execute()
  await db.schema.createIndex('app_ticket_vpbx').on('app_ticket').column('vpbx_id').execute()
}
