import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Entry {
  id: string
  name: string
  number: string
  mobile: string | null
  other: string | null
  shortNumber: string | null
}
interface Result {
  saved: boolean
  added: number
  changed: number
  unchanged: number
  removed: number
  refused: number
  refusals: { row: number; name: string; field: string | null; code: string }[]
  ignoredColumns: string[]
}

const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64')
const numberOf = (index: number) => `+4121555${String(index).padStart(4, '0')}`
const thousands = (count: number) =>
  `name;number;short number\n${Array.from({ length: count }, (_, i) => `Zoé Müller ${i};${numberOf(i)};${100_000 + i}`).join('\n')}`

describe.each(engines)('the phonebook on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>
  let theirs: Awaited<ReturnType<typeof buildVpbx>>
  let administrator: TestClient
  let user: TestClient
  let stranger: TestClient
  let path: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
    theirs = await buildVpbx(installation, 'Beta')
    administrator = await signIn(installation, own.administrator.user.login, own.administrator.password)
    user = await signIn(installation, own.user.user.login, own.user.password)
    stranger = await signIn(installation, theirs.administrator.user.login, theirs.administrator.password)
    path = `/api/vpbxs/${own.vpbx.id}/phonebook`
  })
  afterEach(() => installation.services.phonebook.clear(installation.provider, own.vpbx.id))
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const add = async (values: object) => (await administrator.request('POST', path, values)).body as Entry
  const list = async (query = '', client = administrator) =>
    (await client.request('GET', `${path}${query}`)).body as { entries: Entry[]; total: number }
  const names = async (query = '') => (await list(query)).entries.map(({ name }) => name)
  const importFile = async (content: string | Buffer, options: object = {}) => {
    const body = { file: base64(content), mode: 'merge', ...options }
    return (await administrator.request('POST', `${path}/import`, body)).body as Result
  }
  const refusalOf = async (content: string | Buffer) => (await importFile(content)) as unknown as { error: string }
  const exported = async (language = 'fr') =>
    ((await administrator.request('GET', `${path}/export?language=${language}`)).body as { csv: string }).csv
  const auditOf = async () => {
    const rows = await installation.database.db.selectFrom('audit').selectAll().execute()
    return rows.filter(({ action }) => action.startsWith('phonebook.')).map(({ action, subject }) => [action, subject])
  }

  describe('an entry', () => {
    test.each([
      ['021 555 01 01', '+41215550101'],
      ['+41 (0)21 555-01-01', '+41215550101'],
      ['0041215550101', '+41215550101'],
      ['+33 1 40 20 50 50', '+33140205050'],
      ['41215550101', '+41215550101'],
      ['33140205050', '+33140205050'],
      ['21', '21'],
      ['*21#', '*21#'],
      ['#31# 0215550101', '#31#0215550101'],
    ])('has its number %j kept as %s', async (typed, kept) => {
      expect(await add({ name: 'Someone', number: typed })).toMatchObject({ number: kept })
    })

    test('is changed in what is named alone, and emptied where that is asked for', async () => {
      const { id } = await add({ name: 'Anna', number: '21', mobile: '079 555 01 01', other: '*8', shortNumber: '7' })
      const change = { name: 'Anne', mobile: '' }
      const { body } = await administrator.request('PATCH', `/api/phonebook-entries/${id}`, change)
      expect(body).toMatchObject({ name: 'Anne', number: '21', mobile: null, other: '*8', shortNumber: '7' })
      expect((await list()).entries).toEqual([body])
    })

    test('keeps both of two changes that name different things at the same time', async () => {
      for (let round = 0; round < 8; round++) {
        const { id } = await add({ name: 'Anna', number: '21' })
        const change = (values: object) => administrator.request('PATCH', `/api/phonebook-entries/${id}`, values)
        const mine = [
          { mobile: '+41795550101' },
          { other: '*8' },
          { shortNumber: String(70 + round) },
          { name: 'Anne' },
        ]
        const replies = await Promise.all(mine.map(change))
        expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
        const kept = (await list()).entries.find((entry) => entry.id === id)
        expect(kept).toMatchObject({ number: '21', ...Object.assign({}, ...mine) })
      }
    })

    test('goes alone when it is deleted', async () => {
      const [one, two] = [await add({ name: 'One', number: '1' }), await add({ name: 'Two', number: '2' })]
      expect((await administrator.request('DELETE', `/api/phonebook-entries/${one.id}`)).status).toBe(200)
      expect((await list()).entries.map(({ id }) => id)).toEqual([two.id])
    })

    test.each([
      [{ name: ' ', number: '21' }, 'name', 'field.required'],
      [{ name: 'x'.repeat(81), number: '21' }, 'name', 'field.tooLong'],
      [{ name: 'a\nb', number: '21' }, 'name', 'field.controlCharacter'],
      [{ name: 'a', number: '' }, 'number', 'field.required'],
      [{ name: 'a' }, 'number', 'field.required'],
      [{ name: 'a', number: 'call me' }, 'number', 'dialNumber.invalid'],
      [{ name: 'a', number: '+12' }, 'number', 'dialNumber.invalid'],
      [{ name: 'a', number: '21', mobile: '21;rm' }, 'mobile', 'dialNumber.invalid'],
      [{ name: 'a', number: '21', other: '"><x' }, 'other', 'dialNumber.invalid'],
      [{ name: 'a', number: '21', shortNumber: '1234567' }, 'shortNumber', 'shortNumber.invalid'],
      [{ name: 'a', number: '21', shortNumber: '*1' }, 'shortNumber', 'shortNumber.invalid'],
      [{ name: 'a', number: '21', shortNumber: '22' }, 'shortNumber', 'shortNumber.internal'],
      [{ name: 'a', number: '21', group: 'x' }, 'group', 'field.unknown'],
    ])('like %j is refused at %s with %s', async (values, field, code) => {
      const { body } = await administrator.request('POST', path, values)
      expect(body).toMatchObject({ fields: { [field]: code } })
      expect((await list()).total).toBe(0)
    })

    test('does not take a short number that another one has, but another vPBX may have it too', async () => {
      await add({ name: 'One', number: '1', shortNumber: '700' })
      const two = await add({ name: 'Two', number: '2' })
      const refused = { status: 409, body: { fields: { shortNumber: 'shortNumber.inUse' } } }
      expect(await administrator.request('POST', path, { name: 'x', number: '3', shortNumber: '700' })).toMatchObject(
        refused,
      )
      expect(
        await administrator.request('PATCH', `/api/phonebook-entries/${two.id}`, { shortNumber: '700' }),
      ).toMatchObject(refused)
      const other = { name: 'x', number: '3', shortNumber: '700' }
      const reply = await stranger.request('POST', `/api/vpbxs/${theirs.vpbx.id}/phonebook`, other)
      expect(reply.status).toBe(200)
    })
  })

  describe('the list', () => {
    test('is sorted without regard to case and accents, and comes in pages', async () => {
      for (const name of ['Zoé', 'eva', 'Émile', '«Dora»', 'Adam']) await add({ name, number: '1' })
      expect(await names()).toEqual(['Adam', '«Dora»', 'Émile', 'eva', 'Zoé'])
      expect(await list('?offset=1&limit=2')).toMatchObject({
        total: 5,
        entries: [{ name: '«Dora»' }, { name: 'Émile' }],
      })
    })

    test.each([
      ['muller', ['Zoé Müller']],
      ['MÜL zo', ['Zoé Müller']],
      ['strasse', ['Café Straße']],
      ['021 555', ['Zoé Müller']],
      ['+4121', ['Zoé Müller']],
      ['%', ['100% Velo']],
      ['_', []],
      ['\\', []],
      ["' or 1=1 --", []],
      ['*21', ['Café Straße']],
    ])('searched for %j finds %j', async (search, found) => {
      await add({ name: 'Zoé Müller', number: '021 555 01 01' })
      await add({ name: 'Café Straße', number: '*21' })
      await add({ name: '100% Velo', number: '5' })
      expect(await names(`?q=${encodeURIComponent(search)}`)).toEqual(found)
    })

    test.each(['limit=0', 'limit=1000', 'offset=-1', 'limit=x', 'q=1&q=2', 'more=1'])(
      'asked for with %s is refused',
      async (query) => expect((await administrator.request('GET', `${path}?${query}`)).status).toBe(400),
    )

    test('is read by a user of the vPBX, who changes nothing', async () => {
      const { id } = await add({ name: 'One', number: '1' })
      expect((await list('', user)).total).toBe(1)
      const entry = `/api/phonebook-entries/${id}`
      const tries: [string, string, object?][] = [
        ['POST', path, { name: 'x', number: '1' }],
        ['PATCH', entry, { name: 'x' }],
        ['DELETE', entry],
        ['DELETE', path],
        ['POST', `${path}/import`, { file: base64('name,number'), mode: 'replace' }],
        ['GET', `${path}/export`],
      ]
      for (const client of [user, stranger])
        for (const [method, url, body] of tries) expect((await client.request(method, url, body)).status).toBe(404)
      expect((await stranger.request('GET', path)).status).toBe(404)
      const actor = { ...installation.provider, role: 'user', vpbxId: own.vpbx.id } as const
      const { phonebook } = installation.services
      await expect(phonebook.create(actor, own.vpbx.id, { name: 'x', number: '1' })).rejects.toThrow('notFound')
      await expect(phonebook.change(actor, id, { name: 'x' })).rejects.toThrow('notFound')
      expect(await names()).toEqual(['One'])
    })
  })

  describe('an import', () => {
    test.each([
      ['fr', ';', 'Nom;Numéro;Mobile;Autre numéro;Numéro court'],
      ['de', ',', 'Name,Nummer,Mobile,Weitere Nummer,Kurznummer'],
      ['en', '\t', 'Name\tNumber\tMobile\tOther number\tShort number'],
      ['it', ';', 'Nome;Numero;Cellulare;Altro numero;Numero breve'],
      ['field names', ',', 'name,number,mobile,other,short_number'],
    ])('reads headings in %s, separated by %j', async (_, separator, head) => {
      const row = ['Zoé', '021 555 01 01', '079 555 01 01', '*21', '7'].join(separator)
      expect(await importFile(`${head}\r\n\r\n${row}\r\n`)).toMatchObject({ saved: true, added: 1, refused: 0 })
      expect((await list()).entries).toMatchObject([
        { name: 'Zoé', number: '+41215550101', mobile: '+41795550101', other: '*21', shortNumber: '7' },
      ])
    })

    test.each([
      ['UTF-8', Buffer.from('Nom;Numéro\nZoé;21')],
      ['UTF-8 with its mark', Buffer.from('\ufeffNom;Numéro\nZoé;21')],
      ['Windows-1252', Buffer.from('Nom;Numéro\nZoé;21', 'latin1')],
      ['UTF-16 with its mark', Buffer.from('\ufeffNom\tNuméro\nZoé\t21', 'utf16le')],
    ])('reads %s', async (_, bytes) => {
      await importFile(bytes)
      expect((await list()).entries).toMatchObject([{ name: 'Zoé', number: '21' }])
    })

    test('is first shown: a dry run counts and saves nothing', async () => {
      await add({ name: 'Kept', number: '1', mobile: '2' })
      await add({ name: 'Changed', number: '1', shortNumber: '5' })
      const file =
        'name;number;short number;group\nKept;1;;x\nRenamed;1;5;x\nNew;3;;x\n;4;;x\nTwice;9;;\nTwice;9;;\nBad;call;22;'
      const result = await importFile(file, { dryRun: true })
      expect(result).toEqual({
        saved: false,
        added: 2,
        changed: 1,
        unchanged: 1,
        removed: 0,
        refused: 3,
        refusals: [
          { row: 5, name: '', field: 'name', code: 'field.required' },
          { row: 7, name: 'Twice', field: null, code: 'phonebook.rowTwice' },
          { row: 8, name: 'Bad', field: 'number', code: 'dialNumber.invalid' },
          { row: 8, name: 'Bad', field: 'shortNumber', code: 'shortNumber.internal' },
        ].sort((a, b) => a.row - b.row),
        ignoredColumns: ['group'],
      })
      expect(await names()).toEqual(['Changed', 'Kept'])
    })

    test('with a refused row is saved only when that is to be left out', async () => {
      const file = 'name;number\nGood;1\nBad;call'
      expect(await importFile(file)).toMatchObject({ saved: false, added: 1, refused: 1 })
      expect((await list()).total).toBe(0)
      expect(await importFile(file, { skipRefused: true })).toMatchObject({ saved: true, added: 1, refused: 1 })
      expect(await names()).toEqual(['Good'])
    })

    test('that adds keeps the others, and of an entry what the file has no column for', async () => {
      const before = await add({ name: 'Anna', number: '1', mobile: '2', shortNumber: '5' })
      await add({ name: 'Other', number: '9' })
      expect(await importFile('name;number;short number\nAnne;3;5')).toMatchObject({ changed: 1, added: 0 })
      const { entries } = await list()
      expect(entries).toMatchObject([
        { id: before.id, name: 'Anne', number: '3', mobile: '2', shortNumber: '5' },
        { name: 'Other' },
      ])
      expect(await names('?q=anne')).toEqual(['Anne'])
    })

    test('that replaces takes away what the file does not have', async () => {
      const kept = await add({ name: 'Kept', number: '1', mobile: '2' })
      await add({ name: 'Gone', number: '9', shortNumber: '7' })
      const file = 'name;number;short number\nKept;1;\nNew;3;8'
      expect(await importFile(file, { mode: 'replace' })).toMatchObject({ added: 1, changed: 1, removed: 1 })
      expect((await list()).entries).toMatchObject([
        { id: kept.id, mobile: null },
        { name: 'New', shortNumber: '8' },
      ])
    })

    test.each([
      ['without headings', 'Zoé;21', 'phonebook.headingsMissing'],
      ['that is empty', '', 'phonebook.headingsMissing'],
      ['that is no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0]), 'phonebook.fileUnreadable'],
      ['with an open quotation mark', 'name;number\n"Zoé;21', 'phonebook.fileUnreadable'],
      ['of more than 10,000 rows', thousands(10_001), 'phonebook.tooManyRows'],
      ['of more than 2 MB', `name;number\n${'x'.repeat(2 * 1024 * 1024)};1`, 'phonebook.fileTooLarge'],
    ])('of a file %s is refused', async (_, content, code) => {
      expect(await refusalOf(content)).toMatchObject({ error: code })
    })

    test('beyond 10,000 entries is refused, and so is one entry more', async () => {
      expect(await importFile(thousands(10_000))).toMatchObject({ saved: true, added: 10_000 })
      expect(await refusalOf('name;number\nMore;1')).toMatchObject({ error: 'phonebook.full' })
      const { body } = await administrator.request('POST', path, { name: 'More', number: '1' })
      expect(body).toMatchObject({ error: 'phonebook.full' })
      expect((await list()).total).toBe(10_000)
      expect(await importFile(thousands(10_000))).toMatchObject({ saved: true, unchanged: 10_000 })
    }, 60_000)

    test('a body of this size is taken by no other route, and from no stranger', async () => {
      const large = { name: 'x'.repeat(100_000), number: '1' }
      expect((await administrator.request('POST', path, large)).status).toBe(413)
      const reply = await installation.adminCenter.inject({
        method: 'POST',
        url: `${path}/import`,
        payload: `"${'x'.repeat(4 * 1024 * 1024)}"`,
        headers: { 'content-type': 'application/json' },
      })
      expect(reply.statusCode).toBe(401)
    })
  })

  describe('an export', () => {
    test('opens in a spreadsheet: mark of UTF-8, semicolons, headings of the language', async () => {
      await add({ name: 'Zoé; "Bar"', number: '021 555 01 01', mobile: '*21#' })
      expect(await exported()).toBe(
        '\ufeffNom;Numéro;Mobile;Autre numéro;Numéro court\r\n"Zoé; ""Bar""";+41215550101;*21#;;\r\n',
      )
      expect(await exported('de')).toContain('Kurznummer')
    })

    test('holds no cell that a spreadsheet computes, and comes back as it was', async () => {
      const nasty = ['=1+1', '+1 Bar', '-x', '@SUM(A1)', "'=x", "''=x", "'Hello", '＝1', '"=1"', ';', 'a;b', "O'Neil"]
      for (const name of nasty) await add({ name, number: '+41215550101' })
      const before = (await list()).entries
      const csv = await exported()
      const cells = csv
        .slice(1)
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.replace(/^"/, ''))
      expect(cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([])
      expect(await importFile(csv)).toMatchObject({ unchanged: nasty.length, added: 0, changed: 0, refused: 0 })
      await installation.services.phonebook.clear(installation.provider, own.vpbx.id)
      await importFile(csv)
      const valuesOf = (entries: Entry[]) => entries.map(({ id: _, ...entry }) => JSON.stringify(entry)).sort()
      expect(valuesOf((await list()).entries)).toEqual(valuesOf(before))
    })
  })

  test('a page of 10,000 entries comes within 100 ms, for people and for telephones', async () => {
    await importFile(thousands(10_000))
    const { services, provider } = installation
    const asked: [string, () => Promise<unknown>][] = [
      ['list', () => services.phonebook.list(provider, own.vpbx.id, { q: '', offset: 9_900, limit: 100 })],
      ['search', () => services.phonebook.list(provider, own.vpbx.id, { q: 'muller 99', offset: 0, limit: 100 })],
      ['phones', () => services.phonebook.entriesForPhones(own.vpbx.id, { page: 150, pageSize: 50 })],
      [
        'phones search',
        () => services.phonebook.entriesForPhones(own.vpbx.id, { search: '99', page: 1, pageSize: 50 }),
      ],
    ]
    for (const [name, ask] of asked) {
      const times: number[] = []
      for (let run = 0; run < 9; run++) {
        const start = performance.now()
        await ask()
        times.push(performance.now() - start)
      }
      const median = times.sort((a, b) => a - b)[4] ?? Number.POSITIVE_INFINITY
      expect(median, name).toBeLessThan(100)
    }
    const { entries, total } = await services.phonebook.entriesForPhones(own.vpbx.id, { page: 201, pageSize: 50 })
    expect([entries.length, total]).toEqual([2, 10_002])
  }, 60_000)

  test('every change is in the audit, and pages of the own vPBX hear of it', async () => {
    const heard: unknown[] = []
    const stop = installation.services.events.subscribe((hint) => heard.push(hint))
    const before = (await auditOf()).length
    const { id } = await add({ name: 'Anna', number: '1' })
    await administrator.request('PATCH', `/api/phonebook-entries/${id}`, { name: 'Anne' })
    await administrator.request('DELETE', `/api/phonebook-entries/${id}`)
    await importFile('name;number\nBea;1')
    await importFile('name;number\nBea;1', { dryRun: true })
    await administrator.request('DELETE', path)
    stop()
    expect((await auditOf()).slice(before)).toEqual([
      ['phonebook.created', 'Anna · 1'],
      ['phonebook.changed', 'Anne · 1'],
      ['phonebook.deleted', 'Anne · 1'],
      ['phonebook.imported', '+1 ~0 −0'],
      ['phonebook.cleared', '1'],
    ])
    expect(heard).toEqual(Array(5).fill({ type: 'phonebook', vpbxId: own.vpbx.id }))
  })
})
