import type { SipMessage } from './message.ts'
import { type Phone, sdp } from './phone.ts'
import type { Leg } from './phone-wire.ts'

interface Talk {
  caller: Leg
  callee: Leg
  invite: SipMessage
  final: SipMessage
}

/** A call that is answered: both sides. */
export async function talk(caller: Phone, callee: Phone, number: string, tag = 'callee'): Promise<Talk> {
  const call = await caller.invite(number)
  const invite = await callee.next('INVITE')
  callee.answer(invite, 180, { tag })
  callee.answer(invite, 200, { tag, body: sdp(28000) })
  const final = await call.final
  if (final.code !== 200) throw new Error(`refused: ${final.first}`)
  await callee.next('ACK')
  return { caller: caller.leg(final), callee: callee.legOf(invite, tag), invite, final }
}

/** What a call to this number ends with. */
export async function codeOf(caller: Phone, number: string): Promise<number> {
  return (await (await caller.invite(number)).final).code
}

/** Errors in the log of a switch, but for what a test brought about. */
export function errorsIn(log: string, expected: RegExp): string[] {
  return (log.match(/^.*(ERROR|CRITICAL|BUG).*$/gm) ?? []).filter((line) => !expected.test(line))
}
