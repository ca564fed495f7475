import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual({ spec, link }: ManualContext): readonly ManualStep[] {
  // A phone in factory state refuses a server whose certificate it does not know; the configuration brings the authority.
  const certificate: ManualStep[] = spec.caCertificate
    ? [
        {
          verb: 'allowUnknownCertificate',
          params: { menu: 'Security → Trusted Certificates', option: 'Only Accept Trusted Certificates: Disabled' },
        },
      ]
    : []
  return [
    { verb: 'factoryReset', params: { menu: 'Menu → Settings → Advanced → Reset Config → Reset to Factory' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Status' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...certificate,
    { verb: 'openMenu', params: { menu: 'Settings → Auto Provision' } },
    { verb: 'pasteLink', params: { field: 'Server URL', link } },
    { verb: 'save', params: { button: 'Confirm' } },
    { verb: 'startDownload', params: { button: 'Auto Provision Now' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
