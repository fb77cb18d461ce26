/**
 * Dates of the record and of deadlines as a reader of the language writes them; what is no plain date stays
 * as it is.
 */
import type { PageLanguage } from '../words.ts'

const one = (text: string, language: PageLanguage): string => {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(text)
  if (match === null) return text
  const [whole, year = '', month, day, clock] = match
  const rest = text.slice(whole.length)
  if (month === undefined) return year + rest
  const format = new Intl.DateTimeFormat(language === 'es' ? 'es-ES' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
  const shown = format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1'))))
  return `${shown}${clock === undefined ? '' : `, ${clock}`}${rest === '' ? '' : ` ${rest}`}`
}

/** `2014-02-14` → `14 Feb 2014`; `2014-01-20/2014-01-31` → both ends; `../2014` → up to. */
export function dateText(text: string, language: PageLanguage): string {
  const [from, to] = text.split('/')
  if (from === undefined || to === undefined) return one(text, language)
  if (from === '..' || from === '') return `${language === 'es' ? 'hasta' : 'by'} ${one(to, language)}`
  if (to === '..' || to === '') return `${language === 'es' ? 'desde' : 'from'} ${one(from, language)}`
  return `${one(from, language)} – ${one(to, language)}`
}

/** Whole days from one civil date to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

/** `ES` → `Spain`; anything else as it is. */
export function stateName(code: string, language: PageLanguage): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}
