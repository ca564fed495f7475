import type { RenderContext } from '../../define.ts'
import { urlHost } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import type { PemValue } from '../../toolkit/xml-attributes.ts'
import { codecNumbers, posixZone } from './words.ts'

/** A parameter by its number (the maker's «P-value») and what it is set to; an empty text clears it. */
export type Entry = readonly [parameter: number, value: string | number | PemValue]

/** What differs between the maker's lines of devices, beside their accounts. */
export type Kind = 'phone' | 'android' | 'dect' | 'gateway'

/** The file `cfg<mac>.xml`. Its element `mac` may be left out, and is: the file is given to its device alone. */
export function writeConfig(entries: readonly Entry[], extra: RenderContext['extra']): string {
  const parameter = ([number, value]: Entry): XmlElement =>
    element(`P${number}`, {}, typeof value === 'object' ? value : String(value))
  const own = extra.map(({ name, value }) => element(name, {}, value))
  return writeXml(
    element('gs_provision', { version: '1' }, [
      element('config', { version: '1' }, [...entries.map(parameter), ...own]),
    ]),
  )
}

/** Server and port in one parameter. */
export function serverOf({ spec, sipPort }: RenderContext): string {
  return `${urlHost(spec.host)}:${sipPort}`
}

/** Registrations are counted in whole minutes; never longer than was asked for. */
export function expiryMinutes({ spec }: RenderContext): number {
  return Math.max(1, Math.floor(spec.settings.expiry / 60))
}

/** As many as there are choices: what is left over is filled with the last, or a codec that nobody wants would stay. */
export function codecChoices({ spec }: RenderContext, choices: number, without: readonly string[] = []): number[] {
  const wanted = spec.settings.codecs.filter((codec) => !without.includes(codec)).map((codec) => codecNumbers[codec])
  const last = wanted.at(-1) ?? codecNumbers.pcma
  return Array.from({ length: choices }, (_, index) => wanted[index] ?? last)
}

/** The folder to which the device appends `cfg<mac>.xml`, without scheme. */
function folderOf(link: string): string {
  return link.replace(/^https:\/\//, '').replace(/\/$/, '')
}

const nightly: Readonly<Record<Kind, readonly [parameter: number, daily: number]>> = {
  phone: [194, 2],
  android: [194, 1],
  dect: [194, 2],
  gateway: [22296, 2],
}

/** Its own folder, asked at power-on and once a night; DHCP, 3CX, the maker's cloud and commands from the network are closed. */
export function provisioning({ spec, link, syncMinute }: RenderContext, kind: Kind): Entry[] {
  const [automatic, daily] = nightly[kind]
  const hour = Math.floor(syncMinute / 60)
  return [
    [212, 2],
    [237, folderOf(link)],
    ...[234, 235, 1359, 1360, 1361].map((parameter): Entry => [parameter, '']),
    [240, 0],
    [145, 0],
    [1411, 0],
    [1414, 0],
    // Firmware is looked for only when somebody changes its prefix.
    [238, 1],
    [automatic, spec.settings.nightlySync ? daily : 0],
    [285, hour],
    ...(kind === 'dect'
      ? []
      : ([
          [8459, hour + 1],
          [8458, 1],
        ] as const)),
    [1409, 0],
    [4503, ''],
    [4506, 0],
    [4428, 1],
    [276, 1],
  ]
}

export function logins({ spec }: RenderContext): Entry[] {
  return [
    ...(spec.adminPassword ? ([[2, spec.adminPassword]] as const) : []),
    ...(spec.userPassword ? ([[196, spec.userPassword]] as const) : []),
  ]
}

/** Clock of all but the Android telephones; what DHCP says does not count. */
export function clock({ spec, ntpServer }: RenderContext): Entry[] {
  return [
    [30, ntpServer],
    [144, 0],
    [143, 0],
    [64, 'customize'],
    [246, posixZone(spec.timeZone)],
  ]
}

/** VLAN of voice; 0 is none. Gateways and bases have a priority for signals and one for voice. */
export function network({ spec }: RenderContext, kind: Kind): Entry[] {
  const { vlan, vlanPriority, lldp } = spec.settings
  const priority = vlan > 0 ? vlanPriority : 0
  const priorities: readonly number[] = kind === 'phone' || kind === 'android' ? [87] : [5038, 5042]
  return [
    [51, vlan],
    ...priorities.map((parameter): Entry => [parameter, priority]),
    ...(kind === 'dect' ? ([[27004, vlan > 0 ? 1 : 0]] as const) : []),
    [1684, lldp ? 1 : 0],
  ]
}

/** The device appends `phonebook.xml` to the folder. */
export function phonebook({ phonebookLink }: RenderContext): Entry[] {
  return [
    [330, phonebookLink ? 3 : 0],
    [331, phonebookLink ? folderOf(phonebookLink.replace(/\/[^/]*$/, '')) : ''],
    [332, phonebookLink ? 720 : 0],
    [333, 1],
  ]
}

/** Whether the certificate's name can be checked: a server that is known by its address alone has none. */
export function hasName(host: string): boolean {
  return !/^[\d.]+$|:/.test(host)
}

/** For devices that take an authority in their file: they check the server's certificate, by ours or by those that they bring. */
export function trust({ spec }: RenderContext, parameter: number): Entry[] {
  const own = spec.caCertificate
  return [
    [parameter, own ? { pem: own } : ''],
    [8502, own ? 2 : 0],
    [8463, 1],
    [22030, hasName(spec.host) ? 1 : 0],
  ]
}
