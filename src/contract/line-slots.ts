import { z } from 'zod'
import { Id } from './common.ts'

/** What stands in a slot afterwards; slots that are not named are emptied, but for the first, which holds the home line. */
const LineSlotInput = z.strictObject({
  slot: z.int().min(1, 'lineSlot.noSlot').max(1000, 'lineSlot.noSlot'),
  lineId: Id,
  /** Absent: as it was; false in a slot that was empty. */
  fax: z.boolean().optional(),
})

export const LineSlotsInput = z.strictObject({
  version: z.int(),
  slots: z.array(LineSlotInput).max(1000, 'field.tooLong'),
})

/** The accounts of a telephone or the ports of a gateway, and the lines that may be put there. */
export const LineSlots = z.object({
  /** Of this reading; a change names it. */
  version: z.int(),
  slotCount: z.int(),
  /** How a port carries a fax; null where there is none to be said. */
  fax: z.enum(['t38', 'g711']).nullable(),
  slots: z.array(
    z.object({
      slot: z.int(),
      lineId: Id,
      number: z.string(),
      displayName: z.string(),
      fax: z.boolean(),
      /** False for the line of somebody else, which who asks may not change. */
      editable: z.boolean(),
      registrationCount: z.int().nullable(),
    }),
  ),
  lines: z.array(z.object({ id: Id, number: z.string(), displayName: z.string() })),
})
export type LineSlots = z.output<typeof LineSlots>
