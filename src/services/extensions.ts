import { isSupportedCountry } from 'libphonenumber-js'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Actor, isProvider, mayAdminister } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { parsePublicNumber } from '#domain/number.ts'
import { writeAudit } from './audit.ts'
import { devicesOfExtension, raiseConfigVersions } from './config-version.ts'
import type { CredentialSync } from './credentials.ts'
import { requireFreeNumber } from './free-number.ts'
import type { LiveEvents } from './live-events.ts'
import type { NetworkSync } from './number-plan.ts'
import { requireNoProviderMark } from './provider-marks.ts'
import { reachExtension, reachExtensionToManage, reachLine, reachVpbx, reachVpbxToManage } from './reach.ts'
import { referredOr, uniqueOr } from './refusals.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { newSipIdentity } from './sip-identity.ts'

export type LineValues = { kind: 'internal' | 'public'; number: string }

export interface ExtensionParts {
  db: Db
  clock: Clock
  sealer: Sealer
  settings: Settings
  syncCredentials: CredentialSync
  events: LiveEvents
  networkSync: NetworkSync
}

export type ExtensionService = ReturnType<typeof createExtensionService>

export function createExtensionService(parts: ExtensionParts) {
  const { db, clock, sealer, settings, syncCredentials, events, networkSync } = parts

  async function list(actor: Actor, vpbxId: string) {
    await reachVpbxToManage(db, actor, vpbxId)
    return present(
      db,
      await db.selectFrom('extension').selectAll().where('vpbx_id', '=', vpbxId).orderBy('number').execute(),
    )
  }

  /** Numbers and names of all, which a colleague may know. */
  async function names(actor: Actor, vpbxId: string) {
    await reachVpbx(db, actor, vpbxId)
    const rows = await db.selectFrom('extension').selectAll().where('vpbx_id', '=', vpbxId).orderBy('number').execute()
    return rows.map((row) => ({ id: row.id, number: row.number, displayName: row.display_name }))
  }

  async function get(actor: Actor, id: string) {
    return presentOne(db, await reachExtension(db, actor, id))
  }

  /** Makes the extension with its account and its internal line. */
  async function create(
    actor: Actor,
    vpbxId: string,
    { number, displayName }: { number: string; displayName: string },
  ) {
    await reachVpbxToManage(db, actor, vpbxId)
    const [id, accountId, now] = [newId(), newId(), clock()]
    const identity = newSipIdentity(sealer, settings.realm, now, { table: 'account', id: accountId })
    await uniqueOr('number', 'number.inUse', () =>
      db.transaction().execute(async (trx) => {
        await requireFreeNumber(trx, vpbxId, number)
        const own = { created_at: now, vpbx_id: vpbxId }
        await trx
          .insertInto('account')
          .values({ ...own, id: accountId, ...identity })
          .execute()
        await trx
          .insertInto('extension')
          .values({ ...own, id, account_id: accountId, number, display_name: displayName })
          .execute()
        await trx
          .insertInto('line')
          .values({ ...own, id: newId(), extension_id: id, kind: 'internal', number, dial_key: `${vpbxId}:${number}` })
          .execute()
        await writeAudit(trx, clock, actor, {
          action: 'extension.created',
          subject: `${number} · ${displayName}`,
          vpbxId,
        })
      }),
    )
    await syncCredentials([accountId], { drop: false })
    await networkSync.syncPlan(vpbxId)
    return get(actor, id)
  }

  /** The display name is in the configuration of each device on the extension's lines. */
  async function change(actor: Actor, id: string, { displayName }: { displayName: string }) {
    const extension = await reachExtensionToManage(db, actor, id)
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('extension').set({ display_name: displayName }).where('id', '=', id).execute()
      await raiseConfigVersions(trx, await devicesOfExtension(trx, id))
      const subject = `${extension.number} · ${displayName}`
      await writeAudit(trx, clock, actor, { action: 'extension.changed', subject, vpbxId: extension.vpbx_id })
    })
    await networkSync.syncPlan(extension.vpbx_id)
    return get(actor, id)
  }

  /** Refused while there are devices: they would lose their line without a word. */
  async function remove(actor: Actor, id: string): Promise<void> {
    const extension = await reachExtensionToManage(db, actor, id)
    await referredOr('extension.hasDevices', () =>
      db.transaction().execute(async (trx) => {
        const lines = await trx.selectFrom('line').select('id').where('extension_id', '=', id).execute()
        await requireNoProviderMark(trx, actor, {
          accountId: extension.account_id,
          lineIds: lines.map((row) => row.id),
        })
        await trx.deleteFrom('extension').where('id', '=', id).execute()
        await trx.deleteFrom('account').where('id', '=', extension.account_id).execute()
        const subject = `${extension.number} · ${extension.display_name}`
        await writeAudit(trx, clock, actor, { action: 'extension.deleted', subject, vpbxId: extension.vpbx_id })
      }),
    )
    await syncCredentials([extension.account_id], { drop: true })
    await networkSync.syncPlan(extension.vpbx_id)
  }

  /** A further internal line, or (the provider alone) a public number. */
  async function addLine(actor: Actor, extensionId: string, values: LineValues) {
    const extension = await reachExtensionToManage(db, actor, extensionId)
    if (values.kind === 'public' && !isProvider(actor)) throw new AppError('notFound')
    const number = values.kind === 'public' ? await readPublic(extension.vpbx_id, values.number) : values.number
    const line = {
      id: newId(),
      created_at: clock(),
      vpbx_id: extension.vpbx_id,
      extension_id: extensionId,
      kind: values.kind,
      number,
      dial_key: values.kind === 'public' ? number : `${extension.vpbx_id}:${number}`,
    }
    await uniqueOr('number', 'number.inUse', () =>
      db.transaction().execute(async (trx) => {
        if (values.kind === 'internal') await requireFreeNumber(trx, extension.vpbx_id, number)
        await trx.insertInto('line').values(line).execute()
        await writeAudit(trx, clock, actor, { action: 'line.created', subject: number, vpbxId: extension.vpbx_id })
      }),
    )
    await networkSync.syncPlan(extension.vpbx_id)
    events.publish({ type: 'line', vpbxId: extension.vpbx_id, lineId: line.id })
    return { ...presentLine(line), deviceCount: 0 }
  }

  async function readPublic(vpbxId: string, input: string): Promise<string> {
    const { country } = await db.selectFrom('vpbx').select('country').where('id', '=', vpbxId).executeTakeFirstOrThrow()
    const number = isSupportedCountry(country) ? parsePublicNumber(input, country) : null
    if (number === null) throw fieldError('number', 'publicNumber.invalid')
    return number
  }

  /** Public lines by the provider alone; the extension's own number goes only with the extension. */
  async function removeLine(actor: Actor, lineId: string): Promise<void> {
    const line = await reachLine(db, actor, lineId)
    if (!mayAdminister(actor, line.vpbx_id)) throw new AppError('notFound')
    if (line.kind === 'public' && !isProvider(actor)) throw new AppError('notFound')
    const extension = await reachExtensionToManage(db, actor, line.extension_id)
    if (line.kind === 'internal' && line.number === extension.number) throw new AppError('line.lastInternal')
    await referredOr('line.hasDevices', () =>
      db.transaction().execute(async (trx) => {
        await requireNoProviderMark(trx, actor, { accountId: null, lineIds: [lineId] })
        await trx.deleteFrom('line').where('id', '=', lineId).execute()
        await writeAudit(trx, clock, actor, { action: 'line.deleted', subject: line.number, vpbxId: line.vpbx_id })
      }),
    )
    await networkSync.syncPlan(line.vpbx_id)
    events.publish({ type: 'line', vpbxId: line.vpbx_id, lineId })
  }

  return { list, names, get, create, change, remove, addLine, removeLine }
}

