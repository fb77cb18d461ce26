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

/** A date as it was written; an open one in words. */
export const dateWords = (span: Span | undefined): Words =>
  span === undefined
    ? { en: 'a day that nobody records', es: 'un día que nadie consigna' }
    : { en: span.text, es: span.text }

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
