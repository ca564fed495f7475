import type { ManualContext } from '../../define.ts'
import { type ManualStep, withLabels } from '../../manual-verbs.ts'
import { baseWords, handsetWords, t5Words } from './labels.ts'

/** Labels of the web page and of the phone's menu. */
export function manual({ spec, model, link }: ManualContext): readonly ManualStep[] {
  // A phone in factory state refuses a server whose certificate it does not know; the configuration brings the authority.
  const certificate: ManualStep[] = spec.caCertificate
    ? [
        {
          verb: 'allowUnknownCertificate',
          params: { menu: 'Security → Trusted Certificates', option: 'Only Accept Trusted Certificates: Disabled' },
        },
      ]
    : []
  if (model.kind === 'dectHandset') return handsetSteps
  const words = model.handsets ? baseWords : model.name.startsWith('T5') ? t5Words : {}
  return withLabels(words, [
    ...(model.handsets ? baseSteps : phoneSteps),
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...certificate,
    { verb: 'openMenu', params: { menu: 'Settings → Auto Provision' } },
    { verb: 'pasteLink', params: { field: 'Server URL', link } },
    { verb: 'save', params: { button: 'Confirm' } },
    { verb: 'startDownload', params: { button: 'Auto Provision Now' } },
    { verb: 'waitForRegistration', params: {} },
  ])
}

const phoneSteps: readonly ManualStep[] = [
  { verb: 'factoryReset', params: { menu: 'Menu → Settings → Advanced → Reset Config → Reset to Factory' } },
  { verb: 'connect', params: {} },
  { verb: 'findAddress', params: { menu: 'Menu → Status' } },
]

/** A base has one key, for paging; a paired handset shows its address. */
const baseSteps: readonly ManualStep[] = [
  { verb: 'factoryReset', params: { menu: 'Paging, 20 s' } },
  { verb: 'connect', params: {} },
  { verb: 'findAddress', params: { menu: 'OK → Status → Base' } },
]

const handsetSteps = withLabels(handsetWords, [
  { verb: 'openPairing', params: { menu: 'Paging, 5 s' } },
  { verb: 'pairHandset', params: { menu: 'OK → Settings → Registration → Register Handset' } },
  { verb: 'waitForRegistration', params: {} },
])
