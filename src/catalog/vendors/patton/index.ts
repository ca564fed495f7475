import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models } from './models.ts'
import { render } from './render.ts'

/** SmartNode gateways with SmartWare R6; those with Trinity speak another language and are not here. */
export const patton = defineVendor({
  id: 'patton',
  name: 'Patton',
  ouis: ['00A0BA'],
  userAgents: [
    /^SmartNode \(Model:(?<model>\w{1,10})[^;]{0,40}; Serial:(?<mac>[0-9A-F]{12}); Software Version:R(?<firmware>[\w.]{1,20})/i,
    /^Patton (?<model>SN\w{1,8})(?: [\w/]{1,12}){0,4} (?<mac>00A0BA[0-9A-F]{6}) R(?<firmware>[\d.]{1,20})/i,
  ],
  models,
  modules: [],
  keys,
  files: [{ name: () => null, contentType: 'text/plain; charset=us-ascii', render }],
  fileWithMac: /^(?<mac>[0-9a-f]{12})\.cfg$/i,
  phonebook: null,
  // A parameter is a statement in a mode, which one line with a name cannot say.
  extraName: null,
  manual,
  sources: [
    'Wazo plug-ins for SmartWare R6.9 and R6.11',
    'SmartWare Software Configuration Guide',
    'OSS endpoint templates',
  ],
})
