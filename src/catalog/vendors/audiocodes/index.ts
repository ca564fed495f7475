import { defineVendor } from '../../define.ts'
import { keys } from './keys.ts'
import { manual } from './manual.ts'
import { models } from './models.ts'
import { render } from './render.ts'

export const audiocodes = defineVendor({
  id: 'audiocodes',
  name: 'AudioCodes',
  ouis: ['00908F'],
  userAgents: [
    // HTTP and SIP of the telephones: a letter and the revision of the board follow the model.
    /^AUDC-IPPhone\/(?<firmware>\d[\w.]*)(?: \((?<model>C?\d{3}(?:HD)?)\w?(?:-Rev\d+)?; (?<mac>[0-9A-F]{12})\))?/i,
    // SIP of the gateways.
    /^Audiocodes-Sip-Gateway-(?<model>MP-\d{3})(?: FX[SO])?(?:_FX[SO])?\/v?\.?(?<firmware>\d[\w.]*)/i,
    // HTTP of the gateways.
    /^Mozilla\/4\.0 \(compatible; ?AudioCodes; ?(?<model>MP-\d{3})[^;)]{0,20}; ?(?<firmware>\d[\w.]*)(?:; ?(?<mac>[0-9A-F]{12}))?/i,
  ],
  models,
  modules: [],
  keys,
  // The whole address is in its memory.
  files: [{ name: () => null, contentType: 'text/plain; charset=utf-8', render }],
  fileWithMac: /^(?<mac>[0-9A-F]{12})\.(?:cfg|cfx|ini)$/i,
  phonebook: null,
  extraName: /^[A-Za-z_]\w*(?:\/\w+)*$/,
  manual,
  sources: [
    'telephones: an exported configuration of a 405HD, administrator manuals 2.2.16 and 3.4.3, sipXecs plug-in',
    'gateways: MediaPack user’s manuals 5.8, 6.2 and 6.6, a configuration of an MP-112 with firmware 6.60A',
  ],
})
