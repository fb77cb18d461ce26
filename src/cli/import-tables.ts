/** Tables from Uwazi into a stored case: read, told cell by cell, entered only when a person says so. */
import { join } from 'node:path'
import { ActError, eventVocabulary } from '../casework/index.ts'
import { ComposeError, dataFolderOf, openData, ORGANISATION } from '../compose.ts'
import {
  alike,
  type Arrived,
  type CellProblem,
  type DateOrder,
  foreignKinds,
  formatCellProblem,
  readExchangeVocabulary,
  readForeignTable,
  readOwnTables,
  readVocabulary,
  sortArrived,
  type UwaziImport,
  UwaziVocabulary,
} from '../publish/exchange/index.ts'
import { minuteOf } from '../platform/index.ts'
import { isoMinute, type RecordState, validate } from '../record/index.ts'
import type { Store } from '../store/index.ts'
import { actorOf } from './act.ts'
import { type Arguments, type Context, type Option, optionOn, optionText } from './command.ts'
import { UsageError } from './errors.ts'
import type { ImportAnswer } from './import.ts'
import { stateOf } from './stored-case.ts'

export const tableOptions: Readonly<Record<string, Option>> = {
  case: {
    value: 'CASE',
    about: { en: 'the stored case that the tables go into', es: 'el caso guardado de destino' },
  },
  as: {
    value: 'KIND',
    about: {
      en: `what the rows are: ${foreignKinds.join(', ')}`,
      es: `qué son las filas: ${foreignKinds.join(', ')}`,
    },
  },
  publisher: { value: 'NAME', about: { en: 'whose database it is', es: 'de quién es la base de datos' } },
  dates: {
    value: 'day-first|month-first',
    about: { en: 'how dates such as 03/04/2014 are meant', es: 'cómo se leen fechas como 03/04/2014' },
  },
  mapping: {
    value: 'FILE',
    about: {
      en: 'what the columns mean, as vocabulary/uwazi.yaml',
      es: 'qué significan las columnas, como vocabulary/uwazi.yaml',
    },
  },
  enter: { about: { en: 'enter what was understood, under your name', es: 'anota lo entendido, con su nombre' } },
  by: {
    value: 'NAME',
    about: { en: 'who enters it (default: FORESTAY_NAME)', es: 'quién lo anota (por defecto: FORESTAY_NAME)' },
  },
}

type Tables = Exclude<Arrived, { readonly kind: 'record' }>

/** Reads the tables; with `--enter` everything understood becomes one act. Throws `ComposeError`, `ActError`, `UsageError`. */
export async function importTables(
  context: Context,
  args: Arguments,
  path: string,
  arrived: Tables,
): Promise<0 | 1> {
  const { platform, root, env } = context
  const caseId = optionText(args, 'case')
  if (caseId === undefined) {
    throw new UsageError(
      {
        en: `${path} holds tables, and no case is named for them`,
        es: `${path} contiene tablas y no se nombra un caso`,
      },
      { en: 'write --case CASE', es: 'escriba --case CASO' },
    )
  }
  const source = { platform, root, env, dataFolder: optionText(args, 'data') }
  const by = optionOn(args, 'enter') ? actorOf(context, args) : undefined
  const store = await openData(source)
  try {
    const state = await stateOf(store, caseId)
    const read =
      arrived.kind === 'own-tables'
        ? await readOwnTables(arrived.tables)
        : await foreign(context, args, state, arrived)
    const { lacking, there, other } = sortArrived(state, read.bodies)
    const conflicts = other.map(({ file, row }): CellProblem => ({
      file,
      row,
      why: 'The record holds this under the same id, and says something else.',
      remedy: 'What is entered once is never changed: enter it as a new claim, or take the row out.',
    }))
    if (by !== undefined)
      await enter(
        store,
        caseId,
        state,
        by,
        read,
        lacking.map(({ body }) => body),
      )
    const answer: ImportAnswer = {
      case: caseId,
      entries: lacking.length,
      originals: read.blobs.size,
      folder: dataFolderOf(source),
      warnings: [],
      tables: {
        entered: by !== undefined,
        there,
        cells: { ...read.report.cells },
        refused: [...read.report.problems, ...conflicts],
      },
    }
    if (context.json) context.out.json(answer)
    else print(context, answer)
    return 0
  } finally {
    await store.close()
  }
}

