import type { Db } from '#db/open.ts'
import type { Credential, Switch } from '#switch/port.ts'
import { encryptedDevices } from './device-media.ts'
import type { Settings } from './settings.ts'
import { splitNetworks } from './trunk-rows.ts'

/** What the switch is told about who may register; read from the database, where the truth is. */

interface Source {
  db: Db
  settings: Pick<Settings, 'caCertificate'>
}

/** The identities of all device slots, or of those given. */
async function deviceCredentials({ db, settings }: Source, slotIds?: string[]): Promise<Credential[]> {
  if (slotIds?.length === 0) return []
  let query = db
    .selectFrom('device_line')
    .innerJoin('line', 'line.id', 'device_line.line_id')
    .innerJoin('vpbx', 'vpbx.id', 'device_line.vpbx_id')
    .select([
      'device_line.id as aor',
      'device_line.digest_name as digestName',
      'device_line.ha1 as ha1',
      'device_line.device_id as deviceId',
      'device_line.line_id as lineId',
      'device_line.vpbx_id as vpbxId',
      'line.number as number',
      'line.networks as lineNetworks',
      'vpbx.networks as vpbxNetworks',
    ])
  if (slotIds) query = query.where('device_line.id', 'in', slotIds)
  const rows = await query.execute()
  const encrypted = await encryptedDevices(db, settings, [...new Set(rows.map(({ deviceId }) => deviceId))])
  return rows.map((row) => ({ ...present(row), srtp: encrypted.has(row.deviceId) }))
}

/** A line's own networks go before those of its vPBX. */
function present<T extends { lineNetworks: string; vpbxNetworks: string }>({
  lineNetworks,
  vpbxNetworks,
  ...rest
}: T): Omit<T, 'lineNetworks' | 'vpbxNetworks'> & { networks: string[] } {
  return { ...rest, networks: splitNetworks(lineNetworks || vpbxNetworks) }
}

/**
 * The accounts' own identities, for devices that are not on the list: they register at the extension's first internal line. Their media is in the clear:
 * nobody knows what was typed into them.
 */
async function accountCredentials({ db }: Source, accountIds?: string[]): Promise<Credential[]> {
  if (accountIds?.length === 0) return []
  let query = db
    .selectFrom('account')
    .innerJoin('extension', 'extension.account_id', 'account.id')
    .innerJoin('vpbx', 'vpbx.id', 'account.vpbx_id')
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
      'line.networks as lineNetworks',
      'vpbx.networks as vpbxNetworks',
    ])
  if (accountIds) query = query.where('account.id', 'in', accountIds)
  return (await query.execute()).map((row) => ({ ...present(row), deviceId: null, srtp: false }))
}

/** Telephones in browsers: WebRTC encrypts by itself. */
async function webPhoneCredentials({ db }: Source, ids?: string[]): Promise<Credential[]> {
  if (ids?.length === 0) return []
  let query = db
    .selectFrom('web_phone')
    .innerJoin('line', 'line.id', 'web_phone.line_id')
    .innerJoin('vpbx', 'vpbx.id', 'web_phone.vpbx_id')
    .select([
      'web_phone.id as aor',
      'web_phone.digest_name as digestName',
      'web_phone.ha1 as ha1',
      'web_phone.line_id as lineId',
      'web_phone.vpbx_id as vpbxId',
      'line.number as number',
      'line.networks as lineNetworks',
      'vpbx.networks as vpbxNetworks',
    ])
  if (ids) query = query.where('web_phone.id', 'in', ids)
  return (await query.execute()).map((row) => ({ ...present(row), deviceId: null, srtp: false }))
}

/** AOR → when its credentials last changed. */
export async function credentialAges(db: Db): Promise<Map<string, number>> {
  const slots = await db.selectFrom('device_line').select(['id', 'credentials_changed_at']).execute()
  const accounts = await db.selectFrom('account').select(['id', 'credentials_changed_at']).execute()
  const webPhones = await db.selectFrom('web_phone').select(['id', 'credentials_changed_at']).execute()
  return new Map([...slots, ...accounts, ...webPhones].map((row) => [row.id, row.credentials_changed_at]))
}

/** What a change of credentials must do at the switch. */
export type CredentialSync = ReturnType<typeof createCredentialSync>

const sources = [deviceCredentials, accountCredentials, webPhoneCredentials]

/** So many are read at once. */
const batch = 500

/**
 * Brings the switch up to what the database says of some AORs (device slots, accounts, telephones in browsers), after the change was committed. One at a time: of two changes
 * of the same account the one that reads last writes last, so an older reading never comes back.
 */
export function createCredentialSync({ sipSwitch, ...source }: Source & { sipSwitch: Switch }) {
  let queue: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  async function bring(aors: string[]): Promise<Credential[]> {
    const present: Credential[] = []
    for (let from = 0; from < aors.length; from += batch) {
      const some = aors.slice(from, from + batch)
      for (const read of sources) present.push(...(await read(source, some)))
    }
    const held = new Set(present.map(({ aor }) => aor))
    await sipSwitch.removeCredentials(aors.filter((aor) => !held.has(aor)))
    await sipSwitch.putCredentials(present)
    return present
  }

  /** `drop`: contacts that registered with what was there before go as well. Resolves when the old no longer works, with what works now. */
  async function sync(aors: string[], { drop }: { drop: boolean }): Promise<Credential[]> {
    const present = await inTurn(() => bring(aors))
    if (drop) await sipSwitch.removeRegistrations(aors)
    return present
  }

  /** The switch is given the whole truth: at start, and when something has changed that any of them may depend on. */
  function all(): Promise<void> {
    return inTurn(async () =>
      sipSwitch.replaceCredentials((await Promise.all(sources.map((read) => read(source)))).flat()),
    )
  }

  return Object.assign(sync, { all })
}
