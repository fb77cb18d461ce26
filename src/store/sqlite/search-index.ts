/**
 * The search index in the encrypted file. FTS5 finds; what it finds is looked at again by the same code as in
 * memory, which also cuts the snippets. The index is derived and may be cleared at any time.
 */
import {
  hitOf,
  isAskedFor,
  type ItemKey,
  itemFields,
  itemKinds,
  type SearchCase,
  type SearchHit,
  type SearchIndex,
  type SearchItem,
  type SearchQuery,
  type SearchResult,
  stemsOf,
  type Term,
  tokensOf,
  type Visible,
} from '../../search/index.ts'
import type { Driver, Row, SqlValue } from './driver.ts'
import { numberOf, textOf } from './driver.ts'

export const searchTables = `
  CREATE TABLE search_item (
    id INTEGER PRIMARY KEY, org TEXT NOT NULL, case_id TEXT NOT NULL,
    kind TEXT NOT NULL, thing TEXT NOT NULL, field TEXT NOT NULL, part INTEGER NOT NULL,
    offset_units INTEGER NOT NULL, language TEXT, dated_earliest REAL, dated_latest REAL, words TEXT NOT NULL,
    UNIQUE (org, case_id, kind, thing, field, part)
  ) STRICT;
  CREATE VIRTUAL TABLE search_text USING fts5(folded, stemmed, content='', contentless_delete=1, tokenize='ascii');
  CREATE TABLE search_through (
    org TEXT NOT NULL, case_id TEXT NOT NULL, through INTEGER NOT NULL, PRIMARY KEY (org, case_id)
  ) STRICT, WITHOUT ROWID;
`

/** How the store lets the index read and write: with its own care for faults and transactions. */
export interface SearchAccess {
  readonly read: <T>(work: (driver: Driver) => T) => T
  readonly write: (work: (driver: Driver) => void) => void
  readonly check: (key: SearchCase) => void
}

const SELECT_THROUGH = 'SELECT through FROM search_through WHERE org = ? AND case_id = ?'
const SET_THROUGH = `INSERT INTO search_through VALUES (?, ?, ?)
  ON CONFLICT (org, case_id) DO UPDATE SET through = excluded.through`
const SELECT_ITEM =
  'SELECT id FROM search_item WHERE org = ? AND case_id = ? AND kind = ? AND thing = ? AND field = ? AND part = ?'
const SELECT_PAGES = `SELECT words FROM search_item
  WHERE org = ? AND case_id = ? AND kind = 'document' AND thing = ? AND field = 'text' ORDER BY part`
const INSERT_ITEM = `INSERT INTO search_item
  (org, case_id, kind, thing, field, part, offset_units, language, dated_earliest, dated_latest, words)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const INSERT_TEXT = 'INSERT INTO search_text (rowid, folded, stemmed) VALUES (last_insert_rowid(), ?, ?)'
const CLEAR = [
  'DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_item WHERE org = ? AND case_id = ?)',
  'DELETE FROM search_item WHERE org = ? AND case_id = ?',
  'DELETE FROM search_through WHERE org = ? AND case_id = ?',
]
// A word as written weighs ten times a word of the same stem.
const FIND = `SELECT i.id, i.kind, i.thing, i.field, i.part FROM search_text
  JOIN search_item AS i ON i.id = search_text.rowid
  WHERE search_text MATCH ? AND i.org = ? AND i.case_id = ?`
const RANK = ' ORDER BY bm25(search_text, 10.0, 1.0), i.kind, i.thing, i.field, i.part'
const SELECT_WORDS =
  'SELECT offset_units, language, dated_earliest, dated_latest, words FROM search_item WHERE id = ?'

/** Stands for an end of time that is open; SQLite keeps no infinity in a column that must compare. */
const OPEN_END = 1e15

export function sqliteSearchIndex({ read, write, check }: SearchAccess): SearchIndex {
  return {
    through: async (key) =>
      read((driver) => {
        const row = driver.all(SELECT_THROUGH, [key.org, key.case])[0]
        return row === undefined ? 0 : numberOf(row, 'through')
      }),
    put: async (key, items, through) => {
      check(key)
      write((driver) => {
        for (const item of items) putItem(driver, key, item)
        driver.run(SET_THROUGH, [key.org, key.case, through])
      })
    },
    pages: async ({ org, case: name }, document) =>
      read((driver) => driver.all(SELECT_PAGES, [org, name, document]).map((row) => textOf(row, 'words'))),
    clear: async (key) => {
      check(key)
      write((driver) => {
        for (const sql of CLEAR) driver.run(sql, [key.org, key.case])
      })
    },
    find: async (key, query, visible) => read((driver) => find(driver, key, query, visible)),
  }
}

function putItem(driver: Driver, { org, case: name }: SearchCase, item: SearchItem): void {
  const { kind, id, field, part, text, offset, language, dated } = item
  for (const row of driver.all(SELECT_ITEM, [org, name, kind, id, field, part])) {
    driver.run('DELETE FROM search_text WHERE rowid = ?', [numberOf(row, 'id')])
    driver.run('DELETE FROM search_item WHERE id = ?', [numberOf(row, 'id')])
  }
  driver.run(INSERT_ITEM, [
    org,
    name,
    kind,
    id,
    field,
    part,
    offset,
    language ?? null,
    dated === undefined ? null : Math.max(-OPEN_END, dated.earliest),
    dated === undefined ? null : Math.min(OPEN_END, dated.latest),
    text,
  ])
  const tokens = tokensOf(text)
  const stems = tokens.flatMap(({ written }) => stemsOf(written, language))
  driver.run(INSERT_TEXT, [tokens.map(({ folded }) => folded).join(' '), stems.join(' ')])
}

/** Folded words hold only letters and digits, so that quotation marks make them plain strings to FTS5. */
const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`

