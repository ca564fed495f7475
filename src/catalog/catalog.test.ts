import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { functionKeyTypes } from '#domain/function-key.ts'
import { languages } from '#domain/language.ts'
import {
  basesFor,
  fetches,
  findModel,
  findModule,
  macInFileName,
  manualSteps,
  models,
  modules,
  provisioningUrl,
  renderFile,
  vendorOfMac,
  vendors,
} from './index.ts'
import { manualVerbs } from './manual-verbs.ts'
import { DeviceSpec } from './spec.ts'

const accessKey = '0123456789abcdef'.repeat(3)
const line = { number: '21', displayName: 'Réception', authName: 'd7x2', password: 'Kq81' }
const specOf = (model: string, more: object = {}) =>
  DeviceSpec.parse({ model, host: 'pbx.example.ch', accessKey, line, ...more })

test('the catalog holds every model of its makers', () => {
  const counts = vendors.map(({ id, models: own }) => [id, own.length])
  expect(counts).toEqual([
    ['yealink', 101],
    ['snom', 50],
    ['linphone', 1],
    ['poly', 63],
    ['gigaset', 22],
    ['cisco', 36],
    ['grandstream', 66],
    ['panasonic', 22],
    ['fanvil', 56],
    ['htek', 24],
    ['alcatel', 10],
    ['mitel', 24],
    ['audiocodes', 12],
    ['akuvox', 6],
    ['sangoma', 11],
    ['digium', 13],
    ['patton', 8],
    ['acrobits', 1],
    ['zoiper', 1],
    ['microsip', 1],
    ['sip', 1],
  ])
})

test('a maker whose folder exists is registered, under the name of the folder', () => {
  const folders = readdirSync(new URL('./vendors', import.meta.url))
  expect(vendors.map(({ id }) => id).sort()).toEqual(folders.sort())
})

test('no two models, and no two modules, have the same id', () => {
  expect(new Set(models.map(({ id }) => id)).size).toBe(models.length)
  expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length)
})

test('every range of MAC addresses has 6 upper-case digits and one owner', () => {
  const ouis = vendors.flatMap((vendor) => vendor.ouis)
  expect(ouis.filter((oui) => !/^[0-9A-F]{6}$/.test(oui))).toEqual([])
  expect(new Set(ouis).size).toBe(ouis.length)
  expect([vendorOfMac('00041345C9BF'), vendorOfMac('001565ABCDEF'), vendorOfMac('FFFFFF000000')]).toEqual([
    'snom',
    'yealink',
    null,
  ])
})

test('every module fits some model, and has keys', () => {
  const used = new Set(models.flatMap((model) => model.modules?.models ?? []))
  expect(modules.map(({ id }) => id).sort()).toEqual([...used].sort())
  expect(modules.filter(({ keys }) => keys.count < keys.perPage || keys.perPage < 1)).toEqual([])
})

describe.each(models.map((model) => [model.id, model] as const))('%s', (id, model) => {
  test('is found by its id, which is lower case and begins with the maker', () => {
    expect(findModel(id)).toBe(model)
    expect(id).toMatch(new RegExp(`^${model.vendor}-[a-z0-9-]+$`))
  })

  test('has facts that fit together', () => {
    expect(model.lineSlots === 0).toBe(model.kind === 'dectBase')
    expect(model.handsets === null).toBe(model.kind !== 'dectBase')
    expect(model.fax === null).toBe(model.kind !== 'gateway')
    expect(model.app === undefined).toBe(model.kind !== 'app')
    if (model.kind === 'dectHandset') expect([model.lineSlots, basesFor(model).length > 0]).toEqual([1, true])
    for (const handset of model.handsets?.models ?? []) expect(findModel(handset)?.kind).toBe('dectHandset')
    expect(model.sources.length).toBeGreaterThan(0)
    expect(model.tlsVersions.length).toBeGreaterThan(0)
    expect(Object.keys(model.keyTypes)).toEqual([...functionKeyTypes])
    expect(model.keys === null).toBe(model.keyLabels === null)
    expect(model.keys === null).toBe(Object.values(model.keyTypes).every((kind) => kind === null))
    if (model.keys) expect(model.keys.count % model.keys.perPage).toBe(0)
    if (model.modules) expect(model.modules.models.map(findModule)).not.toContain(undefined)
  })

  test('renders one configuration from one spec, byte for byte, and another from another key if it fetches; a handset has none', () => {
    const body = renderFile(specOf(id), null)?.body
    expect(body === undefined).toBe(model.kind === 'dectHandset')
    expect(body).toBe(renderFile(specOf(id), null)?.body)
    const other = renderFile(specOf(id, { accessKey: 'f'.repeat(48) }), null)?.body
    if (body !== undefined) expect(body !== other).toBe(fetches(model))
  })

  test('tells a person where the link goes, in known verbs with all their values; a handset is paired instead, and an app that fetches nothing has no link', () => {
    const steps = manualSteps(specOf(id))
    const pastes = steps.filter(
      ({ verb, params }) => verb === 'pasteLink' && JSON.stringify(params.link).includes(accessKey),
    )
    expect(pastes).toHaveLength(fetches(model) ? 1 : 0)
    expect(JSON.stringify(steps).includes(accessKey)).toBe(fetches(model))
    if (model.kind === 'dectHandset') expect(steps.map(({ verb }) => verb)).toContain('pairHandset')
    for (const { verb, params } of [...steps, ...(model.app?.steps ?? [])])
      expect(Object.keys(params).sort()).toEqual([...manualVerbs[verb]].sort())
  })
})

