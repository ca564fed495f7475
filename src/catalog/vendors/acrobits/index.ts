import { defineVendor } from '../../define.ts'
import { appFacts, noKeys, writeTypedData } from '../../toolkit/app.ts'

export const acrobits = defineVendor({
  id: 'acrobits',
  name: 'Acrobits',
  ouis: [],
  userAgents: [
    /^(?<model>CloudSoftphone|Groundwire|Acrobits Softphone)\/(?<firmware>[\w.]+)/i,
    /\b(?:acrobits|groundwire|cloudsoftphone)\b/i,
  ],
  models: [
    {
      ...appFacts({
        transport: 'tls',
        srtp: true,
        app: {
          delivery: 'typed',
          scheme: null,
          systems: ['android', 'ios'],
          can: ['takesTyped', 'encrypts'],
          cannot: ['shopNoCode', 'makersCloud', 'noRefetch'],
          steps: [
            { verb: 'installApp', params: { app: 'Groundwire' } },
            { verb: 'openApp', params: { app: 'Groundwire' } },
            { verb: 'typeData', params: {} },
            { verb: 'waitForRegistration', params: {} },
          ],
        },
        sources: [
          'Acrobits documentation: Cloud Softphone fetches from a provider through a Cloud ID of the maker',
          'the provisioning link of the app of the shops is undocumented, and reports of it differ: it is not used',
        ],
      }),
      name: 'Groundwire',
    },
  ],
  modules: [],
  keys: noKeys,
  files: [{ name: () => null, contentType: 'text/plain; charset=utf-8', render: writeTypedData }],
  fileWithMac: null,
  phonebook: null,
  extraName: null,
  manual: ({ model }) => model.app?.steps ?? [],
  sources: ['Acrobits documentation: account XML, external provisioning'],
})
