import { defineVendor } from '../../define.ts'
import { renderContacts } from './contacts.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'
import { renderSmartBlf } from './smart-blf.ts'
import { contactsFile, smartBlfFile } from './words.ts'

const contentType = 'application/xml; charset=utf-8'

/** Digium's D series and the P series, which Sangoma built after it had bought Digium. */
export const digium = defineVendor({
  id: 'digium',
  name: 'Sangoma (Digium)',
  ouis: ['000FD3'],
  userAgents: [
    /^(?:Digium|Sangoma)[ /](?<model>[DP]\d{2,3})(?:[ /](?<firmware>\d{1,3}(?:[._]\d{1,6}){1,5}))?(?:[ /](?<mac>[0-9a-f]{12}))?/i,
  ],
  models,
  modules,
  keys,
  files: [
    { name: () => /^(?<mac>[0-9a-f]{12})\.cfg$/, contentType, render },
    { name: () => new RegExp(`^${contactsFile.replace('.', '\\.')}$`), contentType, render: renderContacts },
    { name: () => new RegExp(`^${smartBlfFile.replace('.', '\\.')}$`), contentType, render: renderSmartBlf },
  ],
  fileWithMac: /^(?<mac>[0-9a-f]{12})\.cfg$/i,
  phonebook,
  extraName: /^[a-z0-9][a-z0-9_]*$/,
  manual,
  sources: [
    'Asterisk and Sangoma wikis: XML Configuration of several firmware versions',
    'FusionPBX, FS PBX and Wazo templates; Digium’s module for FreePBX',
  ],
})
