import { clean } from './text.ts'

/** Sets a parameter back to its default, which is empty for text. Only code writes it, never a value. */
export const cfgEmpty = Symbol('the empty value of a cfg file')
export type CfgValue = string | number | typeof cfgEmpty

/**
 * Lines `name = value`, as Yealink and its relatives read them, in the given order; a name may come more than once.
 * A value never holds a line break, so it cannot start a second directive or an `include:`; a `#` at its start is not at the start of the line and so is no comment. `%NULL%` and `%EMPTY%`,
 * which the phone would read as commands, lose their percent signs when a person typed them.
 */
export function writeCfg(entries: readonly (readonly [name: string, value: CfgValue])[]): string {
  return entries.map(([name, value]) => `${cfgName(name)} = ${cfgText(value)}`.trimEnd().concat('\n')).join('')
}

function cfgName(name: string): string {
  if (!/^[A-Za-z][\w.]*$/.test(name)) throw new Error(`not a parameter name: ${JSON.stringify(name)}`)
  return name
}

function cfgText(value: CfgValue): string {
  if (value === cfgEmpty) return '%NULL%'
  const text = clean(String(value))
  return /^%\s*\w+\s*%$/.test(text) ? text.replace(/%/g, '').trim() : text
}
