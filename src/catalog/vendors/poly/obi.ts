import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { entriesOf, type ObiEntry } from './obi-entries.ts'
import { clock, tones } from './obi-locale.ts'
import { functionKeys, ports } from './obi-ports.ts'
import { obiCodecs, obiLanguages, pickupCode } from './words.ts'

const nameLength = 64

/** The firmware that came from Obihai: what a file does not name stays as it was, so that everything is named. */
export function renderObi(context: RenderContext): string {
  const entries = [
    ...services(context),
    ...profile(context),
    ...codecs(context),
    ...tones(context),
    ...provisioning(context),
    ...device(context),
    ...clock(context),
    ...ports(context),
    ...functionKeys(context),
    ...context.extra.map(({ name, value }): ObiEntry => [name, value]),
  ]
  return writeXml(element('ParameterList', {}, objects(entries)))
}

/** Parameters of one object stand together; of two values of one name the later goes. */
function objects(entries: readonly ObiEntry[]): XmlElement[] {
  const grouped = Map.groupBy(new Map(entries), ([name]) => name.slice(0, name.lastIndexOf('.') + 1))
  return [...grouped].map(([path, parameters]) =>
    element('O', {}, [
      element('N', {}, path),
      ...parameters.map(([name, value]) =>
        element('P', {}, [element('N', {}, name.slice(path.length)), element('V', {}, value)]),
      ),
    ]),
  )
}

/** Services beyond the slots are there too; they are switched off, so that nothing of an old owner stays. */
function services(context: RenderContext): ObiEntry[] {
  const { model, lines, handsets } = context
  const used = model.handsets ? handsets.map((handset) => handset?.line ?? null) : lines
  const count = model.kind === 'gateway' ? 4 : model.handsets ? 10 : 6
  return Array.from({ length: count }, (_, index) => service(context, index + 1, used[index] ?? null)).flat()
}

function service(context: RenderContext, slot: number, line: LineSpec | null): ObiEntry[] {
  const path = `VoiceService.1.VoiceProfile.1.Line.${slot}`
  const name = line ? limited(line.displayName, nameLength) || line.number : ''
  return [
    ...entriesOf(path, {
      Enable: String(line !== null),
      X_RegisterEnable: String(line !== null),
      X_ServProvProfile: 'A',
      X_CodecProfile: line?.fax ? 'B' : 'A',
      X_InboundCallRoute: inboundRoute(context, slot),
      ...(context.model.kind === 'desk' && { X_DisplayLabel: name, X_DisplayNumber: line?.number ?? '' }),
      X_AcceptResync: 'yes without authentication',
      X_KeepAliveEnable: 'true',
      X_KeepAliveExpires: '30',
    }),
    ...entriesOf(`${path}.SIP`, {
      AuthUserName: line?.authName ?? '',
      AuthPassword: line?.password ?? '',
      // The number in the address of record, which may differ from the login.
      URI: line?.number ?? '',
    }),
    ...entriesOf(`${path}.CallingFeatures`, {
      CallerIDName: name,
      X_MailboxID: '',
      X_CheckVoiceMailNumber: line ? limited(context.spec.voicemail, nameLength) : '',
      ...lampOf(context, slot),
      CallForwardUnconditionalEnable: 'false',
      X_SRTP: srtpWords[context.srtp],
    }),
  ]
}

const srtpWords = { off: 'Disable SRTP', optional: 'Use SRTP When Possible', required: 'Use SRTP Only' } as const

function inboundRoute({ model }: RenderContext, slot: number): string {
  if (model.handsets) return `dt${slot}`
  if (model.kind !== 'gateway' || model.lineSlots < 2) return 'ph'
  return slot <= model.lineSlots ? `ph${slot}` : 'ph1'
}

/** A base says by bits which of its handsets show that a message waits. */
function lampOf({ model }: RenderContext, slot: number): Record<string, string> {
  if (!model.handsets) return { MWIEnable: 'true', X_VMWIEnable: 'true' }
  const mask = String(2 ** (slot - 1))
  return { MWIEnableMask: mask, X_VMWIEnableMask: mask }
}

