import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { fold, searchWords, sortKeyOf } from './phonebook-text.ts'

/** One name as telephones show it. */
export interface PhoneEntry {
  name: string
  /** The vPBX's own people, or the phonebook. */
  kind: 'extension' | 'entry'
  /** At least one, the main one first. */
  numbers: { kind: 'internal' | 'number' | 'mobile' | 'other'; number: string }[]
  shortNumber: string | null
}

export interface PhonePage {
  /** Words in names or digits of numbers; all of them must be there. */
  search?: string
  /** From 1. */
  page: number
  pageSize: number
}

interface Place {
  id: string
  sortKey: string
  kind: PhoneEntry['kind']
}

/**
 * The extensions and the phonebook of a vPBX as one list by name, for its telephones: no rights are looked at here. Page by page; `total` counts all
 * that match. Gives an empty page beyond the end.
 */
export async function entriesForPhones(
  db: Db,
  vpbxId: string,
  { search = '', page, pageSize }: PhonePage,
): Promise<{ entries: PhoneEntry[]; total: number }> {
  const words = searchWords(search)
  const extensions = await extensionsOf(db, vpbxId, words)
  const start = Math.max(page - 1, 0) * pageSize
  const { near, skipped, count } = await placesNear(db, vpbxId, words, { start, spread: extensions.length, pageSize })
  const [first] = near
  // Equal names keep the extension first.
  const before = skipped > 0 && first ? extensions.filter(({ sortKey }) => sortKey <= first.sortKey).length : 0
  const rest = extensions.slice(before).map(({ id, sortKey }): Place => ({ id, sortKey, kind: 'extension' }))
  const from = start - skipped - before
  const shown = first || count === 0 ? merge(rest, near).slice(from, from + pageSize) : []
  const entries = await entriesById(
    db,
    shown.filter(({ kind }) => kind === 'entry').map(({ id }) => id),
  )
  const known = new Map([...extensions.map(({ id, entry }) => [id, entry] as const), ...entries])
  return { entries: shown.flatMap(({ id }) => known.get(id) ?? []), total: extensions.length + count }
}

async function extensionsOf(db: Db, vpbxId: string, words: readonly string[]) {
  const rows = await db
    .selectFrom('extension')
    .select(['id', 'number', 'display_name'])
    .where('vpbx_id', '=', vpbxId)
    .execute()
  return rows
    .filter(({ number, display_name }) => {
      const text = `${fold(display_name)} ${number}`
      return words.every((word) => text.includes(word))
    })
    .map(({ id, number, display_name: name }) => {
      const entry: PhoneEntry = { name, kind: 'extension', numbers: [{ kind: 'internal', number }], shortNumber: null }
      return { id, sortKey: sortKeyOf(name), entry }
    })
    .sort((a, b) => compare(a.sortKey, b.sortKey) || compare(a.id, b.id))
}

/**
 * The places in which a page's entries are for certain, how many stand before them, and how many there are in all. At most all extensions (`spread`) stand
 * before the page. Where something is searched for, the database looks at every entry anyway: all that were found.
 */
async function placesNear(
  db: Db,
  vpbxId: string,
  words: readonly string[],
  { start, spread, pageSize }: { start: number; spread: number; pageSize: number },
): Promise<{ near: Place[]; skipped: number; count: number }> {
  const inOrder = matchingEntries(db, vpbxId, words).select(['id', 'sort_key']).orderBy('sort_key').orderBy('id')
  if (words.length > 0) {
    const near = (await inOrder.execute()).map(placeOf)
    return { near, skipped: 0, count: near.length }
  }
  const count = await countEntries(db, vpbxId)
  const skipped = Math.max(start - spread, 0)
  if (skipped >= count) return { near: [], skipped, count }
  const rows = await inOrder
    .offset(skipped)
    .limit(spread + pageSize)
    .execute()
  return { near: rows.map(placeOf), skipped, count }
}

function placeOf({ id, sort_key: sortKey }: { id: string; sort_key: string }): Place {
  return { id, sortKey, kind: 'entry' }
}

async function countEntries(db: Db, vpbxId: string): Promise<number> {
  const { n } = await matchingEntries(db, vpbxId, [])
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The entries of a vPBX in which every word is found (phonebook-text.ts). */
export function matchingEntries(db: Db, vpbxId: string, words: readonly string[]) {
  return words.reduce(
    (query, word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return query.where(sql<boolean>`search_key like ${pattern} escape '\\'`)
    },
    db.selectFrom('phonebook_entry').where('vpbx_id', '=', vpbxId),
  )
}

/** Two lists in order become one; equal names keep the extension first. */
function merge(extensions: readonly Place[], entries: readonly Place[]): Place[] {
  const all: Place[] = []
  let next = 0
  for (const entry of entries) {
    for (let own = extensions[next]; own && own.sortKey <= entry.sortKey; own = extensions[next]) {
      all.push(own)
      next += 1
    }
    all.push(entry)
  }
  return [...all, ...extensions.slice(next)]
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

async function entriesById(db: Db, ids: readonly string[]): Promise<(readonly [string, PhoneEntry])[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('phonebook_entry').selectAll().where('id', 'in', ids).execute()
  return rows.map((row) => {
    const numbers: PhoneEntry['numbers'] = [{ kind: 'number', number: row.number }]
    if (row.mobile !== null) numbers.push({ kind: 'mobile', number: row.mobile })
    if (row.other !== null) numbers.push({ kind: 'other', number: row.other })
    return [row.id, { name: row.name, kind: 'entry', numbers, shortNumber: row.short_number }] as const
  })
}
