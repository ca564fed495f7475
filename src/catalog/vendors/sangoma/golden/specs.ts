import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  's705.xml': {
    model: 'sangoma-s705',
    host: 'pbx.example.ch',
    accessKey: '705a705b705c705d705e705f705a705b705c705d705e705f',
    mac: '005058ABCDEF',
    transport: 'tls',
    voicemail: '*81',
    line: { number: '11', displayName: 'Étude', authName: 'a1', password: 'b2' },
    ports: [
      { slot: 3, line: { number: '12', displayName: 'Greffe', authName: 'c3', password: 'd4' } },
      { slot: 6, line: { number: '13', displayName: 'Archives', authName: 'e5', password: 'f6' } },
    ],
    adminPassword: 'Mont-Blanc',
    userName: 'greffe',
    userPassword: 'Cervin',
    keys: [
      { slot: 1, type: 'line' },
      { slot: 2, type: 'blf', value: '14', label: 'Léo' },
      { slot: 3, type: 'directDial', value: '*31#', label: 'Jour' },
      { slot: 4, type: 'group', value: '*816', label: 'Tous' },
      { slot: 5, type: 'voicemail', label: 'Messages' },
      { slot: 6, type: 'none' },
      { slot: 10, type: 'line', line: 6, label: 'Cave' },
    ],
    modules: [
      { model: 'sangoma-s-expansion', keys: [{ slot: 21, type: 'blf', value: '19', label: 'Zita' }] },
      { model: 'sangoma-s-expansion', keys: [{ slot: 40, type: 'multicast', value: '224.0.1.40:10040' }] },
    ],
    extra: [{ name: 'P8683', value: '2' }],
  },
  's206.xml': {
    model: 'sangoma-s206',
    host: '203.0.113.9',
    accessKey: '206a206b206c206d206e206f206a206b206c206d206e206f',
    language: 'en',
    timeZone: 'America/New_York',
    country: 'US',
    sipPort: 5070,
    voicemail: '*80',
    line: { number: '21', displayName: 'Reception', authName: 'g7', password: 'h8' },
    settings: {
      srtp: 'optional',
      expiry: 300,
      codecs: ['opus', 'pcmu'],
      ntpServer: 'time.example.net',
      lldp: false,
      vlan: 410,
      vlanPriority: 3,
      nightlySync: false,
      webPage: false,
    },
  },
}
