import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

export const htek = defineVendor({
  id: 'htek',
  name: 'Htek',
  ouis: ['001FC1'],
  userAgents: [/^Htek (?<model>[\w-]+) V?(?<firmware>\d[\w.]*)(?: (?<mac>[0-9a-f]{2}(?::[0-9a-f]{2}){5}))?/i],
  models,
  modules,
  keys,
  // First the phone asks for a file of its model and for a secret one: an answer to these would keep it from the third.
  files: [{ name: () => /^cfg(?<mac>[0-9a-f]{12})\.xml$/, contentType: 'application/xml; charset=utf-8', render }],
  fileWithMac: /^cfg(?<mac>[0-9a-f]{12})(?:\.xml)?$/i,
  phonebook,
  extraName: /^[A-Z]\w*$/,
  manual,
  sources: [
    'Wazo provisioning plug-in 2.0.4',
    'FusionPBX templates of the UC926 and UC926U',
    'Htek wiki: UC900 Series IP Phones Provisioning',
  ],
})
