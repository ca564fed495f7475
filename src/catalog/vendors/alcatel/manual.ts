import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'
import { myriadModels } from './models.ts'
import { serverUrl } from './settings.ts'

const myriads = new Set(myriadModels.map(({ name }) => name))

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual({ model, link }: ManualContext): readonly ManualStep[] {
  const isMyriad = myriads.has(model.name)
  return [
    { verb: 'factoryReset', params: { menu: 'Menu → Advanced Setting (123456) → Reset to Factory' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Status' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: '123456' } },
    {
      verb: 'openMenu',
      params: { menu: isMyriad ? 'Maintenance → Auto Provision' : 'Advanced Setting → Auto Provision' },
    },
    { verb: 'pasteLink', params: { field: 'Server URL', link: serverUrl(link) } },
    { verb: 'save', params: { button: 'Submit' } },
    { verb: 'restart', params: { menu: 'Maintenance → Reboot' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
