import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page in English, its language in factory state. */
export function manual({ link }: ManualContext): readonly ManualStep[] {
  return [
    { verb: 'factoryReset', params: { menu: 'Menu → Settings → Advanced Settings → Reset to Factory' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Status' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    { verb: 'openMenu', params: { menu: 'Upgrade → Advanced → Manual Autop' } },
    { verb: 'pasteLink', params: { field: 'URL', link } },
    { verb: 'save', params: { button: 'Submit' } },
    { verb: 'startDownload', params: { button: 'AutoP Immediately' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
