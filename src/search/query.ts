/** What is looked for: words, "phrases", beginnings*, in some fields, between some dates. Pure. */
import type { Instant, Said, SaidProblem } from '../record/index.ts'
import { stemsOf, type Token, tokensOf } from './fold.ts'

export const itemKinds = ['document', 'claim', 'person', 'entity', 'event'] as const
export type ItemKind = (typeof itemKinds)[number]
export const itemFields = ['title', 'text', 'quote', 'value', 'name'] as const
export type ItemField = (typeof itemFields)[number]

export interface Term {
  readonly kind: 'word' | 'prefix' | 'phrase'
  readonly folded: readonly string[]
  /**
   * Of a word: the word itself, which may be another word's stem, and its stems in every language that is stemmed.
   */
  readonly stems: readonly string[]
  readonly written: readonly string[]
}

export interface SearchQuery {
  /** All of them must be found in one item. At least one. */
  readonly terms: readonly Term[]
  /** Kinds and fields looked in; all when empty. */
  readonly fields: readonly (ItemKind | ItemField)[]
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** Only words written just so: with their case, diacritics and script. */
  readonly exact: boolean
  readonly hitsMax: number
}

/** The search could not be understood. */
export class SearchError extends Error {
  readonly why: string
  readonly remedy: string
  readonly said: SaidProblem & { readonly why: Said }
  constructor(what: Said, why: Said, remedy: Said) {
    super(what.en)
    this.name = 'SearchError'
    this.why = why.en
    this.remedy = remedy.en
    this.said = { what, why, remedy }
  }
}

export const TERMS_MAX = 32
export const HITS_MAX = 200

/**
 * Reads `stay "Council of Ministers" extradi*` into terms.
 * @throws {SearchError} when nothing is left to look for, or too much
 */
export function readTerms(text: string): readonly Term[] {
  const terms: Term[] = []
  for (const match of text.matchAll(/"([^"]*)"|(\S+)/gu)) {
    const [, phrase, word] = match
    const written = tokensOf(phrase ?? word ?? '')
    if (written.length === 0) continue
    const kind =
      word?.endsWith('*') === true && written.length === 1 ? 'prefix' : written.length > 1 ? 'phrase' : 'word'
    terms.push(termOf(kind, written, phrase !== undefined))
  }
  if (terms.length === 0) {
    throw new SearchError(
      { en: 'There is nothing to look for.', es: 'No hay nada que buscar.' },
      { en: 'The words hold no letter and no digit.', es: 'Las palabras no tienen letras ni cifras.' },
      { en: 'Give a word.', es: 'Dé una palabra.' },
    )
  }
  if (terms.length <= TERMS_MAX) return terms
  throw new SearchError(
    { en: 'The search has too many words.', es: 'La búsqueda tiene demasiadas palabras.' },
    {
      en: `There are ${terms.length}; at most ${TERMS_MAX} are looked for.`,
      es: `Hay ${terms.length}; se buscan como mucho ${TERMS_MAX}.`,
    },
    { en: 'Leave some out, or search in several steps.', es: 'Quite algunas, o busque en varios pasos.' },
  )
}

/** A word in quotation marks is not stemmed: it was meant. */
function termOf(kind: Term['kind'], tokens: readonly Token[], quoted: boolean): Term {
  const stems =
    kind === 'word' && !quoted ? tokens.flatMap(({ folded, written }) => [folded, ...stemsOf(written)]) : []
  return { kind, folded: tokens.map(({ folded }) => folded), written: tokens.map(({ written }) => written), stems }
}

/** Where a term stands among tokens: pairs of first and last token. */
export function placesOf(
  term: Term,
  tokens: readonly Token[],
  exact: boolean,
  language: string | undefined,
): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = []
  const length = term.folded.length
  for (let at = 0; at + length <= tokens.length; at += 1) {
    const isHere = term.folded.every((_, offset) => standsAt(term, offset, tokens[at + offset], exact, language))
    if (isHere) places.push([at, at + length - 1])
  }
  return places
}

function standsAt(
  term: Term,
  offset: number,
  token: Token | undefined,
  exact: boolean,
  language: string | undefined,
): boolean {
  if (token === undefined) return false
  const written = term.written[offset] ?? ''
  const folded = term.folded[offset] ?? ''
  if (term.kind === 'prefix') return exact ? token.written.startsWith(written) : token.folded.startsWith(folded)
  if (exact) return token.written.normalize('NFC') === written.normalize('NFC')
  if (token.folded === folded) return true
  if (term.stems.length === 0) return false
  return stemsOf(token.written, language).some((stem) => term.stems.includes(stem))
}
