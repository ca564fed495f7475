import type { MenuWords } from '../../manual-verbs.ts'

/**
 * Menu of the MPP telephones, opened with the gear key. French: OVHcloud documentation, «Dépanner son téléphone OVHcloud».
 * The web page stays in English: the French user guide of the 7800 series quotes it so (User Login > Personal Directory).
 */
export const mppWords: MenuWords = {
  'Settings → Device administration → Factory reset': { fr: '⚙ → Admin. appareil → Réinit. usine' },
}
