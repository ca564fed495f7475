import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkSpec } from './check-spec.ts'
import { extraNameOf, findModel, findModule, renderFile, vendors } from './index.ts'
import { DeviceSpec, type DeviceSpecInput } from './spec.ts'

const cases = await Promise.all(
  vendors.map(async ({ id }) => {
    const { specs } = (await import(`./vendors/${id}/golden/specs.ts`)) as { specs: Record<string, DeviceSpecInput> }
    return [id, specs] as const
  }),
)

test.each(cases)('%s has a golden file for each spec, and no other', (id, specs) => {
  const files = readdirSync(new URL(`./vendors/${id}/golden`, import.meta.url)).filter((file) => !file.endsWith('.ts'))
  expect(files.sort()).toEqual(Object.keys(specs).sort())
})

describe.each(
  cases.flatMap(([id, specs]) =>
    Object.entries(specs).map(([file, input]) => [`${id}/golden/${file}`, input] as const),
  ),
)('%s', (file, input) => {
  const spec = DeviceSpec.parse(input)

  test('comes from a spec that the model can fulfil and in which no value stands twice', () => {
    const model = findModel(spec.model)
    expect(model && checkSpec(spec, model, findModule, extraNameOf(model))).toEqual([])
    const { language, transport, country, timeZone, settings, cells, ...own } = input
    // The base itself stands among those of its system.
    const others = cells?.filter(({ mac }) => mac !== own.mac)
    const values = [...JSON.stringify({ ...own, others, keys: [], modules: [] }).matchAll(/:("[^"]+"|\d{3,})/g)]
      .map(([text]) => text)
      .filter((text) => !findModel(text.slice(2, -1)))
    expect(new Set(values).size).toBe(values.length)
  })

  test('is what the model renders', async () => {
    await expect(renderFile(spec, null)?.body).toMatchFileSnapshot(`./vendors/${file}`)
  })
})
