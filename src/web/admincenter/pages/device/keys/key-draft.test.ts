import { describe, expect, test } from 'vitest'
import type { DeviceKeys } from '../../../types.ts'
import {
  bodyOf,
  type Draft,
  draftOf,
  isChanged,
  keyAt,
  onTopOf,
  partsOf,
  withField,
  withModule,
  withoutChange,
  withoutModule,
  withType,
} from './key-draft.ts'

const shape = { keyCount: 20, perPage: 10, layout: 'bothSides', labels: 'display' } as const
const exp = { id: 'exp', name: 'EXP', ...shape }
type Key = DeviceKeys['keys'][number]
const blf = (module: number, slot: number, value: string): Key => ({
  module,
  slot,
  type: 'blf',
  value,
  label: '',
  line: null,
})

function reading(keys: Key[], modules = 0): DeviceKeys {
  return {
    version: 7,
    phone: shape,
    modules: Array(modules).fill(exp),
    moduleTypes: [exp],
    moduleMax: 3,
    labelLength: 64,
    functions: [],
    keys,
    extensions: [],
    lineSlots: [],
    teams: [],
  }
}

/** What would be sent, in short. */
function sent(saved: Draft, draft: Draft): string[] {
  return bodyOf(7, saved, draft).body.keys.map(({ module, slot, type, value }) =>
    `${module}/${slot} ${type} ${value}`.trim(),
  )
}

describe('a draft of function keys', () => {
  const saved = draftOf(reading([blf(0, 1, '21'), blf(0, 2, '22')]))
  const at = (slot: number, module = 0) => ({ module, slot })

  test('of keys that nobody touched nothing is sent, and nothing is changed', () => {
    expect(isChanged(saved, saved)).toBe(false)
    expect(sent(saved, saved)).toEqual(['0/1 blf 21', '0/2 blf 22'])
    expect(keyAt(saved, saved, at(3)).type).toBe('phone')
  })

  test('a number stays when another function dials it too, and goes when none does', () => {
    const dial = withType(saved, saved, at(1), 'directDial', null)
    expect(keyAt(saved, dial, at(1))).toMatchObject({ type: 'directDial', value: '21' })
    expect(keyAt(saved, withType(saved, dial, at(1), 'url', null), at(1)).value).toBe('')
  })

  test('a line key begins with the first line', () => {
    expect(keyAt(saved, withType(saved, saved, at(3), 'line', 1), at(3))).toMatchObject({ type: 'line', line: 1 })
  })

  test('left to the phone is sent where something was saved, and nowhere else', () => {
    const draft = withType(saved, withType(saved, saved, at(1), 'phone', null), at(5), 'phone', null)
    expect(sent(saved, draft)).toEqual(['0/1 phone', '0/2 blf 22'])
  })

  test('an undone key is as it was, and a draft without changes is none', () => {
    const draft = withField(saved, withType(saved, saved, at(3), 'dnd', null), at(1), { label: 'Hall' })
    expect(isChanged(saved, draft)).toBe(true)
    expect(isChanged(saved, withoutChange(saved, withoutChange(saved, draft, at(3)), at(1)))).toBe(false)
  })

  test('the place of what was sent tells which key a refusal is about', () => {
    const draft = withType(saved, withModule(saved, 'exp'), at(4, 1), 'blf', null)
    expect(bodyOf(7, saved, draft).places).toEqual(['0.1', '0.2', '1.4'])
    expect(partsOf(reading([]), draft).map(({ module, name }) => [module, name])).toEqual([
      [0, null],
      [1, 'EXP'],
    ])
  })

  test('with a module its keys go, and those behind it move up; a key that had something there and now has not is emptied', () => {
    const two = draftOf(reading([blf(1, 5, '31'), blf(1, 6, '32'), blf(2, 5, '41')], 2))
    const one = withoutModule(two, 1)
    expect(one.modules).toEqual(['exp'])
    expect(sent(two, one)).toEqual(['1/5 blf 41'])
    expect(keyAt(two, one, at(6, 1)).type).toBe('none')
  })

  test('own changes stand on top of what somebody else saved meanwhile, and theirs stay', () => {
    const mine = withField(saved, saved, at(1), { value: '29' })
    const theirs = draftOf(reading([blf(0, 1, '21'), blf(0, 2, '28'), blf(0, 9, '99')]))
    expect(sent(theirs, onTopOf(theirs, saved, mine))).toEqual(['0/1 blf 29', '0/2 blf 28', '0/9 blf 99'])
  })
})
