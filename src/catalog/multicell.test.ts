import { describe, expect, test } from 'vitest'
import { readers } from '../../test/support/readers/index.ts'
import { sampleSpec } from '../../test/support/readers/sample.ts'
import { checkSpec } from './check-spec.ts'
import { extraNameOf, findModule, type Model, models, renderAll } from './index.ts'
import type { DeviceSpec } from './spec.ts'

const [first, second, third] = ['001565AABB01', '001565AABB02', '001565AABB03'] as const
const multicell = models.filter(({ handsets }) => (handsets?.cells ?? 1) > 1)

/** Names of an account's user, secret or server with any of these makers. */
const accountNames = /^account\.|^template\.|user_(?:name|pname|pass|host|active) |SipAccount|SipProvider|srv_sip/

function primaryOf(model: Model, macs: readonly string[]): DeviceSpec {
  return { ...sampleSpec(model), mac: macs[0] ?? '', cells: macs.map((mac) => ({ mac })) }
}

/** As the server puts it together: handsets stand in the primary's spec alone. */
function secondaryOf(model: Model, macs: readonly string[]): DeviceSpec {
  return { ...primaryOf(model, macs), mac: macs[1], handsets: [] }
}

test('bases of several makers form multicell systems', () => {
  expect([...new Set(multicell.map(({ vendor }) => vendor))].sort()).toEqual(['gigaset', 'snom', 'yealink'])
})

describe.each(multicell.map((model) => [model.id, model] as const))('%s', (_, model) => {
  const reader = readers[model.vendor]
  if (!reader) return
  const read = (spec: DeviceSpec) => reader.read(renderAll(spec), model)
  const problems = (spec: DeviceSpec) => checkSpec(spec, model, findModule, extraNameOf(model))

  test('has all handsets as the primary', () => {
    const spec = primaryOf(model, [first, second])
    expect(problems(spec)).toEqual([])
    const reading = read(spec)
    for (const { slot, line } of spec.handsets) expect(reading.line(slot)?.password).toBe(line.password)
  })

  test('has no account and no handset as a secondary, and still its own login and address', () => {
    const spec = secondaryOf(model, [first, second])
    expect(problems(spec)).toEqual([])
    const reading = read(spec)
    expect(reading.parameters.filter(([name]) => accountNames.test(name))).toEqual([])
    expect(reading.adminPassword).toBe(spec.adminPassword ?? null)
    expect(reading.provisioningUrl).toContain(spec.accessKey)
    expect(read(primaryOf(model, [first, second])).parameters.some(([name]) => accountNames.test(name))).toBe(true)
  })

  test('is refused handsets as a secondary', () => {
    const spec = { ...primaryOf(model, [first, second]), mac: second }
    expect(problems(spec)).toMatchObject([{ field: 'handsets' }])
  })
})

describe.each(multicell.filter(({ vendor }) => vendor === 'snom').map((model) => [model.id, model] as const))(
  '%s',
  (_, model) => {
    const chainOf = (spec: DeviceSpec) => readers.snom?.read(renderAll(spec), model).multicell?.chain

    test('names the chain of its primary as a secondary, which is not that of another system or the factory', () => {
      const chain = chainOf(primaryOf(model, [first, second]))
      expect(chain).toMatch(/^[1-5]\d{4}$/)
      expect(chainOf(secondaryOf(model, [first, second]))).toBe(chain)
      expect(chainOf({ ...secondaryOf(model, [first, second]), mac: undefined })).toBe(chain)
      expect(chainOf(secondaryOf(model, [third, second]))).not.toBe(chain)
    })

    test('is in no system when it stands alone', () => {
      expect(chainOf(sampleSpec(model))).toBeUndefined()
    })
  },
)

describe.each(multicell.filter(({ vendor }) => vendor === 'yealink').map((model) => [model.id, model] as const))(
  '%s',
  (_, model) => {
    const admitsOf = (spec: DeviceSpec) => readers.yealink?.read(renderAll(spec), model).multicell?.admits

    test('lets in the other bases of its system as the primary, and nobody otherwise', () => {
      expect(admitsOf(primaryOf(model, [first, second]))).toEqual([second])
      expect(admitsOf(secondaryOf(model, [first, second]))).toBeUndefined()
      expect(admitsOf(sampleSpec(model))).toBeUndefined()
    })
  },
)
