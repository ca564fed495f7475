import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { findModel } from '#catalog/index.ts'
import { migrate, openSqlite } from '#db/open.ts'
import { systemClock } from '#domain/clock.ts'
import { newId } from '#domain/id.ts'
import { newKeyColumns, passwordColumns } from '#services/device-secrets.ts'
import { prepareInstallation } from '#services/provider.ts'
import { createSealer, keyCheckValue, type Sealer } from '#services/seal.ts'
import { newSipIdentity } from '#services/sip-identity.ts'

const devicesPerVpbx = 50
const keysPerDevice = 6
const modelId = 'yealink-t54w'

/**
 * Makes `raccord.db`, `master.key` and `paths` (one a line, by which the devices fetch) in the folder. The devices are as the services
 * would make them, secrets sealed, each with a MAC, a home line and six function keys, fifty to a vPBX.
 */
export async function makeInstallation(folder: string, devices: number): Promise<void> {
  mkdirSync(folder)
  const masterKey = randomBytes(32)
  writeFileSync(join(folder, 'master.key'), masterKey)
  const file = join(folder, 'raccord.db')
  const database = openSqlite(file)
  await migrate(database)
  const { provider } = await prepareInstallation(database.db, systemClock, { keyCheck: keyCheckValue(masterKey) })
  await database.close()
  const keys = addDevices(file, createSealer(masterKey), provider.realm, devices)
  writeFileSync(join(folder, 'paths'), keys.map((key) => `/${key}.cfg`).join('\n'))
}

/** Returns their access keys in the order of their making. */
function addDevices(file: string, sealer: Sealer, realm: string, count: number): string[] {
  const sqlite = new Sqlite(file)
  sqlite.pragma('synchronous = OFF')
  const keys: string[] = []
  const insert = createInsert(sqlite)
  sqlite.transaction(() => {
    for (let i = 0; i < count; i += devicesPerVpbx) {
      const vpbxId = newId()
      insert('vpbx', { id: vpbxId, name: `vPBX ${i}`, language: 'fr', country: 'CH', time_zone: 'Europe/Zurich' })
      for (let j = i; j < Math.min(i + devicesPerVpbx, count); j++)
        keys.push(addDevice(insert, { sealer, realm, vpbxId, index: j }))
    }
  })()
  sqlite.close()
  return keys
}

type Insert = (table: string, row: Record<string, string | number | null>) => void
const now = Date.now()

function createInsert(sqlite: Sqlite.Database): Insert {
  const statements = new Map<string, Sqlite.Statement>()
  return (table, row) => {
    const full: Record<string, string | number | null> = { created_at: now, ...row }
    const names = Object.keys(full)
    const sql = `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `:${name}`).join(', ')})`
    const statement = statements.get(table) ?? sqlite.prepare(sql)
    statements.set(table, statement)
    statement.run(full)
  }
}

interface Place {
  sealer: Sealer
  realm: string
  vpbxId: string
  index: number
}

/** An extension with its account, its internal line, and one device on it. */
function addDevice(insert: Insert, { sealer, realm, vpbxId, index }: Place): string {
  const model = findModel(modelId)
  if (!model) throw new Error(`no model ${modelId}`)
  const [accountId, extensionId, lineId, id, slotId] = [newId(), newId(), newId(), newId(), newId()]
  const number = String(21 + (index % devicesPerVpbx))
  const inVpbx = { vpbx_id: vpbxId }
  const account = newSipIdentity(sealer, realm, now, { table: 'account', id: accountId })
  insert('account', { id: accountId, ...inVpbx, ...account })
  insert('extension', { id: extensionId, ...inVpbx, account_id: accountId, number, display_name: `Poste ${number}` })
  const dialKey = `${vpbxId}:${number}`
  insert('line', { id: lineId, ...inVpbx, extension_id: extensionId, kind: 'internal', number, dial_key: dialKey })
  const key = newKeyColumns(sealer, id, now)
  insert('device', {
    id,
    ...inVpbx,
    line_id: lineId,
    model: model.id,
    note: '',
    mac: (0x001565000000 + index).toString(16).toUpperCase().padStart(12, '0'),
    mac_provisioning: 'no',
    user_name: '',
    ...key,
    ...passwordColumns(sealer, id, model, 'admin', ''),
    ...passwordColumns(sealer, id, model, 'user', ''),
  })
  const slot = newSipIdentity(sealer, realm, now, { table: 'device_line', id: slotId })
  insert('device_line', {
    id: slotId,
    ...inVpbx,
    device_id: id,
    slot: 1,
    line_id: lineId,
    account_id: accountId,
    ...slot,
  })
  addKeys(insert, vpbxId, id)
  return openedKey(sealer, id, key)
}

function addKeys(insert: Insert, vpbxId: string, deviceId: string): void {
  for (let slot = 1; slot <= keysPerDevice; slot++) {
    const [type, value] = slot === 1 ? (['line', null] as const) : (['blf', String(20 + slot)] as const)
    insert('function_key', {
      id: newId(),
      vpbx_id: vpbxId,
      device_id: deviceId,
      module: 0,
      slot,
      type,
      value,
      label: value && `Poste ${value}`,
    })
  }
}

function openedKey(sealer: Sealer, id: string, columns: ReturnType<typeof newKeyColumns>): string {
  const key = sealer.open(columns.access_key_sealed, `device:access_key:${id}`)
  const hash = createHash('sha256').update(key).digest('hex')
  if (hash !== columns.access_key_hash) throw new Error('the sealed key is not the hashed one')
  return key
}
