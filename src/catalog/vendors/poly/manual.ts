import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'
import { obiNames } from './models-obi.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual(context: ManualContext): readonly ManualStep[] {
  if (context.model.kind === 'dectHandset') return handset
  return obiNames.has(context.model.name) ? obi(context) : ucs(context)
}

const handset: readonly ManualStep[] = [
  { verb: 'openPairing', params: { menu: 'Page, 5 s' } },
  { verb: 'pairHandset', params: { menu: 'Menu → Settings → Register' } },
  { verb: 'waitForRegistration', params: {} },
]

function ucs({ spec, link }: ManualContext): readonly ManualStep[] {
  return [
    {
      verb: 'factoryReset',
      params: { menu: 'Settings → Advanced (456) → Administration Settings → Reset to Defaults → Reset to Factory' },
    },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Settings → Status → Network → TCP/IP Parameters' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'Admin', password: '456' } },
    ...(spec.caCertificate
      ? [
          {
            verb: 'loadAuthority',
            params: { menu: 'Settings → Network → TLS → Certificate Configuration → CA Certificates' },
          } as const,
        ]
      : []),
    { verb: 'openMenu', params: { menu: 'Settings → Provisioning Server' } },
    { verb: 'chooseOption', params: { field: 'Server Type', option: 'HTTPS' } },
    { verb: 'pasteLink', params: { field: 'Server Address', link } },
    { verb: 'save', params: { button: 'Save' } },
    { verb: 'restart', params: { menu: 'Utilities → Restart Phone' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}

function obi({ spec, model, link }: ManualContext): readonly ManualStep[] {
  const isGateway = model.kind === 'gateway'
  const isPhone = model.kind === 'desk'
  return [
    {
      verb: 'factoryReset',
      params: { menu: isPhone ? 'Settings → Device Admin → Factory Reset' : 'RESET (8 s)' },
    },
    { verb: 'connect', params: {} },
    {
      verb: 'findAddress',
      params: { menu: isGateway ? '*** 1' : isPhone ? 'Product Info → Network' : 'Settings → Base' },
    },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...(spec.caCertificate && model.trust === 'caByUrl'
      ? [
          {
            verb: 'loadAuthority',
            params: { menu: 'System Management → Security → Platform CA Certificates' },
          } as const,
        ]
      : []),
    { verb: 'openMenu', params: { menu: 'System Management → Auto Provisioning → ITSP Provisioning' } },
    { verb: 'pasteLink', params: { field: 'ConfigURL', link } },
    { verb: 'save', params: { button: 'Submit' } },
    { verb: 'restart', params: { menu: 'Reboot' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
