import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models } from './models.ts'
import { render } from './render.ts'

export const linphone = defineVendor({
  id: 'linphone',
  name: 'Linphone',
  ouis: [],
  // Every edition names itself: LinphoneiOS, LinphoneAndroid, Linphone Desktop, linphonec and linphone-daemon.
  userAgents: [/^linphone[ -]?[a-z]*(?:-[a-z]+)?\/(?<firmware>[\w.]+)/i, /\blinphone/i],
  models,
  modules: [],
  keys,
  files: [{ name: () => null, contentType: 'application/xml', render }],
  fileWithMac: null,
  phonebook: null,
  extraName: null,
  manual,
  sources: ['Linphone wiki: remote provisioning, lpconfig.xsd', 'liblinphone 5.1 as packaged by Debian 12'],
})
