import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  // Older firmware: two groups of keys, no key for parking.
  '6757i.cfg': {
    model: 'mitel-6757i',
    host: 'pbx.example.ch',
    accessKey: '675a675b675c675d675e675f675a675b675c675d675e675f',
    mac: '00085DABCDEF',
    voicemail: '*81#',
    line: { number: '11', displayName: 'Étude #2', authName: 'a1', password: 'b2' },
    ports: [{ slot: 9, line: { number: '12', displayName: 'Greffe', authName: 'c3', password: 'd4' } }],
    adminPassword: '918273',
    userPassword: '465564',
    keys: [
      { slot: 1, type: 'line', label: 'Ligne', line: 9 },
      { slot: 2, type: 'blf', value: '14', label: 'Léo' },
      { slot: 10, type: 'directDial', value: '*31#', label: 'Jour' },
      { slot: 11, type: 'extension', value: '15', label: 'Cave' },
      { slot: 12, type: 'group', value: '*816', label: 'Tous' },
      { slot: 13, type: 'voicemail', label: 'Messages' },
      { slot: 14, type: 'phonebook', label: 'Annuaire' },
      { slot: 15, type: 'transfer', value: '17', label: 'Passer' },
      { slot: 16, type: 'transfer', label: 'Transfert' },
      { slot: 17, type: 'dnd', label: 'Calme' },
      { slot: 18, type: 'multicast', value: '224.0.1.40:10040', label: 'Annoncer' },
      { slot: 19, type: 'url', value: 'https://gate.example.ch/x', label: 'Grille' },
      { slot: 30, type: 'none' },
    ],
    modules: [
      { model: 'mitel-m675i', keys: [{ slot: 60, type: 'blf', value: '19', label: 'Zita' }] },
      { model: 'mitel-m670i', keys: [{ slot: 36, type: 'none' }] },
    ],
    extra: [{ name: 'ring tone', value: '3' }],
  },
  // Newer firmware, TLS, everything set otherwise.
  '6930.cfg': {
    model: 'mitel-6930',
    host: '203.0.113.9',
    accessKey: '693a693b693c693d693e693f693a693b693c693d693e693f',
    language: 'en',
    timeZone: 'America/New_York',
    country: 'GB',
    transport: 'tls',
    sipPort: 5071,
    voicemail: '*80',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJQw==\n-----END CERTIFICATE-----\n',
    line: { number: '21', displayName: 'Reception', authName: 'g7', password: 'h8' },
    keys: [
      { slot: 21, type: 'park', value: '707', label: 'Park' },
      { slot: 22, type: 'voicemail', label: 'Messages' },
    ],
    modules: [{ model: 'mitel-m695', keys: [{ slot: 84, type: 'blf', value: '23', label: 'Ann' }] }],
    settings: {
      srtp: 'optional',
      expiry: 300,
      codecs: ['opus', 'pcmu', 'g729'],
      ntpServer: 'time.example.net',
      lldp: false,
      vlan: 410,
      vlanPriority: 3,
      nightlySync: false,
      webPage: false,
    },
  },
}
