import { basesFor, models as catalog, extraNameOf, findModel, findModule, type Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import { type AppShop, appShops } from '#domain/app.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { type FunctionKeyType, functionKeyTypes } from '#domain/function-key.ts'
import { writeAudit } from './audit.ts'
import { presentApp } from './device-view.ts'
import { reachVpbx } from './reach.ts'
import { shopLinksOf } from './shop-links.ts'

export type ModelService = ReturnType<typeof createModelService>

/** The catalog as this installation, and each vPBX of it, offers it. */
export function createModelService({ db, clock }: { db: Db; clock: Clock }) {
  async function list() {
    const off = await switchedOff(null)
    return catalog.map((model) => present(model, !off.has(model.id)))
  }

  /** What a vPBX is offered: of the installation's models those that are not switched off for it. */
  async function listOf(actor: Actor, vpbxId: string) {
    await reachVpbx(db, actor, vpbxId)
    const [everywhere, here] = [await switchedOff(null), await switchedOff(vpbxId)]
    return catalog.filter(({ id }) => !everywhere.has(id)).map((model) => present(model, !here.has(model.id)))
  }

  async function get(id: string) {
    const model = findModel(id)
    if (!model) throw new AppError('notFound')
    return { ...details(model), app: model.app ? presentApp(model.app, await shopLinksOf(db, id)) : null }
  }

  /** Where the provider's customers get an app; an empty address takes a link away. */
  async function setShops(actor: Actor, id: string, urls: Record<AppShop, string>) {
    if (!isProvider(actor)) throw new AppError('notFound')
    const model = findModel(id)
    if (!model?.app) throw new AppError('notFound')
    const rows = appShops.flatMap((shop) => (urls[shop] === '' ? [] : [{ model: id, shop, url: urls[shop] }]))
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('app_shop_link').where('model', '=', id).execute()
      if (rows.length > 0) await trx.insertInto('app_shop_link').values(rows).execute()
      const subject = `${model.vendorName} ${model.name}`
      await writeAudit(trx, clock, actor, { action: 'ipPhone.shopsChanged', subject, vpbxId: null })
    })
    return get(id)
  }

  /** For the installation (`vpbxId` null) or one vPBX. */
  async function change(actor: Actor, vpbxId: string | null, id: string, { available }: { available: boolean }) {
    if (!isProvider(actor)) throw new AppError('notFound')
    const model = findModel(id)
    if (!model) throw new AppError('notFound')
    if (vpbxId !== null) await reachVpbx(db, actor, vpbxId)
    const action = available ? 'model.switchedOn' : 'model.switchedOff'
    await db.transaction().execute(async (trx) => {
      await switchModel(trx, vpbxId, id, available)
      await writeAudit(trx, clock, actor, { action, subject: `${model.vendorName} ${model.name}`, vpbxId })
    })
    return present(model, available)
  }

  /** A model that a new device of the vPBX may have; a field error of `model` otherwise. */
  async function requireOffered(id: string, vpbxId: string): Promise<Model> {
    const model = findModel(id)
    if (!model) throw fieldError('model', 'model.unknown')
    const off = [await switchedOff(null), await switchedOff(vpbxId)]
    if (model.app && !(await appsOffered(db))) throw fieldError('model', 'ipPhone.off')
    if (off.some((ids) => ids.has(id))) throw fieldError('model', 'model.switchedOff')
    return model
  }

  async function switchedOff(vpbxId: string | null): Promise<Set<string>> {
    const rows =
      vpbxId === null
        ? await db.selectFrom('switched_off_model').select('model').execute()
        : await db.selectFrom('switched_off_vpbx_model').select('model').where('vpbx_id', '=', vpbxId).execute()
    return new Set(rows.map((row) => row.model))
  }

  return { list, listOf, get, change, setShops, requireOffered }
}

/** The provider's switch for all apps. */
export async function appsOffered(db: Db): Promise<boolean> {
  return (await db.selectFrom('provider').select('app_offered').executeTakeFirstOrThrow()).app_offered === 1
}

async function switchModel(db: Db, vpbxId: string | null, model: string, on: boolean): Promise<void> {
  if (vpbxId === null && on) await db.deleteFrom('switched_off_model').where('model', '=', model).execute()
  else if (vpbxId === null)
    await db
      .insertInto('switched_off_model')
      .values({ model })
      .onConflict((c) => c.doNothing())
      .execute()
  else if (on)
    await db.deleteFrom('switched_off_vpbx_model').where('vpbx_id', '=', vpbxId).where('model', '=', model).execute()
  else
    await db
      .insertInto('switched_off_vpbx_model')
      .values({ vpbx_id: vpbxId, model })
      .onConflict((c) => c.doNothing())
      .execute()
}

function present(model: Model, available: boolean) {
  return {
    id: model.id,
    vendor: model.vendor,
    vendorName: model.vendorName,
    name: model.name,
    kind: model.kind,
    lineSlots: model.lineSlots,
    keyCount: model.keys?.count ?? 0,
    screen: model.screen,
    keys: model.keys,
    moduleMax: model.modules?.max ?? 0,
    keyTypes: functionKeyTypes.filter((type: FunctionKeyType) => model.keyTypes[type] !== null),
    available,
  }
}

/** What the page of one model shows, and what its drawing is made from. */
function details(model: Model) {
  const { admin, user, userName } = model.passwords
  const named = (id: string) => findModel(id)?.name ?? id
  return {
    ...present(model, true),
    keyLabels: model.keyLabels,
    modules: (model.modules?.models ?? []).flatMap((id) => {
      const facts = findModule(id)
      return facts ? [{ id, name: facts.name, keys: facts.keys, keyLabels: facts.keyLabels }] : []
    }),
    handsets: model.handsets && { max: model.handsets.max, names: model.handsets.models.map(named) },
    bases: basesFor(model).map(({ name }) => name),
    fax: model.fax,
    phonebook: model.phonebook !== null,
    passwords: {
      admin: admin?.maxLength ?? null,
      userName: userName?.maxLength ?? null,
      user: user?.maxLength ?? null,
    },
    webLogin: model.webLogin && { user: model.webLogin.user, password: model.webLogin.password },
    restart: model.restartEvent !== null,
    resync: model.resyncEvent !== null,
    tlsVersions: [...model.tlsVersions],
    trust: model.trust,
    takes: model.takes,
    followsRedirect: model.followsRedirect,
    redirectService: model.redirectService?.name ?? null,
    transport: model.transport,
    srtp: model.srtp,
    extraLines: extraNameOf(model) !== null,
    sources: [...model.sources],
  }
}
