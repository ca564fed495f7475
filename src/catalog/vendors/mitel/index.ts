import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render, renderStartup } from './render.ts'

const contentType = 'text/plain; charset=utf-8'

export const mitel = defineVendor({
  id: 'mitel',
  name: 'Mitel',
  ouis: ['00085D', '1400E9', '0010BC', '08000F'],
  userAgents: [
    // HTTP; the oldest firmware leaves out the 67 of the model.
    /^(?:Aastra|Mitel) ?(?<model>\w+) MAC:(?<mac>[0-9A-F]{2}(?:-[0-9A-F]{2}){5}) V:(?<firmware>\d[\d.]*)-SIP/i,
    // SIP.
    /^(?:Aastra|Mitel) ?(?<model>\d\w+)\/(?<firmware>\d[\d.]*)/i,
  ],
  models,
  modules,
  keys,
  files: [
    { name: () => /^(?<mac>[0-9A-F]{12})\.cfg$/, contentType, render },
    // The first name is asked for by newer firmware, the second by older.
    { name: () => /^(?:startup|aastra)\.cfg$/, contentType, render: renderStartup },
  ],
  fileWithMac: /^(?<mac>[0-9A-F]{12})\.(?:cfg|tuz)$/i,
  phonebook,
  extraName: /^[a-z](?:[a-z0-9 [\]|.-]*[a-z0-9\]])?$/i,
  manual,
  sources: [
    'Wazo plug-in for Aastra 3.3 to 8.2 and FusionPBX templates: models, keys, files, parameters',
    'Aastra and Mitel administrator guides: passwords, certificates, resynchronisation',
  ],
})
