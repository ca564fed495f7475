import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page in English, its language in factory state. Server and file have a field each. */
export function manual({ spec, model, link }: ManualContext): readonly ManualStep[] {
  const at = link.lastIndexOf('/')
  const authority: ManualStep[] =
    spec.caCertificate && model.trust === 'caByHand'
      ? [{ verb: 'loadAuthority', params: { menu: 'System → Trusted Certificates' } }]
      : []
  return [
    { verb: 'factoryReset', params: { menu: 'Menu → Advanced (123) → Factory Reset' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Status' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...authority,
    { verb: 'openMenu', params: { menu: 'System → Auto Provision → Static Provisioning Server' } },
    { verb: 'chooseOption', params: { field: 'Server Address', option: link.slice(0, at) } },
    { verb: 'pasteLink', params: { field: 'Configuration File Name', link: link.slice(at + 1) } },
    { verb: 'chooseOption', params: { field: 'Protocol Type', option: 'HTTPS' } },
    { verb: 'chooseOption', params: { field: 'Update Mode', option: 'Update After Reboot' } },
    { verb: 'save', params: { button: 'Apply' } },
    { verb: 'restart', params: { menu: 'System → Reboot Phone' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
