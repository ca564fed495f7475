import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import { standardOffset } from '../../toolkit/clock.ts'
import { type ColonEntry, type ColonSection, writeColonSections } from '../../toolkit/colon-sections.ts'
import { summerTime } from '../../toolkit/summer-time.ts'
import { limited } from '../../toolkit/text.ts'
import { accounts } from './account.ts'
import { withExtra } from './extra.ts'
import { keys as keyMap, none } from './keys.ts'
import { keyPlanOf } from './plans.ts'
import { closed, network, provisioning, trust } from './system.ts'
import { languageCode, toneCode } from './words.ts'

/** Firmware 2 takes a file when it differs from the last one, whatever its version. */
const first = '<<VOIP CONFIG FILE>>Version:2.0000000000'
const last = '<<END OF FILE>>'

export function render(context: RenderContext): string {
  const sections = [
    { name: 'MM CONFIG MODULE', entries: [['Select Your Tone', toneCode(context.spec.country)]] as const },
    sip(context),
    phone(context),
    closed,
    functionKeys(context),
    web(context),
    { name: 'TR069 CONFIG MODULE', entries: [['Enable TR069', 0]] as const },
    provisioning(context),
    network(context),
    trust(context),
  ]
  return writeColonSections(first, withExtra(sections, context.extra), last)
}

function sip(context: RenderContext): ColonSection {
  return {
    name: 'SIP CONFIG MODULE',
    entries: [
      ['SIP Pswd Encryption', 0],
      ['CSTA Enable', 0],
      ['Notify Reboot', 0],
    ],
    parts: [{ name: 'SIP Line List', entries: accounts(context) }],
  }
}

function phone(context: RenderContext): ColonSection {
  const { spec, model, phonebookLink } = context
  return {
    name: 'PHONE FEATURE MODULE',
    entries: [
      ['Push XML IP', ''],
      ['All Pswd Encryption', 0],
      ['SIP Notify XML', 0],
    ],
    parts: [
      { name: 'Display Input', entries: [['Default Language', languageCode(spec.language, model.name)]] },
      { name: 'DateTime Config', entries: clock(context) },
      { name: 'DateTime Display', entries: [['Time Display Style', spec.country === 'US' ? 1 : 0]] },
      {
        name: 'Xml PhoneBook',
        entries: [
          ['XML-PBook1 Name', phonebookLink ? 'Raccord' : ''],
          ['XML-PBook1 Addr', phonebookLink ?? ''],
          ['XML-PBook1 UserName', ''],
          ['XML-PBook1 PassWd', ''],
          ['XML-PBook1 Sipline', -1],
          ['XML-PBook1 BindLine', -1],
        ],
      },
    ],
  }
}

/** The zone counts in quarters of an hour; summer time is given by its own rule, since few places are known by number. */
function clock({ spec, ntpServer }: RenderContext): ColonEntry[] {
  const quarters = Math.round(standardOffset(spec.timeZone) / 15)
  const rule = summerTime(spec.timeZone)
  const hours = Math.abs(quarters) / 4
  const change = (name: string, { month, fromDay, last: isLast, weekday, minute }: NonNullable<typeof rule>['start']) =>
    [
      [`DST ${name} Mon`, month],
      [`DST ${name} Week`, isLast ? 5 : Math.ceil(fromDay / 7)],
      [`DST ${name} Wday`, weekday],
      [`DST ${name} Hour`, Math.floor(minute / 60)],
    ] as const
  return [
    ['Enable SNTP', 1],
    ['SNTP Server', ntpServer],
    ['Second SNTP Server', ''],
    ['Time Zone', quarters],
    ['Time Zone Name', `UTC${quarters === 0 ? '' : `${quarters < 0 ? '-' : '+'}${hours}`}`],
    ['SNTP Timeout', 3600],
    ['DST Type', rule ? 2 : 0],
    ...(rule
      ? [['DST Min Offset', rule.saving] as const, ...change('Start', rule.start), ...change('End', rule.end)]
      : []),
  ]
}

function functionKeys({ spec, model, keys }: RenderContext): ColonSection {
  const plan = keyPlanOf(model.name)
  if (!plan) return { name: 'DSSKEY CONFIG MODULE', entries: [] }
  const sideKeys = plan.side.perPage * plan.side.pages
  const side = keys.filter(({ slot }) => slot <= sideKeys)
  const inner = keys.filter(({ slot }) => slot > sideKeys).map((key) => ({ ...key, slot: key.slot - sideKeys }))
  const pages = (name: string, perPage: number, count: number, own: readonly KeySpec[]) =>
    Array.from({ length: count }, (_, page) => ({
      name: `${name} Config${page + 1}`,
      entries: own
        .filter(({ slot }) => Math.ceil(slot / perPage) === page + 1)
        .flatMap((key) => keyEntries(((key.slot - 1) % perPage) + 1, key, spec)),
    })).filter(({ entries }) => entries.length > 0)
  return {
    name: 'DSSKEY CONFIG MODULE',
    entries: [
      ['FuncKey Page Num', plan.inner.pages],
      ['SideKey Page Num', plan.side.pages],
    ],
    parts: [
      ...pages('Sidekey', plan.side.perPage, plan.side.pages, side),
      ...pages('Dsskey', plan.inner.perPage, plan.inner.pages, inner),
    ],
  }
}

function keyEntries(place: number, key: KeySpec, spec: RenderContext['spec']): ColonEntry[] {
  const { type, value, title } = writeKey(keyMap, none, key, spec)
  return [
    [`Fkey${place} Type`, type],
    [`Fkey${place} Value`, value],
    [`Fkey${place} Title`, title],
    [`Fkey${place} ICON`, 'Green'],
  ]
}

function web({ spec, model }: RenderContext): ColonSection {
  const login = (place: number, name: string, password: string | undefined, level: number): readonly ColonEntry[] =>
    password
      ? [
          [`Account${place} Name`, name],
          [`Account${place} Password`, password],
          [`Account${place} Level`, level],
        ]
      : []
  const user = limited(spec.userName ?? '', model.passwords.userName?.maxLength ?? 32) || 'guest'
  return {
    name: 'MMI CONFIG MODULE',
    entries: [
      ['Remote Control', 0],
      ['Enable Telnet', 0],
    ],
    parts: [
      {
        name: 'MMI Account',
        entries: [...login(1, 'admin', spec.adminPassword, 10), ...login(2, user, spec.userPassword, 5)],
      },
    ],
  }
}
