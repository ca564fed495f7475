import type { MenuWords } from '../../manual-verbs.ts'

/**
 * Web page of the T5 series. German: NetCologne, Cloud PBX documentation, pages «Yealink» and «Autoprovisionierung». The T4
 * series of the same page says «Automatische Einrichtung» beside an English tab, so it keeps its factory labels.
 */
export const t5Words: MenuWords = {
  Settings: { de: 'Einstellungen' },
  'Auto Provision': { de: 'Autoprovisioning' },
  'Server URL': { de: 'Server URL' },
  Confirm: { de: 'Bestätigen' },
}

/** Menu of the DECT handsets. German: the same documentation, page «Yealink», W53H and W56H. */
export const handsetWords: MenuWords = {
  OK: { de: 'OK' },
  Settings: { de: 'Einstellungen' },
  Registration: { de: 'Registrieren' },
  'Register Handset': { de: 'Mobilteil registrieren' },
}

/** Web page of the DECT bases. German: the same page, W70B. */
export const baseWords: MenuWords = { Confirm: { de: 'Bestätigen' } }
