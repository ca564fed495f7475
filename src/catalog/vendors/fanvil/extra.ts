import type { RenderContext } from '../../define.ts'
import type { ColonEntry, ColonSection } from '../../toolkit/colon-sections.ts'

/** Extra lines name their section: `MM CONFIG MODULE/VAD`. One that is there already gets the new value; others follow those of their section. */
export function withExtra(sections: readonly ColonSection[], extra: RenderContext['extra']): ColonSection[] {
  const wanted = extra.map(({ name, value }) => {
    const [section = '', parameter = ''] = name.split('/')
    return { section, parameter, value }
  })
  const known = new Set(sections.map(({ name }) => name))
  const more = [...new Set(wanted.map(({ section }) => section))].filter((section) => !known.has(section))
  return [...sections, ...more.map((name): ColonSection => ({ name, entries: [] }))].map((section) =>
    wanted
      .filter((one) => one.section === section.name)
      .reduce((changed, { parameter, value }) => withValue(changed, parameter, value), section),
  )
}

function withValue(section: ColonSection, parameter: string, value: string): ColonSection {
  const has = ([name]: ColonEntry) => name === parameter
  const changed = (entries: readonly ColonEntry[]) =>
    entries.map((entry): ColonEntry => (has(entry) ? [parameter, value] : entry))
  const parts = section.parts?.map((part) => ({ ...part, entries: changed(part.entries) }))
  const isNew = ![section, ...(section.parts ?? [])].some(({ entries }) => entries.some(has))
  const entries = isNew ? [...section.entries, [parameter, value] as const] : changed(section.entries)
  return { ...section, entries, ...(parts && { parts }) }
}
