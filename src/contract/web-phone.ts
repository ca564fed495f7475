import { z } from 'zod'
import { Id } from './common.ts'

export const WebPhoneStart = z.strictObject({ lineId: Id })

/** A telephone in a browser with its own digest identity, which is told this once. */
export const WebPhone = z.object({
  /** Goes into the address of the WebSocket: `/ws?phone=<id>`. */
  id: Id,
  number: z.string(),
  displayName: z.string(),
  authName: z.string(),
  password: z.string(),
  /** Host part of its SIP address. */
  host: z.string(),
})
export type WebPhone = z.output<typeof WebPhone>
