import type { Kysely } from 'kysely'
import type { Schema } from '#db/schema.ts'

/**
 * Something of these devices changed that stands in a configuration: raises the version of each file that it stands in. A handset's data are in the file
 * of its base; the bases of a multicell system name one another. Called inside the transaction of the change, after it.
 */
export async function raiseConfigVersions(db: Kysely<Schema>, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return
  const devices = await db
    .selectFrom('device')
    .select(['id', 'base_station_id', 'base_slot'])
    .where('id', 'in', deviceIds)
    .execute()
  const files = new Set(devices.flatMap(({ id, base_station_id: base }) => (base === null ? [id] : [id, base])))
  const primaries = devices.flatMap(({ id, base_station_id: base, base_slot: slot }) =>
    slot === null ? [base ?? id] : [],
  )
  await db
    .updateTable('device')
    .set((e) => ({ config_version: e('config_version', '+', 1) }))
    .where((e) =>
      e.or([
        e('id', 'in', [...files]),
        ...(primaries.length > 0 ? [e.and([e('base_station_id', 'in', primaries), e('base_slot', 'is', null)])] : []),
      ]),
    )
    .execute()
}

/** The devices that hold credentials of an account or a line's name, for raiseConfigVersions. */
export async function devicesOfExtension(db: Kysely<Schema>, extensionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('device_line')
    .innerJoin('line', 'line.id', 'device_line.line_id')
    .select('device_line.device_id')
    .distinct()
    .where('line.extension_id', '=', extensionId)
    .execute()
  return rows.map((row) => row.device_id)
}
