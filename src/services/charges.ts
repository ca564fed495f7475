import type { Db } from '#db/open.ts'
import { type CallEnd, endsOf, farthest, type LimitedCall } from '#domain/charge-limit.ts'
import type { Clock } from '#domain/clock.ts'
import { isChargeable } from '#domain/rating.ts'
import type { Switch } from '#switch/port.ts'
import {
  type ChargeCalendar,
  type ChargedCall,
  chargedCall,
  chargeUntil,
  limitsOn,
  proveLife,
  scopesOf,
} from './charge-ledger.ts'
import { tellLimits, tellReached } from './charge-mails.ts'
import type { Admission, AdmissionRequest, ChargeGate } from './charge-types.ts'
import type { LiveEvents } from './live-events.ts'
import { type FoundRate, findRate } from './rates.ts'
import type { Turns } from './turns.ts'

/** An admitted call that does not begin within this time was given up before it rang. */
const longestSilence = 30_000
/** A call whose end comes before the next look (one a second) is ended now: a limit is not passed because nobody looked. */
const lookEvery = 1000
/** An order to end a call is given again when the call is still there after this time. */
const orderHolds = 2000
/** How often the pages of a vPBX are told that charges grow. */
const hintEvery = 5000

interface Admitted {
  request: AdmissionRequest
  rate: FoundRate
}

export interface ChargeParts {
  db: Db
  clock: Clock
  sipSwitch: Switch
  events: LiveEvents
  calendar: ChargeCalendar
  /** All that changes calls and charges goes through these: one after the other. */
  turns: Turns
  failed(error: unknown): void
}

export type ChargeService = ReturnType<typeof createChargeService>

/**
 * TopStop (M25): admits calls that cost something, charges them while they run, and ends them at the limit. What runs and what was charged stands in the
 * database; in memory are the calls that were admitted and do not ring yet, and the ends that the switch was told.
 */
export function createChargeService(parts: ChargeParts) {
  const { db, clock, turns, calendar } = parts
  const admitted = new Map<string, Admitted>()
  const agreement = { reached: false }
  const review = createReview(parts, admitted, agreement)
  let queued = false

  /** Looks again as soon as what is under way is done. */
  function reviewSoon(): void {
    if (queued) return
    queued = true
    const run = () => {
      queued = false
      return review.now()
    }
    turns.inTurn(run).catch(parts.failed)
  }

  async function admitNow(request: AdmissionRequest): Promise<Admission> {
    const rate = await findRate(db, request.vpbxId, request.number, request.at)
    if (!rate) return { ok: false, refusal: 'noRate' }
    const longest = isChargeable(rate.terms) ? await roomFor(request, rate) : null
    if (longest === 'none') return { ok: false, refusal: 'limitReached' }
    admitted.set(request.callId, { request, rate })
    review.longest.set(request.callId, longest)
    // The others that share the limit now end earlier.
    if (longest !== null) reviewSoon()
    return { ok: true, longest, destinationClass: rate.terms.class }
  }

  /** Seconds that the call may last with all that share its limits; null: no end. */
  async function roomFor(request: AdmissionRequest, { terms }: FoundRate): Promise<number | null | 'none'> {
    const { at, callId, vpbxId } = request
    const scopes = scopesOf(request)
    const days = await calendar()
    if ((await limitsOn(db, scopes, at, days)).size === 0) return null
    const calls = await openCharges(db, vpbxId)
    if (agreement.reached) await db.transaction().execute((trx) => chargeUntil(trx, calls, at, days))
    const wanted: LimitedCall = { id: callId, prices: terms, answeredAt: null, scopes }
    // Asked again for the same call, it is another way for it: what was set aside for the first is its own.
    const all = [...[...calls, ...silent(admitted, calls, vpbxId)].filter(({ id }) => id !== callId), wanted]
    const limits = await limitsOn(db, [...new Set(all.flatMap((call) => call.scopes))], at, days)
    const end = endsOf(all, limits, at, days).get(callId)?.end ?? at
    if (end <= at) return 'none'
    // The first increment is set aside for it, whatever the others do.
    return end === Number.POSITIVE_INFINITY ? null : Math.max(terms.firstIncrement, Math.floor((end - at) / 1000))
  }

  const gate: ChargeGate = {
    admit: (request) => turns.inTurn(() => admitNow(request)),
    release: (callId) =>
      turns.inTurn(async () => {
        admitted.delete(callId)
        review.forget(callId)
      }),
    rateOf: async (vpbxId, number) => (await findRate(db, vpbxId, number, clock()))?.terms ?? null,
  }
  return {
    ...gate,
    /** Whether the records agree with the switch: until then nothing is charged for what may be over long since. */
    agreement,
    /** What a call was admitted with; in turn. */
    rateOfAdmitted: (callId: string): Admitted | undefined => admitted.get(callId),
    /** In turn: an admitted call was answered, so that its end is known. */
    answered(callId: string, answeredAt: number): void {
      const longest = review.longest.get(callId)
      if (longest !== undefined) review.ends.set(callId, longest === null ? null : answeredAt + longest * 1000)
    },
    /** The end (ms) that the switch was told of a call, null for none; undefined when it is not known here. */
    endOf: (callId: string): number | null | undefined => review.ends.get(callId),
    /** In turn: a call is over. */
    forget(callId: string): void {
      admitted.delete(callId)
      review.forget(callId)
    },
    /** In turn: charges what has begun, ends what must end. */
    review: review.now,
    reviewSoon,
    /** Every second. */
    tick: () => turns.inTurn(() => review.now()),
  }
}