test.each(languages)('every verb of the instructions has a sentence in %s that names its values', (language) => {
  const url = new URL(`../i18n/${language}.json`, import.meta.url)
  const { manualSteps: sentences } = JSON.parse(readFileSync(url, 'utf8'))
  const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  expect(Object.keys(sentences).sort()).toEqual(Object.keys(manualVerbs).sort())
  for (const [verb, params] of Object.entries(manualVerbs))
    expect([verb, placeholders(sentences[verb])]).toEqual([verb, [...params].sort()])
})

test('every verb is used by some model', () => {
  const used = models.flatMap(({ id }) => manualSteps(specOf(id, { caCertificate: 'x' })).map(({ verb }) => verb))
  expect(Object.keys(manualVerbs).filter((verb) => !used.some((other) => other === verb))).toEqual([])
})

test.each([
  ['yealink-t54w', '001565abcdef.cfg', true],
  ['yealink-t54w', '001565ABCDEF.cfg', false],
  ['yealink-t54w', '001565abcdee.cfg', false],
  ['yealink-t54w', 'y000000000096.cfg', false],
  ['yealink-t54w', '001565abcdef.boot', false],
  ['yealink-t54w', '../001565abcdef.cfg', false],
  ['yealink-t54w', '', false],
  ['snom-d785', 'snomD785-001565ABCDEF.htm', true],
  ['snom-d785', 'snomd785-001565abcdef.htm', true],
  ['snom-d785', 'snomD735-001565ABCDEF.htm', false],
  ['snom-d785', 'snomD785-00041345C9BF.htm', false],
  ['snom-d785', 'snomD785.htm', false],
  ['linphone-app', '001565abcdef.cfg', false],
  ['unknown-x1', '001565abcdef.cfg', false],
])('%s with the MAC 001565ABCDEF and the file %j: served is %j', (model, file, served) => {
  expect(renderFile(specOf(model, { mac: '001565ABCDEF' }), file) !== null).toBe(served)
})

test('a device without a MAC takes any MAC of the right form', () => {
  expect(renderFile(specOf('yealink-t54w'), '805ec0123456.cfg')?.body).toBe(
    renderFile(specOf('yealink-t54w'), null)?.body,
  )
  expect(renderFile(specOf('yealink-t54w'), '805ec012345.cfg')).toBeNull()
})

test.each([
  ['yealink-t54w', '805ec0123456.cfg', '805EC0123456'],
  ['yealink-t54w', '805EC0123456-local.cfg', '805EC0123456'],
  ['yealink-t54w', '805ec0123456.boot', '805EC0123456'],
  ['yealink-t54w', 'y000000000096.cfg', null],
  ['snom-d785', 'snomD785-00041345C9BF.htm', '00041345C9BF'],
  ['snom-d785', '00041345c9bf.xml', '00041345C9BF'],
  ['snom-d785', 'snomD785.htm', null],
  ['linphone-app', '00041345c9bf.xml', null],
])('%s: the file name %j holds the MAC %j', (id, file, mac) => {
  const model = findModel(id)
  expect(model && macInFileName(model, file)).toBe(mac)
})

test('a Yealink fetches our certificate authority from a file of its own, and only when there is one', () => {
  const caCertificate = '-----BEGIN CERTIFICATE-----\nTUlJ\nQkNB\n-----END CERTIFICATE-----\n'
  expect(renderFile(specOf('yealink-t54w', { caCertificate }), 'ca.pem')?.body).toBe(caCertificate)
  expect(renderFile(specOf('yealink-t54w', { caCertificate }), null)?.body).toContain(`/${accessKey}/ca.pem`)
  expect(renderFile(specOf('yealink-t54w'), 'ca.pem')).toBeNull()
  expect(renderFile(specOf('snom-d785', { caCertificate }), 'ca.pem')).toBeNull()
  expect(renderFile(specOf('snom-d785', { caCertificate }), null)?.body).toContain(
    '<certificate type="base64">TUlJQkNB</certificate>',
  )
})

test('an IPv6 host is written in brackets', () => {
  const model = findModel('snom-d785')
  expect(model && provisioningUrl(model, '2001:db8::5', 8448, accessKey)).toBe(
    `https://[2001:db8::5]:8448/${accessKey}.cfg`,
  )
})
