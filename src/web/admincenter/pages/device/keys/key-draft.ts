import { type FunctionKeyValueKind, functionKeyValueKinds, type KeyChoice } from '#domain/function-key.ts'
import type { DeviceKeys } from '../../../types.ts'

/** What the key editor works on, without any screen: the keys as they are saved, and as they are to be. */

/** Where a key is: 0 is the phone itself, from 1 its modules. */
export interface KeyPlace {
  module: number
  slot: number
}

export interface KeyValue {
  type: KeyChoice
  value: string
  label: string
  /** Line slot; null: the first. */
  line: number | null
}

export type KeyMap = ReadonlyMap<string, KeyValue>

/** A key that was saved and is not in here is emptied; one that never was saved is left to the phone. */
export interface Draft {
  modules: readonly string[]
  keys: KeyMap
}

/** Keys that belong together: the phone's own, or those of a module. */
export type KeyPart = NonNullable<DeviceKeys['phone']> & { module: number; name: string | null }

const untouched: KeyValue = { type: 'phone', value: '', label: '', line: null }
const emptied: KeyValue = { ...untouched, type: 'none' }

export function placeName({ module, slot }: KeyPlace): string {
  return `${module}.${slot}`
}

function placeOf(name: string): KeyPlace {
  const [module = 0, slot = 0] = name.split('.').map(Number)
  return { module, slot }
}

export function draftOf({ modules, keys }: DeviceKeys): Draft {
  return {
    modules: modules.map(({ id }) => id),
    keys: new Map(
      keys.map(({ module, slot, type, value, label, line }) => [
        placeName({ module, slot }),
        { type, value, label, line },
      ]),
    ),
  }
}

/** The phone, and the modules that the draft has. */
export function partsOf({ phone, moduleTypes, modules: plugged }: DeviceKeys, { modules }: Draft): KeyPart[] {
  const known = [...moduleTypes, ...plugged]
  return [
    ...(phone ? [{ ...phone, module: 0, name: null }] : []),
    ...modules.flatMap((id, index) => {
      const type = known.find((one) => one.id === id)
      return type ? [{ ...type, module: index + 1 }] : []
    }),
  ]
}

export function keyAt(saved: Draft, draft: Draft, place: KeyPlace): KeyValue {
  const name = placeName(place)
  return draft.keys.get(name) ?? (saved.keys.has(name) ? emptied : untouched)
}

export function isChangedAt(saved: Draft, draft: Draft, place: KeyPlace): boolean {
  return !isEqual(keyAt(saved, saved, place), keyAt(saved, draft, place))
}

function isEqual(a: KeyValue, b: KeyValue): boolean {
  return a.type === b.type && a.value === b.value && a.label === b.label && a.line === b.line
}

export function isChanged(saved: Draft, draft: Draft): boolean {
  if (saved.modules.join() !== draft.modules.join()) return true
  const names = new Set([...saved.keys.keys(), ...draft.keys.keys()])
  return [...names].some((name) => isChangedAt(saved, draft, placeOf(name)))
}

function withKey(draft: Draft, place: KeyPlace, key: KeyValue): Draft {
  return { ...draft, keys: new Map(draft.keys).set(placeName(place), key) }
}

/** Values that may stay when the function changes: what is dialled is dialled by another function too. */
const dialled: readonly FunctionKeyValueKind[] = ['extension', 'group', 'number']

function kindOf(type: KeyChoice): FunctionKeyValueKind {
  return type === 'phone' ? 'nothing' : functionKeyValueKinds[type]
}

/** Another function on a key; `firstLine` is what a line key begins with. */
export function withType(
  saved: Draft,
  draft: Draft,
  place: KeyPlace,
  type: KeyChoice,
  firstLine: number | null,
): Draft {
  if (type === 'phone' || type === 'none') return withKey(draft, place, { ...untouched, type })
  const before = keyAt(saved, draft, place)
  const [from, to] = [kindOf(before.type), kindOf(type)]
  const keeps = from === to || (dialled.includes(from) && dialled.includes(to))
  return withKey(draft, place, {
    type,
    value: keeps ? before.value : '',
    label: before.label,
    line: before.line ?? (type === 'line' ? firstLine : null),
  })
}

export function withField(saved: Draft, draft: Draft, place: KeyPlace, change: Partial<Omit<KeyValue, 'type'>>): Draft {
  return withKey(draft, place, { ...keyAt(saved, draft, place), ...change })
}

export function withoutChange(saved: Draft, draft: Draft, place: KeyPlace): Draft {
  const before = saved.keys.get(placeName(place))
  if (before) return withKey(draft, place, before)
  const keys = new Map(draft.keys)
  keys.delete(placeName(place))
  return { ...draft, keys }
}

export function withModule(draft: Draft, id: string): Draft {
  return { ...draft, modules: [...draft.modules, id] }
}

/** Takes a module out, with its keys; those behind it move up. */
export function withoutModule(draft: Draft, position: number): Draft {
  const moved = [...draft.keys].flatMap(([name, key]): [string, KeyValue][] => {
    const { module, slot } = placeOf(name)
    if (module === position) return []
    // "Left to the phone" was meant for the key that was there.
    if (module > position && key.type === 'phone') return []
    return [[placeName({ module: module > position ? module - 1 : module, slot }), key]]
  })
  return { modules: draft.modules.filter((_, index) => index !== position - 1), keys: new Map(moved) }
}

/** The own changes on top of what somebody else saved meanwhile: of each key that was not touched theirs stays. */
export function onTopOf(theirs: Draft, saved: Draft, draft: Draft): Draft {
  const ownModules = saved.modules.join() !== draft.modules.join()
  const keys = new Map([...theirs.keys].filter(([name]) => !ownModules || placeOf(name).module === 0))
  for (const name of new Set([...saved.keys.keys(), ...draft.keys.keys()])) {
    const place = placeOf(name)
    if (isChangedAt(saved, draft, place) || (ownModules && place.module > 0)) keys.set(name, keyAt(saved, draft, place))
  }
  return { modules: ownModules ? draft.modules : theirs.modules, keys }
}

/** What is sent. The places tell which key a refusal of `keys.<index>` is about. */
export function bodyOf(version: number, saved: Draft, draft: Draft) {
  const entries = [...draft.keys]
    .map(([name, key]) => ({ ...placeOf(name), ...key }))
    // Nothing was ever saved there, so there is nothing to give back to the phone.
    .filter((key) => key.type !== 'phone' || saved.keys.has(placeName(key)))
    .filter((key) => key.module <= draft.modules.length)
    .sort((a, b) => a.module - b.module || a.slot - b.slot)
  return { body: { version, modules: [...draft.modules], keys: entries }, places: entries.map(placeName) }
}

/** Whether two readings hold the same keys on the same model: then a draft on the one stands on the other too. */
export function isSameReading(a: DeviceKeys, b: DeviceKeys): boolean {
  const essence = ({ phone, moduleTypes, functions, modules, keys }: DeviceKeys) =>
    JSON.stringify([phone, moduleTypes, functions, modules, keys])
  return a === b || essence(a) === essence(b)
}
