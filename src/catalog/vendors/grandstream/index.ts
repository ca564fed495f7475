import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { allModels, modules } from './models.ts'
import { phonebook } from './phonebook.ts'
import { render } from './render.ts'

export const grandstream = defineVendor({
  id: 'grandstream',
  name: 'Grandstream',
  ouis: ['000B82', 'C074AD'],
  userAgents: [
    // HTTP: with the hardware revision since the GXP14xx.
    /^Grandstream Model HW (?<model>[A-Z][\w-]*)(?: +V[\w.]+)? SW (?<firmware>\d[\d.]*)(?: DevId (?<mac>[0-9a-f]{12}))?/i,
    // HTTP of the first telephones, which names their parts.
    /^Grandstream (?<model>[A-Z][\w-]*) \(\w+\.bin:(?<firmware>\d[\d.]*)[^)]*\)(?: DevId (?<mac>[0-9a-f]{12}))?/i,
    // SIP.
    /^Grandstream (?<model>[A-Z][\w-]*) (?<firmware>\d[\d.]*)(?: (?<mac>[0-9a-f]{12}))?$/i,
  ],
  models: allModels,
  modules,
  keys,
  files: [{ name: () => /^cfg(?<mac>[0-9a-f]{12})\.xml$/, contentType: 'application/xml; charset=utf-8', render }],
  fileWithMac: /^cfg(?<mac>[0-9a-f]{12})(?:\.xml)?$/i,
  phonebook,
  extraName: /^P\d{1,5}$/,
  manual,
  sources: [
    'configuration templates of the maker, published with the Wazo provisioning plug-ins',
    'User-Agent and OUI tables of the Wazo provisioning plug-ins',
  ],
})
