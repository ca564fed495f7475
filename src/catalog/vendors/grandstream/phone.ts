import type { RenderContext } from '../../define.ts'
import type { LineSpec } from '../../spec.ts'
import { lookUpZone } from '../../toolkit/clock.ts'
import { limited } from '../../toolkit/text.ts'
import { type account, accountParameters } from './accounts.ts'
import {
  clock,
  codecChoices,
  type Entry,
  expiryMinutes,
  hasName,
  logins,
  network,
  phonebook,
  provisioning,
  serverOf,
  writeConfig,
} from './common.ts'
import { functionKeys } from './function-keys.ts'
import {
  androidLanguages,
  androidZones,
  levelTones,
  phoneTones,
  pickupCode,
  posixZone,
  srtpTypes,
  transportTypes,
} from './words.ts'

const nameLength = 64

export function renderPhone(context: RenderContext): string {
  const android = isAndroid(context)
  const kind = android ? 'android' : 'phone'
  return writeConfig(
    [
      ...context.lines.flatMap((line, index) => lineEntries(context, index + 1, line)),
      ...provisioning(context, kind),
      ...closed(context),
      ...logins(context),
      ...(android ? androidLocale(context) : locale(context)),
      ...network(context, kind),
      ...phonebook(context),
      ...functionKeys(context),
    ],
    context.extra,
  )
}

function isAndroid({ model }: Pick<RenderContext, 'model'>): boolean {
  return /^(?:GXV|GAC)/.test(model.name)
}

function lineEntries(context: RenderContext, slot: number, line: LineSpec | null): Entry[] {
  const parameters = accountParameters(slot)
  const at = (name: keyof typeof account, value: string | number): Entry => [parameters[name], value]
  if (!line)
    return [
      at('active', 0),
      ...(['name', 'server', 'userId', 'authId', 'password', 'displayName', 'voicemail'] as const).map((name) =>
        at(name, ''),
      ),
    ]
  const { spec } = context
  const displayName = limited(line.displayName, nameLength) || line.number
  // The GXP16xx have seven choices of a codec and no Opus.
  const old = context.model.name.startsWith('GXP16')
  const choices = codecChoices(context, old ? 7 : 8, old ? ['opus'] : [])
  return [
    at('active', 1),
    at('name', displayName),
    at('server', serverOf(context)),
    at('secondary', ''),
    at('outbound', ''),
    at('userId', line.number),
    at('authId', line.authName),
    at('password', line.password),
    at('displayName', displayName),
    at('voicemail', limited(spec.voicemail, nameLength)),
    at('transport', transportTypes[spec.transport]),
    at('sipsScheme', 0),
    at('register', 1),
    at('unregister', 0),
    at('expires', expiryMinutes(context)),
    at('nat', 2),
    at('mwi', 1),
    at('srtp', srtpTypes[context.srtp]),
    at('symmetric', 1),
    // Star codes are the switch's own.
    at('localFeatures', 0),
    at('dialPlan', '{ [x*]+ | \\+x+ }'),
    at('dtmfAudio', 0),
    at('dtmfRtp', 1),
    at('dtmfInfo', 0),
    at('blfPrefix', pickupCode),
    at('blfByPrefix', 1),
    ...choices.map((codec, index): Entry => [parameters.codecs[index] ?? 0, codec]),
  ]
}

/** Pages by which a phone tells others what it does, and by which others tell it what to do. */
const actionUrls = [8304, 8305, 8306, 8308, 8309, 8310, 8311, 8312, 8313, 8314, 8316, 8317, 8318, 8319, 8320, 8321]

function closed({ spec, model }: RenderContext): Entry[] {
  const grp = model.name.startsWith('GRP')
  const android = isAndroid({ model })
  return [
    [8337, 0],
    [32050, 0],
    [32051, 0],
    [32052, ''],
    [32053, 0],
    [1561, 0],
    ...actionUrls.map((parameter): Entry => [parameter, '']),
    // That the page can be closed altogether is documented for the GRP alone.
    ...(android ? ([[900, 1]] as const) : ([[1650, grp && !spec.settings.webPage ? 2 : 0]] as const)),
    // A certificate of a public authority is checked by those that the phone brings; one of ours it does not know.
    ...(grp
      ? ([
          [8463, spec.caCertificate ? 0 : 1],
          [22030, hasName(spec.host) ? 1 : 0],
        ] as const)
      : []),
  ]
}

function locale(context: RenderContext): Entry[] {
  const { spec } = context
  const american = spec.country === 'US'
  return [
    ...clock(context),
    [1362, spec.language],
    [102, american ? 1 : 2],
    [122, american ? 0 : 1],
    ...phoneTones(spec.country),
  ]
}

function androidLocale({ spec, ntpServer }: RenderContext): Entry[] {
  const american = spec.country === 'US'
  return [
    [30, ntpServer],
    [144, 0],
    [143, 0],
    [64, lookUpZone(androidZones, spec.timeZone) ?? posixZone(spec.timeZone)],
    [1362, androidLanguages[spec.language]],
    [102, american ? 1 : 2],
    [122, american ? 0 : 1],
    [22041, 0],
    ...levelTones(spec.country),
  ]
}
