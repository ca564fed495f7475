import { family } from '../../define.ts'
import { redirectService } from './redirect.ts'

export const models = family(
  {
    kind: 'app',
    // The app takes more, but leaves the account of a slot that is gone in place; one account is one line here.
    lineSlots: 1,
    screen: 'none',
    keys: null,
    keyLabels: null,
    modules: null,
    handsets: null,
    fax: null,
    phonebook: null,
    passwords: { admin: null, user: null, userName: null },
    webLogin: null,
    // Fetches at every start; it knows no NOTIFY that makes it.
    restartEvent: null,
    resyncEvent: null,
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust: 'publicOnly',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    app: {
      delivery: 'link',
      scheme: 'linphone-config:',
      // Seen: liblinphone 5.1 fetches as `Unknown`, 4.4 as `Unknown (belle-sip/4.4.0)`, both without the header of later ones.
      fetchMarks: { header: 'x-linphone-provisioning', userAgents: [/^Unknown(?: \(belle-sip\/[\w.+-]{1,40}\))?$/] },
      systems: ['android', 'ios', 'windows', 'macos', 'linux'],
      can: ['fetchesLink', 'opensLink', 'refetches', 'encrypts'],
      cannot: ['publicCertificate', 'noPush'],
      steps: [
        { verb: 'installApp', params: { app: 'Linphone' } },
        { verb: 'openApp', params: { app: 'Linphone' } },
        { verb: 'openMenu', params: { menu: 'Assistant → Fetch remote configuration → Scan QR code' } },
        { verb: 'scanCode', params: {} },
        { verb: 'waitForRegistration', params: {} },
      ],
    },
    sources: ['Linphone wiki: remote provisioning'],
  },
  ['App'],
)
