import { clean } from './text.ts'

export type ColonEntry = readonly [name: string, value: string | number]

/** `<NAME>`, lines `name :value`, and parts under a heading `--Name--:` of their own. */
export interface ColonSection {
  readonly name: string
  readonly entries: readonly ColonEntry[]
  readonly parts?: readonly { readonly name: string; readonly entries: readonly ColonEntry[] }[]
}

/** Column of the colon in the files that the devices write themselves; longer names have theirs right behind them. */
const column = 19

/**
 * A text of sections between a first and a last line, as Fanvil and its relatives read it. A value reaches to the end of its line, whatever it holds:
 * colons are its own, and no mark of a section stands at the start of a line.
 */
export function writeColonSections(first: string, sections: readonly ColonSection[], last: string): string {
  const text = sections.map(({ name, entries, parts = [] }) => {
    const partTexts = parts.map((part) => `--${checked(part.name)}--:\n${lines(part.entries)}`)
    return `<${checked(name)}>\n${lines(entries)}${partTexts.join('')}`
  })
  return `${first}\n\n${text.join('\n')}${last}\n`
}

function lines(entries: readonly ColonEntry[]): string {
  return entries.map(([name, value]) => `${checked(name).padEnd(column)}:${clean(String(value))}\n`).join('')
}

function checked(name: string): string {
  if (!/^[A-Za-z][\w -]*$/.test(name)) throw new Error(`not a parameter name: ${JSON.stringify(name)}`)
  return name
}
