import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

export const fanvil = defineVendor({
  id: 'fanvil',
  name: 'Fanvil',
  ouis: ['0C383E', '00A859', '00A85A'],
  userAgents: [/^Fanvil (?<model>[A-Z][\w-]*(?: (?:Pro|Lite))?) (?<firmware>\d[\d.]*)(?: (?<mac>[0-9a-f]{12}))?$/i],
  models,
  modules: [],
  keys,
  files: [{ name: () => /^(?<mac>[0-9a-f]{12})\.cfg$/, contentType: 'text/plain; charset=utf-8', render }],
  fileWithMac: /^(?<mac>[0-9a-f]{12})\.(?:cfg|xml|txt)$/i,
  phonebook,
  // The section and, after a slash, the parameter.
  extraName: /^[A-Z][A-Za-z0-9 ]*\/[A-Za-z][\w -]*$/,
  manual,
  sources: [
    'Tancredi templates and scopes, which are for firmware 2',
    'a configuration written by an X3U',
    'User-Agent and OUI tables of the Wazo provisioning plug-ins',
  ],
})
