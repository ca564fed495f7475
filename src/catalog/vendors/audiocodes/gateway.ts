import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'
import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { type IniTable, writeIniTables } from '../../toolkit/ini-tables.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'
import { ascii, urlHost } from '../../toolkit/text.ts'
import { typed } from './words.ts'

type Scalar = readonly [name: string, value: string | number]

const displayLength = 18
const transportNumbers: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 }
/** Names are case-sensitive. */
const coderNames: Readonly<Record<Codec, string | null>> = {
  pcma: 'g711Alaw64k',
  pcmu: 'g711Ulaw64k',
  g729: 'g729',
  g722: null,
  opus: null,
}

export function renderGateway(context: RenderContext): string {
  const extra = context.extra.map(
    ({ name, value }): Scalar => [name, /^-?\d{1,9}$/.test(value) ? Number(value) : value],
  )
  return writeIniTables(
    [...update(context), ...system(context), ...sip(context), ...media(context), ...extra],
    [...servers(context), ...ports(context), coders(context)],
  )
}

/** The gateway fetches when it starts and at a time of the day, and loads what it got when it has changed. */
function update({ spec, link, syncMinute }: RenderContext): Scalar[] {
  return [
    ['IniFileURL', link],
    ['AUPDCheckIfIniChanged', 1],
    ['AutoUpdateCmpFile', 0],
    ['AutoUpdateFrequency', 0],
    ['AutoUpdatePredefinedTime', spec.settings.nightlySync ? clockTime(syncMinute) : ''],
    // An authority of ours is loaded by hand; a public one it does not know.
    ['AUPDVerifyCertificates', spec.caCertificate ? 1 : 0],
    ['EnableSIPRemoteReset', 1],
  ]
}

function system({ spec, ntpServer }: RenderContext): Scalar[] {
  const rule = summerTime(spec.timeZone)
  return [
    ['DHCPEnable', 1],
    ['DisableWebTask', spec.settings.webPage ? 0 : 1],
    ['TelnetServerEnable', 0],
    ['DisableSNMP', 1],
    ['NTPServerIP', ntpServer],
    ['NTPServerUTCOffset', standardOffset(spec.timeZone) * 60],
    ['NTPUpdateInterval', 86_400],
    ['DayLightSavingTimeEnable', rule ? 1 : 0],
    ...(rule
      ? ([
          ['DayLightSavingTimeStart', dayText(rule.start)],
          ['DayLightSavingTimeEnd', dayText(rule.end)],
          ['DayLightSavingTimeOffset', rule.saving],
        ] as const)
      : []),
  ]
}

/** `mo:dd:hh:mm`: the middle of the days on which the clock is changed in one year or another. How the weekday is written in a rule is not sure. */
function dayText({ month, fromDay, minute }: ClockChange): string {
  return `${String(month).padStart(2, '0')}:${String(fromDay + 3).padStart(2, '0')}:${clockTime(minute)}`
}

function sip({ spec }: RenderContext): Scalar[] {
  return [
    ['IsProxyUsed', 1],
    ['ProxyName', spec.host],
    ['IsRegisterNeeded', 1],
    ['RegistrarIP', ''],
    ['RegistrarName', spec.host],
    ['RegistrationTime', spec.settings.expiry],
    // Each port with a name and secret of its own, and a call to the port whose number was dialled.
    ['AuthenticationMode', 0],
    ['ChannelSelectMode', 0],
    ['SIPTransportType', transportNumbers[spec.transport]],
    ['EnableSIPS', 0],
    ['EnableMWI', 1],
    ['EnableMWISubscription', 1],
    ['EnableCallerID', 1],
    // In factory state it dials after five digits.
    ['MaxDigits', 30],
    ['TimeBetweenDigits', 4],
  ]
}

