/** The parts that people write: facts put in from the record, changes told, and what nobody can show said out loud. */
import {
  type Claim,
  factOf,
  type Passage,
  type PropertyView,
  propertyOf,
  type RecordState,
  type View,
} from '../../record/index.ts'
import { propertySentence, type Sheet } from '../materials/material.ts'
import type { Gap, PaperKind, Sentence, Text } from './model.ts'
import type { Words } from './template.ts'

/** An insertion that reads otherwise than when its passage was written. */
export interface Changed {
  readonly slot: string
  readonly insertion: string
  readonly was: string
  /** Nothing where the record no longer holds it for these readers. */
  readonly is: string | undefined
}

export interface WrittenPart {
  readonly paragraphs: readonly Text[]
  readonly gaps: readonly Gap[]
  readonly changed: readonly Changed[]
}

/** `{aleksandr-pavlov.nationality}`: what stands before the last dot is the subject. */
const insertions = /\{([a-z0-9][a-z0-9.-]*)\.([a-z0-9-]+)\}/gu

/** The passage that counts for a slot: the latest by order of entry. */
export function passageFor(
  { passages }: Pick<RecordState, 'passages'>,
  paper: PaperKind,
  slot: string,
  language: string,
): Passage | undefined {
  return [...passages.values()]
    .map(({ thing }) => thing)
    .findLast((p) => p.paper === paper && p.slot === slot && p.language === language)
}

/** What each insertion of a text reads now: kept with the passage, so that a later change can be told. */
export function readInsertions(sheet: Sheet, text: string): Readonly<Record<string, string>> {
  const read: Record<string, string> = {}
  for (const [whole, subject = '', property = ''] of text.matchAll(insertions)) {
    const sentence = propertySentence(sheet, valueAt(sheet.opened.view, subject, property))
    if (sentence !== undefined) read[whole.slice(1, -1)] = sentence.text
  }
  return read
}

/** A passage as it goes into the paper today. */
export function written(sheet: Sheet, passage: Passage): WrittenPart {
  const parts = passage.text.split(/\n\s*\n/u).map((text) => paragraphOf(sheet, passage, text.trim()))
  return {
    paragraphs: parts.map(({ sentence }) => [sentence]),
    gaps: parts.flatMap(({ gaps }) => gaps),
    changed: parts.flatMap(({ changed }) => changed),
  }
}

function paragraphOf(sheet: Sheet, { slot, read = {} }: Passage, text: string) {
  const claims: Claim[] = []
  const gaps: Gap[] = []
  const changed: Changed[] = []
  const es = sheet.language === 'es'
  const filledIn = text.replaceAll(insertions, (whole, subject: string, property: string) => {
    const name = whole.slice(1, -1)
    const value = valueAt(sheet.opened.view, subject, property)
    const sentence: Sentence | undefined = propertySentence(sheet, value)
    const was = read[name]
    if (was !== undefined && was !== sentence?.text)
      changed.push({ slot, insertion: name, was, is: sentence?.text })
    if (sentence !== undefined) {
      claims.push(...value.claims.filter(({ id }) => sentence.claims.includes(id)))
      return sentence.text
    }
    gaps.push({
      field: `${slot}.${name}`,
      title: name,
      why: es
        ? 'El expediente no lo contiene para estos lectores.'
        : 'The record does not hold it for these readers.',
      todo: es ? 'Anótelo o quítelo del texto.' : 'Enter it, or take it out of the text.',
      weight: 'required',
    })
    return es ? '[no consta]' : '[not known]'
  })
  return { sentence: sheet.notes.person(filledIn.replaceAll(/\s+/gu, ' '), claims), gaps, changed }
}

const valueAt = (view: View, subject: string, property: string): PropertyView =>
  view.events.has(subject) ? propertyOf(view, subject, property) : factOf(view, subject, property)

/** What the author is told while nobody has written a part. */
export const unwritten = (
  slot: string,
  heading: string,
  asks: Words,
  required: boolean,
  language: 'en' | 'es',
): Gap => ({
  field: slot,
  title: heading,
  why: language === 'es' ? 'Nadie ha escrito esta parte.' : 'Nobody has written this part.',
  todo: asks[language],
  weight: required ? 'required' : 'wanted',
})
