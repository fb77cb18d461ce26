/** The steps of a deadline, in order, so that a lawyer can check the count by hand. Plain data. */
import { dayIn } from '../record/index.ts'
import type { Instant, Span } from '../record/index.ts'
import type { CompiledCalendar } from './calendar.ts'
import { countSteps } from './count-steps.ts'
import type { Deadline, DeadlineInput, Outcome, PauseSpan, TermRule } from './deadline.ts'
import { between, momentWords, orEarlier, orLater, say, uncertain, unknownTime } from './deadline-sentences.ts'
import { runsByTheMinute } from './period.ts'
import { normOf, step } from './step.ts'
import type { Step } from './step.ts'
import { dayWords, minuteWords } from './time-words.ts'
import type { Words } from './time-words.ts'

export interface StepsInput {
  readonly input: DeadlineInput
  readonly outcomes: readonly Outcome[]
  readonly openPause: boolean
  /** On some possible start no version was in force. */
  readonly gap: boolean
  readonly grace: Deadline['grace']
}

/** Start, each version and reading counted, latest end, safe date, grace, what is not verified. */
export function stepsOf({ input, outcomes, openPause, gap, grace }: StepsInput): readonly Step[] {
  const { start, versions } = input
  const term = versions[0]
  const first = outcomes[0]
  if (term === undefined) return []
  if (start.kind !== 'not-started' && first === undefined)
    return [step('not-in-force', say.notInForce, normOf(term))]
  if (start.kind === 'not-started' || first === undefined) {
    return [step('not-started', say.notStarted(momentWords(term.starts.moment)), normOf(term))]
  }
  const { calendar } = first.rule
  const counted = new Set(outcomes.map(({ version }) => version))
  const steps = [
    ...startSteps(input, first),
    ...(input.pauses ?? []).flatMap((pause) => pauseSteps(pause, calendar)),
  ]
  for (const outcome of outcomes) {
    const { version, reading } = outcome
    if (counted.size > 1 && reading === null) {
      steps.push(step('version', say.version(version.from, version.until), normOf(version)))
    }
    steps.push(...countSteps(outcome))
  }
  if (gap) steps.push(step('not-in-force', say.perhapsNotInForce, normOf(term)))
  if (openPause) steps.push(step('latest-unknown', say.standsStillOpen))
  else if (start.kind === 'known' && outcomes.some(({ latest }) => latest === null)) {
    steps.push(step('latest-unknown', say.startUnbounded))
  }
  steps.push(safeStep(outcomes))
  if (grace !== null) {
    const { until, norm } = grace
    const arrival = { date: until, day: dayIn(calendar.zone, until) }
    steps.push(step('grace', say.grace(minuteWords(calendar.zone, until)), norm, arrival))
  }
  for (const version of counted) steps.push(...checkedSteps(version))
  return steps
}

function startSteps({ start }: DeadlineInput, { version, rule }: Outcome): readonly Step[] {
  if (start.kind === 'not-started') return []
  const span = start.kind === 'known' ? start.span : start.event
  const moment = momentWords(version.starts.moment)
  const when = spanWords(span, rule.calendar, runsByTheMinute(rule.period.unit))
  const norm = normOf(version)
  const arrival = Number.isFinite(span.earliest)
    ? { date: span.earliest, day: dayIn(rule.calendar.zone, span.earliest) }
    : undefined
  if (start.kind === 'known') return [step('start', say.start(moment, when), norm, arrival)]
  return [step('start', say.event(when), norm, arrival), step('moment-unknown', say.momentUnknown(moment), norm)]
}

function spanWords(span: Span, { zone }: CompiledCalendar, byMinute: boolean): Words {
  const one = (at: Instant): Words => (byMinute ? minuteWords(zone, at) : dayWords(dayIn(zone, at)))
  const from = Number.isFinite(span.earliest) ? one(span.earliest) : undefined
  const to = Number.isFinite(span.latest) ? one(span.latest) : undefined
  const when =
    from === undefined
      ? to === undefined
        ? unknownTime
        : orEarlier(to)
      : to === undefined
        ? orLater(from)
        : from.en === to.en
          ? from
          : between(from, to)
  return span.approximate || span.uncertain ? uncertain(when) : when
}

function pauseSteps({ earliest, latest, sure }: PauseSpan, { zone }: CompiledCalendar): readonly Step[] {
  const from = Number.isFinite(earliest) ? minuteWords(zone, earliest) : unknownTime
  const text = Number.isFinite(latest) ? say.paused(from, minuteWords(zone, latest)) : say.pausedSince(from)
  return sure === undefined ? [step('paused', text)] : [step('paused', text), step('paused', say.pauseUncertain)]
}

function safeStep(outcomes: readonly Outcome[]): Step {
  const { version, rule, earliest } = outcomes.reduce((a, b) => (b.earliest < a.earliest ? b : a))
  if (!Number.isFinite(earliest)) return step('safe', say.noSafeDate)
  const { zone } = rule.calendar
  const day = dayIn(zone, earliest)
  const when = runsByTheMinute(rule.period.unit) ? minuteWords(zone, earliest) : dayWords(day)
  const text = version.direction === 'person' ? say.safe : say.safeAgainstState
  return step('safe', text(when, outcomes.length > 1), undefined, { date: earliest, day })
}

function checkedSteps(version: TermRule): readonly Step[] {
  return [version.norm]
    .flat()
    .filter((norm) => norm.checked !== 'official')
    .map((norm) => {
      const name = `${norm.instrument} ${norm.article}`
      return step('unverified', norm.checked === 'secondary' ? say.secondary(name) : say.unverified(name), norm)
    })
}
