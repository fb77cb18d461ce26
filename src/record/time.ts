/**
 * Time as the record and the law need it: civil days, instants in a named time zone, and dates of
 * limited precision (a subset of EDTF, ISO 8601-2:2019). Pure: no clock, no locale.
 */
import type { SaidProblem } from './said.ts'

/** Minutes since 1970-01-01T00:00Z. Whole minutes: no legal time limit is finer. */
export type Instant = number

/** Days since 1970-01-01 in the proleptic Gregorian calendar, in whatever zone the law looks from. */
export type Day = number

/** IANA name, such as `Europe/Madrid`. */
export type Zone = string

const MINUTES_PER_DAY = 1440

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Howard Hinnant's `days_from_civil`: exact for every Gregorian date. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civil(day: Day): CivilDate {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

export const daysInMonth = (year: number, month: number): number =>
  month === 12 ? 31 : dayOf(year, month + 1, 1) - dayOf(year, month, 1)

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

const pad = (n: number, width = 2): string => String(Math.abs(n)).padStart(width, '0')

/** `2014-02-14` */
export function isoDay(day: Day): string {
  const { year, month, day: d } = civil(day)
  return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(month)}-${pad(d)}`
}

const offsets = new Map<string, number>()
const formatters = new Map<Zone, Intl.DateTimeFormat>()

function formatterFor(zone: Zone): Intl.DateTimeFormat {
  let found = formatters.get(zone)
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(zone, found)
  }
  return found
}

/** Minutes by which civil time in `zone` is ahead of UTC at `instant` (cached per hour). */
function offsetAt(zone: Zone, instant: Instant): number {
  if (zone === 'UTC') return 0
  const hour = Math.floor(instant / 60)
  const key = `${zone}|${hour}`
  const cached = offsets.get(key)
  if (cached !== undefined) return cached
  const at = hour * 60
  const part: Record<string, number> = {}
  for (const { type, value } of formatterFor(zone).formatToParts(at * 60_000)) part[type] = Number(value)
  const local =
    dayOf(part['year'] ?? 1970, part['month'] ?? 1, part['day'] ?? 1) * MINUTES_PER_DAY +
    (part['hour'] ?? 0) * 60 +
    (part['minute'] ?? 0)
  if (offsets.size > 20_000) offsets.clear()
  offsets.set(key, local - at)
  return local - at
}

/** The civil day that a calendar on the wall in `zone` shows at `instant`. */
export const dayIn = (zone: Zone, instant: Instant): Day =>
  Math.floor((instant + offsetAt(zone, instant)) / MINUTES_PER_DAY)

/** Minutes since local midnight in `zone`. */
export function minuteOfDayIn(zone: Zone, instant: Instant): number {
  const local = instant + offsetAt(zone, instant)
  return local - Math.floor(local / MINUTES_PER_DAY) * MINUTES_PER_DAY
}

/** The instant at which a clock in `zone` shows `minute` of `day`; in a gap, the later reading. */
export function instantIn(zone: Zone, day: Day, minute = 0): Instant {
  const local = day * MINUTES_PER_DAY + minute
  const guess = local - offsetAt(zone, local)
  return local - offsetAt(zone, guess)
}

/** First and last minute of a civil day. */
export const startOfDay = (zone: Zone, day: Day): Instant => instantIn(zone, day, 0)
export const endOfDay = (zone: Zone, day: Day): Instant => instantIn(zone, day + 1, 0) - 1

/** `2014-02-19T09:00` as civil time in `zone`. */
export function isoMinute(zone: Zone, instant: Instant): string {
  const minute = minuteOfDayIn(zone, instant)
  return `${isoDay(dayIn(zone, instant))}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** How finely a date is known. */
export type Precision = 'minute' | 'day' | 'month' | 'year' | 'interval'

/** A time of limited precision: it lies somewhere from `earliest` to `latest`, both included. */
export interface Span {
  readonly earliest: Instant
  readonly latest: Instant
  readonly precision: Precision
  /** `~` approximate, `?` uncertain: carried along, never silently dropped. */
  readonly approximate: boolean
  readonly uncertain: boolean
  /** The EDTF text as written. */
  readonly text: string
}

/** A date could not be read. `remedy` says what to write instead. */
export class DateError extends Error {
  readonly remedy: string
  readonly said: SaidProblem
  constructor(said: SaidProblem) {
    super(said.what.en)
    this.name = 'DateError'
    this.remedy = said.remedy.en
    this.said = said
  }
}

const yearMonthDay = String.raw`(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?`
const timeOfDay = String.raw`T(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?`
const single = new RegExp(`^${yearMonthDay}(?:${timeOfDay})?([~?%])?$`)

/**
 * Reads an EDTF date: `2014`, `2014-02`, `2014-02-14`, `2014-02-19T14:00`, `201X`, `2013-12~`, `1976?`,
 * `2014-02-14/2014-02-19`, `../2013-06-01`, `2013-07-22/..`.
 * Times without an offset are civil time in `zone`. Throws {@link DateError}.
 */
