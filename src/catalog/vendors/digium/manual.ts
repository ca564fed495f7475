import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'
import { isPSeries } from './models.ts'

/** Labels of the phone's menu in English, its language in factory state. The link is typed on the web page, which is open until the first configuration. */
export function manual({ model, link }: ManualContext): readonly ManualStep[] {
  const settings = isPSeries(model) ? 'Menu → Admin Settings' : 'More → Menu → Admin Settings'
  return [
    { verb: 'factoryReset', params: { menu: `${settings} → Reset → Factory Default` } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Information' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: '789' } },
    { verb: 'openMenu', params: { menu: 'Provisioning' } },
    { verb: 'pasteLink', params: { field: 'Config Server URL', link } },
    { verb: 'save', params: { button: 'Save' } },
    { verb: 'restart', params: { menu: `${settings} → Reboot` } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
