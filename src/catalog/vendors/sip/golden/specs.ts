import type { DeviceSpecInput } from '../../../spec.ts'

/** File of this folder → what it is rendered from. Within one spec all values differ, so that two fields that change places change the file. */
export const specs: Record<string, DeviceSpecInput> = {
  'app.txt': {
    model: 'sip-app',
    host: 'sip.example.ch',
    accessKey: 'fedcba9876543210fedcba9876543210fedcba9876543210',
    transport: 'tls',
    voicemail: '*83',
    line: { number: '71', displayName: 'Jean "le grand" <x>', authName: 'w3', password: 'x4' },
  },
}
