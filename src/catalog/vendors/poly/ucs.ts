import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { clockTime } from '../../toolkit/clock.ts'
import { limited } from '../../toolkit/text.ts'
import { type AttributeValue, writeXmlAttributes } from '../../toolkit/xml-attributes.ts'
import { functionKeys } from './ucs-keys.ts'
import { locale, tones } from './ucs-locale.ts'
import { pickupCode, ucsCodecs, ucsOtherCodecs, ucsTransports } from './words.ts'

type Entry = readonly [string, AttributeValue]

const nameLength = 64

/** The name of the file that the master file points to. */
export const settingsFile = 'settings.cfg'

/** UC Software and PVOS. What a file does not name goes back to its default, `device.*` apart: those stay until they are set anew. */
export function renderUcs(context: RenderContext): string {
  return writeXmlAttributes('PHONE', [
    ...context.lines.flatMap((line, index) => registration(context, index + 1, line)),
    ...media(context),
    ...provisioning(context),
    ...device(context),
    ...trust(context),
    ...locale(context),
    ...tones(context),
    ...features,
    ...functionKeys(context),
    ...context.extra.map(({ name, value }): Entry => [name, value]),
  ])
}

/** What the phone asks for first: which files hold its settings. Without a path of its own it would look for firmware here. */
export function renderMaster(): string {
  return writeXmlAttributes('APPLICATION', [
    ['APP_FILE_PATH', ''],
    ['CONFIG_FILES', settingsFile],
    ['MISC_FILES', ''],
    ['LOG_FILE_DIRECTORY', ''],
    ['OVERRIDES_DIRECTORY', ''],
    ['CONTACTS_DIRECTORY', ''],
    ['LICENSE_DIRECTORY', ''],
  ])
}

function registration({ spec, sipPort }: RenderContext, slot: number, line: LineSpec | null): Entry[] {
  const name = line ? limited(line.displayName, nameLength) || line.number : ''
  const transport = ucsTransports[spec.transport]
  const reg: Record<string, AttributeValue> = {
    address: line?.number ?? '',
    'auth.userId': line?.authName ?? '',
    'auth.password': line?.password ?? '',
    displayName: name,
    label: name,
    type: 'private',
    lineKeys: 1,
    'server.1.address': line ? spec.host : '',
    'server.1.port': line ? sipPort : '',
    'server.1.transport': line ? transport : '',
    'server.1.expires': spec.settings.expiry,
    'server.1.register': line ? 1 : 0,
    'server.2.address': '',
    'outboundProxy.address': '',
  }
  return [
    ...Object.entries(reg).map(([key, value]): Entry => [`reg.${slot}.${key}`, value]),
    [`msg.mwi.${slot}.subscribe`, line?.number ?? ''],
    [`msg.mwi.${slot}.callBackMode`, line ? 'contact' : 'disabled'],
    [`msg.mwi.${slot}.callBack`, line ? limited(spec.voicemail, nameLength) : ''],
  ]
}

function media({ spec, srtp }: RenderContext): Entry[] {
  const wanted: readonly string[] = spec.settings.codecs
  return [
    ['sec.srtp.enable', srtp === 'off' ? 0 : 1],
    ['sec.srtp.offer', srtp === 'off' ? 0 : 1],
    ['sec.srtp.require', srtp === 'required' ? 1 : 0],
    // The first in the list is 1, one that is not there 0.
    ...Object.entries(ucsCodecs).map(([codec, name]): Entry => [`voice.codecPref.${name}`, wanted.indexOf(codec) + 1]),
    ...ucsOtherCodecs.map((name): Entry => [`voice.codecPref.${name}`, 0]),
    ['tone.dtmf.viaRtp', 1],
    ['tone.dtmf.rfc2833Control', 1],
    ['tone.dtmf.rfc2833Payload', 101],
    ['voIpProt.SIP.dtmfViaSignaling.rfc2976', 0],
    ['nat.keepalive.interval', 30],
  ]
}

/** A `device.` parameter is taken only when it is marked so. */
function set(name: string, value: AttributeValue): Entry[] {
  return [
    [`device.${name}.set`, 1],
    [`device.${name}`, value],
  ]
}

