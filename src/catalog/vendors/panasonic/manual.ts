import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. The page is closed until a person opens it. */
export function manual({ model, link }: ManualContext): readonly ManualStep[] {
  if (model.kind === 'dectHandset') return pairing
  const isBase = model.kind === 'dectBase'
  return [
    {
      verb: 'factoryReset',
      params: {
        menu: isBase ? 'Maintenance → Reset to Factory Defaults' : 'Setting → System Settings → Factory Default',
      },
    },
    { verb: 'connect', params: {} },
    {
      verb: 'findAddress',
      params: { menu: isBase ? 'System Option → Status → IPv4 Settings' : 'Setting → System Settings → Status' },
    },
    { verb: 'chooseOption', params: { field: 'Basic Settings → Other Option → Embedded Web', option: 'On' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'adminpass' } },
    { verb: 'openMenu', params: { menu: 'Maintenance → Provisioning Maintenance' } },
    { verb: 'pasteLink', params: { field: 'Standard File URL', link } },
    { verb: 'save', params: { button: 'Save' } },
    { verb: 'restart', params: { menu: 'Maintenance → Restart' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}

const pairing: readonly ManualStep[] = [
  { verb: 'pairHandset', params: { menu: 'Menu → Setting Handset → Register H/set' } },
  { verb: 'waitForRegistration', params: {} },
]
