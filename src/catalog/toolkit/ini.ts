import { clean } from './text.ts'

export interface IniSection {
  readonly name: string
  readonly entries: readonly (readonly [key: string, value: string | number])[]
}

/** Sections `[name]` of lines `key=value`. A value keeps to its line; one that a reader would cut or unquote is quoted. */
export function writeIni(sections: readonly IniSection[]): string {
  return sections.map(({ name, entries }) => `[${iniName(name)}]\n${entries.map(iniLine).join('')}`).join('\n')
}

function iniLine([key, value]: readonly [string, string | number]): string {
  return `${iniName(key)}=${iniValue(clean(String(value)))}\n`
}

/** `;` and `#` start a comment for many readers, quotes and backslashes are theirs too. */
function iniValue(text: string): string {
  return /[;#"'\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text
}

function iniName(name: string): string {
  if (!/^[A-Za-z_][\w.:-]*$/.test(name)) throw new Error(`not an INI name: ${JSON.stringify(name)}`)
  return name
}
