/**
 * The deadlines of a case as a calendar (iCalendar, RFC 5545). The same record gives the same bytes; a deadline that
 * moves keeps its UID, so that a calendar moves the event and does not show it twice.
 *
 * A deadline of which no date can be given is not in it: an event needs a day, and any day would be invented.
 */
import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import {
  type DatedDeadline,
  datedDeadlines,
  deadlineMarks,
  leadsDefault,
  type MarkKey,
  type OpenCase,
  reminderOffset,
  type RunningDeadline,
  runningDeadlines,
} from '../../casework/index.ts'
import type { Language } from '../../law/index.ts'
import { dayIn } from '../../record/index.ts'
import { type Told, type Wording, wordsOf } from './words.ts'

export interface CalendarOptions {
  /** Of this installation; see `markKey`. */
  readonly key: MarkKey
  /** `neutral` unless a person asked for `full`. */
  readonly wording?: Wording
  readonly language?: Language
  /** How long before a deadline the calendar rings, in minutes. */
  readonly leads?: readonly number[]
  /** The same case as it stood when a calendar was last given out: what has gone since is cancelled. */
  readonly earlier?: OpenCase
  /** A feed: how often to look again, in minutes. */
  readonly refresh?: number
}

interface Entered {
  readonly deadline: RunningDeadline
  readonly cancelled: boolean
}

/** UTF-8, lines folded at 75 bytes, with CRLF. */
export function calendarOf(opened: OpenCase, options: CalendarOptions): Uint8Array {
  const { wording = 'neutral', language = 'en' } = options
  const calendar = ical({
    prodId: '//Forestay//Deadlines//EN',
    name: language === 'es' ? 'Plazos' : 'Deadlines',
    ...(options.refresh === undefined ? {} : { ttl: options.refresh * 60 }),
  })
  const told: Told = { wording, language, caseTitle: opened.view.header?.title ?? '' }
  for (const entered of enteredIn(opened, options.earlier)) addEvent(calendar, opened, entered, told, options)
  return new TextEncoder().encode(withoutExtras(calendar.toString()))
}

function enteredIn(opened: OpenCase, earlier: OpenCase | undefined): Entered[] {
  const name = ({ term, round }: DatedDeadline): string => `${term} ${round}`
  const running = runningDeadlines(opened)
  // What ran out is over, which is not the same as stopped or used: it stays where it was.
  const kept = new Set(datedDeadlines(opened).map(name))
  const gone = (earlier === undefined ? [] : runningDeadlines(earlier)).filter(
    (deadline) => !kept.has(name(deadline)),
  )
  return [
    ...running.map((deadline): Entered => ({ deadline, cancelled: false })),
    ...gone.map((deadline): Entered => ({ deadline, cancelled: true })),
  ]
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

function addEvent(
  calendar: ICalCalendar,
  opened: OpenCase,
  { deadline, cancelled }: Entered,
  told: Told,
  { key, leads = leadsDefault }: CalendarOptions,
): void {
  const { safe, wholeDay, zone } = deadline
  const marks = deadlineMarks(key, opened.view.header?.id ?? '', deadline)
  const { summary, description } = wordsOf(deadline, marks, told)
  const { sequence, recorded } = newestEntry(opened)
  const day = dayIn(zone, safe) * DAY
  const event = calendar.createEvent({
    id: marks.uid,
    sequence,
    stamp: new Date(recorded),
    // A moment stands in UTC, which every calendar understands without a table of zones. It takes no time: a block
    // after it would look like time left.
    ...(wholeDay
      ? { allDay: true, start: new Date(day), end: new Date(day + DAY) }
      : { start: new Date(safe * MINUTE) }),
    summary,
    description,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (cancelled) return
  for (const lead of [...new Set(leads)].toSorted((a, b) => b - a)) {
    event.createAlarm({
      type: ICalAlarmType.display,
      trigger: reminderOffset(lead, wholeDay) * 60,
      description: summary,
    })
  }
}

/** What the calendar is as new as: its numbers and stamps come from the record and never from this machine's clock. */
function newestEntry({ state }: OpenCase): { readonly sequence: number; readonly recorded: string } {
  let newest = { sequence: 0, recorded: '1970-01-01T00:00:00Z' }
  for (const entry of state.entries.values()) if (entry.sequence > newest.sequence) newest = entry
  return newest
}

/** The library says to Outlook what `VALUE=DATE` says already, and ends without a line feed. */
const withoutExtras = (text: string): string =>
  `${text
    .split('\r\n')
    .filter((line) => !line.startsWith('X-MICROSOFT-'))
    .join('\r\n')}\r\n`
