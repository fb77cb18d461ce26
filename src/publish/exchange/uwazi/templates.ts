/**
 * How the record's things look as entities of Uwazi: a template for each kind, with the labels of its properties.
 * Uwazi imports one template at a time, finds other entities by their titles, and parts several values by `|`.
 */
import type { Body, BodyKind, EntityKind } from '../../../record/index.ts'
import { columnsOf } from '../tables.ts'

export type UwaziType = 'text' | 'select' | 'date' | 'numeric' | 'relationship'

export interface UwaziProperty {
  readonly label: string
  /** A relationship to any template, so that Uwazi makes no empty entity for a title that it does not find. */
  readonly type: UwaziType
}

export interface UwaziTemplate {
  /** As Uwazi shows it. */
  readonly name: string
  /** The file without its ending. They are numbered: what others name must be imported first. */
  readonly file: string
  readonly kind: BodyKind
  readonly entityKind?: EntityKind
  /** Columns of the table (see `tables.ts`), each as one property, or two for a date. */
  readonly columns: readonly UwaziColumn[]
}

export interface UwaziColumn {
  /** In the model, such as `place.quote`. */
  readonly path: string
  readonly label: string
  readonly kind: 'text' | 'select' | 'number' | 'date' | 'reference' | 'references' | 'value'
}

/** Our own id: what tells two entities of the same title apart, and our files from others. */
export const ID_LABEL = 'Forestay id'
/** Where the other end of a claim's value is an entity. */
export const VALUE_ENTITY_LABEL = 'Value entity'
export const VALUE_TYPE_LABEL = 'Value type'
/** Which template a row belongs to, as in Uwazi's own exports; Uwazi passes over it. */
export const TEMPLATE_LABEL = 'Template'
export const DOCUMENT_LABEL = 'file'
export const ATTACHMENTS_LABEL = 'attachments'

/** What a title shows, by kind; the exact text has a column of its own where a title cannot hold it. */
const titled: Readonly<Partial<Record<BodyKind, string>>> = {
  entity: 'name',
  proceeding: 'title',
  event: 'title',
  document: 'title',
}
export const titlePathOf = (kind: BodyKind): string | undefined => titled[kind]
export const EXACT_LABEL = 'Exact title'

/** Words for the paths; a path that is not here is its own label with a capital. */
const labels: Readonly<Record<string, string>> = {
  names: 'Other names',
  described: 'Described as',
  sha256: 'SHA-256',
  mediaType: 'Media type',
  broughtBy: 'Brought by',
  copyOf: 'Copy of',
  'place.quote': 'Quote',
  'place.prefix': 'Words before',
  'place.suffix': 'Words after',
  'place.start': 'Quote start',
  'place.end': 'Quote end',
  'place.page': 'Quote page',
  'grade.source': 'Source grade',
  'grade.information': 'Information grade',
  accordingTo: 'According to',
  valid: 'So at',
  public: 'Public since',
  by: 'Held by',
}
const labelOf = (path: string): string => labels[path] ?? path.charAt(0).toUpperCase() + path.slice(1)

/** Codes from a short list: thesauri in Uwazi. Longer ones would each become a thesaurus of their own. */
const selects = new Set([
  'disclosure',
  'type',
  'property',
  'polarity',
  'stance',
  'track',
  'grade.source',
  'language',
])

function columnsFor(kind: BodyKind): readonly UwaziColumn[] {
  return columnsOf(kind)
    .filter(({ path }) => path !== 'id' && path !== titlePathOf(kind) && !(kind === 'entity' && path === 'kind'))
    .map(({ path, kind: cell }): UwaziColumn => {
      const label = labelOf(path)
      if (selects.has(path)) return { path, label, kind: 'select' }
      if (cell === 'date' || cell === 'reference' || cell === 'references' || cell === 'number' || cell === 'value')
        return { path, label, kind: cell }
      return { path, label, kind: 'text' }
    })
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const entityTemplate = (number: number, name: string, entityKind: EntityKind): UwaziTemplate => ({
  name,
  file: `${twoDigits(number)}-${entityKind}`,
  kind: 'entity',
  entityKind,
  columns: columnsFor('entity'),
})
const template = (number: number, name: string, kind: BodyKind): UwaziTemplate => ({
  name,
  file: `${twoDigits(number)}-${kind}`,
  kind,
  columns: columnsFor(kind),
})

/** In the order of import. Judgements on identity, completeness, assessments and papers have no template. */
export const uwaziTemplates: readonly UwaziTemplate[] = [
  entityTemplate(1, 'Person', 'person'),
  entityTemplate(2, 'Body', 'body'),
  entityTemplate(3, 'State', 'state'),
  entityTemplate(4, 'Place', 'place'),
  entityTemplate(5, 'Legal instrument', 'instrument'),
  template(6, 'Proceeding', 'proceeding'),
  template(7, 'Event', 'event'),
  template(8, 'Document', 'document'),
  template(9, 'Claim', 'claim'),
  template(10, 'Position of the desk', 'position'),
]

export const templateOf = (body: Body): UwaziTemplate | undefined =>
  uwaziTemplates.find(
    ({ kind, entityKind }) => kind === body.kind && (body.kind !== 'entity' || entityKind === body.entity.kind),
  )

/** The label of the text beside a date, for dates that Uwazi cannot hold: it knows days only. */
export const statedLabel = (label: string): string => `${label} as stated`

/** The header row: title, id, then every property; for documents the file in the archive. */
export const headerOf = ({ kind, columns }: UwaziTemplate): readonly string[] => [
  'title',
  ID_LABEL,
  TEMPLATE_LABEL,
  ...(titlePathOf(kind) === undefined ? [] : [EXACT_LABEL]),
  ...columns.flatMap(({ label, kind: cell }) => {
    if (cell === 'date') return [label, statedLabel(label)]
    return cell === 'value' ? [label, VALUE_ENTITY_LABEL, VALUE_TYPE_LABEL] : [label]
  }),
  ...(kind === 'document' ? [DOCUMENT_LABEL, ATTACHMENTS_LABEL] : []),
]

const uwaziTypes: Readonly<Record<UwaziColumn['kind'], UwaziType>> = {
  text: 'text',
  select: 'select',
  number: 'numeric',
  date: 'date',
  reference: 'relationship',
  references: 'relationship',
  value: 'text',
}

/** What must exist in Uwazi before the files are imported: a template, its properties and their types. */
export const propertiesOf = ({ kind, columns }: UwaziTemplate): readonly UwaziProperty[] => [
  { label: ID_LABEL, type: 'text' },
  ...(titlePathOf(kind) === undefined ? [] : [{ label: EXACT_LABEL, type: 'text' as const }]),
  ...columns.flatMap(({ label, kind: cell }): readonly UwaziProperty[] => {
    const own = { label, type: uwaziTypes[cell] }
    if (cell === 'date') return [own, { label: statedLabel(label), type: 'text' }]
    if (cell !== 'value') return [own]
    return [own, { label: VALUE_ENTITY_LABEL, type: 'relationship' }, { label: VALUE_TYPE_LABEL, type: 'select' }]
  }),
]
