import type { ModelFacts, NamedModel } from '../../define.ts'
import { drawnAtOnce, keyCount, keyPlanOf } from './plans.ts'
import { redirectService } from './redirect.ts'

/** 1 to 39 letters and digits, as the web page takes them. */
const password = { maxLength: 39, digitsOnly: false }

function facts(name: string, lineSlots: number, screen: ModelFacts['screen'], sources: readonly string[]): NamedModel {
  const plan = keyPlanOf(name)
  const count = plan ? keyCount(plan) : 0
  return {
    name,
    kind: 'desk',
    lineSlots,
    screen,
    keys: plan ? { count, perPage: drawnAtOnce(plan), layout: screen === 'touch' ? 'touch' : 'bothSides' } : null,
    keyLabels: plan ? 'display' : null,
    modules: null,
    handsets: null,
    fax: null,
    phonebook: { maxEntries: 1000 },
    passwords: { admin: password, user: password, userName: { maxLength: 32 } },
    webLogin: { user: 'admin', password: 'admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust: 'caByHand',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'parameters: a file written by an X3U, and the Tancredi templates for firmware 2',
      'lines and keys: Wazo plug-ins, Tancredi scopes, key maps of firmware 2.4 to 2.14; where they differ the lower number',
      'the phone can be told how many hours to wait between two fetches, but not the time of day',
      'the web page stays: templates name its port and kind (WebServerType 0), none a value that closes it',
      ...sources,
    ],
  }
}

const handset =
  'a wireless telephone of its own, without base; its keys are not offered, their place in the file is not documented'
const hotel = 'keys are not offered: their place in the file is not documented'

/** Names, account slots, display, and what is doubtful. */
const table: readonly (readonly [
  names: readonly string[],
  lines: number,
  screen: ModelFacts['screen'],
  source?: string,
])[] = [
  [['X1S', 'X1SP', 'X1SG'], 2, 'mono'],
  [['X3SG', 'X3SG Lite', 'X3SG Pro', 'X3SW'], 2, 'colour', 'X3SG: four accounts in one source, two in another'],
  [['X3U', 'X3U Pro'], 6, 'colour'],
  [['X301', 'X301P', 'X301G', 'X301W'], 2, 'colour'],
  [['X303', 'X303P', 'X303G', 'X303W'], 4, 'colour'],
  [['X305', 'X306'], 2, 'colour', 'keys are not offered: no source names them'],
  [['X4', 'X4G'], 4, 'colour'],
  [['X4SG'], 4, 'colour', 'accounts: as the X4, no source names them'],
  [['X4U'], 12, 'colour'],
  [['X5S'], 16, 'colour'],
  [['X5U'], 16, 'colour'],
  [['X6'], 6, 'colour', 'twenty accounts since firmware 2.4, six before'],
  [['X6U'], 20, 'colour'],
  [['X7C'], 20, 'touch', 'keys of the first page alone: 12, 60 and 72 in the sources'],
  [['X210', 'X210i'], 20, 'colour'],
  [['V61G', 'V61W'], 4, 'colour'],
  [['V62'], 6, 'colour'],
  [['V62G', 'V62W', 'V62 Pro'], 12, 'colour'],
  [['V63'], 6, 'colour'],
  [['V64'], 12, 'colour'],
  [['V65'], 20, 'colour', '27 keys in Tancredi, 45 in Wazo'],
  [['V66', 'V66 Pro', 'V67'], 20, 'touch'],
  [['H2', 'H2S', 'H2U', 'H2U-V2', 'H3W', 'H4', 'H5W', 'H6W', 'H601', 'H602', 'H603'], 2, 'none', hotel],
  [['W610W', 'W611W'], 4, 'colour', handset],
  [['W620W'], 8, 'colour', handset],
]

export const models = table.flatMap(([names, lines, screen, source]) =>
  names.map((name) => facts(name, lines, screen, source ? [source] : [])),
)
