import type { Database } from '#db/open.ts'
import type { Clock } from '#domain/clock.ts'
import type { Switch } from '#switch/port.ts'
import { createAccessWriter } from './access-writer.ts'
import { createAuditService } from './audit.ts'
import { createBaseStationService } from './base-stations.ts'
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
import { createModelService } from './models.ts'
import { createNotificationService } from './notifications.ts'
import { createPhonebookService } from './phonebook.ts'
import { createPhonebookFiles } from './phonebook-files.ts'
import { createProviderService } from './provider.ts'
import { createProvisioningService } from './provisioning.ts'
import { createRegistrationService } from './registrations.ts'
import type { Sealer } from './seal.ts'
import type { SendMail } from './send-mail.ts'
import { createSessionService } from './sessions.ts'
import type { Settings } from './settings.ts'
import { createSettingsLayerService } from './settings-layers.ts'
import { createSipDataService } from './sip-data.ts'
import { createUserService } from './users.ts'
import { createVpbxService } from './vpbxs.ts'

export interface ServiceParts {
  database: Database
  clock: Clock
  settings: Settings
  sipSwitch: Switch
  sealer: Sealer
  /** Null while the installation sends no mail. */
  sendMail?: SendMail | null
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
  sendMail = null,
  failed,
}: ServiceParts) {
  const { db } = database
  const events = createLiveEvents()
  const syncCredentials = createCredentialSync({ db, sipSwitch })
  const parts = { db, clock, settings, sipSwitch, syncCredentials, sealer, events }
  const buildSpec = createDeviceSpecBuilder({ database, sealer, settings })
  const registrations = createRegistrationService(parts)
  const models = createModelService(parts)
  const deviceList = createDeviceList({ db, registrations })
  const devices = createDeviceService({ ...parts, buildSpec, models, deviceList })
  const accessWriter = createAccessWriter({ database, events, failed })
  return {
    events,
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
    ipPhone: createIpPhoneService({ ...parts, buildSpec, models, devices, deviceList, sendMail, failed }),
    lineSlots: createLineSlotService({ ...parts, registrations }),
    lines: createLineService(parts),
    notifications: createNotificationService(parts),
    phonebook: createPhonebookService(parts),
    provider: createProviderService(parts),
    provisioning: createProvisioningService({
      database,
      clock,
      settings,
      buildSpec,
      phonebookFile: createPhonebookFiles(parts),
      accessWriter,
    }),
    sessions: createSessionService(parts),
    settingsLayers: createSettingsLayerService(parts),
    sipData: createSipDataService(parts),
    users: createUserService(parts),
    vpbxs: createVpbxService(parts),
  }
}
