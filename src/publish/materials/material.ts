/** What a section of a paper can be filled with. Each material is one file beside this one. */
import {
  isToldLater,
  type OpenCase,
  type PrecedentsAnswer,
  type StandingAnswer,
  valueText,
} from '../../casework/index.ts'
import { say, titleOf } from '../../law/index.ts'
import type { Claim, Id, PropertyView } from '../../record/index.ts'
import { canonicalOf, factOf } from '../../record/index.ts'
import type { Block, Gap, PaperLanguage, Sentence } from '../paper/model.ts'
import type { Notebook } from '../paper/notebook.ts'
import { dateWords, namesWords, stateWords, withinSentence } from '../paper/words.ts'
import { isForeign, quoted, quotedValue, tongueOf } from './tongue.ts'

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

/** A list under the words that lead into it; nothing where there is no item. */
export const listUnder = (
  lead: Sentence | undefined,
  items: readonly (readonly Sentence[])[],
  numbered = false,
): readonly Block[] =>
  items.length === 0 ? [] : [...(lead === undefined ? [] : [paragraph(lead)]), { kind: 'list', numbered, items }]

/** A value of the record in the words of the paper. */
export function valueWords(sheet: Pick<Sheet, 'opened' | 'language'>, property: string, value: unknown): string {
  const { opened, language } = sheet
  const text = String(value)
  const kind = opened.state.properties[property]?.value
  if (kind === 'date') return dateWords(text, language)
  if (property === 'risk') return riskWords(text, language)
  if (kind === 'entity') return entityWords(sheet, text)
  const named = valueText(opened.view, text, (id) => titleOf(opened.law, id, language))
  if (named !== text) return named
  const state = stateWords(text, language)
  return state === text && kind === 'text' && property !== 'docket' && property !== 'name'
    ? quotedValue(sheet, text)
    : state
}

const risks: Readonly<Record<string, readonly [en: string, es: string]>> = {
  torture: ['torture', 'tortura'],
  'inhuman-treatment': ['inhuman or degrading treatment', 'trato inhumano o degradante'],
  'ill-treatment': ['ill-treatment', 'malos tratos'],
  'death-penalty': ['the death penalty', 'pena de muerte'],
  'life-sentence': ['a life sentence without prospect of release', 'cadena perpetua sin perspectiva de liberación'],
  'unfair-trial': ['flagrant denial of justice', 'denegación flagrante de justicia'],
  persecution: ['persecution', 'persecución'],
}

function riskWords(code: string, language: PaperLanguage): string {
  const [en, es] = risks[code] ?? [code.replaceAll('-', ' '), code.replaceAll('-', ' ')]
  return language === 'es' ? es : en
}

/**
 * Who or what is meant: by the law's name for it where the record keeps the same name in another language. A name
 * that the record has made more precise stays as it is.
 */
export function entityWords(sheet: Pick<Sheet, 'opened' | 'language'>, id: Id): string {
  const { view, law } = sheet.opened
  const known = canonicalOf(view, id)
  const entity = view.entities.get(known)
  const inLaw = law.blocks.body.find(({ body }) => body === known)?.title
  if (entity === undefined)
    return inLaw === undefined ? titleOf(law, known, sheet.language) : say(inLaw, sheet.language)
  if (!isForeign(sheet)) return entity.name
  if (entity.kind === 'state') return stateWords(known.toUpperCase(), sheet.language)
  const sameName = inLaw !== undefined && say(inLaw, tongueOf(view) ?? sheet.language) === entity.name
  if (sameName) return say(inLaw, sheet.language)
  return entity.name.startsWith('The ') ? quoted(sheet, entity.name) : entity.name
}

/** Who says it and whom they name as its origin. What was written later stands for our own knowledge. */
function voiceOf(sheet: Pick<Sheet, 'opened' | 'language'>, claim: Claim): string {
  if (isToldLater(sheet.opened.view, claim)) return ownFile(sheet)
  const speaker = entityWords(sheet, claim.speaker)
  if (claim.accordingTo === undefined) return speaker
  const origin = withinSentence(entityWords(sheet, claim.accordingTo))
  return `${speaker} (${said(sheet, 'citing', 'que cita a')} ${origin})`
}

const ownFile = (sheet: Pick<Sheet, 'language'>): string => said(sheet, 'Our own file', 'Nuestro propio expediente')

/** Everyone behind some claims, each once, within a sentence. */
export const voicesOf = (sheet: Pick<Sheet, 'opened' | 'language'>, claims: readonly Claim[]): string =>
  namesWords([...new Set(claims.map((claim) => lowered(sheet, voiceOf(sheet, claim))))], sheet.language)

const lowered = (sheet: Pick<Sheet, 'language'>, voice: string): string =>
  voice === ownFile(sheet) ? voice.charAt(0).toLowerCase() + voice.slice(1) : withinSentence(voice)

/** Claims that a paper may lean on: those that the team refuses are left out. */
export function usableClaims({ opened: { view } }: Pick<Sheet, 'opened'>): readonly Claim[] {
  const points = [
    ...[...view.facts.values()].flatMap((properties) => [...properties.values()]),
    ...[...view.events.values()].flatMap(({ properties }) => [...properties.values()]),
  ]
  const refused = new Set(points.flatMap((point) => point.refused.map(({ id }) => id)))
  return [...view.claims.values()].filter(({ id }) => !refused.has(id))
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
    const words = fact.values.map((v) => valueWords(sheet, fact.property, v)).join(', ')
    return sheet.notes.record(words + inferredSign(sheet, claims, words), claims)
  }
  // Called contested, and every claim on it refused: nothing is left to be told.
  if (fact.rivals.length === 0) return undefined
  return sheet.notes.record(
    `${rivalsWords(sheet, fact)} (${said(sheet, 'sources differ', 'las fuentes difieren')})`,
    [...claims, ...fact.rivals.flatMap(({ denials }) => denials)],
  )
}

/** What nobody says and somebody worked out is marked so. */
export function inferredSign(sheet: Pick<Sheet, 'language'>, claims: readonly Claim[], words: string): string {
  const inferred = claims.length > 0 && claims.every((claim) => claim.inferred !== undefined)
  return inferred && !words.endsWith(')') ? said(sheet, ' (inferred)', ' (deducido)') : ''
}

/** `22 July 2013 – Cadena SER; 23 July 2013 – El País, denied by the defence` */
export const rivalsWords = (sheet: Sheet, fact: PropertyView): string =>
  fact.rivals
    .map(({ value, claims, denials }) => {
      const gives = claims.length === 0 ? '' : ` – ${voicesOf(sheet, claims)}`
      const denies =
        denials.length === 0 ? '' : `, ${said(sheet, 'denied by', 'lo niega')} ${voicesOf(sheet, denials)}`
      return `${valueWords(sheet, fact.property, value)}${gives}${denies}`
    })
    .join('; ')

/** `Amnesty International: …`; a denial and a demand are told as what they are. */
export function attributed(sheet: Sheet, claim: Claim): Sentence {
  const value = valueWords(sheet, claim.property, claim.value)
  const verb =
    claim.polarity === 'denied'
      ? said(sheet, ' denies', ' niega')
      : claim.property === 'demand'
        ? said(sheet, ' demands', ' exige')
        : ''
  return sheet.notes.record(`${voiceOf(sheet, claim)}${verb}: ${value}${/[.!?…]$/u.test(value) ? '' : '.'}`, [
    claim,
  ])
}
