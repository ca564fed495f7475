import { z } from 'zod'
import { Id } from './common.ts'

/** What GET /api/events sends (server-sent events, `data:` is one of these as JSON): a hint to load again, never the data. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('device'), deviceId: Id, lineId: Id }),
  z.object({ type: z.literal('registration'), deviceId: Id.nullable(), lineId: Id }),
  z.object({ type: z.literal('line'), lineId: Id }),
  z.object({ type: z.literal('phonebook') }),
  /** Calls that run, records, or charges. */
  z.object({ type: z.literal('calls') }),
  z.object({ type: z.literal('switch'), up: z.boolean() }),
])
export type LiveEvent = z.output<typeof LiveEvent>
