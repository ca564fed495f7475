import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { models, phonebookOf } from '#catalog/index.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

/** One model of each maker whose telephones show a phonebook. */
const makers = [...Map.groupBy(models.filter(phonebookOf), ({ vendor }) => vendor).values()].flatMap(
  ([model]) => model ?? [],
)
const names = [
  'Zoé <Zürich> & "Söhne"',
  ...Array.from({ length: 119 }, (_, index) => `Client ${String(index).padStart(3, '0')}`),
]

describe.each(engines)('the phonebook as telephones fetch it, on %s', (engine) => {
  let installation: TestInstallation
  let admin: TestClient
  let lineId: string
  let vpbxId: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    const world = await buildVpbx(installation, 'Alpha')
    await buildVpbx(installation, 'Beta')
    ;[vpbxId, lineId] = [world.vpbx.id, lineOf(world.extensions[0])]
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
    const rows = [
      'name;number',
      ...names.map((name, index) => `"${name.replaceAll('"', '""')}";+4121555${1000 + index}`),
    ]
    const file = Buffer.from(rows.join('\n')).toString('base64')
    const body = { file, mode: 'merge', dryRun: false, skipRefused: false }
    expect(await admin.request('POST', `/api/vpbxs/${vpbxId}/phonebook/import`, body)).toMatchObject({ status: 200 })
  })
  afterAll(() => installation?.close())

  async function keyOf(model: string): Promise<string> {
    const made = await admin.request('POST', `/api/lines/${lineId}/devices`, { model })
    const { link } = (await admin.request('POST', `/api/devices/${(made.body as { id: string }).id}/manual`)).body as {
      link: string
    }
    return /\/([0-9a-f]{48})/.exec(link)?.[1] ?? ''
  }
  const fetch = async (key: string, fileName: string, query = '') => {
    const request = { key, fileName, query, ip: '192.0.2.1', userAgent: '' }
    return (await installation.services.provisioning.fetch(request))?.file.body.toString() ?? null
  }

  test('there are makers with one', () => expect(makers.length).toBeGreaterThan(4))

  test.each(makers.map((model) => [model.id, model] as const))(
    '%s reads every name of its vPBX, and none of another',
    async (id, model) => {
      const key = await keyOf(id)
      const { file = '', pageSize = 0 } = phonebookOf(model) ?? {}
      const pages: string[] = []
      for (let page = 1; page <= Math.ceil((names.length + 2) / pageSize); page++)
        pages.push((await fetch(key, file, `page=${page}`)) ?? '')
      const text = pages
        .map((page) => JSON.stringify(new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(page)))
        .join('')
      const missing = names.slice(1).filter((name) => !text.includes(name))
      expect(missing).toEqual([])
      expect(text).toContain('Zürich')
      expect(text).toContain('+41215551000')
      expect(text).not.toContain('Beta')
      const found = (await fetch(key, file, 'search=client%20007')) ?? ''
      expect(found).toContain('Client 007')
      expect(found).not.toContain('Client 008')
    },
  )

  test('what is no phonebook, or is asked for by a wrong key or a model that has none, is the same nothing', async () => {
    const [key, without] = [await keyOf('yealink-t54w'), await keyOf('linphone-app')]
    expect(await fetch(key, 'phonebook.xml')).not.toBeNull()
    expect(await fetch(without, 'phonebook.xml')).toBeNull()
    expect(await fetch(key, 'phonebook2.xml')).toBeNull()
    expect(await fetch('f'.repeat(48), 'phonebook.xml')).toBeNull()
  })

  test.each([
    'page=0',
    'page=-1',
    'page=1e9',
    'page=999999',
    'search=%ff%fe',
    `search=${'x'.repeat(5000)}`,
    '&&==',
    'page=%00&search=%00',
  ])('a query that no telephone sends is answered with a page (%#)', async (query) => {
    const key = await keyOf('yealink-t54w')
    expect(await fetch(key, 'phonebook.xml', query)).toMatch(/^<\?xml/)
  })

  test('a short number of the phonebook does not become the number of an extension or a line', async () => {
    const entry = { name: 'Short', number: '021 555 99 99', shortNumber: '701' }
    expect((await admin.request('POST', `/api/vpbxs/${vpbxId}/phonebook`, entry)).status).toBe(200)
    const extensions = `/api/vpbxs/${vpbxId}/extensions`
    const refused = { status: 409, body: { fields: { number: 'number.inUse' } } }
    expect(await admin.request('POST', extensions, { number: '701', displayName: 'x' })).toMatchObject(refused)
    const { id } = (await admin.request('POST', extensions, { number: '702', displayName: 'x' })).body as { id: string }
    const line = { kind: 'internal', number: '701' }
    expect(await admin.request('POST', `/api/extensions/${id}/lines`, line)).toMatchObject(refused)
  })
})
