import { z } from 'zod'
import { Id } from './common.ts'

/** A line with the names around it, for headings and breadcrumbs. */
export const LineContext = z.object({
  id: Id,
  kind: z.enum(['internal', 'public']),
  number: z.string(),
  extension: z.object({ id: Id, number: z.string(), displayName: z.string() }),
  vpbx: z.object({ id: Id, name: z.string() }),
})
export type LineContext = z.output<typeof LineContext>
