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
/** Newest first; `before` is `next` of the page before. */
export const AuditQuery = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f]{20}$/, 'field.invalid')
    .optional(),
  vpbxId: Id.optional(),
})
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: z.string().nullable() })
