import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import { column, withId } from '../columns.ts'

// Deleting a line's or a device's parent takes along what belongs to it; a vPBX goes only when its extensions and accounts are gone.

export async function up(db: Kysely<unknown>): Promise<void> {
  const { id, time, truth, count, text } = column
  const vpbx = (c: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
    c.notNull().references('vpbx.id').onDelete('cascade')

  await withId(db.schema.createTable('provider'))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('realm', text, (c) => c.notNull())
    .addColumn('key_check', text, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('vpbx'))
    .addColumn('name', text, (c) => c.notNull().unique())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('country', text, (c) => c.notNull())
    .addColumn('time_zone', text, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('account'))
    .addColumn('vpbx_id', id, (c) => c.notNull().references('vpbx.id'))
    .addColumn('digest_name', text, (c) => c.notNull().unique())
    .addColumn('secret_sealed', text, (c) => c.notNull())
    .addColumn('ha1', text, (c) => c.notNull())
    .addColumn('credentials_changed_at', time, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('extension'))
    .addColumn('vpbx_id', id, (c) => c.notNull().references('vpbx.id'))
    .addColumn('account_id', id, (c) => c.notNull().references('account.id'))
    .addColumn('number', text, (c) => c.notNull())
    .addColumn('display_name', text, (c) => c.notNull())
    .addUniqueConstraint('extension_number', ['vpbx_id', 'number'])
    .execute()

  await withId(db.schema.createTable('line'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('extension_id', id, (c) => c.notNull().references('extension.id').onDelete('cascade'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('number', text, (c) => c.notNull())
    .addColumn('dial_key', text, (c) => c.notNull().unique())
    .execute()

  await withId(db.schema.createTable('device'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('line_id', id, (c) => c.notNull().references('line.id'))
    .addColumn('model', text, (c) => c.notNull())
    .addColumn('note', text, (c) => c.notNull())
    .addColumn('mac', text, (c) => c.unique())
    .addColumn('mac_provisioning', text, (c) => c.notNull())
    .addColumn('access_key_hash', text, (c) => c.notNull().unique())
    .addColumn('access_key_sealed', text, (c) => c.notNull())
    .addColumn('access_key_renewed_at', time, (c) => c.notNull())
    .addColumn('admin_password_sealed', text)
    .addColumn('admin_password_set', truth, (c) => c.notNull())
    .addColumn('user_name', text, (c) => c.notNull())
    .addColumn('user_password_sealed', text)
    .addColumn('user_password_set', truth, (c) => c.notNull())
    .addColumn('base_station_id', id, (c) => c.references('device.id'))
    .addColumn('base_slot', count)
    .addColumn('config_version', count, (c) => c.notNull().defaultTo(1))
    .addColumn('last_access_at', time)
    .addColumn('last_access_ip', text)
    .addColumn('last_access_make', text)
    .addColumn('last_access_model', text)
    .addColumn('last_access_firmware', text)
    .addColumn('last_access_mac', text)
    .execute()

  await withId(db.schema.createTable('device_line'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('device_id', id, (c) => c.notNull().references('device.id').onDelete('cascade'))
    .addColumn('slot', count, (c) => c.notNull())
    .addColumn('line_id', id, (c) => c.notNull().references('line.id'))
    .addColumn('account_id', id, (c) => c.notNull().references('account.id'))
    .addColumn('digest_name', text, (c) => c.notNull().unique())
    .addColumn('secret_sealed', text, (c) => c.notNull())
    .addColumn('ha1', text, (c) => c.notNull())
    .addColumn('credentials_changed_at', time, (c) => c.notNull())
    .addUniqueConstraint('device_line_slot', ['device_id', 'slot'])
    .execute()

  await withId(db.schema.createTable('device_module'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('device_id', id, (c) => c.notNull().references('device.id').onDelete('cascade'))
    .addColumn('position', count, (c) => c.notNull())
    .addColumn('model', text, (c) => c.notNull())
    .addUniqueConstraint('device_module_position', ['device_id', 'position'])
    .execute()

  await withId(db.schema.createTable('function_key'))
    .addColumn('vpbx_id', id, vpbx)
    .addColumn('device_id', id, (c) => c.notNull().references('device.id').onDelete('cascade'))
    .addColumn('module', count, (c) => c.notNull())
    .addColumn('slot', count, (c) => c.notNull())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('value', text)
    .addColumn('label', text)
    .addColumn('line_slot', count)
    .addUniqueConstraint('function_key_slot', ['device_id', 'module', 'slot'])
    .execute()

  await withId(db.schema.createTable('user'))
    .addColumn('vpbx_id', id, (c) => c.references('vpbx.id').onDelete('cascade'))
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('login', text, (c) => c.notNull())
    .addColumn('login_key', text, (c) => c.notNull().unique())
    .addColumn('display_name', text, (c) => c.notNull())
    .addColumn('email', text, (c) => c.notNull())
    .addColumn('language', text, (c) => c.notNull())
    .addColumn('password_hash', text, (c) => c.notNull())
    .addColumn('must_renew_password', truth, (c) => c.notNull())
    .addColumn('last_sign_in_at', time)
    .execute()

  await db.schema
    .createTable('user_extension')
    .addColumn('user_id', id, (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('extension_id', id, (c) => c.notNull().references('extension.id').onDelete('cascade'))
    .addColumn('vpbx_id', id, vpbx)
    .addPrimaryKeyConstraint('user_extension_key', ['user_id', 'extension_id'])
    .execute()

  await db.schema
    .createTable('sign_in_failure')
    .addColumn('subject', text, (c) => c.primaryKey())
    .addColumn('count', count, (c) => c.notNull())
    .addColumn('last_at', time, (c) => c.notNull())
    .addColumn('next_at', time, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('session'))
    .addColumn('user_id', id, (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('token_hash', text, (c) => c.notNull().unique())
    .addColumn('csrf_token', text, (c) => c.notNull())
    .addColumn('last_seen_at', time, (c) => c.notNull())
    .addColumn('expires_at', time, (c) => c.notNull())
    .addColumn('ip', text, (c) => c.notNull())
    .addColumn('user_agent', text, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('access'))
    .addColumn('device_id', id, (c) => c.notNull().references('device.id').onDelete('cascade'))
    .addColumn('ip', text, (c) => c.notNull())
    .addColumn('user_agent', text, (c) => c.notNull())
    .addColumn('file', text, (c) => c.notNull())
    .addColumn('status', count, (c) => c.notNull())
    .addColumn('make', text)
    .addColumn('model', text)
    .addColumn('firmware', text)
    .addColumn('mac', text)
    .execute()

  await db.schema
    .createTable('contact')
    .addColumn('ruid', text, (c) => c.primaryKey())
    .addColumn('aor', id, (c) => c.notNull())
    .addColumn('since', time, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('audit'))
    .addColumn('vpbx_id', id)
    .addColumn('actor_id', id)
    .addColumn('actor', text)
    .addColumn('ip', text, (c) => c.notNull())
    .addColumn('action', text, (c) => c.notNull())
    .addColumn('subject', text, (c) => c.notNull())
    .execute()

  await withId(db.schema.createTable('job'))
    .addColumn('vpbx_id', id, (c) => c.references('vpbx.id').onDelete('cascade'))
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('payload', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('run_at', time, (c) => c.notNull())
    .addColumn('attempts', count, (c) => c.notNull())
    .addColumn('claimed_by', text)
    .addColumn('claimed_until', time)
    .addColumn('progress', count, (c) => c.notNull())
    .addColumn('total', count, (c) => c.notNull())
    .addColumn('error', text)
    .execute()

  await db.schema
    .createTable('switched_off_model')
    .addColumn('model', text, (c) => c.primaryKey())
    .execute()

  const indexes: [string, string, string[]][] = [
    ['account_vpbx', 'account', ['vpbx_id']],
    ['line_extension', 'line', ['extension_id']],
    ['line_vpbx', 'line', ['vpbx_id']],
    ['device_home_line', 'device', ['line_id']],
    ['device_vpbx', 'device', ['vpbx_id']],
    ['device_base', 'device', ['base_station_id']],
    ['device_line_line', 'device_line', ['line_id']],
    ['device_line_account', 'device_line', ['account_id']],
    ['user_vpbx', 'user', ['vpbx_id']],
    ['user_extension_extension', 'user_extension', ['extension_id']],
    ['session_user', 'session', ['user_id']],
    ['access_device', 'access', ['device_id', 'created_at']],
    ['contact_aor', 'contact', ['aor']],
    ['audit_time', 'audit', ['created_at']],
    ['audit_vpbx', 'audit', ['vpbx_id', 'created_at']],
    ['job_due', 'job', ['state', 'run_at']],
  ]
  for (const [name, table, columns] of indexes) {
    await db.schema.createIndex(name).on(table).columns(columns).execute()
  }
}
