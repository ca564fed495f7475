import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  // Keys beside the display and on it, over several pages.
  'x6u.cfg': {
    model: 'fanvil-x6u',
    host: 'pbx.example.ch',
    accessKey: '81d381d7ee50e9c415b304e5d7a7616e1911ed2af727228c',
    mac: '0C383EABCDEF',
    transport: 'tls',
    line: { number: '21', displayName: 'Réception', authName: 'a7k2', password: 's3cret' },
    ports: [{ slot: 20, line: { number: '31', displayName: 'Accueil', authName: 'c9', password: 'y4' } }],
    adminPassword: '1234',
    userName: 'anna',
    userPassword: '5678',
    settings: { vlan: 120, vlanPriority: 6, expiry: 300, ntpServer: 'time.example.ch', codecs: ['opus', 'g722'] },
    keys: [
      { slot: 1, type: 'line' },
      { slot: 5, type: 'blf', value: '22', label: 'Jean', line: 20 },
      { slot: 6, type: 'group', value: '*825', label: 'Équipe' },
      { slot: 17, type: 'park', value: '*88', label: 'Parc' },
      { slot: 18, type: 'url', value: 'https://door.example.ch/open?x=1', label: 'Porte' },
      { slot: 65, type: 'none' },
    ],
    extra: [
      { name: 'MM CONFIG MODULE/VAD', value: '0' },
      { name: 'UI MAINTAIN CONFIG MODULE/MWI Popup', value: '9' },
      { name: 'PHONE FEATURE MODULE/SNTP Timeout', value: '7200' },
    ],
  },
  // Languages by number, no key beside the display, a server of our own authority.
  'x5s.cfg': {
    model: 'fanvil-x5s',
    host: '192.0.2.5',
    provisioningPort: 9448,
    accessKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778',
    language: 'de',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    sipPort: 5080,
    voicemail: '*97',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJQkNB\n-----END CERTIFICATE-----\n',
    line: { number: '301', displayName: 'Empfang', authName: 'g5', password: 'h6' },
    settings: { lldp: false, nightlySync: false },
    keys: [
      { slot: 1, type: 'voicemail', label: 'Box' },
      { slot: 9, type: 'forward', value: '0215550126', label: 'Weg' },
      { slot: 10, type: 'forward', label: 'Umleiten' },
    ],
  },
  // Three pages beside the display.
  'v65.cfg': {
    model: 'fanvil-v65',
    host: 'sip.example.com',
    accessKey: 'aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55aa55',
    language: 'en',
    timeZone: 'America/New_York',
    country: 'US',
    transport: 'tcp',
    voicemail: '*98',
    line: { number: '401', displayName: 'Front desk', authName: 'k1', password: 'm2' },
    keys: [{ slot: 27, type: 'multicast', value: '224.0.1.24:10023', label: 'All' }],
  },
}
