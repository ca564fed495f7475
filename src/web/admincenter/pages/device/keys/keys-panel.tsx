import { Button, Group, Stack, Text } from '@mantine/core'
import { type CSSProperties, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetails } from '../../../types.ts'
import { type KeyPart, placeName } from './key-draft.ts'
import classes from './key-row.module.css'
import { KeyRow } from './key-row.tsx'
import type { KeyRowProps } from './key-row-props.ts'
import { KeysDrawing } from './keys-drawing.tsx'
import type { KeyEditor } from './use-key-editor.ts'

interface KeysPanelProps {
  editor: KeyEditor
  part: KeyPart
  details: DeviceDetails
}

/** The keys of the phone or of one module, page by page: in a drawing, and as a list. */
export function KeysPanel({ editor, part, details }: KeysPanelProps) {
  const { t } = useTranslation()
  const pageCount = Math.ceil(part.keyCount / part.perPage)
  const page = Math.min(editor.pageOf(part.module), pageCount)
  const first = (page - 1) * part.perPage + 1
  const last = Math.min(page * part.perPage, part.keyCount)
  const refusals = useRefusalsByKey(editor.refusals)
  const list = useRef<HTMLOListElement>(null)
  const open = (slot: number): void => {
    editor.select({ module: part.module, slot })
    list.current?.children[slot - first]?.querySelector('select')?.focus()
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('keys.hint')}
      </Text>
      {pageCount > 1 && <Pages editor={editor} part={part} page={page} pageCount={pageCount} />}
      <KeysDrawing {...{ editor, part, details, page }} onSelect={open} />
      <div style={columnsOf(editor, part)}>
        <Heads editor={editor} part={part} />
        <ol ref={list} className={classes.list} aria-label={t('keys.list')}>
          {Array.from({ length: last - first + 1 }, (_, index) => {
            const place = { module: part.module, slot: first + index }
            const { selected } = editor
            return (
              <KeyRow
                key={placeName(place)}
                {...place}
                value={editor.keyAt(place)}
                changed={editor.isChangedAt(place)}
                selected={selected !== null && placeName(selected) === placeName(place)}
                refusals={refusals(placeName(place))}
                base={editor.base}
                part={part}
                setType={editor.setType}
                setField={editor.setField}
                undo={editor.undo}
                select={editor.select}
              />
            )
          })}
        </ol>
      </div>
    </Stack>
  )
}

/** Number, type, value, and where there are any label and line; undo. */
function columnsOf({ base }: KeyEditor, { labels }: KeyPart): CSSProperties {
  const columns = [
    '2rem',
    'minmax(11rem, 1.4fr)',
    'minmax(9rem, 1.2fr)',
    ...(labels === 'display' ? ['minmax(7rem, 1fr)'] : []),
    ...(base.lineSlots.length > 1 ? ['6.5rem'] : []),
    '2rem',
  ]
  // A CSS variable is no property that React knows.
  return { '--key-columns': columns.join(' ') } as CSSProperties
}

function Heads({ editor, part }: { editor: KeyEditor; part: KeyPart }) {
  const { t } = useTranslation()
  return (
    <div className={classes.head} aria-hidden="true">
      <span />
      <span>{t('keys.type')}</span>
      <span>{t('keys.value')}</span>
      {part.labels === 'display' && <span>{t('keys.label')}</span>}
      {editor.base.lineSlots.length > 1 && <span>{t('keys.line')}</span>}
    </div>
  )
}

interface PagesProps {
  editor: KeyEditor
  part: KeyPart
  page: number
  pageCount: number
}

/** As the phone turns its pages; one with something to correct says so. */
function Pages({ editor, part, page, pageCount }: PagesProps) {
  const { t } = useTranslation()
  return (
    <Group component="nav" gap={4} aria-label={t('keys.pages')}>
      {Array.from({ length: pageCount }, (_, index) => {
        const [from, to] = [index * part.perPage + 1, Math.min((index + 1) * part.perPage, part.keyCount)]
        const range = `${from}–${to}`
        const wrong = hasRefusal(editor.refusals, part.module, from, to)
        return (
          <Button
            key={range}
            size="compact-sm"
            variant={index + 1 === page ? 'filled' : 'default'}
            {...(wrong && { color: 'red', 'aria-label': t('keys.wrongHere', { name: range }) })}
            {...(index + 1 === page && { 'aria-current': 'page' as const })}
            onClick={() => editor.setPage(part.module, index + 1)}
          >
            {wrong ? `${range} !` : range}
          </Button>
        )
      })}
    </Group>
  )
}

/** Whether something is to be corrected on the keys of a part, of one page of it, or of a whole tab. */
export function hasRefusal(
  refusals: KeyEditor['refusals'],
  module: number,
  from = 1,
  to = Number.POSITIVE_INFINITY,
): boolean {
  return [...refusals.keys()].some((name) => {
    const [part = '', slot = ''] = name.split('.')
    return part === String(module) && Number(slot) >= from && Number(slot) <= to
  })
}

type RowRefusals = KeyRowProps['refusals']
const noRefusals: RowRefusals = {}

/** The sentences of one key; the same object as long as they are the same. */
function useRefusalsByKey(all: KeyEditor['refusals']): (place: string) => RowRefusals {
  const made = useRef({ of: all, byPlace: new Map<string, RowRefusals>() })
  if (made.current.of !== all) made.current = { of: all, byPlace: new Map() }
  const { byPlace } = made.current
  return (place) => {
    const kept = byPlace.get(place)
    if (kept) return kept
    const own = [...all].filter(([name]) => name.startsWith(`${place}.`))
    const refusals: RowRefusals =
      own.length === 0 ? noRefusals : Object.fromEntries(own.map(([name, text]) => [name.split('.')[2] ?? '', text]))
    byPlace.set(place, refusals)
    return refusals
  }
}