/** T.38, and where the other end refuses it the call goes on in G.711; modems in G.711. It takes its echo canceller out by itself then. */
function media({ spec, srtp }: RenderContext): Scalar[] {
  const isAmerican = ['US', 'CA'].includes(spec.country)
  return [
    ['IsFaxUsed', 3],
    ['FaxTransportMode', 1],
    ['FaxRelayMaxRate', 5],
    ['FaxRelayECMEnable', 1],
    ['FaxRelayRedundancyDepth', 2],
    ['FaxRelayEnhancedRedundancyDepth', 4],
    ['FaxModemBypassCoderType', isAmerican ? 1 : 0],
    ...['V21', 'V22', 'V23', 'V32', 'V34'].map((modem): Scalar => [`${modem}ModemTransportType`, 2]),
    ['EnableEchoCanceller', 1],
    ['EnableSilenceCompression', 0],
    // RFC 2833.
    ['TxDTMFOption', 4],
    ['RxDTMFOption', 3],
    ['RFC2833TxPayloadType', 101],
    ['PCMLawSelect', isAmerican ? 3 : 1],
    // Impedance of the line: 70 is that of the United States, 66 the European one (TBR 21).
    ['CountryCoefficients', isAmerican ? 70 : 66],
    // How the caller's number is sent to the telephone: Bellcore, BT, ETSI.
    ['CallerIDType', isAmerican ? 0 : spec.country === 'GB' ? 4 : 1],
    ['EnableMediaSecurity', srtp === 'off' ? 0 : 1],
    ['MediaSecurityBehaviour', srtp === 'required' ? 1 : 0],
  ]
}

function servers({ spec, sipPort }: RenderContext): IniTable[] {
  return [
    {
      name: 'ProxyIp',
      columns: ['IpAddress', 'TransportType', 'ProxySetId'],
      rows: [[0, [`${urlHost(spec.host)}:${sipPort}`, transportNumbers[spec.transport], 0]]],
    },
  ]
}

/** A port that no row of `TrunkGroup` names is off; 255 stands in columns that an analogue gateway does not use. */
function ports({ lines }: RenderContext): IniTable[] {
  const used = lines.flatMap((line, index): (readonly [number, LineSpec])[] => (line ? [[index, line]] : []))
  return [
    {
      name: 'TrunkGroup',
      columns: [
        'TrunkGroupNum',
        'FirstTrunkId',
        'FirstBChannel',
        'LastBChannel',
        'FirstPhoneNumber',
        'ProfileId',
        'LastTrunkId',
        'Module',
      ],
      rows: used.map(([index, { number }], row) => [row, [1, 255, index + 1, index + 1, number, 0, 255, 255]]),
    },
    {
      name: 'Authentication',
      columns: ['UserId', 'UserPassword'],
      rows: used.map(([index, { authName, password }]) => [index, [authName, password]]),
    },
    {
      name: 'CallerDisplayInfo',
      columns: ['DisplayString', 'IsCidRestricted'],
      rows: used.map(([index, line]) => [index, [displayName(line), 0]]),
    },
    {
      name: 'CallWaitingPerPort',
      columns: ['IsEnabled'],
      // A second call must not knock into a fax.
      rows: used.map(([index, { fax }]) => [index, [fax ? 0 : 1]]),
    },
  ]
}

function displayName(line: LineSpec): string {
  return typed(ascii(line.displayName), displayLength) || line.number
}

/** Where a fax hangs on one of the ports only G.711 is offered, by which its tones can be heard. */
function coders({ spec, lines }: RenderContext): IniTable {
  const known = spec.settings.codecs.filter((codec) => coderNames[codec] !== null)
  const fit = lines.some((line) => line?.fax) ? known.filter((codec) => codec !== 'g729') : known
  const codecs: readonly Codec[] = fit.length > 0 ? fit : ['pcma', 'pcmu']
  return {
    name: 'CodersGroup0',
    columns: ['Name', 'pTime', 'rate', 'PayloadType', 'Sce'],
    rows: codecs.map((codec, index) => [index, [coderNames[codec] ?? 'g711Alaw64k', 20, 0, 255, 0]]),
  }
}