function profile({ spec, sipPort }: RenderContext): ObiEntry[] {
  const path = 'VoiceService.1.VoiceProfile.1'
  const named = spec.transport === 'tls' && !/^[\d.]+$|:/.test(spec.host)
  return [
    ...entriesOf(path, {
      DTMFMethod: 'RFC2833',
      // Any number and code: the plan that the device comes with is that of North America.
      DigitMap: '(xx.|*xx.|#xx.|**xx.|+xx.|[^*#]@@.)',
      X_SymmetricRTPEnable: 'true',
    }),
    ...entriesOf(`${path}.SIP`, {
      ProxyServer: spec.host,
      ProxyServerPort: String(sipPort),
      ProxyServerTransport: spec.transport.toUpperCase(),
      RegistrarServer: spec.host,
      RegistrarServerPort: String(sipPort),
      UserAgentDomain: '',
      OutboundProxy: '',
      RegistrationPeriod: String(spec.settings.expiry),
      X_DnsSrv: 'false',
      X_UseRport: 'true',
      X_MWISubscribe: 'true',
      X_VerifyServerDomain: String(named),
      X_DirectedCallPickupMethod: 'Feature Code',
    }),
    ...entriesOf(`${path}.X_FeatureCode`, { DirectedCallPickup: pickupCode, CallPickup: '' }),
  ]
}

/** Profile A is for voice, B for a fax machine: G.711 alone, and T.38. */
function codecs({ spec, model }: RenderContext): ObiEntry[] {
  const isGateway = model.kind === 'gateway'
  const known = obiCodecs.filter(([place]) => !isGateway || place <= 8)
  const list = (profileNumber: number, wanted: readonly string[]) =>
    known.flatMap(([place, , codec]) => {
      const priority = codec ? wanted.indexOf(codec) : -1
      return entriesOf(`VoiceService.1.VoiceProfile.1.Line.${profileNumber}.Codec.List.${place}`, {
        Enable: String(priority >= 0),
        SilenceSuppression: 'false',
        Priority: String(priority >= 0 ? priority + 1 : 10),
      })
    })
  const settings = [1, 2].flatMap((profileNumber) =>
    entriesOf(`VoiceService.1.VoiceProfile.1.Line.${profileNumber}.Codec.X_Settings`, {
      T38Enable: 'true',
      T38ECM: 'true',
      T38Redundancy: '1',
    }),
  )
  return [...list(1, spec.settings.codecs), ...list(2, ['pcma', 'pcmu']), ...(isGateway ? settings : [])]
}

/** Its own address, asked at power-on and every 24 hours from then on: a time of day would leave power-on out. */
function provisioning({ spec, link, caLink, model }: RenderContext): ObiEntry[] {
  return [
    ...entriesOf('X_DeviceManagement.ITSPProvisioning', {
      Method: spec.settings.nightlySync ? 'Periodically' : 'System Start',
      Interval: '86400',
      ConfigURL: link,
    }),
    // The maker's cloud, his firmware, TR-069 and another switch's plug and play.
    ...entriesOf('X_DeviceManagement.Provisioning', { Method: 'Disabled', ConfigURL: '' }),
    ...entriesOf('X_DeviceManagement.FirmwareUpdate', { Method: 'Disabled', FirmwareURL: '' }),
    ...entriesOf('SystemInfo', { X_EnableTR69: 'false', ...(model.kind === 'desk' && { X_Enable3CXPNP: 'false' }) }),
    // 66, an address to fetch from, is no longer taken from DHCP.
    ['X_DHCPC.ExtraOptions', '42'],
    ...(model.kind === 'gateway' ? entriesOf('VoiceService.1.X_P2P.1', { Enable: 'false' }) : []),
    ...(model.trust === 'caByUrl'
      ? entriesOf('X_DeviceManagement.PlatformCACert.1', { DownloadURL: caLink ?? '' })
      : []),
  ]
}

function device({ spec, model }: RenderContext): ObiEntry[] {
  const { vlan, vlanPriority, lldp, webPage } = spec.settings
  return [
    ...entriesOf('X_DeviceManagement.WebServer', {
      Port: webPage ? '80' : '0',
      ...(spec.adminPassword && { AdminPassword: spec.adminPassword }),
      ...(spec.userPassword && { UserPassword: spec.userPassword }),
    }),
    ...entriesOf('DeviceInfo.WAN', {
      VLANEnable: String(vlan > 0),
      VLANID: String(vlan),
      VLANPriority: String(vlan > 0 ? vlanPriority : 0),
      ...(model.kind !== 'gateway' && { 'LLDP-MED': String(lldp) }),
    }),
    ...(model.kind === 'desk'
      ? [
          ...entriesOf('VoiceService.1.Phone.Control', { AcceptPhoneXmlAppViaHTTP: 'false' }),
          ...entriesOf('UserPref', { Language: obiLanguages[spec.language] }),
        ]
      : []),
  ]
}
