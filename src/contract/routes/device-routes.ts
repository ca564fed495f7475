import { z } from 'zod'
import { BaseContents, BaseStation, BaseStationQuery, PairingPin } from '../base-station.ts'
import { Ok } from '../common.ts'
import {
  Access,
  Device,
  DeviceChange,
  DeviceDetails,
  DeviceInput,
  DevicePasswords,
  ManualInstructions,
  NotifyInput,
  NotifyReply,
} from '../device.ts'
import { DeviceKeys, DeviceKeysInput, DeviceModelInput, ModelChangePreview, ModelChangeQuery } from '../function-key.ts'
import { IpPhone, IpPhoneCode, IpPhoneInput, IpPhoneMail } from '../ip-phone.ts'
import { LineSlots, LineSlotsInput } from '../line-slots.ts'
import { DeviceParams, LineParams } from './params.ts'
import { route } from './route.ts'

/** Devices, and apps by QR code. */
export const deviceRoutes = {
  'devices.list': route('GET', '/api/lines/:lineId/devices', 'user', 'Devices of a line', {
    params: LineParams,
    reply: z.array(Device),
  }),
  'devices.create': route('POST', '/api/lines/:lineId/devices', 'user', 'New device with its access key', {
    params: LineParams,
    body: DeviceInput,
    reply: Device,
  }),
  'devices.get': route('GET', '/api/devices/:deviceId', 'user', 'One device, for the dialog Détails…', {
    params: DeviceParams,
    reply: DeviceDetails,
  }),
  'devices.change': route('PATCH', '/api/devices/:deviceId', 'user', 'Change a device', {
    params: DeviceParams,
    body: DeviceChange,
    reply: DeviceDetails,
  }),
  'devices.delete': route(
    'DELETE',
    '/api/devices/:deviceId',
    'user',
    'Delete a device: its key, credentials and registrations',
    { params: DeviceParams, reply: Ok },
  ),
  'devices.renewKey': route(
    'POST',
    '/api/devices/:deviceId/access-key',
    'user',
    'New access key; the old one is dead at once',
    { params: DeviceParams, reply: Device },
  ),
  'devices.manual': route(
    'POST',
    '/api/devices/:deviceId/manual',
    'user',
    'Instructions with the link; written to the audit',
    { params: DeviceParams, reply: ManualInstructions },
  ),
  'devices.revealPasswords': route(
    'POST',
    '/api/devices/:deviceId/passwords',
    'user',
    'The passwords that a person set; written to the audit',
    { params: DeviceParams, reply: DevicePasswords },
  ),
  'devices.restart': route('POST', '/api/devices/:deviceId/restart', 'user', 'Restart through the switch', {
    params: DeviceParams,
    body: NotifyInput,
    reply: NotifyReply,
  }),
  'devices.resync': route('POST', '/api/devices/:deviceId/resync', 'user', 'Make the device fetch its configuration', {
    params: DeviceParams,
    body: NotifyInput,
    reply: NotifyReply,
  }),
  'devices.accesses': route('GET', '/api/devices/:deviceId/accesses', 'user', 'The last 200 fetches', {
    params: DeviceParams,
    reply: z.array(Access),
  }),
  'devices.lines': route(
    'GET',
    '/api/devices/:deviceId/lines',
    'user',
    'Accounts of a telephone or ports of a gateway',
    { params: DeviceParams, reply: LineSlots },
  ),
  'devices.setLines': route(
    'PUT',
    '/api/devices/:deviceId/lines',
    'user',
    'Fill all accounts or ports; one that is missing is emptied',
    { params: DeviceParams, body: LineSlotsInput, reply: LineSlots },
  ),
  'devices.baseStations': route(
    'GET',
    '/api/devices/:deviceId/base-stations',
    'user',
    'DECT bases that take this handset; primaries for this base of a multicell system',
    { params: DeviceParams, reply: z.array(BaseStation) },
  ),
  'devices.baseStationsForNew': route(
    'GET',
    '/api/lines/:lineId/base-stations',
    'user',
    'DECT bases that take a new handset of a model',
    { params: LineParams, query: BaseStationQuery, reply: z.array(BaseStation) },
  ),
  'devices.handsets': route('GET', '/api/devices/:deviceId/handsets', 'user', 'What is bound to a DECT base', {
    params: DeviceParams,
    reply: BaseContents,
  }),
  'devices.revealPin': route(
    'POST',
    '/api/devices/:deviceId/pairing-pin',
    'user',
    'The PIN for pairing handsets; written to the audit',
    { params: DeviceParams, reply: PairingPin },
  ),
  'devices.keys': route(
    'GET',
    '/api/devices/:deviceId/keys',
    'user',
    'Function keys and expansion modules, with what the model offers',
    { params: DeviceParams, reply: DeviceKeys },
  ),
  'devices.setKeys': route(
    'PUT',
    '/api/devices/:deviceId/keys',
    'user',
    'Replace all function keys and expansion modules; a key that is missing is emptied',
    { params: DeviceParams, body: DeviceKeysInput, reply: DeviceKeys },
  ),
  'devices.modelChange': route(
    'GET',
    '/api/devices/:deviceId/model-change',
    'user',
    'What the device would lose with another model',
    { params: DeviceParams, query: ModelChangeQuery, reply: ModelChangePreview },
  ),
  'devices.changeModel': route(
    'POST',
    '/api/devices/:deviceId/model',
    'user',
    'Another model for the device; tells what was lost',
    { params: DeviceParams, body: DeviceModelInput, reply: ModelChangePreview },
  ),
  'ipPhone.get': route(
    'GET',
    '/api/lines/:lineId/ip-phone',
    'user',
    'The apps of a line, and the types that are offered',
    { params: LineParams, reply: IpPhone },
  ),
  'ipPhone.create': route('POST', '/api/lines/:lineId/ip-phone', 'user', 'New app on a line, with its first code', {
    params: LineParams,
    body: IpPhoneInput,
    reply: IpPhoneCode,
  }),
  'ipPhone.renew': route(
    'POST',
    '/api/devices/:deviceId/app-code',
    'user',
    'New code of an app; the old one, the key behind it and the SIP secret are dead at once',
    { params: DeviceParams, reply: IpPhoneCode },
  ),
  'ipPhone.mail': route(
    'POST',
    '/api/devices/:deviceId/app-code/mail',
    'user',
    'Send the code that is on the page to a user',
    { params: DeviceParams, body: IpPhoneMail, reply: Ok },
  ),
} as const
