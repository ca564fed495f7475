import { type Phone, sdp } from './phone.ts'
import type { Leg } from './phone-wire.ts'
import { createTalker, type Talker } from './talker.ts'

/** A call of a telephone that was answered, with sound both ways. */
export interface Conversation {
  sipCallId: string
  /** When the telephone had its answer (ms). */
  answeredAt: number
  /** When sound was heard last (ms); 0: never. */
  lastHeardAt(): number
  /** Says BYE; resolves to when it was confirmed (ms). */
  hangUp(): Promise<number>
  /** Says nothing more; the other side does not learn of it. */
  fallSilent(): void
  close(): void
}

let sources = 0

/** Calls a number. Throws when the final answer is not 200. */
export async function converse(phone: Phone, number: string): Promise<Conversation> {
  sources += 1
  const talker = await createTalker(sources)
  try {
    const { final, callId } = await phone.invite(number, { body: sdp(talker.port) })
    const answer = await final
    const answeredAt = Date.now()
    if (answer.code !== 200) throw new Error(`${number} is refused: ${answer.first}`)
    talker.talkTo(Number(/m=audio (\d+)/.exec(answer.body)?.[1] ?? 0))
    return conversation(phone, { sipCallId: callId, answeredAt, talker, leg: phone.leg(answer) })
  } catch (error) {
    talker.close()
    throw error
  }
}

interface Parts {
  sipCallId: string
  answeredAt: number
  talker: Talker
  leg: Leg
}

function conversation(phone: Phone, { sipCallId, answeredAt, talker, leg }: Parts): Conversation {
  return {
    sipCallId,
    answeredAt,
    lastHeardAt: () => talker.lastHeardAt() ?? 0,
    async hangUp() {
      talker.silence()
      await phone.inside(leg, 'BYE')
      return Date.now()
    },
    fallSilent: talker.silence,
    close: talker.close,
  }
}
