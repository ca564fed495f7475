import type { Transport } from '#domain/device.ts'
import type { RenderContext } from '../../define.ts'
import type { HandsetSpec } from '../../spec.ts'
import { cellRole } from '../../toolkit/cells.ts'
import { clockTime, lookUpZone } from '../../toolkit/clock.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { baseToneScheme, baseZoneNames, nearestZone } from './words.ts'

/** Characters that a handset shows of its name. */
const nameLength = 32
const transports: Readonly<Record<Transport, string>> = { udp: '1', tcp: '2', tls: '3' }
/** Number of the central phonebook among the directories of a base. */
const centralPhonebook = 21

export function param(name: string, value: string | number): XmlElement {
  return element('param', { name, value: String(value) })
}

/** Where it fetches: the base puts its own MAC for `%MACD`. */
export function ownAddress(link: string): string {
  return `${link}%MACD.xml`
}

/**
 * N610, N670, N770 and N870: one file for the base and all of its handsets. Of several bases it is the integrator's, which is the primary; what is below it
 * gets all from there (Gigaset wiki, N870 enterprise) and is told here no more than where it would ask.
 */
export function renderBase(context: RenderContext): string {
  const places = context.handsets.flatMap((handset, index) => (handset ? [{ handset, slot: index + 1 }] : []))
  const isSecondary = cellRole(context.spec) === 'secondary'
  return writeXml(
    element('provisioning', { version: '1.1', productID: 'e2' }, [
      element('nvm', {}, [
        // A handset that is not named below has lost its place.
        element('oper', { name: 'DeleteNotProvisionedHS' }),
        ...(isSecondary
          ? system(context)
          : [
              ...places.flatMap(({ handset, slot }) => handsetOf(context, handset, slot)),
              ...provider(context),
              ...system(context),
              ...phonebook(context),
            ]),
        ...context.extra.map(({ name, value }) => param(name, value)),
      ]),
    ]),
  )
}

/** A handset is named by its IPUI in lower case; one whose IPUI is not known by its place, and whoever pairs first gets it. */
function handsetOf({ spec }: RenderContext, { line, ipui }: HandsetSpec, slot: number): XmlElement[] {
  const id = ipui ? ipui.toLowerCase() : String(slot).padStart(5, '0')
  const voicemail = dialString(spec.voicemail)
  return [
    element('oper', { name: 'add_hs', value: id }, [param('hs.RegStatus', 'ToReg')]),
    param(`hs.${id}.DECT_AC`, spec.pairingPin?.slice(0, 4) ?? '0000'),
    param(`hs.${id}.DirectAccessDir`, 0),
    param(`SipAccount.${id}.AuthName`, line.authName),
    param(`SipAccount.${id}.AuthPassword`, line.password),
    param(`SipAccount.${id}.UserName`, line.number),
    param(`SipAccount.${id}.DisplayName`, limited(line.displayName, nameLength) || line.number),
    param(`SipAccount.${id}.ProviderId`, 0),
    param(`SipAccount.${id}.VoiceMailMailbox`, voicemail),
    param(`SipAccount.${id}.VoiceMailActive`, voicemail ? 1 : 0),
  ]
}

/** The switch, for all handsets. The proxy is the registrar itself, so no outbound proxy stands between. */
function provider({ spec, sipPort, srtp }: RenderContext): XmlElement[] {
  const own: Record<string, string | number> = {
    Name: spec.host,
    Domain: spec.host,
    ProxyServerAddress: spec.host,
    ProxyServerPort: sipPort,
    RegServerAddress: spec.host,
    RegServerPort: sipPort,
    RegServerRefreshTimer: spec.settings.expiry,
    TransportProtocol: transports[spec.transport],
    UseSIPS: 0,
    SRTP_Enabled: srtp === 'off' ? 0 : 1,
    AcceptNonSRTPCalls: srtp === 'required' ? 0 : 1,
    OutboundProxyMode: 2,
    OutboundProxyAddress: '',
    FailoverServerEnabled: 0,
    // 2: RFC 4733.
    DTMFTransmission: 2,
    MWISubscription: 1,
    DnsQuery: 0,
  }
  return Object.entries(own).map(([name, value]) => param(`SipProvider.0.${name}`, value))
}

function system({ spec, link, ntpServer }: RenderContext): XmlElement[] {
  const zone = lookUpZone(baseZoneNames, spec.timeZone) ?? nearestZone(baseZoneNames, spec.timeZone) ?? 'Greenwich'
  return [
    param('Provisioning.global.ProvisioningServer', ownAddress(link)),
    param('SystemSettings.global.SipMulticastEnabled', 0),
    param('SystemSettings.global.CheckSyncRebootEnabled', 1),
    ...(spec.adminPassword ? [param('WebUIAccounts.1.Password', spec.adminPassword)] : []),
    param('DmGlobal.0.NtpServer', ntpServer),
    param('DmGlobal.0.TimeZone', zone),
    // 1: the idle display shows the name.
    param('DmGlobal.0.HSIdleDisplay', 1),
    param('Telephony.0.ToneScheme', baseToneScheme(spec.country)),
    param('Telephony.0.CT_ViaRKey', 1),
    param('Telephony.0.CT_ByOnHook', 1),
  ]
}

/** The base keeps a copy of the vPBX's phonebook, which it fetches once a day. */
function phonebook({ phonebookLink, syncMinute, spec }: RenderContext): XmlElement[] {
  if (!phonebookLink) return []
  return [
    param(`Netdir.${centralPhonebook}.Activated`, 1),
    param('CentralBook.0.Name', spec.host),
    param('CentralBook.0.ServerURL', phonebookLink),
    param('CentralBook.0.DownloadTime', clockTime(syncMinute)),
    param('CentralBook.0.StartWithList', 1),
    param('CentralBook.0.SearchAnywhereInName', 1),
  ]
}
