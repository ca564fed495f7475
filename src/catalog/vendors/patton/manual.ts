import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page in English. The link becomes a provisioning profile on the page's command line. */
export function manual({ spec, link }: ManualContext): readonly ManualStep[] {
  const authority: ManualStep[] = spec.caCertificate
    ? [{ verb: 'loadAuthority', params: { menu: 'System → Certificates' } }]
    : []
  return [
    { verb: 'factoryReset', params: { menu: 'Reset, until the Power LED blinks' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'DHCP server: 00:A0:BA:…' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'administrator', password: '' } },
    ...authority,
    { verb: 'openMenu', params: { menu: 'CLI: enable → configure → profile provisioning PF_PROVISIONING' } },
    { verb: 'chooseOption', params: { field: 'destination', option: 'configuration' } },
    { verb: 'pasteLink', params: { field: 'location 1', link } },
    { verb: 'chooseOption', params: { field: 'activation', option: 'reload graceful' } },
    { verb: 'startDownload', params: { button: 'provisioning execute PF_PROVISIONING' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
