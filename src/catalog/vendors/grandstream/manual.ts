import type { ManualContext } from '../../define.ts'
import { type ManualStep, withLabels } from '../../manual-verbs.ts'
import { gxpWords } from './labels.ts'

/** Labels of the web page and of the phone's menu. The device adds scheme and file name by itself. */
export function manual({ spec, model, link }: ManualContext): readonly ManualStep[] {
  if (model.kind === 'dectHandset') return pairing
  if (model.app) return model.app.steps
  const { reset, address, page, save, start } = places(model.kind, model.name)
  return withLabels(model.name.startsWith('GXP') ? gxpWords : {}, [
    { verb: 'factoryReset', params: { menu: reset } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: address } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...(spec.caCertificate && model.trust === 'caByHand'
      ? [
          {
            verb: 'loadAuthority',
            params: { menu: 'Maintenance → Security Settings → Trusted CA Certificates' },
          } as const,
        ]
      : []),
    { verb: 'openMenu', params: { menu: page } },
    { verb: 'chooseOption', params: { field: 'Config Upgrade Via', option: 'HTTPS' } },
    {
      verb: 'pasteLink',
      params: { field: 'Config Server Path', link: link.replace(/^https:\/\//, '').replace(/\/$/, '') },
    },
    { verb: 'save', params: { button: save } },
    { verb: 'restart', params: { menu: start } },
    { verb: 'waitForRegistration', params: {} },
  ])
}

/** The base takes a handset as long as its page says so. */
const pairing: readonly ManualStep[] = [
  { verb: 'openPairing', params: { menu: 'Status → DECT Status → Subscribe' } },
  { verb: 'pairHandset', params: { menu: 'Menu → Settings → Registration → Register' } },
  { verb: 'waitForRegistration', params: {} },
]

function places(kind: ManualContext['model']['kind'], name: string) {
  if (kind === 'gateway')
    return {
      reset: '*** → 99',
      address: '*** → 02',
      page: name.startsWith('GXW') ? 'Maintenance → Upgrade and Provisioning' : 'ADVANCED SETTINGS',
      save: 'Apply',
      start: 'Reboot',
    }
  const page = 'Maintenance → Upgrade and Provisioning'
  if (kind === 'dectBase')
    return { reset: 'RESET', address: 'Menu → Status → Base Station', page, save: 'Save and Apply', start: 'Reboot' }
  return {
    reset: 'Menu → System → Operations → Factory Reset',
    address: 'Menu → Status → Network Status',
    page,
    save: 'Save and Apply',
    start: 'Reboot',
  }
}
