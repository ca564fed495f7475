import { clean } from './text.ts'
import type { PemValue } from './xml-attributes.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string | PemValue | readonly XmlElement[]
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | PemValue | readonly XmlElement[] = '',
): XmlElement {
  return { name, attributes, content }
}

/** A whole XML 1.0 document in UTF-8, two blanks a level. Names come from code; every value is cleaned and escaped. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`
}

function write({ name, attributes, content }: XmlElement, indent: string): string {
  const attributeText = Object.entries(attributes).map(([key, value]) => ` ${xmlName(key)}="${escapeText(value)}"`)
  const head = `${indent}<${xmlName(name)}${attributeText.join('')}`
  if (typeof content === 'string') return `${head}>${escapeText(content)}</${name}>\n`
  if ('pem' in content)
    return `${head}>${content.pem.split(/\r?\n/).map(escapeText).filter(Boolean).join('\n')}</${name}>\n`
  return `${head}>\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}

function xmlName(name: string): string {
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) throw new Error(`not an XML name: ${JSON.stringify(name)}`)
  return name
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeText(value: string): string {
  return clean(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
