import type { MenuWords } from '../../manual-verbs.ts'

/** Menu and web page of the GXP series. German: pascom documentation, «Grandstream Tischtelefone». */
export const gxpWords: MenuWords = {
  Menu: { de: 'Menu' },
  Status: { de: 'Status' },
  'Network Status': { de: 'Netzwerkstatus' },
  'Save and Apply': { de: 'Sichern und ausführen' },
  Reboot: { de: 'Neustarten' },
}
