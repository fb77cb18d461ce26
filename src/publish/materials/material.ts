/** What a section of a paper can be filled with. Each material is one file beside this one. */
import {
  nameOf,
  type OpenCase,
  type PrecedentsAnswer,
  type StandingAnswer,
  valueText,
} from '../../casework/index.ts'
import { titleOf } from '../../law/index.ts'
import type { Claim, Id, PropertyView } from '../../record/index.ts'
import { factOf } from '../../record/index.ts'
import type { Block, Gap, PaperLanguage, Sentence } from '../paper/model.ts'
import type { Notebook } from '../paper/notebook.ts'
import { dateWords, stateWords } from '../paper/words.ts'

/** What a material may look at: the case as far as the paper's readers may have it, and nothing else. */
export interface Sheet {
  readonly opened: OpenCase
  readonly language: PaperLanguage
  readonly notes: Notebook
  readonly standing: StandingAnswer
  readonly precedents: PrecedentsAnswer
}

export interface Filled {
  readonly blocks: readonly Block[]
  readonly gaps: readonly Gap[]
}

export type Material = (sheet: Sheet) => Filled

export const filled = (blocks: readonly Block[], gaps: readonly Gap[] = []): Filled => ({ blocks, gaps })

/** One of two texts, by the language of the paper. */
export const said = ({ language }: Pick<Sheet, 'language'>, en: string, es: string): string =>
  language === 'es' ? es : en

export const paragraph = (...text: readonly Sentence[]): Block => ({ kind: 'paragraph', text })

/** A value of the record in the words of the paper. */
export function valueWords(
  { opened, language }: Pick<Sheet, 'opened' | 'language'>,
  property: string,
  value: unknown,
): string {
  const text = String(value)
  if (opened.state.properties[property]?.value === 'date') return dateWords(text, language)
  const named = valueText(opened.view, text, (id) => titleOf(opened.law, id, language))
  return named === text ? stateWords(text, language) : named
}

/** The claims that stand behind a property, those refused left out. */
export function standingClaims({ claims, refused }: PropertyView): readonly Claim[] {
  const out = new Set(refused.map(({ id }) => id))
  return claims.filter(({ id, polarity }) => !out.has(id) && polarity !== 'denied')
}

/** A property in a sentence: its value, or its rivals with who gives them; nothing where it is unknown. */
export function factSentence(sheet: Sheet, subject: Id, property: string): Sentence | undefined {
  return propertySentence(sheet, factOf(sheet.opened.view, subject, property))
}

export function propertySentence(sheet: Sheet, fact: PropertyView): Sentence | undefined {
  if (fact.status === 'unknown') return undefined
  const claims = standingClaims(fact)
  if (fact.status === 'known') {
    return sheet.notes.record(fact.values.map((v) => valueWords(sheet, fact.property, v)).join(', '), claims)
  }
  return sheet.notes.record(
    `${rivalsWords(sheet, fact)} (${said(sheet, 'sources differ', 'las fuentes difieren')})`,
    claims,
  )
}

/** `22 July 2013 (Cadena SER); 23 July 2013 (El País)` */
export const rivalsWords = (sheet: Sheet, fact: PropertyView): string =>
  fact.rivals
    .map(({ value, speakers }) => {
      const names = speakers.map((id) => nameOf(sheet.opened.view, id)).join(', ')
      return `${valueWords(sheet, fact.property, value)} (${names})`
    })
    .join('; ')