async function foreign(
  context: Context,
  args: Arguments,
  state: RecordState,
  { table, bytes }: Extract<Tables, { readonly kind: 'foreign-table' }>,
): Promise<UwaziImport> {
  const { platform, root, env } = context
  const publisher = optionText(args, 'publisher')
  if (publisher === undefined) {
    throw new UsageError(
      { en: 'whose database it is was not said', es: 'no se dice de quién es la base de datos' },
      { en: 'write --publisher NAME: every value becomes a claim of theirs', es: 'escriba --publisher NOMBRE' },
    )
  }
  const mapping = optionText(args, 'mapping')
  const vocabulary =
    mapping === undefined
      ? (await readExchangeVocabulary(platform.files, root)).uwazi
      : await readVocabulary(platform.files, join(mapping), UwaziVocabulary)
  const kind = oneOf(args, 'as', foreignKinds)
  const dates = oneOf(args, 'dates', dateOrders)
  const minute = minuteOf(platform.clock)
  return readForeignTable(table, bytes, {
    vocabulary,
    state,
    publisher,
    broughtBy: optionText(args, 'by') ?? env['FORESTAY_NAME'] ?? 'not stated',
    learned: isoMinute(state.zone, minute),
    disclosure: 'internal',
    eventTypes: await eventLabels(context),
    ...(kind === undefined ? {} : { kind }),
    ...(dates === undefined ? {} : { dates }),
  })
}

const dateOrders: readonly DateOrder[] = ['day-first', 'month-first']

function oneOf<T extends string>(args: Arguments, name: string, known: readonly T[]): T | undefined {
  const asked = optionText(args, name)
  const found = known.find((one) => one === asked)
  if (asked === undefined || found !== undefined) return found
  throw new UsageError(
    { en: `--${name} cannot be "${asked}"`, es: `--${name} no puede ser "${asked}"` },
    { en: `choose one of: ${known.join(', ')}`, es: `elija entre: ${known.join(', ')}` },
  )
}

/** Ids of event types by their labels in every language. */
async function eventLabels({ platform, root }: Context): Promise<ReadonlyMap<string, string>> {
  const events = await eventVocabulary(platform.files, root)
  return new Map(
    Object.entries(events).flatMap(([id, labels]) => [
      [alike(id), id] as const,
      ...Object.values(labels).map((label) => [alike(label), id] as const),
    ]),
  )
}

async function enter(
  store: Store,
  caseId: string,
  state: RecordState,
  by: string,
  read: UwaziImport,
  bodies: Parameters<typeof validate>[1],
): Promise<void> {
  if (bodies.length === 0) return
  const errors = validate(state, bodies).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new ActError(errors)
  const key = { org: ORGANISATION, case: caseId }
  if ((await store.last(key)) !== state.lastSequence) {
    throw new ComposeError(
      { en: 'The case has changed meanwhile.', es: 'El caso ha cambiado entretanto.' },
      { en: 'Somebody acted on it.', es: 'Alguien ha actuado en él.' },
      { en: 'Import again.', es: 'Importe de nuevo.' },
    )
  }
  for (const [hash, bytes] of read.blobs) await store.putOriginal(key, bytes, hash)
  await store.append(key, { by, bodies }, state.lastSequence)
}

function print({ out, language }: Context, { case: caseId, entries, tables }: ImportAnswer): void {
  if (tables === undefined) return
  const es = language === 'es'
  const { cells, there, refused, entered } = tables
  out.paragraph(
    es
      ? `Celdas: ${cells.in} entraron, ${cells.kept} entendidas, ${cells.refused} rechazadas. Ya estaban: ${there}.`
      : `Cells: ${cells.in} came in, ${cells.kept} understood, ${cells.refused} refused. There already: ${there}.`,
  )
  if (refused.length > 0) {
    out.heading(es ? 'Rechazado' : 'Refused')
    out.list(
      refused.map((problem) => formatCellProblem(withoutAbsent(problem))),
      { indent: 2 },
    )
  }
  if (entered)
    out.paragraph(es ? `Anotado en "${caseId}": ${entries}.` : `Entered into "${caseId}": ${entries} entries.`)
  else {
    out.paragraph(
      es
        ? `No se anotó nada. Se anotarían ${entries}; repita con --enter --by "…".`
        : `Nothing was entered. ${entries} entries would be; say it again with --enter --by "…".`,
    )
  }
}

type Told = NonNullable<ImportAnswer['tables']>['refused'][number]
const withoutAbsent = ({ file, row, column, value, why, remedy }: Told): CellProblem => ({
  file,
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
  ...(value === undefined ? {} : { value }),
  why,
  remedy,
})
