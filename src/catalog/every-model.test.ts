import { describe, expect, test } from 'vitest'
import { readers } from '../../test/support/readers/index.ts'
import { modelsWithFiles, sampleKeys, sampleSpec } from '../../test/support/readers/sample.ts'
import { checkSpec } from './check-spec.ts'
import { extraNameOf, fetches, findModule, models, renderAll, vendors } from './index.ts'

/** Each model's files, read by a parser that shares no code with the writer, hold all that the device was given, where its maker's devices look for it. */

test(`every one of ${modelsWithFiles.length} models with files of its own is read below`, () => {
  const handsets = models.filter(({ kind }) => kind === 'dectHandset')
  expect(modelsWithFiles.length + handsets.length).toBe(models.length)
  // The wish of the project: at least these.
  expect(models.length).toBeGreaterThanOrEqual(300)
  expect(vendors.length).toBeGreaterThanOrEqual(15)
})

test('every maker has a reader', () => {
  expect(Object.keys(readers).sort()).toEqual(vendors.map(({ id }) => id).sort())
})

describe.each(modelsWithFiles.map((model) => [model.id, model] as const))('%s', (_, model) => {
  const reader = readers[model.vendor]
  if (!reader) return
  const spec = sampleSpec(model)
  const reading = reader.read(renderAll(spec), model)
  const lines = model.handsets
    ? spec.handsets.map(({ slot, line }) => ({ slot, line }))
    : [...(spec.line ? [{ slot: 1, line: spec.line }] : []), ...spec.ports]

  test('can do all that is asked of it here', () => {
    expect(checkSpec(spec, model, findModule, extraNameOf(model))).toEqual([])
  })

  test('finds every line with its secret and the server', () => {
    expect(lines.length).toBe(model.handsets?.max ?? model.lineSlots)
    for (const { slot, line } of lines) {
      const { number, authName, password, displayName } = line
      expect(reading.line(slot)).toMatchObject({ number, authName, password, displayName })
      expect(reading.line(slot)?.server).toMatch(/^pbx\.example\.ch(:5060)?$/)
    }
  })

  test('has no line that nobody gave it', () => {
    const empty = reader.read(renderAll({ ...spec, ports: [], handsets: [] }), model)
    for (const { slot } of lines) if (slot > 1 || model.handsets) expect(empty.line(slot)).toBeNull()
  })

  test('finds every key that was touched, and no other', () => {
    const own = sampleKeys(model)
    const expectKeys = (module: number, keys: typeof own, count: number) => {
      for (const { slot, type, value, label } of keys) {
        const key = reading.key(module, slot)
        expect(key, `${type} on key ${slot} of module ${module}`).not.toBeNull()
        if (type !== 'none' && value !== '') expect(key?.action).toContain(value)
        if (type !== 'none' && key?.label !== null) expect(key?.label).toBe(label)
      }
      for (let slot = keys.length + 1; slot <= count; slot++) expect(reading.key(module, slot)).toBeNull()
    }
    expectKeys(0, own, model.keys?.count ?? 0)
    const module = findModule(spec.modules[0]?.model ?? '')
    if (module) expectKeys(1, sampleKeys(model, {}, module.keys.count), module.keys.count)
  })

  test('writes no two functions in the same words', () => {
    const actions = sampleKeys(model).map(({ slot }) => reading.key(0, slot)?.action)
    // A direct dial and a key for an extension or group may be the same thing to a phone, but not with another number.
    expect(new Set(actions).size).toBe(actions.length)
  })

  test('finds its passwords and its own address', () => {
    expect(reading.adminPassword).toBe(spec.adminPassword ?? null)
    expect(reading.userPassword).toBe(spec.userPassword ?? null)
    // An app that fetches nothing has no address, and must not be told its key.
    if (!fetches(model))
      return expect([reading.provisioningUrl, JSON.stringify(reading).includes(spec.accessKey)]).toEqual(['', false])
    expect(reading.provisioningUrl).toContain(spec.accessKey)
    expect(reading.provisioningUrl).toMatch(/^https:\/\/pbx\.example\.ch:8448\//)
  })

  test('renders the same bytes from the same spec', () => {
    expect(renderAll(spec)).toEqual(renderAll(sampleSpec(model)))
  })
})
