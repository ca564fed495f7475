import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import type { PhonebookEntry, PhonebookPage } from './define.ts'
import { models, renderPhonebook } from './index.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
})

/** Every text and attribute of a document, and how many elements it has. */
function contents(xml: string): { texts: string[]; elements: number } {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(valid.err.msg)
  const texts: string[] = []
  let elements = 0
  const walk = (node: unknown): void => {
    if (typeof node === 'string') texts.push(node)
    else if (Array.isArray(node)) node.forEach(walk)
    else if (node && typeof node === 'object') {
      for (const [name, child] of Object.entries(node)) {
        if (!name.startsWith('@_') && name !== '#text') elements += Array.isArray(child) ? child.length : 1
        walk(child)
      }
    }
  }
  walk(parser.parse(xml))
  return { texts, elements }
}

const page = (entries: readonly PhonebookEntry[], more: Partial<PhonebookPage> = {}): PhonebookPage => ({
  title: 'Annuaire',
  entries,
  page: 1,
  pageCount: 1,
  search: '',
  linkTo: (number) => `https://pbx.example.ch/key/phonebook.xml?page=${number}`,
  link: 'https://pbx.example.ch/key/phonebook.xml',
  ...more,
})

const entries: PhonebookEntry[] = [
  { name: 'Léa Rey', number: '21', mobile: '0791110001', other: '0221110002' },
  { name: 'Garage', number: '0211110003', mobile: null, other: null },
]

/** One model of each maker that has a phonebook. */
const makers = [...Map.groupBy(models, ({ vendor }) => vendor).values()].flatMap(
  (own) => own.find((model) => renderPhonebook(model, page([]))) ?? [],
)

describe.each(makers.map((model) => [model.vendor, model] as const))('the phonebook of %s', (_, model) => {
  const read = (list: readonly PhonebookEntry[]) => contents(renderPhonebook(model, page(list))?.body ?? '')

  test('holds every name and every number', () => {
    const { texts } = read(entries)
    for (const { name, number, mobile, other } of entries)
      for (const wanted of [name, number, mobile, other])
        if (wanted !== null) expect(texts.some((text) => text.includes(wanted))).toBe(true)
  })

  test('keeps a name a name, whatever it holds', () => {
    const named = (name: string) => read([{ name, number: '21', mobile: null, other: null }])
    const hostile = '</Name><Name a="b">&amp;\r\n]]>'
    expect(named(hostile).elements).toBe(named('Anna').elements)
    expect(named('A & B <C> "D"').texts.join(' ')).toContain('A & B <C> "D"')
  })
})

describe('a Snom', () => {
  const snom = models.find(({ id }) => id === 'snom-d785')
  const body = (more: Partial<PhonebookPage>) => (snom && renderPhonebook(snom, page(entries, more))?.body) ?? ''

  test('is led to the page before and after, where there is one', () => {
    expect(body({ page: 2, pageCount: 3 })).toContain('?page=1</URL>')
    expect(body({ page: 2, pageCount: 3 })).toContain('?page=3</URL>')
    expect(body({})).not.toContain('?page=')
  })

  test('is shown a field for a search, which asks for the phonebook again', () => {
    expect(body({})).toContain('?search=%3F</URL>')
    expect(body({ search: '?' })).toContain('<URL>https://pbx.example.ch/key/phonebook.xml</URL>')
    expect(body({ search: '?' })).toContain('<QueryStringParam>search</QueryStringParam>')
    expect(body({ search: 'rey' })).toContain('SnomIPPhoneDirectory')
  })
})
