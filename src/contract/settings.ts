import { z } from 'zod'
import { codecs, srtpModes, transportChoices } from '#domain/device-settings.ts'

/** A DNS name or an IP address; empty: this server. */
const Host = z
  .string('field.invalid')
  .trim()
  .max(253, 'field.tooLong')
  .regex(/^[0-9A-Za-z.:_-]*$/, 'field.invalid')

const number = (least: number, most: number) =>
  z.int('field.invalid').min(least, 'field.invalid').max(most, 'field.invalid')

const settings = {
  transport: z.enum(transportChoices, 'field.invalid'),
  srtp: z.enum(srtpModes, 'field.invalid'),
  /** Seconds. */
  expiry: number(60, 3600),
  codecs: z
    .array(z.enum(codecs, 'field.invalid'))
    .min(1, 'field.required')
    .refine((list) => new Set(list).size === list.length, 'field.invalid'),
  ntpServer: Host,
  lldp: z.boolean('field.invalid'),
  vlan: number(0, 4094),
  vlanPriority: number(0, 7),
  nightlySync: z.boolean('field.invalid'),
  webPage: z.boolean('field.invalid'),
}

/** Settings of one layer; what is left out is taken from the wider layers. */
const LayerSettings = z.strictObject(settings).partial()

export const SettingsLayer = z.object({
  settings: LayerSettings,
  /** What holds without this layer. */
  inherited: z.object(settings),
  extraLines: z.string(),
  /** Whether this layer can have extra lines: those of a model or a device can, of makers whose format takes them. */
  extraLinesAllowed: z.boolean(),
  /** How many devices this layer reaches. */
  deviceCount: z.int(),
  version: z.int(),
})
export type SettingsLayer = z.output<typeof SettingsLayer>

export const SettingsLayerInput = z.strictObject({
  settings: LayerSettings,
  /** Absent: unchanged. The provider's alone. */
  extraLines: z.string('field.invalid').max(4000, 'field.tooLong').optional(),
  /** As it was read; another one answers `conflict`. */
  version: z.int('field.required').min(0),
})
