import { models as catalog, findModel, type Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { type FunctionKeyType, functionKeyTypes } from '#domain/function-key.ts'
import { writeAudit } from './audit.ts'

export type ModelService = ReturnType<typeof createModelService>

/** The catalog as this installation offers it. */
export function createModelService({ db, clock }: { db: Db; clock: Clock }) {
  async function list() {
    const off = await switchedOff()
    return catalog.map((model) => present(model, !off.has(model.id)))
  }

  async function change(actor: Actor, id: string, { available }: { available: boolean }) {
    if (!isProvider(actor)) throw new AppError('notFound')
    const model = findModel(id)
    if (!model) throw new AppError('notFound')
    const action = available ? 'model.switchedOn' : 'model.switchedOff'
    await db.transaction().execute(async (trx) => {
      const off = { model: id }
      if (available) await trx.deleteFrom('switched_off_model').where('model', '=', id).execute()
      else
        await trx
          .insertInto('switched_off_model')
          .values(off)
          .onConflict((c) => c.doNothing())
          .execute()
      await writeAudit(trx, clock, actor, { action, subject: `${model.vendorName} ${model.name}`, vpbxId: null })
    })
    return present(model, available)
  }

  /** A model that a new device may have; a field error of `model` otherwise. */
  async function requireOffered(id: string): Promise<Model> {
    const model = findModel(id)
    if (!model) throw fieldError('model', 'model.unknown')
    if ((await switchedOff()).has(id)) throw fieldError('model', 'model.switchedOff')
    return model
  }

  async function switchedOff(): Promise<Set<string>> {
    const rows = await db.selectFrom('switched_off_model').select('model').execute()
    return new Set(rows.map((row) => row.model))
  }

  return { list, change, requireOffered }
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
    moduleMax: model.modules?.max ?? 0,
    keyTypes: functionKeyTypes.filter((type: FunctionKeyType) => model.keyTypes[type] !== null),
    available,
  }
}
