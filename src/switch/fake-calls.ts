import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import type {
  EndedCall,
  NumberPlan,
  PublicCallAnswer,
  PublicCallRequest,
  RunningCall,
  Switch,
  SwitchEvent,
  Trunk,
} from './port.ts'

/** What a test asks of, and tells, the pretended switch about calls. */
export interface FakeCallControl {
  plans(): NumberPlan[]
  trunks(): Trunk[]
  emergencyNumbers(): Record<string, readonly string[]>
  /** A line asks for a way to the public network; what the decider says, and 503's `notReady` when there is none. */
  askPublicCall(request: PublicCallRequest): Promise<PublicCallAnswer>
  /** A call begins to ring, is answered, ends: what the switch would tell. */
  startCall(call: RunningCall): void
  answerCall(id: string, answeredAt: number, calleeLineId?: string): void
  finishCall(ended: EndedCall): void
  /** The end that was last set for a call, in seconds from when it was set. */
  limits: Map<string, number>
  /** Calls that were ended from above, in order. */
  cut: string[]
  /** The switch is killed: it forgets its calls without a word. `mediaUntil`: when each one's media last flowed, by SIP call id. */
  forgetCalls(mediaUntil: Map<string, number>): void
}

type CallPart = Pick<
  Switch,
  | 'replacePlans'
  | 'putPlan'
  | 'removePlan'
  | 'replaceTrunks'
  | 'replaceEmergencyNumbers'
  | 'trunkStates'
  | 'calls'
  | 'endCall'
  | 'limitCall'
  | 'endedCalls'
  | 'forgetEndedCalls'
  | 'endOrphanedMedia'
  | 'onPublicCall'
>

/** The part of the switch in memory that carries calls: a test says when one rings, is answered, ends. */
export function createFakeCalls(clock: Clock, store: { up: boolean; emit: (event: SwitchEvent) => void }) {
  const told = createTold()
  const running = new Map<string, RunningCall>()
  const ended = new Map<string, EndedCall>()
  const limits = new Map<string, number>()
  const cut: string[] = []
  let media = new Map<string, number>()
  const requireUp = () => {
    if (!store.up) throw new AppError('switch.unavailable')
  }
  const tell = (event: SwitchEvent) => {
    if (store.up) store.emit(event)
  }
  const finishCall = (given: EndedCall) => {
    const call = running.get(given.id)
    if (!call) return
    const end = { answeredAt: call.answeredAt, ...given }
    running.delete(end.id)
    limits.delete(end.id)
    ended.set(end.id, end)
    tell({ type: 'callEnded', ...end })
  }
  const port: Omit<CallPart, keyof typeof told> = {
    trunkStates: async () => {
      requireUp()
      return told
        .trunks()
        .map(({ id, registers }) => ({ id, registered: registers || null, code: registers ? 200 : null }))
    },
    calls: async () => {
      requireUp()
      return [...running.values()]
    },
    endCall: async (id) => {
      requireUp()
      cut.push(id)
      finishCall({ id, endedAt: clock(), code: 200, reason: 'cut' })
    },
    limitCall: async (id, seconds) => {
      requireUp()
      if (running.has(id)) limits.set(id, seconds)
    },
    endedCalls: async () => {
      requireUp()
      return [...ended.values()]
    },
    forgetEndedCalls: async (ids) => {
      for (const id of ids) ended.delete(id)
    },
    endOrphanedMedia: async (sipCallIds) => new Map(sipCallIds.map((id) => [id, media.get(id) ?? null])),
  }
  const control: Omit<FakeCallControl, keyof typeof told> = {
    limits,
    cut,
    askPublicCall: async (request) => (store.up ? told.decide(request) : { allowed: false, refusal: 'notReady' }),
    startCall(call) {
      running.set(call.id, call)
      tell({ type: 'callStarted', call })
    },
    answerCall(id, answeredAt, calleeLineId) {
      const call = running.get(id)
      if (!call) throw new TypeError(`no call ${id}`)
      const callee = { ...call.callee, lineId: calleeLineId ?? call.callee.lineId }
      running.set(id, { ...call, answeredAt, callee })
      tell({ type: 'callAnswered', id, answeredAt, calleeLineId: callee.lineId, trunkId: call.trunkId })
    },
    finishCall,
    forgetCalls(mediaUntil) {
      running.clear()
      limits.clear()
      media = mediaUntil
    },
  }
  const { decide: _, ...kept } = told
  return { ...kept, ...port, ...control }
}

/** What the switch was told, and who decides. */
function createTold() {
  const plans = new Map<string, NumberPlan>()
  let trunks: Trunk[] = []
  let emergency: Record<string, readonly string[]> = {}
  let decide: (request: PublicCallRequest) => Promise<PublicCallAnswer> = async () => ({
    allowed: false,
    refusal: 'notReady',
  })
  return {
    decide: (request: PublicCallRequest) => decide(request),
    plans: () => [...plans.values()],
    trunks: () => trunks,
    emergencyNumbers: () => emergency,
    async replacePlans(all: NumberPlan[]) {
      plans.clear()
      for (const plan of all) plans.set(plan.vpbxId, plan)
    },
    async putPlan(plan: NumberPlan) {
      plans.set(plan.vpbxId, plan)
    },
    async removePlan(vpbxId: string) {
      plans.delete(vpbxId)
    },
    async replaceTrunks(all: Trunk[]) {
      trunks = all
    },
    async replaceEmergencyNumbers(numbers: Record<string, readonly string[]>) {
      emergency = numbers
    },
    onPublicCall(next: (request: PublicCallRequest) => Promise<PublicCallAnswer>) {
      decide = next
    },
  }
}
