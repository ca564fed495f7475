import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

/** The S series, which Htek builds. The P series speaks the language of Digium's telephones and is there. */
export const sangoma = defineVendor({
  id: 'sangoma',
  name: 'Sangoma',
  ouis: ['005058'],
  userAgents: [/^Sangoma (?<model>S\d{3}) V?(?<firmware>\d[\w.]*)(?: (?<mac>[0-9a-f]{2}(?::?[0-9a-f]{2}){5}))?/i],
  models,
  modules,
  keys,
  // An answer to the file of the model, for which the phone asks too, would keep it from its own.
  files: [{ name: () => /^cfg(?<mac>[0-9a-f]{12})\.xml$/, contentType: 'application/xml; charset=utf-8', render }],
  fileWithMac: /^cfg(?<mac>[0-9a-f]{12})(?:\.xml)?$/i,
  phonebook,
  extraName: /^P\d{1,5}$/,
  manual,
  sources: [
    'FusionPBX templates of the S300, S500 and S700',
    'NethServer Tancredi templates and model files of the S series',
  ],
})
