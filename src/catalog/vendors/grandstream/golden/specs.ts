import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  // Fixed keys that count from 10, physical keys, no Opus.
  'gxp1628.xml': {
    model: 'grandstream-gxp1628',
    host: '192.0.2.5',
    provisioningPort: 9448,
    accessKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778',
    language: 'de',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    sipPort: 5080,
    voicemail: '*97',
    line: { number: '301', displayName: 'Empfang & Büro', authName: 'g5', password: 'h6' },
    adminPassword: '90210',
    settings: { codecs: ['opus', 'pcma'], vlan: 120, vlanPriority: 6, nightlySync: false },
    keys: [
      { slot: 1, type: 'none' },
      { slot: 2, type: 'blf', value: '28', label: 'Anna' },
      { slot: 3, type: 'park', value: '*88', label: 'Parken' },
      { slot: 10, type: 'dtmf', value: '1625#', label: 'Tür' },
    ],
  },
  // Keys that exist only in sequence, and two modules.
  'gxp2140.xml': {
    model: 'grandstream-gxp2140',
    host: 'sip.example.com',
    accessKey: 'aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55',
    language: 'en',
    timeZone: 'America/New_York',
    country: 'US',
    transport: 'tcp',
    voicemail: '*98',
    line: { number: '401', displayName: 'Front desk', authName: 'k1', password: 'm2' },
    ports: [{ slot: 4, line: { number: '402', displayName: 'Back office', authName: 'n3', password: 'p4' } }],
    userPassword: '4711',
    keys: [
      { slot: 1, type: 'line' },
      { slot: 4, type: 'forward', value: '0215550126', label: 'Away' },
      { slot: 8, type: 'multicast', value: '224.0.1.24:10023', label: 'All' },
    ],
    modules: [
      { model: 'grandstream-gxp2200ext', keys: [{ slot: 1, type: 'directDial', value: '*26' }] },
      { model: 'grandstream-gxp2200ext', keys: [{ slot: 40, type: 'blf', value: '27', label: 'Paul', line: 4 }] },
    ],
  },
  // One code for all keys; encrypted.
  'grp2614.xml': {
    model: 'grandstream-grp2614',
    host: 'pbx.example.ch',
    accessKey: '81d381d7ee50e9c415b304e5d7a7616e1911ed2af727228c',
    mac: 'C074ADABCDEF',
    transport: 'tls',
    line: { number: '21', displayName: 'Réception', authName: 'a7k2', password: 's3cret' },
    ports: [{ slot: 2, line: { number: '31', displayName: 'Accueil', authName: 'c9', password: 'y4' } }],
    adminPassword: '1234',
    userPassword: '5678',
    settings: { webPage: false, lldp: false, expiry: 300, ntpServer: 'time.example.ch' },
    keys: [
      { slot: 1, type: 'line' },
      { slot: 2, type: 'line', line: 2 },
      { slot: 3, type: 'phonebook', label: 'Annuaire' },
      { slot: 4, type: 'voicemail', label: 'Boîte' },
      { slot: 5, type: 'group', value: '*825', label: 'Équipe' },
      { slot: 28, type: 'transfer', value: '24', label: 'Atelier' },
    ],
    extra: [{ name: 'P8356', value: '9' }],
  },
  // Android: accounts beyond the sixth, its own words for clock and language.
  'gxv3370.xml': {
    model: 'grandstream-gxv3370',
    host: 'voip.example.it',
    accessKey: '00112233445566778899aabbccddeeff0123456789abcdef',
    language: 'it',
    timeZone: 'Europe/Rome',
    country: 'IT',
    transport: 'tls',
    line: { number: '51', displayName: 'Segreteria', authName: 'q1', password: 'r2' },
    ports: [{ slot: 16, line: { number: '52', displayName: 'Magazzino', authName: 't3', password: 'u4' } }],
    keys: [
      { slot: 1, type: 'blf', value: '53', label: 'Gina' },
      { slot: 160, type: 'intercom', value: '54', label: 'Officina', line: 16 },
    ],
  },
  'dp750.xml': {
    model: 'grandstream-dp750',
    host: 'dect.example.fr',
    accessKey: 'ffeeddccbbaa99887766554433221100ffeeddccbbaa9988',
    timeZone: 'Europe/Paris',
    country: 'FR',
    transport: 'tls',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJQkNB\n-----END CERTIFICATE-----\n',
    handsets: [
      {
        slot: 1,
        model: 'grandstream-dp720',
        line: { number: '61', displayName: 'Entrepôt nord', authName: 'v5', password: 'w6' },
      },
      {
        slot: 4,
        model: 'grandstream-dp730',
        line: { number: '62', displayName: 'Cour', authName: 'x7', password: 'z8' },
      },
    ],
    adminPassword: '24680',
  },
  // A port each its own profile; the second is a fax.
  'ht802.xml': {
    model: 'grandstream-ht802',
    host: 'ata.example.ch',
    accessKey: '123456789abcdef0123456789abcdef0123456789abcdef0',
    line: { number: '71', displayName: 'Ascenseur', authName: 'b1', password: 'd2' },
    ports: [{ slot: 2, line: { number: '72', displayName: 'Fax', authName: 'e3', password: 'f4', fax: true } }],
    adminPassword: '13579',
    userPassword: '86420',
  },
  // Two profiles for all ports, parameters of the later ports in other rows.
  'gxw4248.xml': {
    model: 'grandstream-gxw4248',
    host: 'gateway.example.co.uk',
    accessKey: 'fedcba9876543210fedcba9876543210fedcba9876543210',
    language: 'en',
    timeZone: 'Europe/London',
    country: 'GB',
    transport: 'tls',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJQkNC\n-----END CERTIFICATE-----\n',
    line: { number: '81', displayName: 'Room 1', authName: 'g8', password: 'h9' },
    ports: [
      { slot: 31, line: { number: '82', displayName: 'Fax room', authName: 'i8', password: 'j9', fax: true } },
      { slot: 48, line: { number: '83', displayName: 'Room 48', authName: 'k8', password: 'l9' } },
    ],
  },
  // The text of a QR code.
  'wave.xml': {
    model: 'grandstream-wave',
    host: 'wave.example.ch',
    accessKey: 'fedcba9876543210fedcba9876543210fedcba9876543210',
    voicemail: '*83',
    line: { number: '71', displayName: 'Zoë "la grande" <x>', authName: 'w3', password: 'x4' },
  },
}
