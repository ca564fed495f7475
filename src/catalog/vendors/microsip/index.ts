import { defineVendor } from '../../define.ts'
import { appFacts, noKeys } from '../../toolkit/app.ts'
import { render } from './render.ts'

export const microsip = defineVendor({
  id: 'microsip',
  name: 'MicroSIP',
  ouis: [],
  userAgents: [/^MicroSIP\/(?<firmware>[\w.]+)/i],
  models: [
    {
      ...appFacts({
        transport: 'tls',
        srtp: true,
        app: {
          delivery: 'file',
          scheme: null,
          systems: ['windows'],
          fileName: 'microsip.ini',
          can: ['readsFile', 'encrypts'],
          cannot: ['noCode', 'secretInFile', 'replacesFile', 'noRefetch', 'latinName'],
          steps: [
            { verb: 'installApp', params: { app: 'MicroSIP' } },
            { verb: 'putFile', params: { file: 'microsip.ini', folder: '%APPDATA%\\MicroSIP' } },
            { verb: 'openApp', params: { app: 'MicroSIP' } },
            { verb: 'waitForRegistration', params: {} },
          ],
        },
        sources: [
          'MicroSIP: names of the parameters in microsip.ini',
          'the free build fetches no configuration from an address',
          'the program may write the password of its file anew in a form of its own after the first start',
        ],
      }),
      name: 'Windows',
    },
  ],
  modules: [],
  keys: noKeys,
  files: [{ name: () => null, contentType: 'text/plain; charset=us-ascii', render }],
  fileWithMac: null,
  phonebook: null,
  extraName: null,
  manual: ({ model }) => model.app?.steps ?? [],
  sources: ['MicroSIP: names of the parameters in microsip.ini'],
})
