import type { Language } from '#domain/language.ts'
import type { RenderContext } from '../../define.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { nationalTones, type Tone } from '../../toolkit/national-tones.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'
import { ascii } from '../../toolkit/text.ts'
import type { Entry } from './account.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
const pickupCode = '*8'
const userNameLength = 16
/** Milliseconds of silence before a tone begins, and again before each repetition. */
const toneDelay = 60
const languageTags: Readonly<Record<Language, string>> = { fr: 'fr-FR', de: 'de-DE', en: 'en-US', it: 'it-IT' }

/** Its own address, asked at power-on and once a night; no other file, and no other way to one. */
export function provisioning({ spec, link, syncMinute, caLink }: RenderContext): Entry[] {
  const { nightlySync, webPage } = spec.settings
  const isAddress = /^[\d.]+$|:/.test(spec.host)
  return [
    ['PROVISION_ENABLE', 'Y'],
    ['CFG_STANDARD_FILE_PATH', link],
    ['CFG_PRODUCT_FILE_PATH', ''],
    ['CFG_MASTER_FILE_PATH', ''],
    ['CFG_CYCLIC', nightlySync ? 'Y' : 'N'],
    ['CFG_CYCLIC_INTVL', 1440],
    ['CFG_RESYNC_TIME', nightlySync ? clockTime(syncMinute) : ''],
    ['CFG_RESYNC_FROM_SIP', 'check-sync'],
    ['OPTION66_ENABLE', 'N'],
    ['OPTION66_REBOOT', 'N'],
    ['SIPPNP_PROV_ENABLE', 'N'],
    ['FIRM_UPGRADE_ENABLE', 'N'],
    ['XMLAPP_ENABLE', 'N'],
    ['HTTPD_PORTOPEN_AUTO', webPage ? 'Y' : 'N'],
    // 2 looks at the name in the certificate too, which an address does not have.
    ['HTTP_SSL_VERIFY', caLink ? (isAddress ? 1 : 2) : 0],
    ['CFG_ROOT_CERTIFICATE_PATH', caLink ?? ''],
  ]
}

export function logins({ spec }: RenderContext): Entry[] {
  const user = ascii(spec.userName ?? '')
    .replace(/[^\w.-]/g, '')
    .slice(0, userNameLength)
  return [
    ['ADMIN_ID', 'admin'],
    ...(spec.adminPassword ? [['ADMIN_PASS', spec.adminPassword] as const] : []),
    ['USER_ID', user || 'user'],
    ...(spec.userPassword ? [['USER_PASS', spec.userPassword] as const] : []),
  ]
}

export function network({ spec, ntpServer }: RenderContext): Entry[] {
  const { vlan, vlanPriority, lldp } = spec.settings
  return [
    ['LLDP_ENABLE', lldp ? 'Y' : 'N'],
    ['VLAN_ENABLE', vlan > 0 ? 'Y' : 'N'],
    ...(vlan > 0
      ? ([
          ['VLAN_ID_IP_PHONE', vlan],
          ['VLAN_PRI_IP_PHONE', vlanPriority],
        ] as const)
      : []),
    ['NTP_ADDR', ntpServer],
    ['TIME_QUERY_INTVL', 43_200],
  ]
}

export function features({ model }: RenderContext): Entry[] {
  return [
    ['VM_SUBSCRIBE_ENABLE', 'Y'],
    ['VOICE_MESSAGE_AVAILABLE', 'Y'],
    ['TELEVENT_PAYLOAD', 101],
    ...(model.kind === 'dectBase' ? [] : [['NUM_PLAN_PICKUP_DIRECT', pickupCode] as const]),
  ]
}

/** Languages are two letters; the UT670 has tags of language and country. */
export function language({ spec, model }: RenderContext): Entry[] {
  const code = model.name === 'KX-UT670' ? languageTags[spec.language] : spec.language
  return [
    ['DEFAULT_LANGUAGE', code],
    ['WEB_LANGUAGE', code],
  ]
}

/** The distance from UTC and both changes of the clock; a POSIX rule of before would go before them. */
export function clock({ spec }: RenderContext): Entry[] {
  const rule = summerTime(spec.timeZone)
  return [
    ['TIME_ZONE', standardOffset(spec.timeZone)],
    ['LOCAL_TIME_ZONE_POSIX', ''],
    ['DST_ENABLE', rule ? 'Y' : 'N'],
    ...(rule
      ? [['DST_OFFSET', rule.saving] as const, ...change('START', rule.start), ...change('STOP', rule.end)]
      : []),
  ]
}

/** The fifth such weekday of a month is the last one. */
function change(name: string, { month, last, fromDay, weekday, minute }: ClockChange): Entry[] {
  return [
    [`DST_${name}_MONTH`, month],
    [`DST_${name}_ORDINAL_DAY`, last ? 5 : Math.ceil(fromDay / 7)],
    [`DST_${name}_DAY_OF_WEEK`, weekday],
    [`DST_${name}_TIME`, minute],
  ]
}

/** Frequencies, and milliseconds on and off. */
export function tones({ spec }: RenderContext, isOlderBase: boolean): Entry[] {
  const { dial, busy, ringback, congestion } = nationalTones(spec.country)
  const timing = isOlderBase ? plainTiming : delayedTiming
  const named: (readonly [string, Tone])[] = [
    [isOlderBase ? 'DIAL_TONE' : 'DIAL_TONE1', dial],
    ['BUSY_TONE', busy],
    [isOlderBase ? 'RINGING_TONE' : 'RINGBACK_TONE', ringback],
    ['REORDER_TONE', congestion],
  ]
  return named.flatMap(([name, tone]): Entry[] => [
    [`${name}_FRQ`, tone.frequencies.join(',')],
    [`${name}_TIMING`, timing(tone)],
  ])
}

const millisecondsOf = ({ cadence }: Tone) => cadence.flat().map((seconds) => Math.round(seconds * 1000))

/** The silence before the tone is taken from the one after it. */
function delayedTiming(tone: Tone): string {
  const times = millisecondsOf(tone)
  if (times.length === 0) return `${toneDelay},0`
  return [toneDelay, ...times.slice(0, -1), Math.max(0, (times.at(-1) ?? 0) - toneDelay)].join(',')
}

/** Four times at least: a pair is written twice. */
function plainTiming(tone: Tone): string {
  const times = millisecondsOf(tone)
  if (times.length === 0) return '0,0,0,0'
  return (times.length < 4 ? [...times, ...times] : times).join(',')
}
