/** Dates, States and counts as a paper writes them: in full, in the paper's language, never with the machine's settings. */
import type { Audience } from '../../record/index.ts'
import type { PaperLanguage } from './model.ts'

const months: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/** `2014-02-14` → `14 February 2014`, *14 de febrero de 2014*; intervals, approximations and doubts are said in words. */
export function dateWords(text: string, language: PaperLanguage): string {
  const [from = '', to] = wholeYears(text).split('/')
  return to === undefined ? oneDate(from, language) : intervalWords(from, to, language)
}

/** From the first day of one year to the last of another nothing but the years was given. */
const wholeYears = (text: string): string =>
  text.replace(/^(\d{4})-01-01\/(\d{4})-12-31$/, (_, from: string, to: string) =>
    from === to ? from : `${from}/${to}`,
  )

function intervalWords(from: string, to: string, language: PaperLanguage): string {
  const [first, last] = [oneDate(from, language), oneDate(to, language)]
  if (language === 'es') {
    if (isOpen(from)) return `no después de${isDay(to) ? 'l' : ''} ${last}`
    if (isOpen(to)) return `desde ${article(from)}${first}`
    return `entre ${article(from)}${first} y ${article(to)}${last}`
  }
  if (isOpen(from)) return `not later than ${last}`
  return isOpen(to) ? `from ${first}` : `between ${first} and ${last}`
}

const isOpen = (end: string): boolean => end === '..' || end === ''
const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(date)
/** Spanish days take an article, months and years none: *entre el 3 de abril y el 5*, *entre abril y mayo*. */
const article = (date: string): string => (isDay(date) ? 'el ' : '')

function oneDate(text: string, language: PaperLanguage): string {
  const es = language === 'es'
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})(?::\d{2})?Z?)?([~?%]?)$/.exec(text)
  if (match === null) return text
  const [, year = '', month, day, clock, sign] = match
  const name = month === undefined ? '' : (months[language][Number(month) - 1] ?? month)
  const parts = [day === undefined ? '' : String(Number(day)), name, year].filter((part) => part !== '')
  const hour = clock === undefined ? '' : es ? `, ${clock} horas` : `, ${clock}`
  return parts.join(es ? ' de ' : ' ') + hour + doubt(sign, es)
}

function doubt(sign: string | undefined, es: boolean): string {
  if (sign === '~') return es ? ' (aproximadamente)' : ' (approximately)'
  if (sign === '?' || sign === '%') return es ? ' (deducido, no documentado)' : ' (inferred, not documented)'
  return ''
}

/** `ES` → `Spain`, *España*; anything else as it is. */
export function stateWords(code: string, language: PaperLanguage): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** `A, B and C`, *A, B y C*. */
export function namesWords(names: readonly string[], language: PaperLanguage): string {
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  const and = language === 'en' ? 'and' : /^h?i(?![ae])/iu.test(last) ? 'e' : 'y'
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`
}

/** A name where a sentence goes on: `The defence` is *the defence* there. */
export const withinSentence = (name: string): string => name.replace(/^The (?=\S)/u, 'the ')

/** The first letter of a sentence or an item. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Counts of people or sources below this are not printed for the public: a small number can point to somebody. */
const COUNT_MIN = 5

/** How many people or sources there are, as far as the audience may know. */
export function countWords(count: number, audience: Audience, language: PaperLanguage): string {
  if (audience !== 'public' || count >= COUNT_MIN) return String(count)
  return language === 'es' ? `menos de ${COUNT_MIN}` : `fewer than ${COUNT_MIN}`
}

/**
 * Counts that add up to a printed total. One small count alone could be had by subtraction, so the next smallest is
 * held back with it.
 */
export function countsWords(
  counts: readonly number[],
  audience: Audience,
  language: PaperLanguage,
): readonly string[] {
  const small = counts.filter((count) => count < COUNT_MIN).length
  const least = Math.min(...counts.filter((count) => count >= COUNT_MIN))
  const also = audience === 'public' && small === 1 ? counts.indexOf(least) : -1
  const held = language === 'es' ? 'no se indica' : 'not given'
  return counts.map((count, index) => (index === also ? held : countWords(count, audience, language)))
}
