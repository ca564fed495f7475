import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

export function manual({ link }: ManualContext): readonly ManualStep[] {
  return [
    { verb: 'installApp', params: { app: 'Linphone' } },
    { verb: 'factoryReset', params: { menu: 'Settings → Advanced settings' } },
    { verb: 'openApp', params: { app: 'Linphone' } },
    { verb: 'openMenu', params: { menu: 'Assistant → Fetch remote configuration' } },
    { verb: 'pasteLink', params: { field: 'Configuration URL', link } },
    { verb: 'startDownload', params: { button: 'Fetch and apply' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
