import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import type { Entry, Firmware } from './account.ts'
import { keys as keyMap, none } from './keys.ts'

/** `KEM_Type` of the 8800 telephones, which take modules of more than one kind, all of the same. */
const moduleTypes: Readonly<Record<string, string>> = {
  'CP-BEKEM': 'BEKEM',
  'CP-8800-A-KEM': 'CP-8800-Audio',
  'CP-8800-V-KEM': 'CP-8800-Video',
}

/** Keys come first: the phone gives a line to a key only when it does not know better yet. */
export function functionKeys(context: RenderContext, firmware: Firmware): Entry[] {
  const { spec, keys } = context
  return [...keys.flatMap((key) => lineKey(key, spec)), ...moduleKeys(context, firmware)]
}

function lineKey(key: KeySpec, spec: RenderContext['spec']): Entry[] {
  const written = writeKey(keyMap, none, key, spec)
  return [
    [`Extension_${key.slot}_`, written.line === null ? 'Disabled' : String(written.line)],
    [`Short_Name_${key.slot}_`, written.label],
    [`Share_Call_Appearance_${key.slot}_`, 'private'],
    [`Extended_Function_${key.slot}_`, written.function],
  ]
}

/** The old telephones name a key `Unit_u_Key_k`, the new ones `Unit_u_Key_k_`. */
function moduleKeys({ spec, model, modules }: RenderContext, firmware: Firmware): Entry[] {
  if (!model.modules) return []
  const end = firmware === 'mpp' ? '_' : ''
  const type = moduleTypes[modules[0]?.facts.name ?? '']
  const units: Entry[] =
    firmware === 'mpp'
      ? [['Number_of_Units', String(modules.length)], ...(type ? [['KEM_Type', type] as const] : [])]
      : [1, 2].map((unit): Entry => [`Unit_${unit}_Enable`, modules.length >= unit ? 'Yes' : 'No'])
  return [
    ...units,
    ...(modules.length > 0 && firmware === 'spa' ? [['PoE_Power_Required', 'Maximum'] as const] : []),
    ...modules.flatMap((module, index) =>
      module.keys.map((key): Entry => {
        const written = writeKey(keyMap, none, key, spec)
        // A module has no lines of its own: a line key there is a key without function.
        return [`Unit_${index + 1}_Key_${key.slot}${end}`, written.function]
      }),
    ),
  ]
}
