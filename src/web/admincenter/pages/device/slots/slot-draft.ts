import type { LineSlots } from '../../../types.ts'

/** What stands in a slot; an empty one has no entry. */
export interface SlotValue {
  lineId: string
  fax: boolean
}
export type SlotDraft = ReadonlyMap<number, SlotValue>

export function slotDraftOf({ slots }: LineSlots): SlotDraft {
  return new Map(slots.map(({ slot, lineId, fax }) => [slot, { lineId, fax }]))
}

export function isSameDraft(one: SlotDraft, other: SlotDraft): boolean {
  return one.size === other.size && [...one].every(([slot, value]) => isSameValue(value, other.get(slot)))
}

export function isSameValue(one: SlotValue | undefined, other: SlotValue | undefined): boolean {
  return one?.lineId === other?.lineId && one?.fax === other?.fax
}

export function withLine(draft: SlotDraft, slot: number, lineId: string | null): SlotDraft {
  const next = new Map(draft)
  if (lineId === null) next.delete(slot)
  else next.set(slot, { lineId, fax: draft.get(slot)?.fax ?? false })
  return next
}

export function withFax(draft: SlotDraft, slot: number, fax: boolean): SlotDraft {
  const value = draft.get(slot)
  return value ? new Map(draft).set(slot, { ...value, fax }) : draft
}

/** The lines that come after the one in `slot`, in the order of the list, go to the free slots after it; those that the device has are passed over. */
export function filledDown(draft: SlotDraft, slot: number, { slotCount, lines }: LineSlots): SlotDraft {
  const next = new Map(draft)
  const used = new Set([...draft.values()].map(({ lineId }) => lineId))
  const start = lines.findIndex(({ id }) => id === draft.get(slot)?.lineId)
  const coming = lines.slice(start + 1).filter(({ id }) => !used.has(id))
  for (let free = slot + 1; free <= slotCount && coming.length > 0; free += 1) {
    if (next.has(free)) continue
    const line = coming.shift()
    if (line) next.set(free, { lineId: line.id, fax: false })
  }
  return next
}

/** The home line stays, and what is somebody else's. */
export function cleared(draft: SlotDraft, { slots }: LineSlots): SlotDraft {
  const kept = new Set([1, ...slots.filter(({ editable }) => !editable).map(({ slot }) => slot)])
  return new Map([...draft].filter(([slot]) => kept.has(slot)))
}
