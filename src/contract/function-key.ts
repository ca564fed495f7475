import { z } from 'zod'
import { deviceKinds } from '#domain/device.ts'
import { functionKeyTypes, keyChoices, keyLabelLength } from '#domain/function-key.ts'
import { singleLine } from './common.ts'

const keyLayouts = ['bothSides', 'left', 'right', 'below', 'touch', 'columns'] as const
const valueKinds = ['nothing', 'extension', 'group', 'lineSlot', 'number', 'digits', 'multicastAddress', 'url'] as const
const keyLabels = ['display', 'paper'] as const

const KeyShape = {
  /** Keys over all pages; `perPage` are seen at once. */
  keyCount: z.int(),
  perPage: z.int(),
  layout: z.enum(keyLayouts),
  /** Where a label is seen: on a display, on a strip of paper, or nowhere. */
  labels: z.enum(keyLabels).nullable(),
}

const ModuleType = z.object({ id: z.string(), name: z.string(), ...KeyShape })

/** A key that somebody has set, or set to none; the others are left to the phone. */
const FunctionKey = z.object({
  /** 0: the phone itself; 1…: the expansion modules in their order. */
  module: z.int(),
  slot: z.int(),
  type: z.enum(functionKeyTypes),
  value: z.string(),
  label: z.string(),
  /** Line slot on which it works; null: the first. */
  line: z.int().nullable(),
})

/** The keys of a device and everything that their editor needs. */
export const DeviceKeys = z.object({
  /** To be sent along with a change: tells whether somebody else was quicker. */
  version: z.int(),
  /** The phone's own keys, null where it has none, and those of each module that is plugged in. */
  phone: z.object(KeyShape).nullable(),
  modules: z.array(ModuleType),
  /** Which modules fit, and how many at once; none where `moduleMax` is 0. */
  moduleTypes: z.array(ModuleType),
  moduleMax: z.int(),
  labelLength: z.int(),
  /** What this model offers; `value` says what is chosen or typed, `needed` that it may not be empty. */
  functions: z.array(z.object({ type: z.enum(functionKeyTypes), value: z.enum(valueKinds), needed: z.boolean() })),
  keys: z.array(FunctionKey),
  extensions: z.array(z.object({ number: z.string(), displayName: z.string() })),
  /** A key of type `group` picks up at a team as well as at an extension: `*8` and the number. */
  teams: z.array(z.object({ number: z.string(), name: z.string() })),
  lineSlots: z.array(z.object({ slot: z.int(), number: z.string() })),
})
export type DeviceKeys = z.output<typeof DeviceKeys>

const KeyInput = z.strictObject({
  module: z.int('functionKey.noModule').min(0, 'functionKey.noModule').max(99, 'functionKey.noModule').default(0),
  slot: z.int('functionKey.noSlot').min(1, 'functionKey.noSlot').max(999, 'functionKey.noSlot'),
  /** `phone` leaves the key to the phone again. */
  type: z.enum(keyChoices, 'functionKey.unsupported'),
  value: singleLine(200).default(''),
  label: singleLine(keyLabelLength).default(''),
  line: z
    .int('functionKey.noLine')
    .min(1, 'functionKey.noLine')
    .max(999, 'functionKey.noLine')
    .nullable()
    .default(null),
})

/** All keys of the device: one that was set and is missing here is written empty from now on. */
export const DeviceKeysInput = z.strictObject({
  version: z.int('field.required'),
  modules: z.array(z.string('keyModule.unfit').max(80, 'keyModule.unfit')).max(20, 'keyModule.tooMany').default([]),
  keys: z.array(KeyInput).max(1000, 'field.tooLong').default([]),
})

export const ModelChangeQuery = z.object({
  model: z.string('field.required').min(1, 'field.required').max(80, 'model.unknown'),
})

/** What a device would lose with another model; empty lists: nothing. */
export const ModelChangePreview = z.object({
  model: z.object({ id: z.string(), name: z.string(), vendorName: z.string(), kind: z.enum(deviceKinds) }),
  /** Keys that would go; one that is written empty is no loss. */
  keys: z.array(FunctionKey),
  /** Keys that stay, without their label. */
  labels: z.array(FunctionKey),
  modules: z.array(z.object({ position: z.int(), name: z.string() })),
  lineSlots: z.array(z.object({ slot: z.int(), number: z.string() })),
  /** Set by a person, and not possible there: a password is replaced by a random one, the user name emptied. */
  access: z.array(z.enum(['adminPassword', 'userPassword', 'userName'])),
})
export type ModelChangePreview = z.output<typeof ModelChangePreview>

export const DeviceModelInput = z.strictObject({
  model: z.string('field.required').min(1, 'field.required').max(80, 'model.unknown'),
})
