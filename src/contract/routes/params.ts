import { z } from 'zod'
import { Id } from '../common.ts'

/** What stands in a path. */
export const VpbxParams = z.object({ vpbxId: Id })
export const ExtensionParams = z.object({ extensionId: Id })
export const LineParams = z.object({ lineId: Id })
export const DeviceParams = z.object({ deviceId: Id })
const ModelId = z.string().max(80, 'model.unknown')
export const ModelParams = z.object({ modelId: ModelId })
export const VendorParams = z.object({ vendorId: z.string().max(40, 'notFound') })
export const VpbxModelParams = z.object({ vpbxId: Id, modelId: ModelId })
export const PhonebookEntryParams = z.object({ entryId: Id })
export const UserParams = z.object({ userId: Id })
export const TrunkParams = z.object({ trunkId: Id })
export const TariffParams = z.object({ tariffId: Id })
export const TeamParams = z.object({ teamId: Id })
