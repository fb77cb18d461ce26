/** Every kind of thing as a row of texts: which columns there are, and the way there and back. */
import { BodySchema } from '../../casework/index.ts'
import type {
  Assessment,
  Body,
  BodyKind,
  CaseHeader,
  Claim,
  Completeness,
  DocumentThing,
  EntityThing,
  EventThing,
  Identity,
  Passage,
  Position,
  ProceedingThing,
  Release,
  Ruling,
} from '../../record/index.ts'

/**
 * What a cell holds. `reference`: the id of another thing; `references` and `texts`: several, parted by `|`, where a
 * `|` or `\` of their own is written `\|` and `\\`, and `\-` is the empty list; `pairs`: a JSON object; `value`: text,
 * number or yes and no, told apart by the column {@link VALUE_TYPE}.
 */
export type CellKind =
  'text' | 'code' | 'date' | 'number' | 'reference' | 'references' | 'texts' | 'pairs' | 'value'

export interface Column {
  /** The key in the model; a dot for a key within a key: `place.quote`. */
  readonly path: string
  readonly kind: CellKind
}

/** Every key of a thing must be named here, or this file does not compile. */
type Layout<T> = { readonly [K in keyof T]-?: CellKind | Readonly<Record<string, CellKind>> }

const layouts = {
  case: {
    id: 'text',
    title: 'text',
    person: 'reference',
    zone: 'text',
    desk: 'text',
    learnedRule: 'text',
    note: 'text',
  } satisfies Layout<CaseHeader>,
  document: {
    id: 'text',
    title: 'text',
    publisher: 'text',
    published: 'date',
    address: 'text',
    sha256: 'text',
    mediaType: 'text',
    language: 'text',
    rights: 'text',
    broughtBy: 'text',
    arrived: 'date',
    disclosure: 'code',
    embargo: 'date',
    copyOf: 'reference',
    retells: 'reference',
    note: 'text',
  } satisfies Layout<DocumentThing>,
  entity: {
    id: 'text',
    kind: 'code',
    name: 'text',
    names: 'texts',
    disclosure: 'code',
    embargo: 'date',
    described: 'text',
    note: 'text',
  } satisfies Layout<EntityThing>,
  proceeding: {
    id: 'text',
    track: 'code',
    round: 'number',
    person: 'reference',
    title: 'text',
    body: 'reference',
    docket: 'text',
    disclosure: 'code',
    embargo: 'date',
  } satisfies Layout<ProceedingThing>,
  event: {
    id: 'text',
    type: 'code',
    title: 'text',
    person: 'reference',
    proceeding: 'reference',
    disclosure: 'code',
    embargo: 'date',
  } satisfies Layout<EventThing>,
  claim: {
    id: 'text',
    subject: 'reference',
    property: 'code',
    value: 'value',
    polarity: 'code',
    speaker: 'reference',
    document: 'reference',
    place: { quote: 'text', prefix: 'text', suffix: 'text', start: 'number', end: 'number', page: 'number' },
    valid: 'date',
    said: 'date',
    learned: 'date',
    public: 'date',
    grade: { source: 'code', information: 'number' },
    disclosure: 'code',
    embargo: 'date',
    accordingTo: 'reference',
    inferred: 'text',
    note: 'text',
  } satisfies Layout<Claim>,
  position: {
    id: 'text',
    subject: 'reference',
    property: 'code',
    stance: 'code',
    claims: 'references',
    by: 'text',
    because: 'text',
    learned: 'date',
  } satisfies Layout<Position>,
  identity: {
    id: 'text',
    a: 'reference',
    b: 'reference',
    judgement: 'code',
    by: 'text',
    because: 'text',
    learned: 'date',
  } satisfies Layout<Identity>,
  completeness: {
    id: 'text',
    of: 'code',
    where: 'pairs',
    proceeding: 'reference',
    through: 'date',
    because: 'text',
    by: 'text',
    learned: 'date',
  } satisfies Layout<Completeness>,
  assessment: {
    id: 'text',
    question: 'code',
    answer: 'code',
    subject: 'reference',
    by: 'text',
    reasons: 'text',
    evidence: 'references',
    learned: 'date',
    disclosure: 'code',
  } satisfies Layout<Assessment>,
  ruling: {
    id: 'text',
    of: 'code',
    thing: 'reference',
    disclosure: 'code',
    embargo: 'date',
    described: 'text',
    by: 'text',
    because: 'text',
  } satisfies Layout<Ruling>,
  release: {
    id: 'text',
    step: 'code',
    paper: 'text',
    audience: 'code',
    content: 'text',
    because: 'text',
  } satisfies Layout<Release>,
  passage: {
    id: 'text',
    paper: 'text',
    slot: 'text',
    language: 'text',
    text: 'text',
    by: 'text',
    read: 'pairs',
    learned: 'date',
  } satisfies Layout<Passage>,
} satisfies Readonly<Record<BodyKind, object>>

/** The column that says what a claim's value is: `number`, `flag` (yes and no), or nothing for a text. */
export const VALUE_TYPE = 'valueType'

