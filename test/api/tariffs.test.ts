import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#domain/id.ts'
import { buildPayers, buildTariff, hangUp, pass, perMinute, talk } from '../support/charges.ts'
import {
  createTestInstallation,
  engines,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Result {
  saved: boolean
  added: number
  changed: number
  unchanged: number
  removed: number
  refused: number
  refusals: { row: number; prefix: string; field: string | null; code: string }[]
  warnings: { row: number; prefix: string; code: string }[]
  ignoredColumns: string[]
}

const head =
  'prefix;destination;class;valid from;valid until;connection fee;price per minute;first increment;next increment'
const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64')
const file = (...rows: string[]) => [head, ...rows].join('\n')

describe.each(engines)('tariffs on %s', (engine) => {
  let installation: TestInstallation
  let provider: TestClient
  let path: string
  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    provider = await signIn(installation, 'provider', installation.firstPassword)
  })
  beforeEach(async () => {
    const { body } = await provider.request('POST', '/api/tariffs', { name: `T ${newId()}`, currency: 'CHF' })
    path = `/api/tariffs/${(body as { id: string }).id}`
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const load = async (content: string | Buffer, options: object = {}) =>
    (await provider.request('POST', `${path}/rates`, { file: base64(content), mode: 'merge', ...options }))
      .body as Result
  const rates = async (query = '') =>
    (await provider.request('GET', `${path}/rates${query}`)).body as {
      rates: { prefix: string; pricePerMinute: number; class: string; validFrom: number; validUntil: number | null }[]
      total: number
    }
  const csv = async () => ((await provider.request('GET', `${path}/csv`)).body as { csv: string }).csv
  const lookUp = async (number: string) => provider.request('GET', `${path}/rate?number=${encodeURIComponent(number)}`)

  test('a file is read, in any of the languages, with comma, semicolon or tab, with and without its mark', async () => {
    const values = ['41', 'Suisse', 'national', '', '', '0.05', '0.12', '60', '60']
    const heads = [
      'Préfixe;Destination;Classe;Valable dès;Valable jusqu’au;Taxe de connexion;Prix par minute;Premier pas;Pas suivant',
      'Präfix;Ziel;Klasse;Gültig ab;Gültig bis;Verbindungsgebühr;Preis pro Minute;Erster Takt;Folgetakt',
      'Prefisso;Destinazione;Classe;Valido dal;Valido fino al;Tassa di connessione;Prezzo al minuto;Primo scatto;Scatto successivo',
      head,
    ]
    for (const [index, line] of heads.entries()) {
      for (const delimiter of [';', ',', '\t']) {
        const content = `${line.replaceAll(';', delimiter)}\r\n${values.join(delimiter)}\r\n`
        const result = await load(index % 2 ? content : `\ufeff${content}`, { mode: 'replace' })
        expect([result.refusals, result.saved]).toEqual([[], true])
        expect((await rates()).rates).toMatchObject([{ prefix: '41', pricePerMinute: 120_000, class: 'national' }])
      }
    }
    expect(
      (await load(Buffer.from(`${heads[0]}\n41;Suède;mobile;;;0;1;1;1`, 'latin1'), { mode: 'replace' })).saved,
    ).toBe(true)
  })

  test('every fault is told with its row and field, and nothing is saved while there is one', async () => {
    const result = await load(
      file(
        '41;Switzerland;national;;;0;0.10;60;60',
        'abc;Nowhere;national;;;0;0.10;60;60',
        '42;;national;;;0;0.10;60;60',
        '43;Austria;fast;;;0;0.10;60;60',
        '44;UK;international;;;free;0.10;60;60',
        '45;Denmark;international;;;0;-0.10;60;60',
        '46;Sweden;international;;;0;1e3;60;60',
        '47;Norway;international;;;0;0.10;0;60',
        '48;Poland;international;;;0;0.10;60;0',
        '49;Germany;international;31.02.2026;;0;0.10;60;60',
        '33;France;international;2027-01-01;2026-01-01;0;0.10;60;60',
        '41;Switzerland again;national;;;0;0.20;60;60',
        '34;Spain;international;;;0;;ten;60.5',
      ),
    )
    expect(result).toMatchObject({ saved: false, refused: 12 })
    expect(result.refusals.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'prefix', 'rates.prefixInvalid'],
      [4, 'destination', 'field.required'],
      [5, 'class', 'rates.classUnknown'],
      [6, 'connectionFee', 'rates.amountInvalid'],
      [7, 'pricePerMinute', 'rates.amountNegative'],
      [8, 'pricePerMinute', 'rates.amountInvalid'],
      [9, 'firstIncrement', 'rates.incrementInvalid'],
      [10, 'nextIncrement', 'rates.incrementInvalid'],
      [11, 'validFrom', 'rates.dateInvalid'],
      [12, 'validUntil', 'rates.endsBeforeBegin'],
      [13, null, 'rates.rowTwice'],
      [14, 'pricePerMinute', 'rates.amountInvalid'],
      [14, 'firstIncrement', 'rates.incrementInvalid'],
      [14, 'nextIncrement', 'rates.incrementInvalid'],
    ])
    expect((await rates()).total).toBe(0)
  })

  test('two prices at the same time are refused, a gap is a warning, one that follows is neither', async () => {
    await load(file('41;CH;national;2026-01-01;2026-06-01;0;0.10;60;60'))
    const overlap = await load(file('41;CH;national;2026-05-31;;0;0.12;60;60'))
    expect(overlap).toMatchObject({
      saved: false,
      refusals: [{ row: 2, prefix: '41', field: 'validFrom', code: 'rates.overlap' }],
    })
    const gap = await load(file('41;CH;national;2026-06-02;;0;0.12;60;60'), { dryRun: true })
    expect(gap).toMatchObject({ saved: false, refused: 0, added: 1, warnings: [{ row: 2, code: 'gap' }] })
    const follows = await load(
      file('41;CH;national;01.06.2026;;0;0.12;60;60', '41;CH;national;2027-01-01;;0;0.14;60;60'),
    )
    expect(follows).toMatchObject({ saved: true, added: 2, warnings: [] })
    expect((await rates()).rates.map(({ validFrom }) => new Date(validFrom).toISOString())).toEqual([
      '2025-12-31T23:00:00.000Z',
      '2026-05-31T22:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ])
  })

  test('a destination that would become much cheaper is pointed out', async () => {
    await load(file('882;Satellite;satellite;;;0;6.00;60;60'))
    expect(await load(file('882;Satellite;satellite;;;0;0.60;60;60'), { dryRun: true })).toMatchObject({
      changed: 1,
      warnings: [{ row: 2, prefix: '882', code: 'muchCheaper' }],
    })
  })

  test('merging keeps what the file does not name, replacing takes it away, a dry run changes nothing', async () => {
    await load(file('41;CH;national;;;0;0.10;60;60', '33;FR;international;;;0;0.20;60;60'))
    const next = file('41;CH;national;;;0;0.10;60;60', '49;DE;international;;;0;0.20;60;60')
    expect(await load(next, { mode: 'replace', dryRun: true })).toMatchObject({
      saved: false,
      added: 1,
      unchanged: 1,
      removed: 1,
    })
    expect((await rates()).total).toBe(2)
    expect(await load(next)).toMatchObject({ saved: true, added: 1, unchanged: 1, removed: 0 })
    expect(await load(next, { mode: 'replace' })).toMatchObject({ saved: true, added: 0, unchanged: 2, removed: 1 })
    expect((await rates()).rates.map(({ prefix }) => prefix)).toEqual(['41', '49'])
  })

  test('what was exported is read back without a change, and holds no formula', async () => {
    await load(
      file('41;"=cmd|x";national;2026-01-01;2026-06-01 12:30;0.05;0.123456;30;6', '1;US;international;;;0.5;0;1;0'),
    )
    const text = await csv()
    expect(text).toContain("'=cmd|x")
    expect(text).toContain('2026-01-01;2026-06-01T12:30:00;0.05;0.123456;30;6')
    expect(await load(text.replace("'=cmd|x", '=cmd|x'), { mode: 'replace' })).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      removed: 0,
    })
  })

  test('a number is looked up as a call would find it', async () => {
    await load(file('41;CH;national;;;0;0.10;60;60', '4179;Mobile;mobile;;;0;0.30;60;60'))
    for (const number of ['+41 79 555 01 01', '0041795550101', '41795550101'])
      expect((await lookUp(number)).body).toMatchObject({
        number: '+41795550101',
        rate: { prefix: '4179', destination: 'Mobile' },
      })
    expect((await lookUp('+33155555555')).body).toEqual({ number: '+33155555555', rate: null })
    expect(await lookUp('abc')).toMatchObject({ status: 400, body: { fields: { number: 'publicNumber.invalid' } } })
  })

  test('the list is searched by the beginning of a number and by words', async () => {
    await load(file('41;Switzerland fix;national;;;0;0.10;60;60', '4179;Switzerland mobile;mobile;;;0;0.30;60;60'))
    expect((await rates('?q=%2B417')).rates.map(({ prefix }) => prefix)).toEqual(['4179'])
    expect((await rates('?q=MOBILE+switz')).rates.map(({ prefix }) => prefix)).toEqual(['4179'])
    expect(await rates('?limit=1&offset=1')).toMatchObject({ total: 2, rates: [{ prefix: '4179' }] })
  })

  test('what is no table of rates is refused as a whole', async () => {
    const refusal = async (content: string | Buffer) =>
      ((await load(content)) as unknown as { fields: { file: string } }).fields.file
    expect(await refusal('name;number\nx;y')).toBe('rates.headingsMissing')
    expect(await refusal('')).toBe('rates.headingsMissing')
    expect(await refusal(Buffer.from([0, 1, 2, 3]))).toBe('rates.fileUnreadable')
    expect(await refusal(`${head}\n${'x'.repeat(30_000)}`)).toBe('rates.fileUnreadable')
    expect(await refusal(Buffer.alloc(8 * 1024 * 1024 + 1, 'x'))).toBe('rates.fileTooLarge')
  })

  test('a hundred thousand rows are read in a few seconds, and again without a change', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `${100_000 + i};Destination ${i};international;2026-01-01;;0.05;0.${1000 + (i % 9000)};60;60`,
    )
    // Time of the processor: other tests run beside this one.
    const start = process.cpuUsage()
    expect(await load(file(...rows))).toMatchObject({ saved: true, added: 100_000, refused: 0 })
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    console.info(`100,000 rates read and saved on ${engine}: ${seconds.toFixed(1)} s of processor time`)
    expect(seconds).toBeLessThan(15)
    expect(await load(file(...rows), { mode: 'replace' })).toMatchObject({ unchanged: 100_000, changed: 0, removed: 0 })
    expect((await lookUp('+150000123')).body).toMatchObject({ rate: { prefix: '150000' } })
  }, 120_000)

  test('names are unique, the default one and those in use stay', async () => {
    const list = async () =>
      (await provider.request('GET', '/api/tariffs')).body as {
        id: string
        name: string
        isDefault: boolean
        vpbxCount: number
      }[]
    const [first] = (await list()).filter(({ isDefault }) => isDefault)
    expect(await provider.request('POST', '/api/tariffs', { name: first?.name, currency: 'CHF' })).toMatchObject({
      status: 409,
      body: { fields: { name: 'tariff.nameInUse' } },
    })
    expect(await provider.request('DELETE', `/api/tariffs/${first?.id}`)).toMatchObject({
      status: 409,
      body: { error: 'tariff.inUse' },
    })
    const [payer] = await buildPayers(installation, [1])
    const { db } = installation.database
    const id = path.split('/').at(-1) ?? ''
    await db
      .updateTable('vpbx')
      .set({ tariff_id: id })
      .where('id', '=', payer?.vpbxId ?? '')
      .execute()
    expect(await provider.request('DELETE', path)).toMatchObject({ status: 409, body: { error: 'tariff.inUse' } })
    await db
      .updateTable('vpbx')
      .set({ tariff_id: null })
      .where('id', '=', payer?.vpbxId ?? '')
      .execute()
    expect(await provider.request('DELETE', path)).toMatchObject({ status: 200 })
  })

  test('the currency does not change by way of no tariff', async () => {
    await buildTariff(installation, [perMinute])
    const [payer] = await buildPayers(installation, [1])
    if (!payer) throw new Error('nobody pays')
    const { services, provider: actor } = installation
    const id = await talk(installation, payer)
    await pass(installation, 3)
    await hangUp(installation, id)
    const euro = await services.tariffs.create(actor, { name: `€ ${newId()}`, currency: 'EUR' })
    const [standard] = (await services.tariffs.list(actor)).filter(({ isDefault }) => isDefault)
    await services.tariffs.change(actor, standard?.id ?? '', { isDefault: false })
    const inUse = { code: 'tariff.currencyInUse' }
    await expect(services.tariffs.change(actor, euro.id, { isDefault: true })).rejects.toMatchObject(inUse)
    await expect(services.rights.changeOfVpbx(actor, payer.vpbxId, { tariffId: euro.id })).rejects.toMatchObject(inUse)
    const second = await services.tariffs.create(actor, { name: `€ ${newId()}`, currency: 'EUR' })
    expect(second.isDefault).toBe(false)
    await services.tariffs.change(actor, standard?.id ?? '', { isDefault: true })
    await installation.database.db.deleteFrom('call').where('id', '=', id).execute()
    await installation.database.db.deleteFrom('charge_day').execute()
  })

  test('a search for what is no text is refused', async () => {
    const tariffId = await buildTariff(installation, [perMinute])
    expect(await provider.request('GET', `/api/tariffs/${tariffId}/rates?q=a%00b`)).toMatchObject({
      status: 400,
      body: { fields: { q: 'field.controlCharacter' } },
    })
  })

  test('the currency does not change in the middle of a month in which there are charges', async () => {
    const [payer] = await buildPayers(installation, [1])
    const vpbxId = payer?.vpbxId ?? ''
    const { db } = installation.database
    const euro = (await provider.request('POST', '/api/tariffs', { name: `€ ${newId()}`, currency: 'EUR' })).body as {
      id: string
    }
    const makeDefault = () => provider.request('PATCH', `/api/tariffs/${euro.id}`, { isDefault: true })
    await db
      .insertInto('charge_day')
      .values({ scope_key: `vpbx:${vpbxId}`, vpbx_id: vpbxId, day: '2026-01-10', amount: 5 })
      .execute()
    expect(await makeDefault()).toMatchObject({ status: 409, body: { error: 'tariff.currencyInUse' } })
    const { services, provider: actor } = installation
    await expect(services.rights.changeOfVpbx(actor, vpbxId, { tariffId: euro.id })).rejects.toMatchObject({
      code: 'tariff.currencyInUse',
    })
    await db.updateTable('charge_day').set({ day: '2025-12-31' }).where('vpbx_id', '=', vpbxId).execute()
    expect(await makeDefault()).toMatchObject({ status: 200, body: { isDefault: true } })
  })
})
