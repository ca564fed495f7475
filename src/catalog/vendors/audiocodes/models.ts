import { family, type Keys, type ModelFacts, type NamedModel } from '../../define.ts'
import { redirectService } from './redirect.ts'

/** The administrator's is typed on the keypad too. No length is documented; that of the web page's field is taken. */
const adminPassword = { maxLength: 15, digitsOnly: true }
const userPassword = { maxLength: 15, digitsOnly: false }

interface Phone {
  readonly lineSlots: number
  readonly screen: ModelFacts['screen']
  readonly keys: Keys | null
  readonly labels?: ModelFacts['keyLabels']
  readonly sources?: readonly string[]
}

function phone({ lineSlots, screen, keys, labels = null, sources = [] }: Phone): ModelFacts {
  return {
    kind: 'desk',
    lineSlots,
    screen,
    keys,
    keyLabels: labels,
    modules: null,
    handsets: null,
    fax: null,
    // The form of its directory file is not documented well enough.
    phonebook: null,
    passwords: { admin: adminPassword, user: userPassword, userName: { maxLength: 15 } },
    webLogin: { user: 'admin', password: '1234' },
    restartEvent: null,
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust: 'caByUrl',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    // Of the words of voip/media/srtp/mode only the one that demands it is known.
    srtp: false,
    sources: [
      'parameters: an export of a 405HD, administrator manuals of versions 2.2.16 and 3.4.3; S. Hoey’s snippets',
      'lines: the lowest number that a source names',
      ...sources,
    ],
  }
}

const sidecar: Keys = { count: 12, perPage: 12, layout: 'right' }
const touch: Keys = { count: 8, perPage: 8, layout: 'touch' }
const digits = 'has no function keys: its speed dials are long presses of the digits'

function gateway(lineSlots: number): ModelFacts {
  return {
    ...phone({ lineSlots, screen: 'none', keys: null }),
    kind: 'gateway',
    fax: 't38',
    // In a configuration they are written enciphered, in a way that is not documented.
    passwords: { admin: null, user: null, userName: null },
    webLogin: { user: 'Admin', password: 'Admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync;reboot=false',
    trust: 'caByHand',
    redirectService: null,
    srtp: true,
    sources: [
      'user’s manuals 5.8 to 6.6: form of the file, tables, automatic update; TLS 1.2 from firmware 6.60A.367 on',
      'fax: T.38 that falls back to G.711 on all ports, which share their codecs',
      'tones of the country (CallProgressTonesFilename) are a binary file of the maker’s, which a person loads',
      'its clock changes to the day, not by the rule; a VLAN needs the table of its interfaces and is left to a person',
    ],
  }
}

export const models: readonly NamedModel[] = [
  ...family(phone({ lineSlots: 2, screen: 'mono', keys: null, sources: [digits] }), ['405', '405HD', '420HD']),
  ...family(phone({ lineSlots: 4, screen: 'mono', keys: sidecar, labels: 'paper' }), ['430HD']),
  ...family(phone({ lineSlots: 4, screen: 'mono', keys: sidecar, labels: 'display' }), ['440HD']),
  ...family(phone({ lineSlots: 4, screen: 'colour', keys: sidecar, labels: 'display' }), ['445HD']),
  ...family(phone({ lineSlots: 4, screen: 'touch', keys: touch, labels: 'display' }), ['450HD', 'C450HD']),
  ...family(gateway(2), ['MP-112']),
  ...family(gateway(4), ['MP-114']),
  ...family(gateway(8), ['MP-118']),
  ...family(gateway(24), ['MP-124']),
]
