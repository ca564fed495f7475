import type { DeviceService } from '#services/devices.ts'
import type { NotificationService } from '#services/notifications.ts'
import type { HandlersOf } from './api.ts'

export interface DeviceRouteParts {
  devices: DeviceService
  notifications: NotificationService
}

export function deviceRoutes({ devices, notifications }: DeviceRouteParts): HandlersOf<'devices'> {
  return {
    'devices.list': ({ actor, params }) => devices.list(actor, params.lineId),
    'devices.create': ({ actor, params, body }) => devices.create(actor, params.lineId, body),
    'devices.get': ({ actor, params }) => devices.get(actor, params.deviceId),
    'devices.change': ({ actor, params, body }) => devices.change(actor, params.deviceId, body),
    'devices.delete': async ({ actor, params }) => {
      await devices.remove(actor, params.deviceId)
      return { ok: true }
    },
    'devices.renewKey': ({ actor, params }) => devices.renewKey(actor, params.deviceId),
    'devices.manual': ({ actor, params }) => devices.manual(actor, params.deviceId),
    'devices.revealPasswords': ({ actor, params }) => devices.revealPasswords(actor, params.deviceId),
    'devices.restart': ({ actor, params, body }) => notifications.restart(actor, params.deviceId, body.ruid),
    'devices.resync': ({ actor, params, body }) => notifications.resync(actor, params.deviceId, body.ruid),
    'devices.accesses': ({ actor, params }) => devices.accesses(actor, params.deviceId),
  }
}
