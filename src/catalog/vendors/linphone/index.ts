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
  // Exactly this: the application compares the type without its parameters in mind.
  contentType: 'application/xml',
  models,
  modules: [],
  keys,
  configurationFile: null,
  fileWithMac: null,
  fetchesCa: false,
  render,
  manual,
  sources: ['Linphone wiki: remote provisioning, lpconfig.xsd', 'liblinphone 5.1 as packaged by Debian 12'],
})
