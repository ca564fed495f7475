import type { MenuWords } from '../../manual-verbs.ts'

/** Menu of the handsets. French: OVHcloud documentation, «Dépannage C590IP/C610IP». */
export const handsetWords: MenuWords = {
  Menu: { fr: 'Menu' },
  Settings: { fr: 'Réglages' },
  Registration: { fr: 'Enregistrement' },
  'Register Handset': { fr: 'Enreg. combiné' },
}

/** Web page of N610, N670, N870 and their kind. German: NetCologne, Cloud PBX documentation, page «Gigaset» (N670 IP PRO). */
export const baseWords: MenuWords = { Set: { de: 'Sichern' } }
