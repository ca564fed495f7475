import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual(context: ManualContext): readonly ManualStep[] {
  if (context.model.kind === 'dectHandset') return handsetSteps
  return context.model.handsets ? baseSteps(context) : phoneSteps(context)
}

function phoneSteps({ model, spec, link }: ManualContext): readonly ManualStep[] {
  const newPages = model.name.startsWith('D8')
  return [
    { verb: 'factoryReset', params: { menu: 'Settings → Maintenance → Reset values' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Settings → Information → System Information' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInWithoutPassword', params: {} },
    ...authority(model.trust === 'caByHand' && spec.caCertificate !== undefined, 'Certificates → Server Certificates'),
    { verb: 'openMenu', params: { menu: newPages ? 'Provisioning' : 'Advanced → Update' } },
    { verb: 'pasteLink', params: { field: newPages ? 'Setting server' : 'Setting URL', link } },
    { verb: 'save', params: { button: newPages ? 'Save' : 'Apply' } },
    { verb: 'restart', params: { menu: newPages ? 'Maintenance → Reboot' : 'Advanced → Update → Reboot' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}

function baseSteps({ spec, link }: ManualContext): readonly ManualStep[] {
  return [
    { verb: 'factoryReset', params: { menu: 'Reset, 10 s' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → *47*' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...authority(spec.caCertificate !== undefined, 'Security → Trusted Server Certificates'),
    { verb: 'openMenu', params: { menu: 'Management → Configuration' } },
    { verb: 'pasteLink', params: { field: 'Configuration Server Address', link } },
    { verb: 'save', params: { button: 'Save and Reboot' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}

function authority(needed: boolean, menu: string): ManualStep[] {
  return needed ? [{ verb: 'loadAuthority', params: { menu } }] : []
}

const handsetSteps: readonly ManualStep[] = [
  { verb: 'openPairing', params: { menu: 'Extensions → Register handset(s)' } },
  { verb: 'pairHandset', params: { menu: 'Menu → Connectivity → Register' } },
  { verb: 'waitForRegistration', params: {} },
]
