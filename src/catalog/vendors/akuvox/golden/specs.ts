import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  // Both accounts, keys, both logins.
  'sp-r63g.cfg': {
    model: 'akuvox-sp-r63g',
    host: 'pbx.example.ch',
    accessKey: '81d381d7ee50e9c415b304e5d7a7616e1911ed2af727228c',
    mac: '0C1105ABCDEF',
    transport: 'tls',
    line: { number: '21', displayName: 'Réception', authName: 'a7k2', password: 's3cret' },
    ports: [{ slot: 2, line: { number: '31', displayName: 'Accueil', authName: 'c9', password: 'y4' } }],
    adminPassword: '1234',
    userName: 'anna',
    userPassword: '5678',
    settings: { vlan: 120, vlanPriority: 6, expiry: 300, ntpServer: 'time.example.ch', codecs: ['opus', 'g722'] },
    keys: [
      { slot: 1, type: 'line', line: 2 },
      { slot: 2, type: 'blf', value: '22', label: 'Jean' },
      { slot: 3, type: 'group', value: '*825', label: 'Équipe' },
      { slot: 4, type: 'voicemail', label: 'Boîte' },
      { slot: 5, type: 'multicast', value: '224.0.1.24:10023', label: 'Tous' },
      { slot: 8, type: 'none' },
    ],
    extra: [
      { name: 'Config.Voice.GENERAL.VAD', value: '9' },
      { name: 'Config.Network.QOS.RtpTos', value: '46' },
    ],
  },
  // One key, a zone without a name, no nightly fetch.
  'sp-r50p.cfg': {
    model: 'akuvox-sp-r50p',
    host: '192.0.2.5',
    provisioningPort: 9448,
    accessKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778',
    language: 'de',
    timeZone: 'Asia/Kolkata',
    country: 'IN',
    sipPort: 5080,
    voicemail: '*97',
    line: { number: '301', displayName: 'Empfang', authName: 'g5', password: 'h6' },
    settings: { lldp: false, nightlySync: false },
    keys: [{ slot: 1, type: 'forward', value: '0215550126', label: 'Weg' }],
  },
}
