import { defineVendor } from '../../define.ts'
import { appFacts, noKeys, writeTypedData } from '../../toolkit/app.ts'

/** Any app that speaks SIP: a person types the data in. */
export const sip = defineVendor({
  id: 'sip',
  name: 'SIP',
  ouis: [],
  userAgents: [],
  models: [
    {
      ...appFacts({
        transport: 'tls',
        srtp: true,
        app: {
          delivery: 'typed',
          scheme: null,
          systems: ['android', 'ios', 'windows', 'macos', 'linux'],
          can: ['takesTyped'],
          cannot: ['dependsOnApp', 'noRefetch'],
          steps: [
            { verb: 'typeData', params: {} },
            { verb: 'waitForRegistration', params: {} },
          ],
        },
        sources: ['RFC 3261'],
      }),
      name: 'App',
    },
  ],
  modules: [],
  keys: noKeys,
  files: [{ name: () => null, contentType: 'text/plain; charset=utf-8', render: writeTypedData }],
  fileWithMac: null,
  phonebook: null,
  extraName: null,
  manual: ({ model }) => model.app?.steps ?? [],
  sources: ['RFC 3261'],
})
