import { type RenderContext, writeKey } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { standardOffset } from '../../toolkit/clock.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { keys as keyMap, none } from './keys.ts'
import { serverUrl, type Values, writeSettings } from './settings.ts'
import { codecList, languageCodes, offsetText } from './words.ts'

const nameLength = 64

/** Halo and 8028s (Wazo plug-in 1.51). */
export function renderSipGroup(context: RenderContext): string {
  const accounts = context.lines.map((line, index) => account(context, line, index + 1))
  const values: Values = {
    // 0 and SIP: as a telephone of a SIP server, not of the maker's own system.
    SipAppRunMode: 0,
    LocalAdmcfgRunMode: 'SIP',
    ...Object.assign({}, ...accounts),
    ...system(context),
    ...functionKeys(context),
  }
  return writeSettings(values, context.extra)
}

function account({ spec, sipPort }: RenderContext, line: LineSpec | null, slot: number): Values {
  const displayName = line ? limited(line.displayName, nameLength) || line.number : ''
  const group: Values = {
    Enable: line ? 1 : 0,
    DomainName: line ? spec.host : '',
    AuthenticationName: line?.authName ?? '',
    AuthenticationRealm: '',
    AuthenticationPassword: line?.password ?? '',
    LabelName: displayName,
    DisplayName: displayName,
    // 7: a server of none of the kinds that it knows better.
    ServerType: 7,
    DeviceUri: line?.number ?? '',
    OutBoundProxyAddress: '',
    OutBoundProxyPort: sipPort,
  }
  return {
    [`SIPServer${slot}Address`]: line ? spec.host : '',
    [`SIPServer${slot}Port`]: sipPort,
    ...Object.fromEntries(Object.entries(group).map(([name, value]) => [`SIPGroup${slot}${name}`, value])),
  }
}

function system({ spec, link, ntpServer, lines }: RenderContext): Values {
  const { vlan, codecs, expiry } = spec.settings
  return {
    LocalEnetcfgDmUrl: serverUrl(link),
    EdsEnetcfgDmUrl: serverUrl(link),
    LocalEnetcfgVlanEnabl: vlan > 0,
    LocalEnetcfgVlan: vlan > 0 ? vlan : '',
    LocalEnetcfgSntp: ntpServer,
    DmAdmcfgTimeZone: offsetText(standardOffset(spec.timeZone)),
    SIPRegisterExpire: expiry,
    SIPPreferredVocoder: codecList(codecs),
    SIPSrtpAuthentication: 0,
    SIPAutoAnsweredAllowed: false,
    TelephonyVmNumber: dialString(spec.voicemail),
    SIPMessageWaitingIndicationUri: lines[0]?.number ?? '',
    ...(spec.adminPassword && { DmAdminPasswd: spec.adminPassword }),
    ...(spec.userPassword && { WebUserPasswd: spec.userPassword }),
    language_choice: true,
    language_local: languageCodes[spec.language],
    language: languageCodes[spec.language],
  }
}

/** A key dials its number. */
function functionKeys({ spec, keys }: RenderContext): Values {
  return Object.fromEntries(
    keys.map((key) => [`SIPUseDeviceKey${key.slot}`, writeKey(keyMap, none, key, spec).Value] as const),
  )
}
