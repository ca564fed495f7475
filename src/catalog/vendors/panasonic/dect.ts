import type { RenderContext } from '../../define.ts'
import { account, type Entry } from './account.ts'
import { dectLines } from './models.ts'

/** Lines of a base: each is the line of the handset of the same number, which alone rings and dials on it. */
export function dectAccounts(context: RenderContext, isOlder: boolean, hasBaseSet: boolean): Entry[] {
  const places = context.handsets
  const ends = [...places.map((_, index) => `HS${index + 1}`), ...(isOlder ? ['BS'] : [])]
  const lineOf = (slot: number) => places[slot - 1]?.line ?? null
  return [
    ...slots.flatMap((slot) => [
      ...account(context, lineOf(slot), slot),
      [`LINE_ID_${slot}`, lineOf(slot)?.number ?? ''] as const,
      // The corded set of a TGP550 goes with the first handset.
      [`INCOMING_CALL_GROUP_${slot}`, flags(ends, (end) => usesLine(end, slot, hasBaseSet))] as const,
    ]),
    ...ends.flatMap((end): Entry[] => {
      const lines = flags(slots, (slot) => usesLine(end, slot, hasBaseSet))
      return [
        [`OUTGOING_CALL_LINE_${end}`, lines],
        [`DEFAULT_LINE_SELECT_${end}`, lines],
      ]
    }),
  ]
}

const slots = Array.from({ length: dectLines }, (_, index) => index + 1)

function usesLine(end: string, slot: number, hasBaseSet: boolean): boolean {
  return end === 'BS' ? hasBaseSet && slot === 1 : end === `HS${slot}`
}

function flags<T>(list: readonly T[], isSet: (one: T) => boolean): string {
  return list.map((one) => (isSet(one) ? '1' : '0')).join(',')
}
