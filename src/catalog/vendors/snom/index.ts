import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

export const snom = defineVendor({
  id: 'snom',
  name: 'Snom',
  ouis: ['000413'],
  userAgents: [
    // HTTP of a desk phone: the MAC stands behind the boot loader's version, or is missing (firmware 7).
    /snom(?<model>\w+)-SIP (?<firmware>[\d.]+)(?:.* (?<mac>[0-9A-F]{12})(?=[ )]))?/i,
    // HTTP of a DECT base.
    /; Snom (?<model>M\w+) (?<firmware>[\d.]+)(?: (?<mac>[0-9A-F]{12}))?/i,
    // SIP of both; a base adds its MAC.
    /^snom(?<model>\w+)\/(?<firmware>[\d.]+)(?: \(MAC=(?<mac>[0-9A-F]{12}))?/i,
  ],
  models,
  modules,
  keys,
  files: [
    {
      name: ({ name, handsets }) =>
        new RegExp(
          handsets
            ? `^(?:snom${name}-(?<mac>[0-9a-f]{12})\\.htm|[0-9a-f]{12}\\.xml)$`
            : `^snom${name}-(?<mac>[0-9a-f]{12})\\.htm$`,
          'i',
        ),
      contentType: 'application/xml; charset=utf-8',
      render,
    },
  ],
  fileWithMac: /^(?:snom\w+-)?(?<mac>[0-9a-f]{12})\.(?:htm|html|xml|cfg)$/i,
  phonebook,
  // `name`, or `name[idx]` for one of several.
  extraName: /^[a-z_]\w*(?:\[\d{1,3}\])?$/i,
  manual,
  sources: [
    'service.snom.com: Desk Phone Configuration Files, <phone-settings> tag, TLS Support',
    'User-Agent tables of the Wazo provisioning plug-ins and FusionPBX',
  ],
})