async function presentOne(db: Db, row: Row<'extension'>) {
  const [extension] = await present(db, [row])
  if (!extension) throw new AppError('notFound')
  return extension
}

/** Extensions with their lines, users and counts: three queries, however many there are. */
async function present(db: Db, extensions: Row<'extension'>[]) {
  const ids = extensions.map((row) => row.id)
  if (ids.length === 0) return []
  const lines = await db
    .selectFrom('line')
    .selectAll()
    .select((e) =>
      e
        .selectFrom('device')
        .whereRef('device.line_id', '=', 'line.id')
        .select(e.fn.countAll().as('n'))
        .as('device_count'),
    )
    .where('extension_id', 'in', ids)
    .orderBy('kind')
    .orderBy('number')
    .execute()
  const users = await db
    .selectFrom('user_extension')
    .innerJoin('user', 'user.id', 'user_extension.user_id')
    .select(['user_extension.extension_id', 'user.id', 'user.login', 'user.display_name'])
    .where('user_extension.extension_id', 'in', ids)
    .execute()
  const linesOf = Map.groupBy(lines, (line) => line.extension_id)
  const usersOf = Map.groupBy(users, (user) => user.extension_id)
  return extensions.map((row) => {
    const shown = (linesOf.get(row.id) ?? []).map((line) => ({
      ...presentLine(line),
      deviceCount: Number(line.device_count),
    }))
    return {
      id: row.id,
      vpbxId: row.vpbx_id,
      number: row.number,
      displayName: row.display_name,
      lines: shown,
      users: (usersOf.get(row.id) ?? []).map(({ id, login, display_name }) => ({
        id,
        login,
        displayName: display_name,
      })),
      deviceCount: shown.reduce((sum, line) => sum + line.deviceCount, 0),
    }
  })
}

function presentLine(line: Pick<Row<'line'>, 'id' | 'kind' | 'number' | 'extension_id'>) {
  return { id: line.id, kind: line.kind, number: line.number, extensionId: line.extension_id }
}
