import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'
import { column, withId } from '../columns.ts'

/** The public network, rights, money and teams. Money is in micro-units (a millionth) of the tariff's currency. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await rights(db)
  await publicNetwork(db)
  await tariffs(db)
  await calls(db)
  await limits(db)
  await teams(db)
}

type Column = (c: ColumnDefinitionBuilder) => ColumnDefinitionBuilder
const required: Column = (c) => c.notNull()
const vpbx: Column = (c) => c.notNull().references('vpbx.id').onDelete('cascade')

async function rights(db: Kysely<unknown>): Promise<void> {
  const { id, truth, count, text } = column
  // SQLite adds one column at a time.
  const add = (table: string, name: string, type: 'text' | 'integer' | 'smallint' | 'varchar(20)', build: Column) =>
    db.schema.alterTable(table).addColumn(name, type, build).execute()
  const optional: Column = (c) => c
  const empty: Column = (c) => c.notNull().defaultTo('')
  const emptyList: Column = (c) => c.notNull().defaultTo('[]')
  for (const table of ['vpbx', 'account', 'line']) {
    await add(table, 'blocked_by', text, optional)
    await add(table, 'barred', text, emptyList)
  }
  for (const table of ['vpbx', 'account']) await add(table, 'max_calls', count, optional)
  for (const table of ['vpbx', 'line']) await add(table, 'networks', text, empty)
  await add('vpbx', 'tariff_id', id, optional)
  await add('vpbx', 'main_number', text, optional)
  await add('line', 'shown_number', text, optional)
  await add('line', 'withheld', truth, (c) => c.notNull().defaultTo(0))
  await add('line', 'emergency_number', text, optional)
  await add('line', 'emergency_location', text, empty)
  await add('provider', 'default_tariff_id', id, optional)
  await add('provider', 'time_zone', text, (c) => c.notNull().defaultTo('Europe/Zurich'))
}

async function publicNetwork(db: Kysely<unknown>): Promise<void> {
  const { truth, count, text } = column
  await withId(db.schema.createTable('trunk'))
    .addColumn('name', text, (c) => c.notNull().unique())
    .addColumn('position', count, required)
    .addColumn('enabled', truth, required)
    .addColumn('host', text, required)
    .addColumn('port', count, required)
    .addColumn('transport', text, required)
    .addColumn('networks', text, required)
    .addColumn('registers', truth, required)
    .addColumn('digest_name', text, required)
    .addColumn('secret_sealed', text)
    .addColumn('from_domain', text, required)
    .addColumn('number_format', text, required)
    .addColumn('country', text, required)
    .addColumn('srtp', truth, required)
    .addColumn('max_calls', count)
    .execute()
  await db.schema
    .createTable('mail_server')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('host', text, required)
    .addColumn('port', count, required)
    .addColumn('security', text, required)
    .addColumn('user_name', text, required)
    .addColumn('secret_sealed', text)
    .addColumn('sender', text, required)
    .execute()
}

async function tariffs(db: Kysely<unknown>): Promise<void> {
  const { id, time, count, text } = column
  await withId(db.schema.createTable('tariff'))
    .addColumn('name', text, (c) => c.notNull().unique())
    .addColumn('currency', text, required)
    .execute()
  await withId(db.schema.createTable('rate'))
    .addColumn('tariff_id', id, (c) => c.notNull().references('tariff.id').onDelete('cascade'))
    .addColumn('prefix', text, required)
    .addColumn('destination', text, required)
    .addColumn('class', text, required)
    .addColumn('valid_from', time, required)
    .addColumn('valid_until', time)
    .addColumn('connection_fee', time, required)
    .addColumn('price_per_minute', time, required)
    .addColumn('first_increment', count, required)
    .addColumn('next_increment', count, required)
    .addUniqueConstraint('rate_start', ['tariff_id', 'prefix', 'valid_from'])
    .execute()
}

async function calls(db: Kysely<unknown>): Promise<void> {
  const { id, time, count, text } = column
  await db.schema
    .createTable('call')
    .addColumn('id', text, (c) => c.primaryKey())
    .addColumn('created_at', time, required)
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('kind', text, required)
    .addColumn('sip_call_id', text, required)
    .addColumn('caller_line_id', id)
    .addColumn('caller_number', text, required)
    .addColumn('caller_name', text, required)
    .addColumn('dialled', text, required)
    .addColumn('callee_line_id', id)
    .addColumn('callee_number', text, required)
    .addColumn('payer_line_id', id)
    .addColumn('payer_account_id', id)
    .addColumn('trunk_id', id)
    .addColumn('answered_at', time)
    .addColumn('ended_at', time)
    .addColumn('end_code', count)
    .addColumn('end_reason', text)
    .addColumn('rate', text)
    .addColumn('currency', text)
    .addColumn('cost', time, (c) => c.notNull().defaultTo(0))
    .addColumn('charged_until', time)
    .execute()
  await db.schema
    .createTable('proof_of_life')
    .addColumn('role', text, (c) => c.primaryKey())
    .addColumn('at', time, required)
    .execute()
  const indexes: [string, string[]][] = [
    ['call_vpbx_time', ['vpbx_id', 'created_at']],
    ['call_time', ['created_at']],
    ['call_open', ['ended_at']],
    ['call_caller', ['caller_line_id', 'created_at']],
    ['call_callee', ['callee_line_id', 'created_at']],
    ['call_payer', ['payer_line_id', 'created_at']],
  ]
  for (const [name, columns] of indexes) await db.schema.createIndex(name).on('call').columns(columns).execute()
  // Each admission looks for the few calls of a vPBX that run, among all that it ever had.
  await sql`create index call_running on call (vpbx_id, created_at) where ended_at is null`.execute(db)
}

async function limits(db: Kysely<unknown>): Promise<void> {
  const { id, time, count, text } = column
  await db.schema
    .createTable('charge_limit')
    .addColumn('scope_key', text, (c) => c.primaryKey())
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('month_limit', time)
    .addColumn('day_limit', time)
    .addColumn('threshold', count, required)
    .addColumn('email', text, required)
    .addColumn('set_by', text, required)
    .addColumn('threshold_told', text)
    .addColumn('month_told', text)
    .addColumn('day_told', text)
    .execute()
  await db.schema
    .createTable('charge_day')
    .addColumn('scope_key', text, required)
    .addColumn('day', text, required)
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('amount', time, required)
    .addPrimaryKeyConstraint('charge_day_key', ['scope_key', 'day'])
    .execute()
}

async function teams(db: Kysely<unknown>): Promise<void> {
  const { id, count, text } = column
  await withId(db.schema.createTable('team'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('number', text, required)
    .addColumn('name', text, required)
    .addColumn('strategy', text, required)
    .addColumn('ring_seconds', count, required)
    .addUniqueConstraint('team_number', ['vpbx_id', 'number'])
    .execute()
  await db.schema
    .createTable('team_member')
    .addColumn('team_id', id, (c) => c.notNull().references('team.id').onDelete('cascade'))
    .addColumn('extension_id', id, (c) => c.notNull().references('extension.id').onDelete('cascade'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('position', count, required)
    .addPrimaryKeyConstraint('team_member_key', ['team_id', 'extension_id'])
    .execute()
}
