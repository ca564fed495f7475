import { defineVendor, type RenderContext } from '../../define.ts'
import { renderBase } from './base.ts'
import { renderFrame } from './frame.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { renderMaxwell } from './maxwell.ts'
import { models, olderBases } from './models.ts'
import { phonebook } from './phonebook.ts'

const older = new Set(olderBases.map(({ name }) => name))

/** Three formats: the present DECT bases, the N510 and N720 before them, and the Maxwell desk phones. */
function render(context: RenderContext): string {
  if (context.model.kind === 'desk') return renderMaxwell(context)
  return older.has(context.model.name) ? renderFrame(context) : renderBase(context)
}

export const gigaset = defineVendor({
  id: 'gigaset',
  name: 'Gigaset',
  ouis: ['7C2F80', '589EC6', '14B370', '002104'],
  userAgents: [
    // HTTP and SIP alike. The MAC is missing in old firmware; the number of handsets stands behind it since 2.26.
    /^"?(?:Gigaset )?(?<model>N\d{3}E?[ -](?:IP|DM)[ -]PRO)\/(?:83\.V)?(?<firmware>\d[\d.]*)[^;]{0,40}(?:;(?<mac>[0-9A-F]{12}))?/i,
    /^"?(?:Gigaset )?(?<model>Maxwell (?:Basic|C|\d+))(?: PRO)?\/(?:82\.)?(?<firmware>\d[\d.]*)[^;]{0,40}(?:;(?<mac>[0-9A-F]{12}))?/i,
  ],
  models,
  modules: [],
  keys,
  files: [{ name: () => /^(?<mac>[0-9a-f]{12})\.xml$/i, contentType: 'application/xml; charset=utf-8', render }],
  fileWithMac: /^(?<mac>[0-9a-f]{12})\.(?:xml|cfg)$/i,
  phonebook,
  extraName: /^[A-Za-z]\w*(?:\[[\d%]{1,4}\])?(?:\.\w+(?:\[[\d%]{1,4}\])?)+$/,
  manual,
  sources: [
    'Gigaset wiki: XML provisioning file, SIP multicast, check-sync, IPUI, central phonebook',
    'templates and User-Agent tables of the Wazo plug-ins, Tancredi and Gemeinschaft',
  ],
})
