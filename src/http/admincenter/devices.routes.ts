import type { BaseStationService } from '#services/base-stations.ts'
import type { DeviceModelService } from '#services/device-model.ts'
import type { DeviceService } from '#services/devices.ts'
import type { FunctionKeyService } from '#services/function-keys.ts'
import type { LineSlotService } from '#services/line-slots.ts'
import type { NotificationService } from '#services/notifications.ts'
import type { HandlersOf } from '../shared/api.ts'

export interface DeviceRouteParts {
  baseStations: BaseStationService
  devices: DeviceService
  deviceModels: DeviceModelService
  functionKeys: FunctionKeyService
  lineSlots: LineSlotService
  notifications: NotificationService
}

export function deviceRoutes({
  baseStations,
  devices,
  deviceModels,
  functionKeys,
  lineSlots,
  notifications,
}: DeviceRouteParts): HandlersOf<'devices'> {
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
    'devices.lines': ({ actor, params }) => lineSlots.get(actor, params.deviceId),
    'devices.setLines': ({ actor, params, body }) => lineSlots.replace(actor, params.deviceId, body),
    'devices.baseStations': ({ actor, params }) => baseStations.choices(actor, params.deviceId),
    'devices.baseStationsForNew': ({ actor, params, query }) =>
      baseStations.choicesForNew(actor, params.lineId, query.model),
    'devices.handsets': ({ actor, params }) => baseStations.contents(actor, params.deviceId),
    'devices.revealPin': ({ actor, params }) => baseStations.revealPin(actor, params.deviceId),
    'devices.keys': ({ actor, params }) => functionKeys.get(actor, params.deviceId),
    'devices.setKeys': ({ actor, params, body }) => functionKeys.replace(actor, params.deviceId, body),
    'devices.modelChange': ({ actor, params, query }) => deviceModels.preview(actor, params.deviceId, query.model),
    'devices.changeModel': ({ actor, params, body }) => deviceModels.change(actor, params.deviceId, body.model),
    'devices.accesses': ({ actor, params }) => devices.accesses(actor, params.deviceId),
  }
}
