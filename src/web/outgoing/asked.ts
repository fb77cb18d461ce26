/** Which paper is asked for: what stands in the address, as the program takes it. */
import type { DraftAnswer } from '../../publish/index.ts'
import type { Route } from '../route.ts'
import type { PageLanguage, Word } from '../words.ts'

export type Drafted = DraftAnswer
export type Paper = DraftAnswer['paper']
export type Block = Paper['sections'][number]['blocks'][number]
export type Sentence = Extract<Block, { kind: 'paragraph' }>['text'][number]

/** A paper in one language, for one audience, as known at one time. */
export interface PaperAsked {
  readonly caseId: string
  readonly kind: string
  readonly language: PageLanguage
  /** `knownBy=…&audience=…&lang=…` */
  readonly query: string
}

export function paperAsked(route: Route, page: PageLanguage, kind: string): PaperAsked {
  const { query } = route
  const language = query.get('in') ?? page
  const asked = new URLSearchParams({ lang: language === 'es' ? 'es' : 'en' })
  const knownBy = query.get('knownBy') ?? query.get('at') ?? ''
  if (knownBy !== '') asked.set('knownBy', knownBy)
  const readers = query.get('for') ?? ''
  if (readers !== '') asked.set('audience', readers)
  return { caseId: route.caseId ?? '', kind, language: language === 'es' ? 'es' : 'en', query: asked.toString() }
}

/** The program's address of a part of the paper: itself, its facts, its file. */
export const paperPath = (asked: PaperAsked, part = '', more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams(asked.query)
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  const kind = encodeURIComponent(asked.kind)
  return `/api/cases/${encodeURIComponent(asked.caseId)}/papers/${kind}${part}?${query.toString()}`
}

export const originWords: Readonly<Record<Sentence['origin'], Word>> = {
  record: 'originRecord',
  law: 'originLaw',
  template: 'originTemplate',
  person: 'originPerson',
}

export const releaseWords = {
  not_asked: 'release_not_asked',
  asked: 'release_asked',
  released: 'release_released',
  refused: 'release_refused',
  withdrawn: 'release_withdrawn',
} as const satisfies Readonly<Record<DraftAnswer['release']['status'], Word>>

export function sentencesOf(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return block.text
    case 'list':
      return block.items.flat()
    case 'fields':
      return block.rows.flatMap(({ value }) => value)
    case 'table':
      return block.rows.flat(2)
  }
}
