import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual({ spec, link }: ManualContext): readonly ManualStep[] {
  const authority: ManualStep[] = spec.caCertificate
    ? [{ verb: 'loadAuthority', params: { menu: 'Management → Trusted CA' } }]
    : []
  return [
    { verb: 'factoryReset', params: { menu: 'OK, 10 s' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Status → Information' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...authority,
    { verb: 'openMenu', params: { menu: 'Management → Auto Provision' } },
    { verb: 'chooseOption', params: { field: 'Upgrade Mode', option: 'HTTPS' } },
    { verb: 'pasteLink', params: { field: 'Config Server Path', link } },
    { verb: 'save', params: { button: 'SaveSet' } },
    { verb: 'startDownload', params: { button: 'Autoprovision Now' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
