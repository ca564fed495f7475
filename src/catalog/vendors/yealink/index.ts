import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

const mac = '(?<mac>[0-9a-f]{2}(?::?[0-9a-f]{2}){5})'

export const yealink = defineVendor({
  id: 'yealink',
  name: 'Yealink',
  ouis: [
    '001565',
    '249AD8',
    '3497D7',
    '44DBD2',
    '644F56',
    '805E0C',
    '805EC0',
    'B061A9',
    'C4FC22',
    'E434D7',
    'EC1DA9',
    'F01653',
  ],
  userAgents: [
    // Old firmware writes the name in lower case, doubles the blank, or joins it with a hyphen and sends no MAC.
    new RegExp(
      `^yealink[ -]+(?:SIP[ -]+)?(?:VP-(?=T))?(?<model>[\\w-]+) +(?<firmware>\\d[\\d.]*)(?: .*?\\b${mac}| |$)`,
      'i',
    ),
    // The first DECT bases leave the maker out.
    new RegExp(`^(?<model>W5\\dP) +(?<firmware>\\d[\\d.]*) +${mac}`, 'i'),
  ],
  models,
  modules,
  keys,
  // Lower case only: that is how the phones ask.
  files: [{ name: () => /^(?<mac>[0-9a-f]{12})\.cfg$/, contentType: 'text/plain; charset=utf-8', render }],
  fileWithMac: /^(?<mac>[0-9a-f]{12})(?:-[a-z]+)?\.(?:cfg|boot|xml)$/i,
  phonebook,
  extraName: /^[A-Za-z]\w*(?:\.\w+)*$/,
  manual,
  sources: [
    'User-Agent and OUI tables of the Wazo provisioning plug-ins, v73 to v87',
    'Yealink administrator guides V81 to V86',
  ],
})
