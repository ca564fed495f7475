import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  'sn4114.cfg': {
    model: 'patton-sn4114',
    host: 'pbx.example.ch',
    accessKey: '414a414b414c414d414e414f414a414b414c414d414e414f',
    mac: '00A0BAABCDEF',
    voicemail: '*81',
    line: { number: '11', displayName: 'Étude "Rey"', authName: 'a1', password: 'b2' },
    ports: [{ slot: 3, line: { number: '12', displayName: 'Fax', authName: 'c3', password: 'd4', fax: true } }],
    adminPassword: 'Mont "Blanc"\\',
    userName: 'greffe',
    userPassword: 'Cervin',
  },
  'sn4112.cfg': {
    model: 'patton-sn4112',
    host: '203.0.113.9',
    accessKey: '412a412b412c412d412e412f412a412b412c412d412e412f',
    language: 'en',
    timeZone: 'America/New_York',
    country: 'US',
    transport: 'tcp',
    sipPort: 5070,
    voicemail: '*80',
    line: { number: '21', displayName: 'Reception', authName: 'g7', password: 'h8' },
    settings: {
      srtp: 'off',
      expiry: 300,
      codecs: ['g722', 'pcmu', 'g729'],
      ntpServer: 'time.example.net',
      lldp: false,
      vlan: 410,
      vlanPriority: 3,
      nightlySync: false,
      webPage: false,
    },
  },
}
