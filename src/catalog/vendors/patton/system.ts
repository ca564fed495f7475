import type { RenderContext } from '../../define.ts'
import { type CliStatement, statement } from '../../toolkit/cli-script.ts'
import { clockTime, standardOffset } from '../../toolkit/clock.ts'
import { type NationalTones, nationalTones, type Tone } from '../../toolkit/national-tones.ts'
import { type ClockChange, summerTime, weekOfMonth } from '../../toolkit/summer-time.ts'
import { ascii } from '../../toolkit/text.ts'
import { codecNames, isNorthAmerican, months, weekdays, weeks } from './words.ts'

export function clock({ spec, ntpServer }: RenderContext): CliStatement[] {
  const standard = standardOffset(spec.timeZone)
  const rule = summerTime(spec.timeZone)
  const [from, until] = rule ? [change(rule.start), change(rule.end)] : [null, null]
  const summer =
    rule && from && until
      ? [
          statement([
            'clock',
            'local',
            'dst-rule',
            'DST',
            offset(standard + rule.saving),
            'from',
            ...from,
            'until',
            ...until,
          ]),
        ]
      : []
  return [
    statement(['clock', 'local', 'default-offset', offset(standard)]),
    ...summer,
    statement(['sntp-client']),
    statement(['sntp-client', 'server', 'primary', { value: ntpServer }]),
  ]
}

