import type { Db } from '#db/open.ts'
import type { Credential, Switch } from '#switch/port.ts'

/** What the switch is told about who may register; read from the database, where the truth is. */

/** The identities of all device slots, or of those given. */
async function deviceCredentials(db: Db, slotIds?: string[]): Promise<Credential[]> {
  if (slotIds?.length === 0) return []
  let query = db
    .selectFrom('device_line')
    .innerJoin('line', 'line.id', 'device_line.line_id')
    .select([
      'device_line.id as aor',
      'device_line.digest_name as digestName',
      'device_line.ha1 as ha1',
      'device_line.device_id as deviceId',
      'device_line.line_id as lineId',
      'device_line.vpbx_id as vpbxId',
      'line.number as number',
    ])
  if (slotIds) query = query.where('device_line.id', 'in', slotIds)
  return query.execute()
}

/** The accounts' own identities, for devices that are not on the list: they register at the extension's first internal line. */
async function accountCredentials(db: Db, accountIds?: string[]): Promise<Credential[]> {
  if (accountIds?.length === 0) return []
  let query = db
    .selectFrom('account')
    .innerJoin('extension', 'extension.account_id', 'account.id')
    .innerJoin('line', (join) =>
      join.onRef('line.extension_id', '=', 'extension.id').onRef('line.number', '=', 'extension.number'),
    )
    .select([
      'account.id as aor',
      'account.digest_name as digestName',
      'account.ha1 as ha1',
      'line.id as lineId',
      'account.vpbx_id as vpbxId',
      'line.number as number',
    ])
  if (accountIds) query = query.where('account.id', 'in', accountIds)
  return (await query.execute()).map((row) => ({ ...row, deviceId: null }))
}

/** AOR → when its credentials last changed. */
export async function credentialAges(db: Db): Promise<Map<string, number>> {
  const slots = await db.selectFrom('device_line').select(['id', 'credentials_changed_at']).execute()
  const accounts = await db.selectFrom('account').select(['id', 'credentials_changed_at']).execute()
  return new Map([...slots, ...accounts].map((row) => [row.id, row.credentials_changed_at]))
}

/** What a change of credentials must do at the switch. */
export type CredentialSync = ReturnType<typeof createCredentialSync>

/**
 * Brings the switch up to what the database says of some AORs (device slots or accounts), after the change was committed. One at a time: of two changes
 * of the same account the one that reads last writes last, so an older reading never comes back.
 */
export function createCredentialSync({ db, sipSwitch }: { db: Db; sipSwitch: Switch }) {
  let queue: Promise<unknown> = Promise.resolve()

  async function bring(aors: string[]): Promise<void> {
    const present = [...(await deviceCredentials(db, aors)), ...(await accountCredentials(db, aors))]
    const held = new Set(present.map(({ aor }) => aor))
    await sipSwitch.removeCredentials(aors.filter((aor) => !held.has(aor)))
    await sipSwitch.putCredentials(present)
  }

  /** `drop`: contacts that registered with what was there before go as well. Resolves when the old no longer works. */
  return async function sync(aors: string[], { drop }: { drop: boolean }): Promise<void> {
    const done = queue.then(() => bring(aors))
    queue = done.catch(() => undefined)
    await done
    if (drop) await sipSwitch.removeRegistrations(aors)
  }
}

/** At start: the switch is given the whole truth. */
export async function pushAllCredentials(db: Db, sipSwitch: Switch): Promise<void> {
  await sipSwitch.replaceCredentials([...(await deviceCredentials(db)), ...(await accountCredentials(db))])
}
