import type { ManualContext } from '../../define.ts'
import { type ManualStep, withLabels } from '../../manual-verbs.ts'
import { mppWords } from './labels.ts'

interface Labels {
  readonly reset: string
  readonly address: string
  readonly page: string
  readonly authority: string
  readonly button: string
}

const spa: Labels = {
  reset: 'Setup → Factory Reset',
  address: 'Setup → Network → Current IP',
  page: 'Admin Login → Advanced → Voice → Provisioning',
  authority: 'Voice → Provisioning → Custom CA RULE',
  button: 'Submit All Changes',
}
const gateway: Labels = {
  reset: 'RESET (10 s)',
  address: '**** 110#',
  page: 'Voice → Provisioning',
  authority: 'Voice → Provisioning → Custom CA URL',
  button: 'Submit',
}
const mpp: Labels = {
  reset: 'Settings → Device administration → Factory reset',
  address: 'Settings → Status → Network status',
  page: 'Admin Login → advanced → Voice → Provisioning',
  authority: 'Voice → Provisioning → CA Settings → Custom CA Rule',
  button: 'Submit All Changes',
}

/** Labels of the web page, which stays in English, and of the phone's menu. */
export function manual({ spec, model, link }: ManualContext): readonly ManualStep[] {
  const labels = model.kind === 'gateway' ? gateway : model.name.startsWith('SPA') ? spa : mpp
  const login = model.webLogin
  return withLabels(labels === mpp ? mppWords : {}, [
    { verb: 'factoryReset', params: { menu: labels.reset } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: labels.address } },
    { verb: 'openWebPage', params: {} },
    login?.password
      ? { verb: 'signInAs', params: { user: login.user, password: login.password } }
      : { verb: 'signInWithoutPassword', params: {} },
    { verb: 'openMenu', params: { menu: labels.page } },
    ...(spec.caCertificate ? [{ verb: 'loadAuthority', params: { menu: labels.authority } } as const] : []),
    { verb: 'chooseOption', params: { field: 'Resync On Reset', option: 'Yes' } },
    { verb: 'pasteLink', params: { field: 'Profile Rule', link } },
    { verb: 'save', params: { button: labels.button } },
    { verb: 'waitForRegistration', params: {} },
  ])
}
