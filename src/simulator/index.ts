export { createDeskPhone, type DeskPhone, type DeskPhoneOptions, type DeskPhoneState } from './desk-phone.ts'
export { describeEvent, type PhoneEvent, type PhoneHappening } from './events.ts'
export { isPhoneModelId, type PhoneModelId, phoneModelIds, phoneModels } from './models.ts'
export type { SipTransport } from './types.ts'