/** Records of calls that run and cost something. */
async function openCharges(db: Db, vpbxId?: string): Promise<ChargedCall[]> {
  let rows = db.selectFrom('call').selectAll().where('ended_at', 'is', null).where('rate', 'is not', null)
  if (vpbxId !== undefined) rows = rows.where('vpbx_id', '=', vpbxId)
  return (await rows.execute()).map(chargedCall).filter((call) => call !== null)
}

/** Admitted calls that have no record yet: what is set aside for them counts too. */
function silent(
  admitted: ReadonlyMap<string, Admitted>,
  calls: readonly ChargedCall[],
  vpbxId?: string,
): LimitedCall[] {
  const known = new Set(calls.map(({ id }) => id))
  return [...admitted.values()]
    .filter(({ request, rate }) => !known.has(request.callId) && isChargeable(rate.terms))
    .filter(({ request }) => vpbxId === undefined || request.vpbxId === vpbxId)
    .map(({ request, rate }) => ({
      id: request.callId,
      prices: rate.terms,
      answeredAt: null,
      scopes: scopesOf(request),
    }))
}

/** The look at all calls that run. */
function createReview(parts: ChargeParts, admitted: Map<string, Admitted>, agreement: { reached: boolean }) {
  const { db, clock, sipSwitch, events, calendar, failed } = parts
  /** Up to when (ms) the switch lets a call go on by itself; null: without end. Not there: it is not known what the switch was told. */
  const ends = new Map<string, number | null>()
  /** Seconds after its answer for which the switch lets a call go on by itself, of one that was not answered yet; null: without end. */
  const longest = new Map<string, number | null>()
  /** When (ms) a call was last ended at its limit. */
  const ended = new Map<string, number>()
  const hinted = new Map<string, number>()

  /** `also`: keys that were charged otherwise, and may have reached a limit by that. */
  async function now(also: readonly string[] = []): Promise<void> {
    const at = clock()
    await forgetSilent(at)
    // While the switch is away nobody knows whether a call runs: it is settled when the switch is back.
    const calls = sipSwitch.isUp() && agreement.reached ? await chargeRunning(at) : []
    const all = [...calls, ...silent(admitted, calls)]
    const days = await calendar()
    const limits = await limitsOn(db, [...new Set([...all.flatMap(({ scopes }) => scopes), ...also])], at, days)
    await tellLimits(db, [...limits.values()], at, days)
    const due = endsOf(all, limits, at, days)
    await Promise.all(calls.map((call) => enforce(call, due.get(call.id), at)))
  }

  /** All that were admitted long ago are looked for at once: calls that run are among them. */
  async function forgetSilent(at: number): Promise<void> {
    const old = [...admitted.values()].map(({ request }) => request).filter((one) => at - one.at > longestSilence)
    if (old.length === 0) return
    const rows = await db.selectFrom('call').select('id').where('ended_at', 'is', null).execute()
    const open = new Set(rows.map(({ id }) => id))
    for (const { callId } of old) {
      if (open.has(callId)) continue
      admitted.delete(callId)
      forget(callId)
    }
  }

  async function chargeRunning(at: number): Promise<ChargedCall[]> {
    const open = await db.selectFrom('call').select('id').where('ended_at', 'is', null).limit(1).executeTakeFirst()
    if (!open) return []
    const days = await calendar()
    return db.transaction().execute(async (trx) => {
      const calls = await openCharges(trx)
      const charged = await chargeUntil(trx, calls, at, days)
      await proveLife(trx, at)
      hint(
        calls.filter(({ scopes }) => scopes.some((scope) => charged.has(scope))),
        at,
      )
      return calls
    })
  }

  function hint(calls: readonly ChargedCall[], at: number): void {
    for (const [vpbxId, some] of Map.groupBy(calls, (call) => call.vpbxId)) {
      if (at - (hinted.get(vpbxId) ?? 0) < hintEvery) continue
      hinted.set(vpbxId, at)
      const lines = some.flatMap(({ scopes }) => scopes.filter((scope) => scope.startsWith('line:')))
      events.publish({ type: 'calls', vpbxId, lineIds: [...new Set(lines)].map((scope) => scope.slice(5)) })
    }
  }

  async function enforce(call: ChargedCall, due: CallEnd | undefined, at: number): Promise<void> {
    if (!due) return
    try {
      if (call.answeredAt === null) await setLongest(call, due.end, at)
      else if (due.end - at < lookEvery) await cut(call, due, at)
      else await setEnd(call.id, due.end, at)
    } catch (error) {
      // The next look tries again, and the switch ends the call at the end that it knows.
      if (sipSwitch.isUp()) failed(error)
    }
  }

  async function cut(call: ChargedCall, { by }: CallEnd, at: number) {
    if (at - (ended.get(call.id) ?? 0) < orderHolds) return
    const days = await calendar()
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('call')
        .set({ end_reason: 'limit' })
        .where('id', '=', call.id)
        .where('ended_at', 'is', null)
        .execute()
      if (by) await tellReached(trx, by, at, days)
    })
    await sipSwitch.endCall(call.id)
    ended.set(call.id, at)
  }

  /** Tells the switch where its own end differs by a second or more. */
  async function setEnd(id: string, end: number, at: number): Promise<void> {
    const known = ends.get(id)
    const wanted = end === Number.POSITIVE_INFINITY ? null : end
    if (known === wanted) return
    if (typeof known === 'number' && wanted !== null && Math.abs(known - wanted) < 1000) return
    await sipSwitch.limitCall(id, wanted === null ? farthest / 1000 : Math.floor((wanted - at) / 1000))
    ends.set(id, wanted)
  }

  /** While a call rings others begin and end: what it was admitted with is no longer what is left for it. Its first increment is set aside. */
  async function setLongest({ id, prices }: ChargedCall, end: number, at: number): Promise<void> {
    const room = Math.max(prices.firstIncrement, Math.floor((end - at) / 1000))
    const wanted = end === Number.POSITIVE_INFINITY ? null : room
    if (longest.get(id) === wanted) return
    await sipSwitch.limitCall(id, wanted ?? farthest / 1000)
    longest.set(id, wanted)
  }

  function forget(id: string): void {
    longest.delete(id)
    ends.delete(id)
    ended.delete(id)
  }

  return { now, ends, longest, forget }
}
