import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual({ model, link }: ManualContext): readonly ManualStep[] {
  const newPages = model.name.startsWith('D8')
  return [
    { verb: 'factoryReset', params: { menu: 'Settings → Maintenance → Reset values' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Settings → Information → System Information' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInWithoutPassword', params: {} },
    { verb: 'openMenu', params: { menu: newPages ? 'Provisioning' : 'Advanced → Update' } },
    { verb: 'pasteLink', params: { field: newPages ? 'Setting server' : 'Setting URL', link } },
    { verb: 'save', params: { button: newPages ? 'Save' : 'Apply' } },
    { verb: 'restart', params: { menu: newPages ? 'Maintenance → Reboot' : 'Advanced → Update → Reboot' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
