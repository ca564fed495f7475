import { ascii } from './text.ts'

export type WindowsIniSection = readonly [
  name: string,
  entries: readonly (readonly [key: string, value: string | number])[],
]

/**
 * An INI file as Windows itself reads it (GetPrivateProfileString): nothing but a pair of quotation marks around the whole value is special, and it falls
 * off. Without a byte order mark the file is read in the code page of the machine, so that ASCII alone is safe.
 */
export function writeWindowsIni(sections: readonly WindowsIniSection[]): string {
  return sections.map(([name, entries]) => `[${iniName(name)}]\r\n${entries.map(line).join('')}`).join('\r\n')
}

function line([key, value]: readonly [string, string | number]): string {
  const text = ascii(String(value))
  return `${iniName(key)}=${/^(["']).*\1$/.test(text) ? `"${text}"` : text}\r\n`
}

function iniName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new Error(`not an INI name: ${JSON.stringify(name)}`)
  return name
}
