import type { Database } from '#db/open.ts'
import type { Clock } from '#domain/clock.ts'
import type { Switch } from '#switch/port.ts'
import { createAccessWriter } from './access-writer.ts'
import { createAuditService } from './audit.ts'
import { createBaseStationService } from './base-stations.ts'
import { createCallServices } from './call-services.ts'
import { createCredentialSync } from './credentials.ts'
import { createDeviceList } from './device-list.ts'
import { createDeviceModelService } from './device-model.ts'
import { createDeviceSpecBuilder } from './device-spec.ts'
import { createDeviceService } from './devices.ts'
import { createExtensionService } from './extensions.ts'
import { createFunctionKeyService } from './function-keys.ts'
import { createIpPhoneService } from './ip-phone.ts'
import { createLineSlotService } from './line-slots.ts'
import { createLineService } from './lines.ts'
import { createLiveEvents } from './live-events.ts'
import type { Translate } from './mail.ts'
import type { Mailer } from './mailer.ts'
import { createModelService } from './models.ts'
import { createNetworkChange } from './network-change.ts'
import { createNotificationService } from './notifications.ts'
import { createNetworkSync } from './number-plan.ts'
import { createPhonebookService } from './phonebook.ts'
import { createPhonebookFiles } from './phonebook-files.ts'
import { createProviderService } from './provider.ts'
import { createProvisioningService } from './provisioning.ts'
import { createPublicCallService } from './public-calls.ts'
import { createRegistrationService } from './registrations.ts'
import { createRightsService } from './rights.ts'
import type { Sealer } from './seal.ts'
import { createSessionService } from './sessions.ts'
import type { Settings } from './settings.ts'
import { createSettingsLayerService } from './settings-layers.ts'
import { createSipDataService } from './sip-data.ts'
import { createTeamService } from './teams.ts'
import { createTrunkService } from './trunks.ts'
import { createUserService } from './users.ts'
import { createVpbxService } from './vpbxs.ts'
import { createWebPhoneService } from './web-phones.ts'

export interface ServiceParts {
  database: Database
  clock: Clock
  settings: Settings
  sipSwitch: Switch
  sealer: Sealer
  /** Words for what the server writes by itself. */
  translate: Translate
  /** Instead of the mail server of the installation. */
  mailer?: Mailer
  /** Told of what went wrong behind the scenes; never given a secret. */
  failed(error: unknown): void
}

export type Services = ReturnType<typeof createServices>

/** All services over one database and one switch. */
export function createServices({
  database,
  clock,
  settings,
  sipSwitch,
  sealer,
  translate,
  mailer,
  failed,
}: ServiceParts) {
  const { db } = database
  const events = createLiveEvents()
  const syncCredentials = createCredentialSync({ db, sipSwitch, settings })
  const networkSync = createNetworkSync({ db, sipSwitch, sealer })
  const parts = { db, clock, settings, sipSwitch, syncCredentials, networkSync, sealer, events }
  const buildSpec = createDeviceSpecBuilder({ database, sealer, settings })
  const registrations = createRegistrationService(parts)
  const models = createModelService(parts)
  const deviceList = createDeviceList({ db, registrations })
  const devices = createDeviceService({ ...parts, buildSpec, models, deviceList })
  const accessWriter = createAccessWriter({ database, events, failed })
  const callServices = createCallServices({ ...parts, database, translate, failed })
  return {
    events,
    ...callServices,
    syncCredentials,
    networkSync,
    accessWriter,
    buildSpec,
    registrations,
    models,
    audit: createAuditService(parts),
    baseStations: createBaseStationService({ ...parts, models, registrations }),
    devices,
    deviceModels: createDeviceModelService({ ...parts, models }),
    extensions: createExtensionService(parts),
    functionKeys: createFunctionKeyService(parts),
    ipPhone: createIpPhoneService({
      ...parts,
      buildSpec,
      models,
      devices,
      deviceList,
      mailer: mailer ?? callServices.mail,
      failed,
    }),
    lineSlots: createLineSlotService({ ...parts, registrations }),
    lines: createLineService(parts),
    notifications: createNotificationService(parts),
    phonebook: createPhonebookService(parts),
    provider: createProviderService(parts),
    publicCalls: createPublicCallService({ ...parts, charges: callServices.charges, failed }),
    provisioning: createProvisioningService({
      database,
      clock,
      settings,
      buildSpec,
      phonebookFile: createPhonebookFiles(parts),
      accessWriter,
    }),
    rights: createRightsService({ ...parts, networkChanged: createNetworkChange(parts) }),
    sessions: createSessionService(parts),
    settingsLayers: createSettingsLayerService(parts),
    sipData: createSipDataService(parts),
    teams: createTeamService(parts),
    trunks: createTrunkService(parts),
    users: createUserService(parts),
    vpbxs: createVpbxService(parts),
    webPhones: createWebPhoneService({ ...parts, failed }),
  }
}
