import { defineVendor, type RenderContext } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models, modules } from './models.ts'
import { obiNames } from './models-obi.ts'
import { renderObi } from './obi.ts'
import { phonebook } from './phonebook.ts'
import { renderMaster, renderUcs, settingsFile } from './ucs.ts'

const mac = '(?<mac>[0-9a-f]{12})'
const contentType = 'application/xml; charset=utf-8'

/** Two firmwares that know nothing of each other: UC Software with its successor PVOS, and what came from Obihai. */
const render = (context: RenderContext) => (obiNames.has(context.model.name) ? renderObi(context) : renderUcs(context))

export const poly = defineVendor({
  id: 'poly',
  name: 'Poly',
  ouis: ['0004F2', '64167F', '482567', '00907A', '9CADEF'],
  userAgents: [
    // HTTP and SIP of UC Software and PVOS; the MAC follows only when prov.tagSerialNo is on, in one of two manners.
    new RegExp(`(?:^| )Poly\\w*-(?<model>\\w+)-UA/(?<firmware>\\d[\\d.]*)(?:(?: \\(SN:|_)${mac}\\b)?`, 'i'),
    // SIP of the OBi firmware.
    /^OBIHAI\/(?<model>[A-Z]+\d+)-(?<firmware>\d[\d.]*)/i,
    // Its HTTP says the model alone.
    /^(?<model>OBi[23]\d\d|VVXD230|EdgeB[123]0)$/i,
  ],
  models,
  modules,
  keys,
  files: [
    {
      name: (model) => (obiNames.has(model.name) ? null : new RegExp(`^${settingsFile.replace('.', '\\.')}$`)),
      contentType,
      render,
    },
    {
      // The phone asks for its own master file, then for that of all phones.
      name: (model) => (obiNames.has(model.name) ? null : new RegExp(`^(?:000000000000|${mac})\\.cfg$`, 'i')),
      contentType,
      render: renderMaster,
    },
  ],
  fileWithMac: new RegExp(`^(?!0{12})${mac}(?:-[a-z]+)?\\.(?:cfg|xml|log)$`, 'i'),
  phonebook,
  extraName: /^[A-Za-z][\w-]*(?:\.[\w-]+)+$/,
  manual,
  sources: [
    'administrator guides of UC Software 4.1 and of the VVX expansion modules',
    'templates and User-Agent tables of Wazo, FusionPBX and the Polycom module of FreePBX',
  ],
})
