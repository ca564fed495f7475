import type { SettingsLayerService, SettingsScope } from '#services/settings-layers.ts'
import type { HandlersOf } from '../shared/api.ts'

/** One service for all layers: the path says which. */
export function settingsRoutes({ settingsLayers }: { settingsLayers: SettingsLayerService }): HandlersOf<'settings'> {
  const { read, write } = settingsLayers
  const ofModel = (model: string, vpbxId: string | null): SettingsScope => ({ kind: 'model', model, vpbxId })
  return {
    'settings.read': ({ actor }) => read(actor, { kind: 'installation' }),
    'settings.write': ({ actor, body }) => write(actor, { kind: 'installation' }, body),
    'settings.readOfVendor': ({ actor, params }) => read(actor, { kind: 'vendor', vendor: params.vendorId }),
    'settings.writeOfVendor': ({ actor, params, body }) =>
      write(actor, { kind: 'vendor', vendor: params.vendorId }, body),
    'settings.readOfModel': ({ actor, params }) => read(actor, ofModel(params.modelId, null)),
    'settings.writeOfModel': ({ actor, params, body }) => write(actor, ofModel(params.modelId, null), body),
    'settings.readOfVpbx': ({ actor, params }) => read(actor, { kind: 'vpbx', vpbxId: params.vpbxId }),
    'settings.writeOfVpbx': ({ actor, params, body }) => write(actor, { kind: 'vpbx', vpbxId: params.vpbxId }, body),
    'settings.readOfVpbxModel': ({ actor, params }) => read(actor, ofModel(params.modelId, params.vpbxId)),
    'settings.writeOfVpbxModel': ({ actor, params, body }) =>
      write(actor, ofModel(params.modelId, params.vpbxId), body),
    'settings.readOfDevice': ({ actor, params }) => read(actor, { kind: 'device', deviceId: params.deviceId }),
    'settings.writeOfDevice': ({ actor, params, body }) =>
      write(actor, { kind: 'device', deviceId: params.deviceId }, body),
  }
}
