import { z } from 'zod'
import { requiredLine } from './common.ts'

export const ProviderInput = z.strictObject({ name: requiredLine(80) })
export const Provider = z.object({
  name: z.string(),
  host: z.string(),
  realm: z.string(),
  switchUp: z.boolean(),
  vpbxCount: z.int(),
  deviceCount: z.int(),
})
