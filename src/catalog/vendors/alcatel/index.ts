import { defineVendor, type RenderContext } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, myriadModels } from './models.ts'
import { renderMyriad } from './myriad.ts'
import { renderSipGroup } from './sip-group.ts'

const myriads = new Set(myriadModels.map(({ name }) => name))

/** Two firmwares whose parameters have nothing in common but their form. */
function render(context: RenderContext): string {
  return myriads.has(context.model.name) ? renderMyriad(context) : renderSipGroup(context)
}

export const alcatel = defineVendor({
  id: 'alcatel',
  name: 'Alcatel-Lucent',
  ouis: ['3C28A6', '487A55', '00809F'],
  userAgents: [
    // Letters behind the model's name say for which market it was made.
    /^ALE (?<model>M\d|H\d[A-Z]?|80\d8s)(?:-[A-Z]{2})? (?<firmware>\d[\d.]*)(?: (?<mac>[0-9a-f]{12}))?/i,
  ],
  models,
  modules: [],
  keys,
  files: [
    {
      // In factory state it asks for the file of its model, or of all phones, before that of its MAC: the key says whose it is.
      name: ({ name }) => new RegExp(`^config\\.(?:(?:${name}(?:-[A-Z]{2})?|(?<mac>[0-9a-f]{12}))\\.)?xml$`, 'i'),
      contentType: 'application/xml; charset=utf-8',
      render,
    },
  ],
  fileWithMac: /^config\.(?<mac>[0-9a-f]{12})\.xml$/i,
  phonebook: null,
  extraName: /^[A-Za-z]\w*$/,
  manual,
  sources: [
    'ALE M3-M5-M7-M8 administrator guide, Halo administrator guide',
    'templates and User-Agent tables of the Wazo plug-ins 1.51 and 2.13',
  ],
})