function matchOf({ kind, folded, stems }: Term): string {
  if (kind === 'prefix') return `(folded : ${quoted(folded)} *)`
  const ways = [`folded : ${quoted(folded)}`, ...stems.map((stem) => `stemmed : ${quoted([stem])}`)]
  return `(${ways.join(' OR ')})`
}

function find(driver: Driver, key: SearchCase, query: SearchQuery, visible: Visible): SearchResult {
  const match = query.terms.map(matchOf).join(' AND ')
  const { sql, values } = filterOf(query)
  const rows = driver.all(FIND + sql + RANK, [match, key.org, key.case, ...values])
  const hits: SearchHit[] = []
  for (const row of rows) {
    const item = keyOfRow(row)
    if (item === undefined || !visible(item)) continue
    const hit = hitAt(driver, numberOf(row, 'id'), item, query)
    if (hit === undefined) continue
    if (hits.length === query.hitsMax) return { hits, more: true }
    hits.push(hit)
  }
  return { hits, more: false }
}

function filterOf({ fields, from, to }: SearchQuery): {
  readonly sql: string
  readonly values: readonly SqlValue[]
} {
  const parts: string[] = []
  const values: SqlValue[] = []
  if (fields.length > 0) {
    const marks = fields.map(() => '?').join(', ')
    parts.push(` AND (i.kind IN (${marks}) OR i.field IN (${marks}))`)
    values.push(...fields, ...fields)
  }
  if (from !== undefined || to !== undefined) {
    parts.push(' AND i.dated_latest > ? AND i.dated_earliest <= ?')
    values.push(from ?? -OPEN_END, to ?? OPEN_END)
  }
  return { sql: parts.join(''), values }
}

function keyOfRow(row: Row): ItemKey | undefined {
  const kind = itemKinds.find((one) => one === textOf(row, 'kind'))
  const field = itemFields.find((one) => one === textOf(row, 'field'))
  if (kind === undefined || field === undefined) return undefined
  return { kind, field, id: textOf(row, 'thing'), part: numberOf(row, 'part') }
}

function hitAt(driver: Driver, id: number, key: ItemKey, query: SearchQuery): SearchHit | undefined {
  const row = driver.all(SELECT_WORDS, [id])[0]
  if (row === undefined) return undefined
  const { language, dated_earliest: earliest, dated_latest: latest } = row
  const item: SearchItem = {
    ...key,
    text: textOf(row, 'words'),
    offset: numberOf(row, 'offset_units'),
    language: typeof language === 'string' ? language : undefined,
    dated: typeof earliest === 'number' && typeof latest === 'number' ? { earliest, latest } : undefined,
  }
  return isAskedFor(item, query) ? hitOf(item, query) : undefined
}
