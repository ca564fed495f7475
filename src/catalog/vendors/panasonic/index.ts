import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { render } from './render.ts'

export const panasonic = defineVendor({
  id: 'panasonic',
  name: 'Panasonic',
  ouis: ['0080F0', 'BCC342', '080023'],
  userAgents: [
    // HTTP joins with an underscore, SIP with a hyphen; letters behind the number say for which country it was made.
    /^Panasonic[_-](?<model>KX-[A-Z]{2,3}\d{2,3})[A-Z]{0,3}\d{0,2}\/(?<firmware>\d[\d.]*)(?: \((?<mac>[0-9a-f]{12})\))?/i,
  ],
  models,
  modules,
  keys,
  // Three full addresses are in its memory; ours is the one for this phone alone.
  files: [{ name: () => null, contentType: 'text/plain; charset=utf-8', render }],
  fileWithMac: /^(?:Config-?)?(?<mac>[0-9a-f]{12})\.(?:cfg|xml)$/i,
  phonebook: null,
  extraName: /^[A-Z][A-Z0-9_]{0,31}$/,
  manual,
  sources: [
    'administrator guides of the KX-HDV230, KX-UT113 to UT670 and KX-TGP500: file format, priorities, passwords',
    'templates of FusionPBX, Wazo, sark and Millicall',
  ],
})