export function parseDate(text: string, zone: Zone): Span {
  const slash = text.indexOf('/')
  if (slash < 0) return parseSingle(text, zone)
  const left = text.slice(0, slash)
  const right = text.slice(slash + 1)
  const from = left === '..' || left === '' ? undefined : parseSingle(left, zone)
  const to = right === '..' || right === '' ? undefined : parseSingle(right, zone)
  const earliest = from?.earliest ?? -Infinity
  const latest = to?.latest ?? Infinity
  if (earliest > latest) {
    throw new DateError({
      what: {
        en: `The interval "${text}" ends before it begins.`,
        es: `El intervalo «${text}» termina antes de empezar.`,
      },
      remedy: {
        en: 'Write the earlier date first, as in 2014-02-14/2014-02-19.',
        es: 'Escriba primero la fecha anterior, como en 2014-02-14/2014-02-19.',
      },
    })
  }
  return {
    earliest,
    latest,
    precision: 'interval',
    text,
    approximate: (from?.approximate ?? false) || (to?.approximate ?? false),
    uncertain: (from?.uncertain ?? false) || (to?.uncertain ?? false),
  }
}

function parseSingle(text: string, zone: Zone): Span {
  const fail = (en: string, es: string): never => {
    throw new DateError({
      what: {
        en: `"${text}" is not a date that can be read: ${en}.`,
        es: `«${text}» no es una fecha que se pueda leer: ${es}.`,
      },
      remedy: {
        en:
          'Write it as 2014, 2014-02, 2014-02-14 or 2014-02-14T09:00; add ~ for ' +
          'about, ? for uncertain; a/b for an interval.',
        es:
          'Escríbala como 2014, 2014-02, 2014-02-14 o 2014-02-14T09:00; añada ~ para ' +
          'aproximada, ? para incierta; a/b para un intervalo.',
      },
    })
  }
  const match = single.exec(text)
  if (match === null) return fail('it is not in EDTF form', 'no tiene la forma EDTF')
  const [, yearText = '', monthText, dayText, hourText, minuteText, offset, mark] = match
  const approximate = mark === '~' || mark === '%'
  const uncertain = mark === '?' || mark === '%'
  const base = { approximate, uncertain, text }
  const yearLow = Number(yearText.replaceAll('X', '0'))
  if (yearText.includes('X')) {
    if (monthText !== undefined)
      return fail('a month cannot follow an unspecified year', 'a un año sin precisar no le puede seguir un mes')
    const yearHigh = Number(yearText.replaceAll('X', '9'))
    return {
      ...base,
      precision: 'interval',
      earliest: startOfDay(zone, dayOf(yearLow, 1, 1)),
      latest: endOfDay(zone, dayOf(yearHigh, 12, 31)),
    }
  }
  if (monthText === undefined) {
    return {
      ...base,
      precision: 'year',
      earliest: startOfDay(zone, dayOf(yearLow, 1, 1)),
      latest: endOfDay(zone, dayOf(yearLow, 12, 31)),
    }
  }
  const month = Number(monthText)
  if (month < 1 || month > 12) return fail(`there is no month ${monthText}`, `no hay mes ${monthText}`)
  if (dayText === undefined) {
    if (hourText !== undefined) return fail('a time needs a day', 'una hora necesita un día')
    return {
      ...base,
      precision: 'month',
      earliest: startOfDay(zone, dayOf(yearLow, month, 1)),
      latest: endOfDay(zone, dayOf(yearLow, month, daysInMonth(yearLow, month))),
    }
  }
  const dayNumber = Number(dayText)
  if (dayNumber < 1 || dayNumber > daysInMonth(yearLow, month))
    return fail(
      `${yearText}-${monthText} has no day ${dayText}`,
      `${yearText}-${monthText} no tiene día ${dayText}`,
    )
  const day = dayOf(yearLow, month, dayNumber)
  if (hourText === undefined)
    return { ...base, precision: 'day', earliest: startOfDay(zone, day), latest: endOfDay(zone, day) }
  const minute = Number(hourText) * 60 + Number(minuteText)
  if (Number(hourText) > 23 || Number(minuteText) > 59)
    return fail('there is no such time of day', 'no existe esa hora')
  const at =
    offset === undefined ? instantIn(zone, day, minute) : day * MINUTES_PER_DAY + minute - offsetMinutes(offset)
  return { ...base, precision: 'minute', earliest: at, latest: at }
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  const sign = offset.startsWith('-') ? -1 : 1
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)))
}

/** A point in time as a person asks for it: a bare date means the end of that day. */
export const parseMoment = (text: string, zone: Zone): Instant => parseDate(text, zone).latest

/** Whether two spans can be the same moment. */
export const overlap = (a: Span, b: Span): boolean => a.earliest <= b.latest && b.earliest <= a.latest
