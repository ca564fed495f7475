import { defineVendor } from '../../define.ts'
import { appFacts, noKeys, writeTypedData } from '../../toolkit/app.ts'

export const zoiper = defineVendor({
  id: 'zoiper',
  name: 'Zoiper',
  ouis: [],
  userAgents: [/^Zoiper rv?(?<firmware>[\w.]+)/i, /\bzoiper\b/i],
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
          cannot: ['makersPortal', 'noRefetch', 'noPush'],
          steps: [
            { verb: 'installApp', params: { app: 'Zoiper' } },
            { verb: 'openApp', params: { app: 'Zoiper' } },
            { verb: 'typeData', params: {} },
            { verb: 'waitForRegistration', params: {} },
          ],
        },
        sources: [
          'Zoiper documentation: a QR code leads to the maker’s portal for resellers, through which name and password would pass',
          'one source alone says that the app takes a plain address: not relied on',
        ],
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
  sources: ['Zoiper documentation: QR codes of the reseller portal'],
})
