/** Titles and statements stand in the record's language; a paper in another one must say so and never pretend. */
import type { View } from '../../record/index.ts'
import type { Gap, PaperLanguage } from '../paper/model.ts'
import type { Sheet } from './material.ts'

/** Words that a title of some length can hardly do without. */
const marks: Readonly<Record<PaperLanguage, ReadonlySet<string>>> = {
  en: new Set('the of and his her by at to for from'.split(' ')),
  es: new Set('el la los las del de en por que y su'.split(' ')),
}

const tongues = new WeakMap<View, PaperLanguage | undefined>()

/** The language in which the record's events are titled, by its commonest words; nothing where none was found. */
export function tongueOf(view: View): PaperLanguage | undefined {
  if (tongues.has(view)) return tongues.get(view)
  const words = [...view.events.values()].flatMap(({ event }) => event.title.toLowerCase().split(/\s+/u))
  const count = (language: PaperLanguage): number => words.filter((word) => marks[language].has(word)).length
  const [en, es] = [count('en'), count('es')]
  const found = en === es ? undefined : en > es ? 'en' : 'es'
  tongues.set(view, found)
  return found
}

/** Whether the record speaks another language than the paper. */
export const isForeign = ({ opened, language }: Pick<Sheet, 'opened' | 'language'>): boolean =>
  (tongueOf(opened.view) ?? language) !== language

/** Fewer words are a name or a place, the same in every language. */
const QUOTED_WORDS_MIN = 3

/** Values of the record: quoted like its titles, but for names and places. */
export const quotedValue = (sheet: Pick<Sheet, 'opened' | 'language'>, text: string): string =>
  text.split(/\s+/u).length < QUOTED_WORDS_MIN ? text : quoted(sheet, text)

/** Words of the record: between quotation marks where they are in another language than the paper. */
export function quoted(sheet: Pick<Sheet, 'opened' | 'language'>, text: string): string {
  if (!isForeign(sheet)) return text
  const bare = text.replace(/\.$/u, '')
  return sheet.language === 'es' ? `«${bare}»` : `“${bare}”`
}

/** The title of an event: behind the vocabulary's word for it where the record speaks another language. */
export function titleWords(
  sheet: Pick<Sheet, 'opened' | 'language'>,
  title: string,
  type: string,
  remedy?: string,
): string {
  if (!isForeign(sheet)) return title
  const label = type === 'other' ? undefined : sheet.opened.law.events[type]?.[sheet.language]
  if (label === undefined) return quoted(sheet, title)
  return `${label}${remedy === undefined ? '' : `: ${remedy}`} (${quoted(sheet, title)})`
}

/** Told to the author once: a court may want these in the language of the paper. */
export function tongueGap(sheet: Sheet): readonly Gap[] {
  if (!isForeign(sheet)) return []
  const es = sheet.language === 'es'
  return [
    {
      field: 'record-language',
      title: es ? 'Idioma del expediente' : 'Language of the record',
      why: es
        ? 'Los títulos, los nombres y las declaraciones están en el idioma del expediente, entre comillas donde no son nombres.'
        : 'Titles, names and statements are in the language of the record, between quotation marks where they are no names.',
      todo: es
        ? 'Tradúzcalos en la copia que se envíe, o anote los títulos en el idioma del escrito.'
        : 'Translate them in the copy that is sent, or enter the titles in the language of the paper.',
      weight: 'wanted',
    },
  ]
}
