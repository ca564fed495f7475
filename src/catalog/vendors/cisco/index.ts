import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

const mac = '(?<mac>[0-9a-f]{12})'

export const cisco = defineVendor({
  id: 'cisco',
  name: 'Cisco',
  // Those of telephones and gateways that public configurations name; the maker has hundreds.
  ouis: ['0002FD', '00451D', '00562B', '00AA6E', '2C0BE9', '4C710C', '7001B5', '700B4F', '706E6D', '88755A', 'C4C603'],
  userAgents: [
    // HTTP and SIP of the SPA telephones and the gateways; in brackets the MAC, or a serial number.
    new RegExp(
      `^Cisco/(?<model>SPA\\w+|ATA\\d+-MPP)-(?<firmware>\\d[\\w.-]*)(?:\\([\\w-]*\\))?(?: \\(${mac}\\))?`,
      'i',
    ),
    // The multiplatform telephones; HTTP_User_Agent_Name adds the MAC.
    new RegExp(`^Cisco-(?<model>[CD]P-\\d{4}(?:-\\w+)?)/(?<firmware>\\d[\\w.-]*)(?: \\(${mac}\\))?`, 'i'),
  ],
  models,
  modules,
  keys,
  files: [
    { name: () => new RegExp(`^(?:spa)?${mac}\\.(?:xml|cfg)$`, 'i'), contentType: 'text/xml; charset=utf-8', render },
  ],
  fileWithMac: new RegExp(`^(?:spa|ata)?${mac}\\.(?:xml|cfg)$`, 'i'),
  phonebook,
  extraName: /^[A-Za-z_][\w.-]*$/,
  manual,
  sources: [
    'FusionPBX and Wazo templates; Cisco guides of the SPA 300 and 500, ATA 190 and multiplatform telephones',
    'User-Agent tables of Wazo',
  ],
})
