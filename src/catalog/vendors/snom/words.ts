import type { Language } from '#domain/language.ts'
import type { ZoneTable } from '../../toolkit/clock.ts'

/** The phone knows its languages by their own names. */
export const languageNames: Readonly<Record<Language, string>> = {
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
  it: 'Italiano',
}

/** What a base calls them; some of its firmware writes French and Italian without accents. */
export const dectLanguageNames: Readonly<Record<Language, string>> = {
  fr: 'Francais',
  de: 'Deutsch',
  en: 'English',
  it: 'Italiano',
}

const toneSchemes: Readonly<Record<string, string>> = {
  AU: 'AUS',
  AT: 'AUT',
  CH: 'SWI',
  CN: 'CHN',
  DE: 'GER',
  DK: 'DNK',
  ES: 'ESP',
  FR: 'FRA',
  GB: 'GBR',
  IN: 'IND',
  IT: 'ITA',
  JP: 'JPN',
  LI: 'SWI',
  MC: 'FRA',
  MX: 'MEX',
  NL: 'NLD',
  NO: 'NOR',
  NZ: 'NZL',
  SE: 'SWE',
  SM: 'ITA',
  US: 'USA',
  VA: 'ITA',
}

/** Countries that are not listed get the 425 Hz tones that most of Europe shares. */
export function toneScheme(country: string): string {
  return toneSchemes[country] ?? 'GER'
}

/** `timezone`: country and offset; the code brings the summer time with it. Switzerland stands in for the same clock. */
export const zoneCodes: ZoneTable<string> = {
  'Europe/Zurich': 'CHE+1',
  'Europe/Helsinki': 'FIN+2',
  'Europe/London': 'GBR-0',
  'Europe/Moscow': 'RUS+3',
  'Europe/Kaliningrad': 'RUS+2',
  'Europe/Samara': 'RUS+4',
  'Europe/Amsterdam': 'NLD+1',
  'Europe/Athens': 'GRC+2',
  'Europe/Belgrade': 'YUG+1',
  'Europe/Berlin': 'GER+1',
  'Europe/Bratislava': 'SVK+1',
  'Europe/Brussels': 'BEL+1',
  'Europe/Bucharest': 'ROU+2',
  'Europe/Budapest': 'HUN+1',
  'Europe/Chisinau': 'MDA+2',
  'Europe/Copenhagen': 'DNK+1',
  'Europe/Dublin': 'IRL-0',
  'Europe/Gibraltar': 'GIB+1',
  'Europe/Kiev': 'UKR+2',
  'Europe/Kyiv': 'UKR+2',
  'Europe/Lisbon': 'PRT-0',
  'Europe/Luxembourg': 'LUX+1',
  'Europe/Madrid': 'ESP+1',
  'Europe/Oslo': 'NOR+1',
  'Europe/Paris': 'FRA+1',
  'Europe/Prague': 'CZE+1',
  'Europe/Riga': 'LVA+2',
  'Europe/Rome': 'ITA+1',
  'Europe/Skopje': 'MAK+1',
  'Europe/Sofia': 'BGR+2',
  'Europe/Stockholm': 'SWE+1',
  'Europe/Tallinn': 'EST+2',
  'Europe/Tirane': 'ALB+1',
  'Europe/Vienna': 'AUT+1',
  'Europe/Vilnius': 'LTU+2',
  'Europe/Warsaw': 'POL+1',
  'Europe/Zagreb': 'HRV+1',
  'Asia/Nicosia': 'CYP+2',
  'Atlantic/Azores': 'PRT-1',
  'Atlantic/Canary': 'ESP-0',
  'Atlantic/Faroe': 'FRO-0',
  'America/New_York': 'USA-5',
  'America/Chicago': 'USA-6',
  'America/Denver': 'USA-7',
  'America/Los_Angeles': 'USA-8',
  'Asia/Dubai': 'UAE+4',
  'Asia/Kolkata': 'IND+5.5',
  'Asia/Shanghai': 'CHN+8',
  'Asia/Singapore': 'SGP+8',
  'Asia/Tokyo': 'JPN+9',
  'Australia/Sydney': 'AUS+10',
  'Pacific/Auckland': 'NZL+12',
}