function offset(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${clockTime(Math.abs(minutes))}`
}

/** Time, month, and which weekday of it; null where that cannot be said so. */
function change(one: ClockChange): string[] | null {
  const [week, month, weekday] = [weekOfMonth(one), months[one.month - 1], weekdays[one.weekday]]
  const name = week === null ? undefined : weeks[week - 1]
  return name && month && weekday ? [clockTime(one.minute), month, name, weekday] : null
}

/** The file is the whole configuration: a login that it does not name is gone, and the first one is then without a password, as from the factory. */
export function logins({ spec, model }: RenderContext): CliStatement[] {
  const wanted = ascii(spec.userName ?? '')
    .replace(/[^A-Za-z0-9._-]/g, '')
    .slice(0, model.passwords.userName?.maxLength ?? 25)
  const user = ['', administrator].includes(wanted.toLowerCase()) ? 'operator' : wanted
  return [
    ...(spec.adminPassword
      ? [statement(['administrator', administrator, 'password', { value: spec.adminPassword }])]
      : []),
    ...(spec.userPassword ? [statement(['operator', { value: user }, 'password', { value: spec.userPassword }])] : []),
    spec.settings.webPage ? statement(['webserver', 'port', 80, 'language', 'en']) : statement(['no', 'webserver']),
  ]
}

const administrator = 'administrator'
const provisioningProfile = 'PF_PROVISIONING'

/** Fetched a minute after each start, a day later, and when the switch says so; what has not changed does not restart the gateway. */
export function provisioning({ spec, link }: RenderContext): CliStatement[] {
  const execute = { value: `provisioning execute ${provisioningProfile}` }
  return [
    statement(['timer', 'AT_START', 'now', '+', 1, 'minute', execute]),
    ...(spec.settings.nightlySync ? [statement(['timer', 'DAY_LATER', 'now', '+', 1440, 'minutes', execute])] : []),
    statement(
      ['profile', 'provisioning', provisioningProfile],
      [
        statement(['destination', 'configuration']),
        statement(['location', 1, { value: link }]),
        statement(['activation', 'reload', 'graceful']),
      ],
    ),
    statement(
      ['actions'],
      [
        statement(
          ['rule', 'CHECK_SYNC'],
          [
            statement(['condition', 'sip', 'gateway:GW_SIP', 'NOTIFY_CHECK_SYNC_RELOAD']),
            statement(['action', execute]),
          ],
        ),
      ],
    ),
  ]
}

const toneNames = [
  ['dial-tone', 'TONE_DIAL', 'dial'],
  ['ringback-tone', 'TONE_RINGBACK', 'ringback'],
  ['busy-tone', 'TONE_BUSY', 'busy'],
  ['release-tone', 'TONE_BUSY', 'busy'],
  ['congestion-tone', 'TONE_CONGESTION', 'congestion'],
] as const satisfies readonly (readonly [string, string, keyof NationalTones])[]

export function tones({ spec }: RenderContext): CliStatement[] {
  const national = nationalTones(spec.country)
  const profiles = toneNames
    .filter(([tone]) => tone !== 'release-tone')
    .map(([, name, key]) =>
      statement(['profile', 'call-progress-tone', name], [statement(['flush-play-list']), ...elements(national[key])]),
    )
  return [
    ...profiles,
    statement(
      ['profile', 'tone-set', 'default'],
      toneNames.map(([tone, name]) => statement(['map', 'call-progress-tone', tone, name])),
    ),
  ]
}

/** In ms, Hz and dB. One element alone does not stop, whatever it says. */
function elements({ frequencies, cadence }: Tone): CliStatement[] {
  const sound = frequencies.flatMap((hertz) => [hertz, -10])
  if (cadence.length === 0) return [statement(['play', 1, 5000, ...sound])]
  return cadence.flatMap(([on, off], index) => [
    statement(['play', 2 * index + 1, Math.round(on * 1000), ...sound]),
    statement(['pause', 2 * index + 2, Math.round(off * 1000)]),
  ])
}

/** T.38 first, the whole band if the other end has none. Faxes do their own against echoes. */
export function media({ spec }: RenderContext): CliStatement[] {
  const known = spec.settings.codecs.flatMap((codec) => codecNames[codec] ?? [])
  const codecs = known.length > 0 ? known : ['g711alaw64k', 'g711ulaw64k']
  const lengths = ['rx-length', 20, 'tx-length', 20] as const
  return [
    statement(['system'], [statement(['ic', 'voice', 0], [statement(['low-bitrate-codec', 'g729'])])]),
    statement(
      ['profile', 'voip', 'default'],
      [
        ...codecs.map((codec, index) => statement(['codec', index + 1, codec, ...lengths])),
        // RFC 2833, now RFC 4733.
        statement(['dtmf-relay', 'rtp']),
        statement(['ced', 'net-side-detection']),
        statement(['fax', 'transmission', 1, 'relay', 't38-udp']),
        statement([
          'fax',
          'transmission',
          2,
          'bypass',
          isNorthAmerican(spec.country) ? 'g711ulaw64k' : 'g711alaw64k',
          ...lengths,
        ]),
        statement(['fax', 'max-bit-rate', 14_400]),
      ],
    ),
    // For ports where a fax hangs; all others have the canceller of the default profile.
    statement(['profile', 'pstn', 'FAX'], [statement(['no', 'echo-canceller'])]),
  ]
}

export function network({ spec: { settings } }: RenderContext): CliStatement[] {
  const bound = [statement(['encapsulation', 'ip']), statement(['bind', 'interface', 'eth0', 'router'])]
  const tagged = settings.vlan > 0
  return [
    ...(tagged
      ? [
          statement(
            ['profile', 'service-policy', 'SP_VLAN'],
            [
              statement(
                ['source', 'traffic-class', 'default'],
                [statement(['set', 'layer2', 'cos', settings.vlanPriority])],
              ),
            ],
          ),
        ]
      : []),
    statement(
      ['context', 'ip', 'router'],
      [
        statement(
          ['interface', 'eth0'],
          [
            statement(['ipaddress', 'dhcp']),
            statement(['tcp', 'adjust-mss', 'rx', 'mtu']),
            statement(['tcp', 'adjust-mss', 'tx', 'mtu']),
            ...(tagged ? [statement(['use', 'profile', 'service-policy', 'SP_VLAN', 'out'])] : []),
          ],
        ),
      ],
    ),
    statement(
      ['port', 'ethernet', 0, 0],
      [
        statement(['medium', 'auto']),
        ...(tagged ? [statement(['vlan', settings.vlan], [...bound, statement(['no', 'shutdown'])])] : bound),
      ],
    ),
    statement(['port', 'ethernet', 0, 0], [statement(['no', 'shutdown'])]),
  ]
}
