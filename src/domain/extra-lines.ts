import { isSingleLine } from './text.ts'

/** One parameter of a maker's own, as the provider typed it. */
export interface ExtraLine {
  readonly name: string
  readonly value: string
}

/**
 * Reads lines `name = value`, one parameter each; blank lines and lines that begin with # are passed over. `wrong` is the number, from 1, of the first
 * line that is none, null when all are well.
 */
export function parseExtraLines(text: string): { entries: ExtraLine[]; wrong: number | null } {
  const entries: ExtraLine[] = []
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const at = line.indexOf('=')
    const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    if (!isSingleLine(line.replaceAll('\t', ' '))) return { entries, wrong: index + 1 }
    if (at < 1 || name === '' || name.length > 120 || value.length > 500) return { entries, wrong: index + 1 }
    entries.push({ name, value })
  }
  return { entries, wrong: null }
}
