import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import { column, withId } from '../columns.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { id, truth, count, text } = column
  const vpbx = (c: ColumnDefinitionBuilder): ColumnDefinitionBuilder => c.references('vpbx.id').onDelete('cascade')

  // SQLite adds one column at a time.
  for (const name of ['ipui', 'rfpi', 'pairing_pin_sealed']) {
    await db.schema.alterTable('device').addColumn(name, text).execute()
  }
  // One place for one handset, and one base for it: the identity is printed on the device and is unique in the world.
  await db.schema.createIndex('device_place').on('device').columns(['base_station_id', 'base_slot']).unique().execute()
  for (const name of ['ipui', 'rfpi']) {
    await db.schema.createIndex(`device_${name}`).on('device').column(name).unique().execute()
  }
  await db.schema
    .alterTable('device_line')
    .addColumn('fax', truth, (c) => c.notNull().defaultTo(0))
    .execute()

  // One row for each layer that somebody has set: the installation, a vPBX, a model of either, one device.
  await withId(db.schema.createTable('settings_layer'))
    .addColumn('scope_key', text, (c) => c.notNull().unique())
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('model', text)
    .addColumn('device_id', id, (c) => c.references('device.id').onDelete('cascade'))
    .addColumn('settings', text, (c) => c.notNull())
    .addColumn('extra_lines', text, (c) => c.notNull())
    .addColumn('version', count, (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('switched_off_vpbx_model')
    .addColumn('vpbx_id', id, (c) => vpbx(c.notNull()))
    .addColumn('model', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('switched_off_vpbx_model_key', ['vpbx_id', 'model'])
    .execute()

  await db.schema.createIndex('settings_layer_vpbx').on('settings_layer').column('vpbx_id').execute()
}
