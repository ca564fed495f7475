import { clean } from './text.ts'

/** A certificate, whose lines must arrive as lines. Only code makes one, never a value that somebody typed. */
export interface PemValue {
  readonly pem: string
}
export type AttributeValue = string | number | PemValue

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/**
 * An XML document of one element whose attributes are the settings, one on a line. An attribute may come once only, so of two values of one name the
 * later goes; the order is that of the first.
 */
export function writeXmlAttributes(
  root: string,
  entries: readonly (readonly [name: string, value: AttributeValue])[],
): string {
  const attributes = [...new Map(entries)].map(
    ([name, value]) => `  ${attributeName(name)}="${attributeText(value)}"\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${attributeName(root)}\n${attributes.join('')}/>\n`
}

function attributeName(name: string): string {
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) throw new Error(`not an XML name: ${JSON.stringify(name)}`)
  return name
}

function attributeText(value: AttributeValue): string {
  if (typeof value !== 'object') return escapeText(clean(String(value)))
  // A reader makes blanks of line breaks in an attribute, but not of those that are written by number (XML 1.0 section 3.3.3).
  return value.pem.split(/\r?\n/).map(clean).filter(Boolean).map(escapeText).join('&#10;')
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
