import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  'p325.cfg': {
    model: 'digium-p325',
    host: 'pbx.example.ch',
    accessKey: '325a325b325c325d325e325f325a325b325c325d325e325f',
    mac: '000FD3ABCDEF',
    transport: 'tls',
    voicemail: '*81',
    line: { number: '11', displayName: 'Étude', authName: 'a1', password: 'b2' },
    adminPassword: '735918264',
    keys: [
      { slot: 1, type: 'blf', value: '14', label: 'Léo' },
      { slot: 4, type: 'none' },
    ],
    extra: [{ name: 'brightness', value: '7' }],
  },
  'd65.cfg': {
    model: 'digium-d65',
    host: '203.0.113.9',
    accessKey: '65aa65bb65cc65dd65ee65ff65aa65bb65cc65dd65ee65ff',
    language: 'en',
    timeZone: 'Europe/London',
    country: 'GB',
    sipPort: 5070,
    voicemail: '*80',
    caCertificate: '-----BEGIN CERTIFICATE-----\nTUlJQw==\n-----END CERTIFICATE-----\n',
    line: { number: '21', displayName: 'Reception', authName: 'g7', password: 'h8' },
    ports: [{ slot: 2, line: { number: '22', displayName: 'Archive', authName: 'i9', password: 'j0' } }],
    modules: [{ model: 'digium-exp100', keys: [{ slot: 3, type: 'directDial', value: '23' }] }],
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
