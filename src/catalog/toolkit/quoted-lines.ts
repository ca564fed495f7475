import { clean } from './text.ts'

/** A device skips a line that is longer, and a value that is longer is no value. */
const nameLength = 32
const valueBytes = 500

/**
 * Lines `NAME="value"` that end with CR LF, below a first line by which the device knows the format, and above an empty one. Of two values of one name
 * the later goes, at the place of the first: such a device takes the first that it reads. A quotation mark inside a value cannot be written otherwise,
 * so it stays what it is; it cannot leave its line.
 */
export function writeQuotedLines(
  firstLine: string,
  entries: readonly (readonly [name: string, value: string | number])[],
): string {
  const lines = [...new Map(entries)].map(([name, value]) => `${lineName(name)}="${lineValue(String(value))}"\r\n`)
  return `${firstLine}\r\n\r\n${lines.join('')}\r\n`
}

function lineName(name: string): string {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name) || name.length > nameLength)
    throw new Error(`not a parameter name: ${JSON.stringify(name)}`)
  return name
}

/** No character is cut in half. */
function lineValue(value: string): string {
  const text = clean(value)
  const encoder = new TextEncoder()
  let bytes = 0
  let result = ''
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > valueBytes) break
    result += character
  }
  return result
}
