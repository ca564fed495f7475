import { z } from 'zod'
import { requiredLine, singleLine } from './common.ts'

export const ProviderInput = z.strictObject({
  name: requiredLine(80),
  /** What the apps are called here; absent: unchanged, as of the two below. */
  appName: requiredLine(40).optional(),
  /** False: nobody can make a code for an app any more; apps that are set up go on. */
  appOffered: z.boolean().optional(),
  /** Whom to ask when they are not offered: a name, a number, an address. */
  appContact: singleLine(200).optional(),
})
export const Provider = z.object({
  name: z.string(),
  appName: z.string(),
  appOffered: z.boolean(),
  appContact: z.string(),
  host: z.string(),
  realm: z.string(),
  switchUp: z.boolean(),
  vpbxCount: z.int(),
  deviceCount: z.int(),
})
