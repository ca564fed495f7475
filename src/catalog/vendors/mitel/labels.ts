import type { MenuWords } from '../../manual-verbs.ts'

/**
 * Of the telephone's menu and of its web page, which share the words.
 * French: language pack lang_fr.txt («Français (Europe)») of the 6800 series. The German and Italian packs were not found.
 */
export const words: MenuWords = {
  Options: { fr: 'Options' },
  'Admin Menu': { fr: 'Menu Admin.' },
  'Factory Default': { fr: 'Paramètres usine' },
  'Phone Status': { fr: 'État tél.' },
  'IP&MAC Addresses': { fr: 'Adresses IP&MAC' },
  'Advanced Settings': { fr: 'Paramètres avancés' },
  Network: { fr: 'Réseau' },
  HTTPS: { fr: 'HTTPS' },
  'Validate Certificates': { fr: 'Valider certificats' },
  Off: { fr: 'Désactivé' },
  'Configuration Server': { fr: 'Serveur configuration' },
  'Download Protocol': { fr: 'Protocole téléchg' },
  'HTTPS Server': { fr: 'Serveur HTTPS' },
  'HTTPS Path': { fr: 'Chemin HTTPS' },
  'HTTPS Port': { fr: 'Port HTTPS' },
  'Save Settings': { fr: 'Enregistrement des paramètres' },
  Operation: { fr: 'Mode d’exploitation' },
  Reset: { fr: 'Réinit' },
  Restart: { fr: 'Redémarrer' },
}
