import { describe, expect, test } from 'vitest'
import { checkSpec } from './check-spec.ts'
import { findModel, findModule, renderFile } from './index.ts'
import { DeviceSpec, type DeviceSpecInput } from './spec.ts'

/** Within one spec all values differ, so that two fields that change places change the file. */
const specs: Record<string, DeviceSpecInput> = {
  'yealink/golden/t54w.cfg': {
    model: 'yealink-t54w',
    host: 'pbx.example.ch',
    accessKey: '81d381d7ee50e9c415b304e5d7a7616e1911ed2af727228c',
    mac: '001565ABCDEF',
    transport: 'tls',
    voicemail: '*86',
    line: { number: '21', displayName: 'Réception', authName: 'a7k2', password: 's3cret' },
    ports: [{ slot: 2, line: { number: '31', displayName: 'Accueil', authName: 'c9', password: 'y4' } }],
    adminPassword: '1234',
    userName: 'reception',
    userPassword: '5678',
    keys: [
      { slot: 1, type: 'line' },
      { slot: 2, type: 'blf', value: '22', label: 'Jean' },
      { slot: 3, type: 'line', line: 2 },
      { slot: 4, type: 'directDial', value: '*33#', label: 'Nuit' },
      { slot: 5, type: 'extension', value: '24', label: 'Atelier' },
      { slot: 6, type: 'group', value: '*825', label: 'Équipe' },
      { slot: 7, type: 'voicemail', label: 'Boîte' },
      { slot: 8, type: 'phonebook', label: 'Annuaire' },
      { slot: 9, type: 'none' },
    ],
    modules: [
      { model: 'yealink-exp50', keys: [{ slot: 1, type: 'directDial', value: '*26' }] },
      { model: 'yealink-exp50', keys: [{ slot: 60, type: 'blf', value: '27', label: 'Paul' }] },
    ],
  },
  'yealink/golden/t31p.cfg': {
    model: 'yealink-t31p',
    host: '192.0.2.5',
    provisioningPort: 9448,
    accessKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778',
    language: 'de',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    sipPort: 5080,
    transport: 'udp',
    voicemail: '*97',
    line: { number: '301', displayName: 'Empfang', authName: 'g5', password: 'h6' },
    adminPassword: '90210',
  },
  'yealink/golden/t48u.cfg': {
    model: 'yealink-t48u',
    host: 'sip.example.com',
    accessKey: 'aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55',
    language: 'en',
    timeZone: 'America/New_York',
    country: 'US',
    transport: 'tcp',
    voicemail: '*98',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJQkNB\n-----END CERTIFICATE-----\n',
    line: { number: '401', displayName: 'Front desk', authName: 'k1', password: 'm2' },
    ports: [{ slot: 16, line: { number: '402', displayName: 'Back office', authName: 'n3', password: 'p4' } }],
    userPassword: '4711',
  },
  'snom/golden/d785.xml': {
    model: 'snom-d785',
    host: 'vpbx.example.ch',
    accessKey: '00041345c9bf00041345c9bf00041345c9bf00041345c9bf',
    mac: '00041345C9BF',
    language: 'it',
    timeZone: 'Europe/Rome',
    country: 'IT',
    transport: 'tls',
    voicemail: '*85',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJ\nUk9PVA==\n-----END CERTIFICATE-----\n',
    line: { number: '51', displayName: 'Segreteria <1>', authName: 'q7', password: 'r8&"' },
    ports: [{ slot: 2, line: { number: '52', displayName: 'Magazzino', authName: 's9', password: 't0' } }],
    adminPassword: '2468',
    userName: 'segreteria',
    userPassword: '1357',
    keys: [
      { slot: 1, type: 'line', line: 2 },
      { slot: 2, type: 'blf', value: '53', label: 'Anna & Co' },
      { slot: 3, type: 'directDial', value: '0215550101', label: 'Medico' },
      { slot: 4, type: 'extension', value: '54', label: 'Officina' },
      { slot: 5, type: 'group', value: '*855', label: 'Squadra' },
      { slot: 6, type: 'voicemail', label: 'Casella' },
      { slot: 7, type: 'phonebook', label: 'Rubrica' },
      { slot: 24, type: 'none' },
    ],
    modules: [
      { model: 'snom-d7', keys: [{ slot: 1, type: 'blf', value: '56', label: 'Ugo' }] },
      { model: 'snom-d7c', keys: [{ slot: 18, type: 'blf', value: '57', label: 'Ida' }] },
    ],
  },
  'snom/golden/d315.xml': {
    model: 'snom-d315',
    host: '198.51.100.7',
    accessKey: '123456789abcdef0123456789abcdef0123456789abcdef0',
    language: 'fr',
    timeZone: 'Asia/Kathmandu',
    country: 'NP',
    sipPort: 5090,
    voicemail: '*84',
    line: { number: '61', displayName: 'Dépôt', authName: 'u1', password: 'v2' },
  },
  'linphone/golden/app.xml': {
    model: 'linphone-app',
    host: 'app.example.ch',
    accessKey: 'fedcba9876543210fedcba9876543210fedcba9876543210',
    transport: 'tls',
    voicemail: '*83',
    line: { number: '71', displayName: 'Jean "le grand" <x>', authName: 'w3', password: 'x4' },
  },
}

describe.each(Object.entries(specs))('%s', (file, input) => {
  const spec = DeviceSpec.parse(input)

  test('comes from a spec that the model can fulfil and in which no value stands twice', () => {
    const model = findModel(spec.model)
    expect(model && checkSpec(spec, model, findModule)).toEqual([])
    const { language, transport, country, timeZone, ...own } = input
    const values = [...JSON.stringify({ ...own, keys: [], modules: [] }).matchAll(/:("[^"]+"|\d{3,})/g)].map(
      ([text]) => text,
    )
    expect(new Set(values).size).toBe(values.length)
  })

  test('is what the model renders', async () => {
    await expect(renderFile(spec, null)?.body).toMatchFileSnapshot(`./vendors/${file}`)
  })
})
