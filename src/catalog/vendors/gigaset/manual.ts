import type { ManualContext } from '../../define.ts'
import { type ManualStep, withLabels } from '../../manual-verbs.ts'
import { ownAddress } from './base.ts'
import { baseWords, handsetWords } from './labels.ts'
import { deskModels, olderBases } from './models.ts'

const names = (models: readonly { readonly name: string }[]) => new Set(models.map(({ name }) => name))
const maxwellNames = names(deskModels)
const olderNames = names(olderBases)

/** Labels of the web page and of the phone's menu. */
export function manual(context: ManualContext): readonly ManualStep[] {
  const { model } = context
  if (model.kind === 'dectHandset') return pairing
  if (maxwellNames.has(model.name)) return maxwell(context)
  return olderNames.has(model.name) ? older(context) : base(context)
}

/** A handset has no page of its own: what it needs comes from its base. */
const pairing = withLabels(handsetWords, [
  { verb: 'factoryReset', params: { menu: 'Menu → Settings → System → Handset Reset' } },
  { verb: 'pairHandset', params: { menu: 'Menu → Settings → Registration → Register Handset' } },
  { verb: 'waitForRegistration', params: {} },
])

/** A device in factory state refuses a server whose authority it does not know. */
function authority({ spec }: ManualContext, menu: string): ManualStep[] {
  return spec.caCertificate ? [{ verb: 'loadAuthority', params: { menu } }] : []
}

function base(context: ManualContext): readonly ManualStep[] {
  return withLabels(baseWords, [
    { verb: 'factoryReset', params: { menu: 'Settings → System → Reboot and reset' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'gigaset-config.com' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...authority(context, 'Settings → System → Security → CA certificates'),
    { verb: 'openMenu', params: { menu: 'Settings → System → Provisioning and configuration' } },
    { verb: 'pasteLink', params: { field: 'Provisioning server', link: ownAddress(context.link) } },
    { verb: 'save', params: { button: 'Set' } },
    { verb: 'startDownload', params: { button: 'Start auto configuration' } },
    { verb: 'waitForRegistration', params: {} },
  ])
}

function older(context: ManualContext): readonly ManualStep[] {
  return [
    { verb: 'factoryReset', params: { menu: 'Settings → Management → Save and restore → Reset' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Paging' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: '', password: '0000' } },
    ...authority(context, 'Settings → Network → Security → CA certificates'),
    { verb: 'openMenu', params: { menu: 'Settings → Management → Firmware update' } },
    { verb: 'pasteLink', params: { field: 'Data server', link: ownAddress(context.link) } },
    { verb: 'save', params: { button: 'Set' } },
    { verb: 'restart', params: { menu: 'Settings → Management → Reboot' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}

function maxwell(context: ManualContext): readonly ManualStep[] {
  return [
    { verb: 'factoryReset', params: { menu: 'Settings → System → Reset' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Settings → Information' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: 'admin' } },
    ...authority(context, 'Settings → System → Security → CA certificates'),
    { verb: 'openMenu', params: { menu: 'Settings → System → Provisioning and configuration' } },
    { verb: 'pasteLink', params: { field: 'Provisioning server', link: ownAddress(context.link) } },
    { verb: 'save', params: { button: 'Save' } },
    { verb: 'startDownload', params: { button: 'Start auto configuration' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
