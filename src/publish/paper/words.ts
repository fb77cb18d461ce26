/** Dates, States and counts as a paper writes them: in full, in the paper's language, never with the machine's settings. */
import type { Audience } from '../../record/index.ts'
import type { PaperLanguage } from './model.ts'

const months: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/** `2014-02-14` → `14 February 2014`, *14 de febrero de 2014*; intervals, approximations and doubts are said in words. */
export function dateWords(text: string, language: PaperLanguage): string {
  const es = language === 'es'
  const [from = '', to] = text.split('/')
  if (to !== undefined) {
    if (from === '..' || from === '')
      return `${es ? 'no después del' : 'not later than'} ${dateWords(to, language)}`
    if (to === '..' || to === '') return `${es ? 'desde el' : 'from'} ${dateWords(from, language)}`
    const both = [dateWords(from, language), dateWords(to, language)]
    return es ? `entre el ${both.join(' y el ')}` : `between ${both.join(' and ')}`
  }
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})(?::\d{2})?Z?)?([~?%]?)$/.exec(from)
  if (match === null) return from
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
