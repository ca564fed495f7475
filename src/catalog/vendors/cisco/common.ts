import type { ModelFacts } from '../../define.ts'

/** About the longest that the web pages take; no number is documented. */
const password = { maxLength: 32, digitsOnly: false }

/** What all lines of the maker have in common: they come from one firmware. */
export const common = {
  modules: null,
  handsets: null,
  fax: null,
  phonebook: null,
  passwords: { admin: password, user: password, userName: null },
  restartEvent: 'reboot',
  resyncEvent: 'resync',
  // Auth_Resync-Reboot is switched off for every line.
  challengesNotify: false,
  trust: 'caByUrl',
  takes: 'fullUrl',
  followsRedirect: false,
  redirectService: null,
  srtp: true,
} as const satisfies Partial<ModelFacts>
