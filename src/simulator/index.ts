export { createDeskPhone, type DeskPhone, type DeskPhoneOptions } from './desk-phone.ts'
export { describeEvent, type PhoneEvent } from './events.ts'
export { isPhoneModelId, phoneModelIds } from './models.ts'
export type { SipTransport } from './types.ts'
