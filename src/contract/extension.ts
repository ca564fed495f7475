import { z } from 'zod'
import { isInternalNumber } from '#domain/number.ts'
import { Id, requiredLine, Timestamp } from './common.ts'

const InternalNumber = z.string('field.required').trim().refine(isInternalNumber, 'number.invalid')

export const ExtensionInput = z.strictObject({ number: InternalNumber, displayName: requiredLine(60) })
export const ExtensionChange = z.strictObject({ displayName: requiredLine(60) })

export const Line = z.object({
  id: Id,
  kind: z.enum(['internal', 'public']),
  /** Internal: 2 to 8 digits. Public: E.164 with +. */
  number: z.string(),
  extensionId: Id,
  deviceCount: z.int(),
})
export type Line = z.output<typeof Line>

export const Extension = z.object({
  id: Id,
  vpbxId: Id,
  number: z.string(),
  displayName: z.string(),
  lines: z.array(Line),
  users: z.array(z.object({ id: Id, login: z.string(), displayName: z.string() })),
  deviceCount: z.int(),
})
export type Extension = z.output<typeof Extension>

/** What a colleague may know of an extension. */
export const ExtensionName = z.object({ id: Id, number: z.string(), displayName: z.string() })

/** A public number (the provider alone), or a further internal number (the administrator too). */
export const LineInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('internal'), number: InternalNumber }),
  z.strictObject({
    kind: z.literal('public'),
    number: z.string('field.required').trim().max(40, 'publicNumber.invalid'),
  }),
])

/** What a device that is not on the list is set up with by hand (M5). The password is opened by a request of its own. */
export const SipData = z.object({
  server: z.string(),
  ports: z.object({ udp: z.int(), tcp: z.int(), tls: z.int() }),
  user: z.string(),
  authName: z.string(),
  displayName: z.string(),
  realm: z.string(),
  renewedAt: Timestamp,
})
export const SipPassword = z.object({ password: z.string() })
export const RenewedSip = z.object({ authName: z.string(), renewedAt: Timestamp, deviceCount: z.int() })
