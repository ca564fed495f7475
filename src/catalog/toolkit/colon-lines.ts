import { clean } from './text.ts'

/**
 * Lines `name: value`, as Mitel's telephones read them, in the given order; an empty value ends its line with the colon. A `#` begins a comment wherever
 * it stands, so a value that holds one is quoted, as is one that begins with a quotation mark. Such a mark inside a value cannot be written otherwise, so
 * it stays what it is; it cannot leave its line.
 */
export function writeColonLines(entries: readonly (readonly [name: string, value: string | number])[]): string {
  return entries
    .map(([name, value]) => `${lineName(name)}: ${lineValue(String(value))}`.trimEnd().concat('\n'))
    .join('')
}

function lineName(name: string): string {
  if (!/^[a-z](?:[a-z0-9 [\]|.-]*[a-z0-9\]])?$/i.test(name))
    throw new Error(`not a parameter name: ${JSON.stringify(name)}`)
  return name
}

function lineValue(value: string): string {
  const text = clean(value)
  return /^"|#/.test(text) ? `"${text}"` : text
}
