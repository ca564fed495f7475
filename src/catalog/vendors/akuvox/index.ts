import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

export const akuvox = defineVendor({
  id: 'akuvox',
  name: 'Akuvox',
  ouis: ['0C1105', '9C7514'],
  // The header of SIP; that of HTTP is not documented and may be another.
  userAgents: [/^Akuvox (?<model>[A-Z][\w-]*) (?<firmware>\d[\d.]*)(?: (?<mac>[0-9a-f]{12}))?$/i],
  models,
  modules: [],
  keys,
  files: [{ name: () => /^(?<mac>[0-9A-Fa-f]{12})\.cfg$/, contentType: 'text/plain; charset=utf-8', render }],
  fileWithMac: /^(?<mac>[0-9a-f]{12})\.cfg$/i,
  phonebook,
  extraName: /^Config(?:\.\w+)+$/,
  manual,
  sources: [
    'Tancredi templates and scopes for SP-R50P and SP-R63G',
    'the template that Elastix has for the SP-R50 and SP-R53 under names of its own',
  ],
})