/** Its own address, asked at power-on and once a night; neither DHCP nor the maker's cloud names another. */
function provisioning({ spec, link, syncMinute }: RenderContext): Entry[] {
  return [
    ['device.set', 1],
    ...set('prov.serverName', link),
    // 3 = HTTPS, for firmware that passes over the scheme of the address.
    ...set('prov.serverType', 3),
    ...set('prov.user', ''),
    ...set('prov.password', ''),
    ...set('prov.tagSerialNo', 1),
    ...set('prov.ztpEnabled', 0),
    ...set('prov.upgradeServer', ''),
    // 2 = the address that is set here, whatever DHCP says.
    ...set('dhcp.bootSrvUseOpt', 2),
    ['prov.autoConfigUpload.enabled', 0],
    ['prov.polling.enabled', spec.settings.nightlySync ? 1 : 0],
    ['prov.polling.mode', 'abs'],
    ['prov.polling.period', 86_400],
    ['prov.polling.time', clockTime(syncMinute)],
    ['voIpProt.SIP.specialEvent.checkSync.alwaysReboot', 0],
  ]
}

function device({ spec }: RenderContext): Entry[] {
  const { lldp, vlan, vlanPriority, webPage } = spec.settings
  return [
    ...(spec.adminPassword ? set('auth.localAdminPassword', spec.adminPassword) : []),
    ...(spec.userPassword ? set('auth.localUserPassword', spec.userPassword) : []),
    ...set('net.lldpEnabled', lldp ? 1 : 0),
    ...set('net.cdpEnabled', 0),
    ...set('net.vlanId', vlan || ''),
    ...(vlan ? ['rtp', 'callControl'].map((kind): Entry => [`qos.ethernet.${kind}.user_priority`, vlanPriority]) : []),
    ['httpd.enabled', webPage ? 1 : 0],
    ['httpd.cfg.enabled', webPage ? 1 : 0],
    ['httpd.cfg.secureTunnelEnabled', webPage ? 1 : 0],
    ['httpd.cfg.secureTunnelRequired', 1],
    // Nobody sends the phone commands or pages by HTTP.
    ['apps.push.messageType', 0],
    ['apps.push.username', ''],
    ['apps.push.password', ''],
    ['apps.push.serverRootURL', ''],
    ['apps.restapi.enabled', 0],
    ['apps.statePolling.URL', ''],
    ['apps.telNotification.URL', ''],
    ['diags.pcap.enabled', 0],
    ['diags.pcap.remote.enabled', 0],
  ]
}

/** Our authority beside those that the phone knows; an address has no name that could be compared with the certificate's. */
function trust({ spec }: RenderContext): Entry[] {
  const strict = /^[\d.]+$|:/.test(spec.host) ? 0 : 1
  return [
    ...(spec.caCertificate ? set('sec.TLS.customCaCert1', { pem: spec.caCertificate }) : []),
    ...set('sec.TLS.profile.caCertList1', 'All'),
    ...set('sec.TLS.profileSelection.provisioning', 'PlatformProfile1'),
    ['sec.TLS.profileSelection.SIP', 'PlatformProfile1'],
    ...set('sec.TLS.prov.strictCertCommonNameValidation', strict),
    ['sec.TLS.SIP.strictCertCommonNameValidation', strict],
  ]
}

const features: readonly Entry[] = [
  ['up.oneTouchVoiceMail', 1],
  ['feature.directedCallPickup.enabled', 1],
  ['call.directedCallPickupMethod', 'legacy'],
  ['call.directedCallPickupString', pickupCode],
  ['attendant.reg', 1],
  ['attendant.uri', ''],
  // The directory comes from this server; what a person added on the phone would be lost.
  ['dir.local.readonly', 1],
  ['feature.corporateDirectory.enabled', 0],
  ['call.callWaiting.enable', 1],
  // Any number, sent when no digit follows for four seconds: the plan that the phone comes with is that of North America.
  ['dialplan.digitmap', 'xx.T|*xx.T|#xx.T|**xx.T|+xx.T'],
  ['dialplan.digitmap.timeOut', 4],
  ['dialplan.impossibleMatchHandling', 2],
]
