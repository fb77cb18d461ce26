/** Files made by our own export, changed in Uwazi or not, read back: each row whole or not at all. */
import type { BundleFiles } from '../../../casework/bundle/index.ts'
import { sha256Of } from '../../../platform/index.ts'
import type { Id, Sha256 } from '../../../record/index.ts'
import { cellsByHeader, checkedHeader, filled, isBlank, misfit, Tally } from '../csv/read.ts'
import type { ReadBody, ReadReport } from '../csv/read.ts'
import { shown } from '../problems.ts'
import type { CellProblem } from '../problems.ts'
import { readRows, textOfChunks } from '../rows.ts'
import type { Row } from '../rows.ts'
import { bodyFrom, joinTexts, VALUE_TYPE } from '../tables.ts'
import {
  ATTACHMENTS_LABEL,
  DOCUMENT_LABEL,
  EXACT_LABEL,
  headerOf,
  ID_LABEL,
  statedLabel,
  TEMPLATE_LABEL,
  titlePathOf,
  uwaziTemplates,
  VALUE_ENTITY_LABEL,
  VALUE_TYPE_LABEL,
} from './templates.ts'
import type { UwaziColumn, UwaziTemplate } from './templates.ts'

/** One table, with the files that lay beside it in its archive. */
export interface UwaziTable {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly Row[]
  readonly beside: BundleFiles | undefined
}

export interface UwaziImport {
  readonly bodies: readonly ReadBody[]
  /** Originals that documents name, by hash. */
  readonly blobs: ReadonlyMap<Sha256, Uint8Array>
  readonly report: ReadReport
}

