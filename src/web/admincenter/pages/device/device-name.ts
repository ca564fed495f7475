import type { Device } from '../../types.ts'

/** What people call a device: maker and type. */
export function deviceName(device: Device): string {
  return `${device.model.vendorName} ${device.model.name}`
}
