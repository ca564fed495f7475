import { z } from 'zod'
import { Id } from './common.ts'

/** What every user of a vPBX may know of a base: its names, so that a handset can be put on it. */
export const BaseStation = z.object({
  id: Id,
  name: z.string(),
  note: z.string(),
  /** Of its home line. */
  number: z.string(),
  /** Whether this base must be given the handset's identity. */
  ipui: z.enum(['required', 'optional']).nullable(),
  freeSlots: z.array(z.int()),
})
export type BaseStation = z.output<typeof BaseStation>

export const BaseStationQuery = z.object({ model: z.string().max(80, 'model.unknown') })

/** What is bound to a base: handsets in their places, and the further bases of a multicell system. */
export const BaseContents = z.object({
  max: z.int(),
  handsets: z.array(
    z.object({
      id: Id,
      lineId: Id,
      name: z.string(),
      note: z.string(),
      number: z.string(),
      displayName: z.string(),
      slot: z.int(),
      ipui: z.string().nullable(),
      registrationCount: z.int().nullable(),
      /** False for one on the line of somebody else. */
      manageable: z.boolean(),
    }),
  ),
  cells: z.array(
    z.object({ id: Id, lineId: Id, name: z.string(), note: z.string(), number: z.string(), manageable: z.boolean() }),
  ),
  /** The handsets that can be added now. */
  models: z.array(z.object({ id: z.string(), name: z.string() })),
  ipui: z.enum(['required', 'optional']).nullable(),
})
export type BaseContents = z.output<typeof BaseContents>

export const PairingPin = z.object({ pin: z.string() })
