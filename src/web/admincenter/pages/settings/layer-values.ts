import type { Codec, DeviceSettings } from '#domain/device-settings.ts'
import type { SettingsLayer, SettingsLayerInput } from '../../types.ts'

/** The form: texts as they stand in the fields; empty stands for "as in the wider layer". */
export type LayerValues = Record<Exclude<keyof DeviceSettings, 'codecs'>, string> & {
  codecs: Codec[]
  extraLines: string
}

const numbers = ['expiry', 'vlan', 'vlanPriority'] as const
const truths = ['lldp', 'nightlySync', 'webPage'] as const

export function valuesOf({ settings, extraLines }: SettingsLayer): LayerValues {
  const text = (value: string | number | boolean | undefined) => (value === undefined ? '' : String(value))
  return {
    transport: text(settings.transport),
    srtp: text(settings.srtp),
    expiry: text(settings.expiry),
    ntpServer: text(settings.ntpServer),
    vlan: text(settings.vlan),
    vlanPriority: text(settings.vlanPriority),
    lldp: text(settings.lldp),
    nightlySync: text(settings.nightlySync),
    webPage: text(settings.webPage),
    codecs: settings.codecs ?? [],
    extraLines,
  }
}

/** What is not a number goes to the server as it is, which says what is wrong with it at the field. */
export function inputOf(values: LayerValues, { version, extraLines }: SettingsLayer): SettingsLayerInput {
  const { codecs, extraLines: lines, ...texts } = values
  const settings: Record<string, unknown> = Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text.trim() !== ''),
  )
  for (const name of numbers) if (/^\d+$/.test(texts[name].trim())) settings[name] = Number(texts[name])
  for (const name of truths) if (texts[name] !== '') settings[name] = texts[name] === 'true'
  if (codecs.length > 0) settings.codecs = codecs
  // The schema of the API is the judge of what a person typed.
  const typed = settings as SettingsLayerInput['settings']
  return { settings: typed, version, ...(lines !== extraLines && { extraLines: lines }) }
}
