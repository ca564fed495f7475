import { SettingsLayer, SettingsLayerInput } from '../settings.ts'
import { DeviceParams, ModelParams, VendorParams, VpbxModelParams, VpbxParams } from './params.ts'
import { route } from './route.ts'

/** Settings of telephones, in layers. */
export const settingsRoutes = {
  'settings.read': route('GET', '/api/settings', 'provider', 'Settings of telephones for the installation', {
    reply: SettingsLayer,
  }),
  'settings.write': route(
    'PUT',
    '/api/settings',
    'provider',
    'Change the settings of telephones for the installation',
    { body: SettingsLayerInput, reply: SettingsLayer },
  ),
  'settings.readOfModel': route(
    'GET',
    '/api/models/:modelId/settings',
    'provider',
    'Settings of telephones for a model',
    { params: ModelParams, reply: SettingsLayer },
  ),
  'settings.writeOfModel': route(
    'PUT',
    '/api/models/:modelId/settings',
    'provider',
    'Change the settings of telephones for a model',
    { params: ModelParams, body: SettingsLayerInput, reply: SettingsLayer },
  ),
  'settings.readOfVendor': route(
    'GET',
    '/api/vendors/:vendorId/settings',
    'provider',
    'Settings of telephones for a maker',
    { params: VendorParams, reply: SettingsLayer },
  ),
  'settings.writeOfVendor': route(
    'PUT',
    '/api/vendors/:vendorId/settings',
    'provider',
    'Change the settings of telephones for a maker',
    { params: VendorParams, body: SettingsLayerInput, reply: SettingsLayer },
  ),
  'settings.readOfVpbx': route(
    'GET',
    '/api/vpbxs/:vpbxId/settings',
    'administrator',
    'Settings of telephones for a vPBX',
    { params: VpbxParams, reply: SettingsLayer },
  ),
  'settings.writeOfVpbx': route(
    'PUT',
    '/api/vpbxs/:vpbxId/settings',
    'administrator',
    'Change the settings of telephones for a vPBX',
    { params: VpbxParams, body: SettingsLayerInput, reply: SettingsLayer },
  ),
  'settings.readOfVpbxModel': route(
    'GET',
    '/api/vpbxs/:vpbxId/models/:modelId/settings',
    'administrator',
    'Settings of telephones for a model in a vPBX',
    { params: VpbxModelParams, reply: SettingsLayer },
  ),
  'settings.writeOfVpbxModel': route(
    'PUT',
    '/api/vpbxs/:vpbxId/models/:modelId/settings',
    'administrator',
    'Change the settings of telephones for a model in a vPBX',
    { params: VpbxModelParams, body: SettingsLayerInput, reply: SettingsLayer },
  ),
  'settings.readOfDevice': route(
    'GET',
    '/api/devices/:deviceId/settings',
    'administrator',
    'Settings of telephones for one device',
    { params: DeviceParams, reply: SettingsLayer },
  ),
  'settings.writeOfDevice': route(
    'PUT',
    '/api/devices/:deviceId/settings',
    'administrator',
    'Change the settings of telephones for one device',
    { params: DeviceParams, body: SettingsLayerInput, reply: SettingsLayer },
  ),
} as const
