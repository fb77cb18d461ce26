/** What a finding under article 34 says to its reader: reasons in words, and the judgments they rest on. */
import type { Instant, Span } from '../record/index.ts'
import { citable } from './citable.ts'
import type { Checked } from './model.ts'
import type { Words } from './time-words.ts'

/** A judgment that a reason rests on; cited only from the day after its date. */
export interface Article34Authority {
  readonly case: string
  readonly application: string
  readonly date: string
  /** How the point was checked: the finding alone is `secondary`, reasoning from memory is `unverified`. */
  readonly checked: Checked
}

const authority = (name: string, application: string, date: string, checked: Checked): Article34Authority => ({
  case: name,
  application,
  date,
  checked,
})

export const authorities = {
  binds: authority('Mamatkulov and Askarov v. Turkey [GC]', '46827/99', '2005-02-04', 'secondary'),
  impediment: authority('Paladi v. Moldova [GC]', '39806/05', '2009-03-10', 'unverified'),
  notYetIndicated: authority('Khamidkariyev v. Russia', '42332/14', '2017-01-26', 'secondary'),
  minutes: authority('A.S. v. France', '46240/15', '2018-04-19', 'secondary'),
  otherRoute: authority('Labsi v. Slovakia', '33809/08', '2012-05-15', 'secondary'),
  otherState: authority('Abdulkhakov v. Russia', '14743/11', '2012-10-02', 'secondary'),
  protect: authority('Savriddin Dzhurayev v. Russia', '71386/10', '2013-04-25', 'secondary'),
  frontier: authority('Abdulkhakov v. Russia', '14743/11', '2012-10-02', 'unverified'),
  correspondence: authority('Kaboulov v. Ukraine', '41015/04', '2009-11-19', 'secondary'),
  notExamined: authority('Amerkhanov v. Turkey', '16026/12', '2018-06-05', 'secondary'),
} as const

export interface Reason {
  readonly text: Words
  /** Events that it rests on. */
  readonly events: readonly string[]
  readonly authorities: readonly Article34Authority[]
}

/** A reason that names only the authorities that could be cited at `knownBy`. */
export function reason(
  text: Words,
  events: readonly string[],
  knownBy: Instant,
  rests: readonly Article34Authority[] = [],
): Reason {
  return { text, events, authorities: rests.filter((a) => citable(a.date, knownBy)) }
}

/** A date as it was written, for brackets; an open one, an interval and "about" in words. */
export function dateWords(span: Span | undefined): Words {
  const day = readDay(span)
  if (day === undefined) return words('a day that nobody records', 'un día que nadie consigna')
  const { from, to, mark } = day
  if (mark !== undefined) return words(`${mark.en} ${from}`, `${mark.es} ${from}`)
  if (to === undefined) return words(from, from)
  if (from === '..') return words(`up to ${to}`, `hasta ${to}`)
  return to === '..' ? words(`from ${from} on`, `desde ${from}`) : words(`${from} to ${to}`, `${from} a ${to}`)
}

/** The same after a verb: *on 2015-02-20*, *between … and …*. */
export function onDay(span: Span | undefined): Words {
  const day = readDay(span)
  if (day === undefined) return words('on a day that nobody records', 'un día que nadie consigna')
  const { from, to, mark } = day
  if (mark !== undefined) return words(`${mark.en} ${from}`, `${mark.es} ${from}`)
  if (to === undefined) return words(`on ${from}`, `el ${from}`)
  if (from === '..') return words(`by ${to}`, `a más tardar el ${to}`)
  if (to === '..') return words(`on or after ${from}`, `el ${from} o después`)
  return words(`between ${from} and ${to}`, `entre ${from} y ${to}`)
}

/** An EDTF text in its parts; an open end is `..`. */
function readDay(span: Span | undefined): { from: string; to?: string; mark?: Words } | undefined {
  if (span === undefined || span.text === '') return undefined
  const [from = '', to] = span.text.split('/')
  if (to !== undefined) return { from: from === '' ? '..' : from, to: to === '' ? '..' : to }
  if (!/[~?%]$/.test(from)) return { from }
  const mark = from.endsWith('?') ? words('perhaps', 'quizá') : words('about', 'hacia')
  return { from: from.slice(0, -1), mark }
}

/** `30 minutes`, when both are known to the minute and less than a day apart. */
export function minutesBetween(from: Span | undefined, to: Span | undefined): Words | undefined {
  if (from?.precision !== 'minute' || to?.precision !== 'minute') return undefined
  const minutes = to.earliest - from.latest
  if (minutes <= 0 || minutes >= 1440) return undefined
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const text = hours === 0 ? `${rest} min` : `${hours} h ${String(rest).padStart(2, '0')} min`
  return { en: text, es: text }
}

export const words = (en: string, es: string): Words => ({ en, es })

/** One line for each text, in the order in which they came. */
export const distinct = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((r) => [r.text.en, r])).values(),
]
