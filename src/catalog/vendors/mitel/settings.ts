import type { RenderContext } from '../../define.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'
import { urlHost } from '../../toolkit/text.ts'
import type { Entry } from './account.ts'
import { languageWords, pickupCode, toneSet } from './words.ts'

export function settings(context: RenderContext): Entry[] {
  return [
    ...network(context),
    ...features(context),
    ...locale(context),
    ...clock(context),
    ...logins(context),
    ...provisioning(context),
    ...trust(context),
  ]
}

function network({ spec: { settings: wanted } }: RenderContext): Entry[] {
  const tagged = wanted.vlan > 0
  return [
    ['lldp', wanted.lldp ? 1 : 0],
    ['tagging enabled', tagged ? 1 : 0],
    ...(tagged
      ? ([
          ['vlan id', wanted.vlan],
          // What hangs on the phone's second socket is not tagged.
          ['vlan id port 1', 4095],
          ['sip priority', wanted.vlanPriority],
          ['rtp priority', wanted.vlanPriority],
          ['rtcp priority', wanted.vlanPriority],
        ] as const)
      : []),
    ['upnp manager', 0],
    ['web interface enabled', wanted.webPage ? 1 : 0],
  ]
}

/** Addresses that the phone would call on events. */
const actions = ['startup', 'registered', 'incoming', 'outgoing', 'offhook', 'onhook', 'disconnected', 'poll'] as const

function features({ phonebookLink }: RenderContext): Entry[] {
  return [
    ['directed call pickup', 1],
    ['directed call pickup prefix', pickupCode],
    ['directory script', phonebookLink ?? ''],
    // Nobody may push a document of commands.
    ['xml application post list', ''],
    ...actions.map((event): Entry => [`action uri ${event}`, '']),
  ]
}

/** Language 0 is English; the file of another one belongs to the phone's firmware. */
function locale({ spec }: RenderContext): Entry[] {
  const { file, input } = languageWords[spec.language]
  return [
    ['language 1', file ?? ''],
    ['language', file ? 1 : 0],
    ['web language', file ? 1 : 0],
    ['input language', input],
    ['tone set', toneSet(spec.country)],
  ]
}

/** Minutes west of UTC, and both changes of the clock. */
function clock({ spec, ntpServer }: RenderContext): Entry[] {
  const rule = summerTime(spec.timeZone)
  return [
    ['time server disabled', 0],
    ['time server1', ntpServer],
    ['time format', 1],
    ['time zone name', 'Custom'],
    ['time zone minutes', 0 - standardOffset(spec.timeZone)],
    // 3 = by the rule below.
    ['dst config', rule ? 3 : 0],
    ...(rule
      ? [
          ['dst minutes', Math.min(rule.saving, 60)] as const,
          ['dst [start|end] relative date', 1] as const,
          ...change('start', rule.start),
          ...change('end', rule.end),
        ]
      : []),
  ]
}

/** Week -1 is the last, day 1 is Sunday. */
function change(name: string, { month, fromDay, last, weekday, minute }: ClockChange): Entry[] {
  return [
    [`dst ${name} month`, month],
    [`dst ${name} week`, last ? -1 : Math.ceil(fromDay / 7)],
    [`dst ${name} day`, weekday + 1],
    [`dst ${name} hour`, Math.floor(minute / 60)],
  ]
}

function logins({ spec }: RenderContext): Entry[] {
  return [
    ...(spec.adminPassword ? [['admin password', spec.adminPassword] as const] : []),
    ...(spec.userPassword ? [['user password', spec.userPassword] as const] : []),
  ]
}

/** The phone puts the address together from its parts, and appends names of files. It fetches whenever it starts. */
export function server({ spec }: RenderContext): Entry[] {
  return [
    ['download protocol', 'HTTPS'],
    ['https server', urlHost(spec.host)],
    ['https port', spec.provisioningPort],
    ['https path', `/${spec.accessKey}`],
  ]
}

function provisioning(context: RenderContext): Entry[] {
  return [
    ...server(context),
    ['http digest username', ''],
    ['http digest password', ''],
    // 1 = the configuration, without firmware.
    ['auto resync mode', context.spec.settings.nightlySync ? 1 : 0],
    ['auto resync time', clockTime(context.syncMinute)],
    ['auto resync max delay', 15],
    ['auto resync days', 0],
    ['firmware server', ''],
    // What a DHCP server says of another configuration is not heeded.
    ['dhcp config option override', -1],
    ['contact rcs', 0],
  ]
}

/**
 * The date on the certificate is not looked at: the phone has no clock that runs without mains, and one that starts in 1970 would never fetch again.
 */
function trust({ spec, caLink }: RenderContext): Entry[] {
  const isAddress = /^[\d.]+$|:/.test(spec.host)
  return [
    ...(caLink ? [['https user certificates', caLink] as const] : []),
    ['https validate certificates', 1],
    ['https validate expires', 0],
    ['https validate hostname', isAddress ? 0 : 1],
  ]
}
