import { z } from 'zod'
import { Id, Timestamp } from './common.ts'

const AuditEntry = z.object({
  id: Id,
  at: Timestamp,
  /** Login of who did it; null for the system or a stranger. */
  actor: z.string().nullable(),
  ip: z.string(),
  /** Dotted word, e.g. `device.keyRenewed`; text in i18n under `audit`. */
  action: z.string(),
  subject: z.string(),
  vpbxId: Id.nullable(),
})
/** Newest first; `before` is the `at` of the last row of the page before. */
export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().optional(),
  vpbxId: Id.optional(),
})
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: Timestamp.nullable() })
