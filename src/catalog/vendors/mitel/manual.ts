import type { ManualContext } from '../../define.ts'
import { type ManualStep, withLabels } from '../../manual-verbs.ts'
import { words } from './labels.ts'

const page = 'Advanced Settings → Configuration Server'

/** Labels of the web page and of the phone's menu. The parts of the link have a field each. */
export function manual({ spec, link }: ManualContext): readonly ManualStep[] {
  const { hostname, port, pathname } = new URL(link)
  const unknown: ManualStep[] = spec.caCertificate
    ? [
        {
          verb: 'allowUnknownCertificate',
          params: { menu: 'Advanced Settings → Network → HTTPS', option: 'Validate Certificates: Off' },
        },
      ]
    : []
  return withLabels(words, [
    { verb: 'factoryReset', params: { menu: 'Options → Admin Menu (22222) → Factory Default' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Options → Phone Status → IP&MAC Addresses' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: '22222' } },
    ...unknown,
    { verb: 'openMenu', params: { menu: page } },
    { verb: 'chooseOption', params: { field: 'Download Protocol', option: 'HTTPS' } },
    { verb: 'chooseOption', params: { field: 'HTTPS Server', option: hostname } },
    { verb: 'pasteLink', params: { field: 'HTTPS Path', link: pathname } },
    { verb: 'chooseOption', params: { field: 'HTTPS Port', option: port } },
    { verb: 'save', params: { button: 'Save Settings' } },
    { verb: 'restart', params: { menu: 'Operation → Reset → Restart' } },
    { verb: 'waitForRegistration', params: {} },
  ])
}
