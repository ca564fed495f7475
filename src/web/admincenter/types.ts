import type { paths } from '#web/api.gen.ts'

type Reply<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer R } } }
}
  ? R
  : never

/** The nouns of the API as the client reads them, out of the generated description. */
export type CurrentSession = Reply<'/api/session', 'get'>
export type OwnSession = Reply<'/api/sessions', 'get'>[number]
export type Vpbx = Reply<'/api/vpbxs', 'get'>[number]
export type Extension = Reply<'/api/extensions/{extensionId}', 'get'>
export type Line = Extension['lines'][number]
export type LineContext = Reply<'/api/lines/{lineId}', 'get'>
export type Device = Reply<'/api/lines/{lineId}/devices', 'get'>[number]
export type DeviceDetails = Reply<'/api/devices/{deviceId}', 'get'>
export type DeviceKeys = Reply<'/api/devices/{deviceId}/keys', 'get'>
export type ModelChangePreview = Reply<'/api/devices/{deviceId}/model-change', 'get'>
export type LineSlots = Reply<'/api/devices/{deviceId}/lines', 'get'>
export type BaseStation = Reply<'/api/devices/{deviceId}/base-stations', 'get'>[number]
export type BaseContents = Reply<'/api/devices/{deviceId}/handsets', 'get'>
export type NotifyReply = Reply<'/api/devices/{deviceId}/restart', 'post'>
export type ManualInstructions = Reply<'/api/devices/{deviceId}/manual', 'post'>
export type Registration = Reply<'/api/lines/{lineId}/registrations', 'get'>[number]
export type Access = Reply<'/api/devices/{deviceId}/accesses', 'get'>[number]
export type Model = Reply<'/api/models', 'get'>[number]
export type ModelDetails = Reply<'/api/models/{modelId}', 'get'>
export type SettingsLayer = Reply<'/api/settings', 'get'>
export type SettingsLayerInput = paths['/api/settings']['put']['requestBody']['content']['application/json']
export type IpPhone = Reply<'/api/lines/{lineId}/ip-phone', 'get'>
export type IpPhoneApp = IpPhone['apps'][number]
export type IpPhoneType = IpPhone['types'][number]
export type IpPhoneCode = Reply<'/api/devices/{deviceId}/app-code', 'post'>
export type LinkCode = Extract<IpPhoneCode['code'], { delivery: 'link' }>
export type User = Reply<'/api/vpbxs/{vpbxId}/users', 'get'>[number]
export type PhonebookEntry = Reply<'/api/vpbxs/{vpbxId}/phonebook', 'get'>['entries'][number]
export type PhonebookImportResult = Reply<'/api/vpbxs/{vpbxId}/phonebook/import', 'post'>
export type SipData = Reply<'/api/extensions/{extensionId}/sip', 'get'>
export type Provider = Reply<'/api/provider', 'get'>
export type Role = CurrentSession['user']['role']
export type ChargeLimit = Reply<'/api/vpbxs/{vpbxId}/charges', 'get'>
export type ChargeLimitInput = paths['/api/vpbxs/{vpbxId}/charges']['put']['requestBody']['content']['application/json']
export type Call = Reply<'/api/calls/running', 'get'>[number]
export type CallPage = Reply<'/api/calls', 'get'>
export type CallChart = Reply<'/api/calls/chart', 'get'>
export type VpbxRights = Reply<'/api/vpbxs/{vpbxId}/rights', 'get'>
export type AccountRights = Reply<'/api/extensions/{extensionId}/rights', 'get'>
export type LineRights = Reply<'/api/lines/{lineId}/rights', 'get'>
export type Trunk = Reply<'/api/trunks', 'get'>[number]
export type TrunkInput = paths['/api/trunks']['post']['requestBody']['content']['application/json']
export type Tariff = Reply<'/api/tariffs', 'get'>[number]
export type Rate = Reply<'/api/tariffs/{tariffId}/rates', 'get'>['rates'][number]
export type RateImportResult = Reply<'/api/tariffs/{tariffId}/rates', 'post'>
export type MailServer = Reply<'/api/mail-server', 'get'>
export type Team = Reply<'/api/vpbxs/{vpbxId}/teams', 'get'>[number]