/** Reads one table whole: what is read here is entered as one act, so it must fit in memory in any case. */
export async function readUwaziTable(
  file: string,
  bytes: Uint8Array,
  beside: BundleFiles | undefined,
): Promise<UwaziTable> {
  let header: readonly string[] | undefined
  const rows: Row[] = []
  for await (const row of readRows(textOfChunks(file, pieces(bytes)))) {
    if (header === undefined) header = checkedHeader(file, row)
    else if (!isBlank(row)) rows.push(row)
  }
  return { file, header: header ?? checkedHeader(file, undefined), rows, beside }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Whether a table is one of our own making. */
export const isOwnTable = ({ header }: Pick<UwaziTable, 'header'>): boolean =>
  header.includes(ID_LABEL) && header.includes(TEMPLATE_LABEL)

/** The bodies of several tables of our own; titles in one may name rows of another. */
export async function readOwnTables(tables: readonly UwaziTable[]): Promise<UwaziImport> {
  const ids = idsByTitle(tables)
  const tally = new Tally()
  const bodies: ReadBody[] = []
  const blobs = new Map<Sha256, Uint8Array>()
  for (const table of tables) {
    for (const row of table.rows) {
      const read = await readRow(table, row, ids, blobs)
      if ('problems' in read) tally.refused(filled(row), filled(row), read.problems)
      else {
        tally.kept(filled(row))
        bodies.push(read)
      }
    }
  }
  return { bodies, blobs, report: tally.report() }
}

/** A title that stands twice names nothing: `ambiguous`. */
function idsByTitle(tables: readonly UwaziTable[]): ReadonlyMap<string, Id | 'ambiguous'> {
  const ids = new Map<string, Id>()
  for (const { header, rows } of tables) {
    for (const row of rows) {
      const cells = cellsByHeader(header, row)
      const [title, id] = [cells.get('title'), cells.get(ID_LABEL)]
      if (title !== undefined && id !== undefined) ids.set(title, ids.has(title) ? 'ambiguous' : id)
    }
  }
  return ids
}

type Problems = { readonly problems: readonly CellProblem[] }

async function readRow(
  table: UwaziTable,
  row: Row,
  ids: ReadonlyMap<string, Id>,
  blobs: Map<Sha256, Uint8Array>,
): Promise<ReadBody | Problems> {
  const { file, header } = table
  const at = { file, row: row.row }
  const wrong = misfit(header, row)
  if (wrong !== undefined) return { problems: [{ ...at, ...wrong }] }
  const cells = cellsByHeader(header, row)
  const template = uwaziTemplates.find(({ name }) => name === cells.get(TEMPLATE_LABEL))
  if (template === undefined) {
    const known = uwaziTemplates.map(({ name }) => name).join(', ')
    const value = shown(cells.get(TEMPLATE_LABEL) ?? '')
    return {
      problems: [{ ...at, column: TEMPLATE_LABEL, value, why: 'is no template.', remedy: `Use: ${known}.` }],
    }
  }
  const foreign = [...cells.keys()].filter((label) => !headerOf(template).includes(label))
  if (foreign.length > 0) {
    return {
      problems: foreign.map((label) => ({
        ...at,
        column: shown(label),
        value: shown(cells.get(label) ?? ''),
        why: `stands in a column that the template ${template.name} does not have.`,
        remedy: 'Empty the cell, or move it to a column of the template. The row was not kept.',
      })),
    }
  }
  const original = await originalOf(table, row, cells, blobs)
  if (original !== undefined) return { problems: [original] }
  const inner = innerCells(template, cells, ids)
  const made = 'problems' in inner ? inner : bodyFrom(template.kind, inner.cells)
  if ('body' in made) return { ...at, body: made.body }
  return {
    problems: made.problems.map(({ path, why, remedy }) => {
      const label =
        path === 'id' ? ID_LABEL : (template.columns.find((column) => column.path === path)?.label ?? path)
      const value = label === undefined ? undefined : cells.get(label)
      return {
        ...at,
        ...(label === undefined ? {} : { column: label }),
        ...(value === undefined ? {} : { value: shown(value) }),
        why,
        remedy: `${remedy} The row was not kept.`,
      }
    }),
  }
}

interface PathProblem {
  readonly path?: string
  readonly why: string
  readonly remedy: string
}

/** The cells under the paths of the model. */
function innerCells(
  template: UwaziTemplate,
  cells: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, Id>,
): { readonly cells: ReadonlyMap<string, string> } | { readonly problems: readonly PathProblem[] } {
  const inner = new Map<string, string>()
  const problems: PathProblem[] = []
  const set = (path: string, text: string | undefined): void => void (text !== undefined && inner.set(path, text))
  const idFor = (path: string, title: string): string => {
    const id = ids.get(title)
    if (id !== 'ambiguous') return id ?? title
    problems.push({
      path,
      why: `names "${shown(title)}", and two entities have that title.`,
      remedy: 'Rename one.',
    })
    return title
  }
  set('id', cells.get(ID_LABEL))
  if (template.entityKind !== undefined) set('kind', template.entityKind)
  set(titlePathOf(template.kind) ?? '', cells.get(EXACT_LABEL) ?? cells.get('title'))
  for (const column of template.columns) {
    const { path, label, kind } = column
    const text = cells.get(label)
    if (kind === 'date') {
      const stated = cells.get(statedLabel(label))
      if (text !== undefined && stated !== undefined)
        problems.push({ path, why: 'is given twice, as a day and as stated.', remedy: 'Leave one of them empty.' })
      set(path, stated ?? text)
    } else if (kind === 'value') valueInto(column, cells, set, idFor)
    else if (kind === 'reference') set(path, text === undefined ? undefined : idFor(path, text))
    else if (kind === 'references')
      set(
        path,
        joinTexts(
          (text ?? '')
            .split('|')
            .filter(Boolean)
            .map((title) => idFor(path, title)),
        ),
      )
    else set(path, text)
  }
  inner.delete('')
  return problems.length > 0 ? { problems } : { cells: inner }
}

function valueInto(
  { path, label }: UwaziColumn,
  cells: ReadonlyMap<string, string>,
  set: (path: string, text: string | undefined) => void,
  idFor: (path: string, title: string) => string,
): void {
  const entity = cells.get(VALUE_ENTITY_LABEL)
  set(path, entity === undefined ? cells.get(label) : idFor(path, entity))
  set(VALUE_TYPE, cells.get(VALUE_TYPE_LABEL))
}

/** Takes the file that a row names out of the archive and compares it with the hash; gives what is wrong with it. */
async function originalOf(
  { file, beside }: UwaziTable,
  row: Row,
  cells: ReadonlyMap<string, string>,
  blobs: Map<Sha256, Uint8Array>,
): Promise<CellProblem | undefined> {
  const column = cells.has(DOCUMENT_LABEL) ? DOCUMENT_LABEL : ATTACHMENTS_LABEL
  const name = cells.get(column)
  if (name === undefined) return undefined
  const at = { file, row: row.row, column, value: shown(name) }
  const listed = (await beside?.list()) ?? []
  if (beside === undefined || !listed.some(({ path, kind }) => path === name && kind === 'file'))
    return { ...at, why: 'is not in the archive.', remedy: 'Put it beside import.csv, under exactly this name.' }
  const bytes = await beside.readBytes(name)
  const sha256 = sha256Of(bytes)
  const stated = cells.get('SHA-256')
  if (stated !== undefined && stated !== sha256)
    return { ...at, why: 'is not the file whose SHA-256 stands in the row.', remedy: 'Put the original back.' }
  blobs.set(sha256, bytes)
  return undefined
}
