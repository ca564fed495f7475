import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildVpbx, createTestInstallation, engines, type TestInstallation } from '../support/installation.ts'

interface Typed {
  name: string
  number: string
  mobile?: string
  shortNumber?: string
}

describe.each(engines)('what telephones are given of names and numbers, on %s,', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
    await buildVpbx(installation, 'Beta')
  })
  afterEach(() => installation.services.phonebook.clear(installation.provider, own.vpbx.id))
  afterAll(() => installation?.close())

  const add = (values: Typed) => installation.services.phonebook.create(installation.provider, own.vpbx.id, values)
  const pageOf = (search: string, page = 1, pageSize = 10) =>
    installation.services.phonebook.entriesForPhones(own.vpbx.id, { search, page, pageSize })

  test('is the extensions and the phonebook, by name, of the own vPBX alone', async () => {
    await add({ name: 'Zoé', number: '021 555 01 01', mobile: '079 555 01 01', shortNumber: '7' })
    await add({ name: 'Alpha B', number: '*8' })
    const { entries, total } = await pageOf('')
    expect(total).toBe(4)
    expect(entries.map(({ name, kind }) => [name, kind])).toEqual([
      ['Alpha Atelier', 'extension'],
      ['Alpha B', 'entry'],
      ['Alpha Réception', 'extension'],
      ['Zoé', 'entry'],
    ])
    expect(entries[2]?.numbers).toEqual([{ kind: 'internal', number: '21' }])
    expect(entries[3]).toMatchObject({
      shortNumber: '7',
      numbers: [
        { kind: 'number', number: '+41215550101' },
        { kind: 'mobile', number: '+41795550101' },
      ],
    })
  })

  test('comes in pages without a gap, and empty beyond the end', async () => {
    for (const name of ['Alpha C', 'Alpha', 'Zoé', 'Bea', 'alpha n']) await add({ name, number: '1' })
    const all = (await pageOf('')).entries
    const pages = [await pageOf('', 1, 3), await pageOf('', 2, 3), await pageOf('', 3, 3), await pageOf('', 4, 3)]
    expect(pages.flatMap(({ entries }) => entries)).toEqual(all)
    expect(pages.map(({ entries, total }) => [entries.length, total])).toEqual([
      [3, 7],
      [3, 7],
      [1, 7],
      [0, 7],
    ])
  })

  test('is the same in pages of any size, whoever is called like an extension', async () => {
    const called = ['Alpha Atelier', 'Alpha', 'alpha réception', 'Alpha Reception', 'Zoé', 'Zoé', 'Bea', '"Alpha" B']
    for (const name of called) await add({ name, number: '1' })
    const all = (await pageOf('', 1, 100)).entries
    const places = all.map(({ name, kind }) => `${kind} ${name}`)
    expect(places.indexOf('extension Alpha Atelier')).toBeLessThan(places.indexOf('entry Alpha Atelier'))
    expect(all).toHaveLength(10)
    for (const search of ['', 'alpha', 'zoe']) {
      const whole = (await pageOf(search, 1, 100)).entries
      for (let size = 1; size <= 11; size++) {
        const pages = await Promise.all(Array.from({ length: 11 }, (_, index) => pageOf(search, index + 1, size)))
        expect(pages.flatMap(({ entries }) => entries)).toEqual(whole)
        expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.length]))
      }
    }
    expect(await pageOf('', 1e300, 10)).toEqual({ entries: [], total: 10 })
  })

  test('is searched like the list, and whatever a telephone sends harms nothing', async () => {
    await add({ name: 'Zoé Müller', number: '021 555 01 01' })
    expect((await pageOf('reception')).entries.map(({ name }) => name)).toEqual(['Alpha Réception'])
    expect((await pageOf('muller')).entries.map(({ name }) => name)).toEqual(['Zoé Müller'])
    expect((await pageOf('22')).entries.map(({ name }) => name)).toEqual(['Alpha Atelier'])
    for (const nasty of ['\ud800', '%', "'", 'x'.repeat(100_000)]) expect((await pageOf(nasty)).total).toBe(0)
    expect((await pageOf('\0')).total).toBe(3)
  })
})
