import type { ManualContext } from '../../define.ts'
import type { ManualStep } from '../../manual-verbs.ts'

/** Labels of the web page and of the phone's menu in English, its language in factory state. */
export function manual(context: ManualContext): readonly ManualStep[] {
  return context.model.kind === 'gateway' ? gateway(context) : phone(context)
}

function phone({ link }: ManualContext): readonly ManualStep[] {
  return [
    { verb: 'factoryReset', params: { menu: 'Menu → Settings → Administration (1234) → Restore Defaults' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: 'Menu → Status → Network Status' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'admin', password: '1234' } },
    { verb: 'openMenu', params: { menu: 'Management → Automatic Update → Automatic Provisioning' } },
    { verb: 'chooseOption', params: { field: 'Provisioning Method', option: 'Static URL' } },
    { verb: 'pasteLink', params: { field: 'Configuration URL', link } },
    { verb: 'save', params: { button: 'Submit' } },
    { verb: 'startDownload', params: { button: 'Check now' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}

/** It tells its address when ***12345 is dialled on a telephone at its first port. */
function gateway({ spec, link }: ManualContext): readonly ManualStep[] {
  const authority: ManualStep[] = spec.caCertificate
    ? [
        {
          verb: 'loadAuthority',
          params: { menu: 'Configuration → System → Certificates → Trusted Root Certificate Store' },
        },
      ]
    : []
  return [
    { verb: 'factoryReset', params: { menu: 'Reset, 6 s' } },
    { verb: 'connect', params: {} },
    { verb: 'findAddress', params: { menu: '***12345' } },
    { verb: 'openWebPage', params: {} },
    { verb: 'signInAs', params: { user: 'Admin', password: 'Admin' } },
    ...authority,
    { verb: 'openMenu', params: { menu: '/AdminPage → INI Parameters' } },
    { verb: 'chooseOption', params: { field: 'Parameter Name', option: 'IniFileURL' } },
    { verb: 'pasteLink', params: { field: 'Enter Value', link } },
    { verb: 'save', params: { button: 'Apply New Value, Burn' } },
    { verb: 'restart', params: { menu: 'Management → Maintenance Actions → Reset' } },
    { verb: 'waitForRegistration', params: {} },
  ]
}