/** The columns of a kind, in the order of the model. */
export const columnsOf = (kind: BodyKind): readonly Column[] =>
  Object.entries<CellKind | Readonly<Record<string, CellKind>>>(layouts[kind]).flatMap(([path, cell]) =>
    typeof cell === 'string'
      ? [{ path, kind: cell }]
      : Object.entries(cell).map(([inner, kind]) => ({ path: `${path}.${inner}`, kind })),
  )

/** The thing in a body, as plain keys. */
export const thingOf = (body: Body): Readonly<Record<string, unknown>> =>
  (Reflect.get(body, body.kind) ?? {}) as Readonly<Record<string, unknown>>

const isKeys = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

const at = (thing: Readonly<Record<string, unknown>>, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (isKeys(inner) ? inner[key] : undefined), thing)

/** The filled cells of a body, by path. */
export function cellsOf(body: Body): ReadonlyMap<string, string> {
  const thing = thingOf(body)
  const cells = new Map<string, string>()
  for (const { path, kind } of columnsOf(body.kind)) {
    const value = at(thing, path)
    if (value === undefined) continue
    cells.set(path, textOf(value))
    if (kind !== 'value') continue
    if (typeof value === 'number') cells.set(VALUE_TYPE, 'number')
    else if (typeof value === 'boolean') cells.set(VALUE_TYPE, 'flag')
    else if (value === '') cells.set(VALUE_TYPE, 'text')
  }
  return cells
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? joinTexts(value.map(String)) : JSON.stringify(value)
}

export const joinTexts = (texts: readonly string[]): string =>
  texts.length === 0 ? '\\-' : texts.map((text) => text.replaceAll(/[\\|]/g, '\\$&')).join('|')

export function splitTexts(text: string): readonly string[] {
  if (text === '\\-') return []
  const parts = [...text.matchAll(/(?:^|\|)((?:\\.|[^\\|])*)/gsu)]
  return parts.map(([, part = '']) => part.replaceAll(/\\(.)/gsu, '$1'))
}

/** What is wrong with one cell, or with the row where `path` is absent. */
export interface ColumnProblem {
  readonly path?: string
  readonly why: string
  readonly remedy: string
}

/** A body made of cells, or every reason why it cannot be made. Cells under other names are left to the caller. */
export function bodyFrom(
  kind: BodyKind,
  cells: ReadonlyMap<string, string>,
): { readonly body: Body } | { readonly problems: readonly ColumnProblem[] } {
  const problems: ColumnProblem[] = []
  const thing: Record<string, unknown> = {}
  for (const column of columnsOf(kind)) {
    const text = cells.get(column.path) ?? (isEmptyText(column, cells) ? '' : undefined)
    if (text === undefined) continue
    const value = valueOf(column, text, cells.get(VALUE_TYPE))
    if (typeof value === 'object' && value !== null && 'why' in value) problems.push(value as ColumnProblem)
    else put(thing, column.path, value)
  }
  if (problems.length > 0) return { problems }
  const parsed = BodySchema.safeParse({ kind, [kind]: thing })
  if (parsed.success) return { body: parsed.data }
  return {
    problems: parsed.error.issues.map(({ path, message }) => {
      const [, ...keys] = path.map(String)
      const found = keys.length === 0 ? {} : { path: keys.join('.') }
      const missing = keys.length > 0 && at(thing, keys.join('.')) === undefined
      return {
        ...found,
        why: missing ? 'is empty, and must not be.' : `cannot be kept: ${message}.`,
        remedy: 'Fill in what belongs there; an exported file shows the form.',
      }
    }),
  }
}

const isEmptyText = ({ kind }: Column, cells: ReadonlyMap<string, string>): boolean =>
  kind === 'value' && cells.get(VALUE_TYPE) === 'text'

function put(thing: Record<string, unknown>, path: string, value: unknown): void {
  const [key = '', inner] = path.split('.')
  if (inner === undefined) thing[key] = value
  else thing[key] = { ...(isKeys(thing[key]) ? thing[key] : {}), [inner]: value }
}

function valueOf({ path, kind }: Column, text: string, valueType: string | undefined): unknown {
  switch (kind) {
    case 'number':
      return numberOf(path, text)
    case 'references':
    case 'texts':
      return splitTexts(text)
    case 'pairs':
      return pairsOf(path, text)
    case 'value':
      if (valueType === 'number') return numberOf(path, text)
      if (valueType === 'flag') return flagOf(path, text)
      if (valueType === undefined || valueType === 'text') return text
      return {
        path: VALUE_TYPE,
        why: `"${valueType}" is no type of a value.`,
        remedy: 'Write number or flag, or leave it empty for a text.',
      }
    case 'text':
    case 'code':
    case 'date':
    case 'reference':
      return text
  }
}

function numberOf(path: string, text: string): number | ColumnProblem {
  if (/^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text)) return Number(text)
  return { path, why: 'is no number.', remedy: 'Write digits with a point for decimals, such as 12 or 0.5.' }
}

function flagOf(path: string, text: string): boolean | ColumnProblem {
  if (text === 'yes' || text === 'no') return text === 'yes'
  return { path, why: 'is neither yes nor no.', remedy: 'Write yes or no.' }
}

function pairsOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return { path, why: 'is no JSON object.', remedy: 'Write it as {"remedy": "es.suplica"}.' }
  }
}
