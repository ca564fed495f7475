import type { MacProvisioning } from '#domain/device.ts'
import type { DeviceDetails } from '../../types.ts'

/** The form of the tab Appareil. */
export interface DeviceValues {
  note: string
  userName: string
  mac: string
  macProvisioning: MacProvisioning
  /** Empty: unchanged, unless the random one is asked for. */
  adminPassword: string
  adminPasswordRandom: boolean
  userPassword: string
  userPasswordRandom: boolean
  /** Of a handset and of a base of a multicell system; empty: none. */
  baseStationId: string
  /** Empty: the first that is free. */
  baseSlot: string
  ipui: string
  rfpi: string
}

export type PasswordField = 'adminPassword' | 'userPassword'

export function valuesOf({ device, userName, handset, baseStation }: DeviceDetails): DeviceValues {
  return {
    note: device.note,
    userName: userName?.value ?? '',
    mac: device.mac ?? '',
    macProvisioning: device.macProvisioning,
    adminPassword: '',
    adminPasswordRandom: false,
    userPassword: '',
    userPasswordRandom: false,
    baseStationId: device.base?.id ?? '',
    baseSlot: String(device.base?.slot ?? ''),
    ipui: handset?.ipui ?? '',
    rfpi: baseStation?.rfpi?.value ?? '',
  }
}

/** What to send: only fields that the type has and that are other than before. */
export function changeOf(details: DeviceDetails, values: DeviceValues) {
  const before = valuesOf(details)
  const redirect = details.redirectService !== null && details.redirectAvailable
  return {
    ...(values.note !== before.note && { note: values.note }),
    ...(details.userName && values.userName !== before.userName && { userName: values.userName }),
    ...(values.mac !== before.mac && { mac: values.mac }),
    ...(redirect && values.macProvisioning !== before.macProvisioning && { macProvisioning: values.macProvisioning }),
    ...(details.adminPassword && passwordChange('adminPassword', values)),
    ...(details.userPassword && passwordChange('userPassword', values)),
    ...bindingChange(before, values),
  }
}

function bindingChange(before: DeviceValues, values: DeviceValues) {
  const isOther = (field: 'baseStationId' | 'baseSlot' | 'ipui' | 'rfpi'): boolean => values[field] !== before[field]
  return {
    ...(isOther('baseStationId') && { baseStationId: values.baseStationId || null }),
    ...((isOther('baseSlot') || isOther('baseStationId')) &&
      values.baseStationId !== '' &&
      values.baseSlot !== '' && { baseSlot: Number(values.baseSlot) }),
    ...(isOther('ipui') && { ipui: values.ipui }),
    ...(isOther('rfpi') && { rfpi: values.rfpi }),
  }
}

function passwordChange(field: PasswordField, values: DeviceValues): Partial<Record<PasswordField, string>> {
  if (values[`${field}Random`]) return { [field]: '' }
  const typed = values[field].trim()
  return typed === '' ? {} : { [field]: typed }
}
