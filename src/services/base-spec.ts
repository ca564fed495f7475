import type { DeviceSpec } from '#catalog/spec.ts'
import type { Database } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { openPin } from './device-secrets.ts'
import type { Sealer } from './seal.ts'
import { openSecret } from './sip-identity.ts'

type HandsetRow = Pick<Row<'device_line'>, 'id' | 'digest_name' | 'secret_sealed'> &
  Pick<Row<'device'>, 'model' | 'ipui'> &
  Pick<Row<'line'>, 'number'> &
  Pick<Row<'extension'>, 'display_name'> & { base_slot: number }

/**
 * What a base's configuration holds beyond its own data: its handsets with the secrets of their lines, its PIN, and in a multicell system all its bases,
 * the primary first. Handsets stand in the primary's alone. The queries are prepared, as all for configurations are.
 */
export function createBaseReader({ database, sealer }: { database: Database; sealer: Sealer }) {
  const handsetsOf = database.prepare<string, HandsetRow>(
    `select device_line.id, device_line.digest_name, device_line.secret_sealed, device.base_slot, device.model, device.ipui, line.number,
       extension.display_name
     from device inner join device_line on device_line.device_id = device.id and device_line.slot = 1
       inner join line on line.id = device_line.line_id inner join extension on extension.id = line.extension_id
     where device.base_station_id = ? and device.base_slot is not null order by device.base_slot`,
  )
  const deviceById = database.prepare<string, Row<'device'>>('select * from device where id = ?')
  const cellsOf = database.prepare<string, Row<'device'>>(
    'select * from device where base_station_id = ? and base_slot is null order by created_at, id',
  )

  return async function read(base: Row<'device'>): Promise<Pick<DeviceSpec, 'handsets' | 'cells' | 'pairingPin'>> {
    const [primary = base] = base.base_station_id === null ? [base] : await deviceById(base.base_station_id)
    const others = await cellsOf(primary.id)
    const pairingPin = openPin(sealer, primary)
    return {
      handsets: (await handsetsOf(base.id)).map((row) => presentHandset(sealer, row)),
      cells: cellsIn(primary, others),
      ...(pairingPin !== null && { pairingPin }),
    }
  }
}

function presentHandset(sealer: Sealer, row: HandsetRow): DeviceSpec['handsets'][number] {
  return {
    slot: row.base_slot,
    model: row.model,
    line: {
      number: row.number,
      displayName: row.display_name,
      fax: false,
      authName: row.digest_name,
      password: openSecret(sealer, { table: 'device_line', id: row.id, sealed: row.secret_sealed }),
    },
    ...(row.ipui !== null && { ipui: row.ipui }),
  }
}

/** A base is known to the others by its MAC; until the primary has one there is no system. */
function cellsIn(primary: Row<'device'>, others: Row<'device'>[]): DeviceSpec['cells'] {
  if (others.length === 0 || primary.mac === null) return []
  return [primary, ...others].flatMap(({ mac, rfpi }) =>
    mac === null ? [] : [{ mac, ...(rfpi !== null && { rfpi }) }],
  )
}
