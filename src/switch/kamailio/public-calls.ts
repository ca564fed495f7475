import { type Refusal, refusals } from '#domain/call.ts'
import type { PublicCallAnswer, PublicCallRequest } from '../port.ts'
import type { EventLine, Message } from './evapi.ts'
import type { Log } from './log.ts'

type Question = Extract<Message, { event: 'publicCall' }>

/** Answers Kamailio's questions whether a call may go to the public network. */
export interface PublicCalls {
  onPublicCall(decide: (request: PublicCallRequest) => Promise<PublicCallAnswer>): void
  onMessage(question: Question): void
}

export function createPublicCalls(line: Pick<EventLine, 'send'>, log: Log): PublicCalls {
  let decide: ((request: PublicCallRequest) => Promise<PublicCallAnswer>) | null = null

  async function answer(question: Question): Promise<PublicCallAnswer> {
    if (!decide) return { allowed: false, refusal: 'notReady' }
    try {
      return await decide(toRequest(question))
    } catch (error) {
      log.error({ error: String(error) }, 'a call to the public network could not be decided')
      return { allowed: false, refusal: 'notReady' }
    }
  }

  return {
    onPublicCall(next) {
      decide = next
    },
    onMessage(question) {
      const { ti, tl } = question
      void answer(question).then((given) => line.send({ cmd: 'publicCall', ti, tl, ...toCommand(given) }))
    },
  }
}

function toRequest(question: Question): PublicCallRequest {
  const { call, sip, vpbx, payer, why, dialled, callerLine, callerNumber, callerName, withheld } = question
  return {
    callId: call,
    sipCallId: sip,
    vpbxId: vpbx,
    payerLineId: payer,
    why,
    dialled,
    caller: { lineId: callerLine, number: callerNumber, name: callerName },
    withheld: withheld === '1',
  }
}

/** Everything in texts, as Kamailio reads it. What cannot be written into a message is as good as a refusal. */
function toCommand(answer: PublicCallAnswer): Record<string, string> {
  if (!answer.allowed) return refuse(answer.refusal)
  const { number, trunkIds, shownNumber, withheld, longest } = answer
  if (!/^\+\d{2,15}$/.test(number) || !/^(\+\d{2,15})?$/.test(shownNumber)) return refuse('unknownNumber')
  if (!trunkIds.every((id) => /^[\w-]+$/.test(id))) return refuse('noTrunk')
  return {
    allowed: 'yes',
    number,
    trunks: trunkIds.join(','),
    shown: shownNumber,
    withheld: withheld ? '1' : '0',
    longest: longest === null ? '' : String(Math.max(1, Math.floor(longest))),
  }
}

function refuse(refusal: Refusal): Record<string, string> {
  const { code, text } = refusals[refusal]
  return { allowed: 'no', code: String(code), text }
}
