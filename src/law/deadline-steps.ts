/** Puts a count into words, step by step, so that a lawyer can check it by hand. Plain data from templates; no locale. */
import { dayIn, endOfDay, isoDay } from '../record/time.ts'
import type { Day, Instant, Span } from '../record/time.ts'
import type { Closure, CompiledCalendar } from './calendar.ts'
import type { Count, Method } from './counting.ts'
import type { Deadline, DeadlineInput, Outcome, TermRule } from './deadline.ts'
import type { Norm } from './model.ts'
import { runsByTheMinute } from './period.ts'
import { dayWords, minuteWords, periodWords } from './time-words.ts'
import type { Words } from './time-words.ts'

export type StepKind =
  | 'start' | 'moment-unknown' | 'not-started' | 'version' | 'reading' | 'period' | 'first-day' | 'not-counted' | 'not-covered'
  | 'paused' | 'months' | 'last-day' | 'roll-over' | 'closed-last-day' | 'latest' | 'latest-unknown' | 'safe' | 'grace' | 'unverified'

export interface Step {
  readonly kind: StepKind
  readonly text: Words
  /** The moment the step arrives at. */
  readonly date?: Instant
  /** The same as a day, `2013-07-17`. */
  readonly day?: string
  readonly norm?: Norm
}

export interface StepsInput {
  readonly input: DeadlineInput
  readonly outcomes: readonly Outcome[]
  readonly openPause: boolean
  readonly grace: Deadline['grace']
}

const moments: Readonly<Record<string, Words>> = {
  occurred: { en: 'the event itself', es: 'el hecho mismo' },
  notified: { en: 'notification', es: 'notificación' },
  pronounced: { en: 'pronouncement', es: 'pronunciamiento' },
  known: { en: 'knowledge', es: 'conocimiento' },
  published: { en: 'publication', es: 'publicación' },
  delivered: { en: 'delivery', es: 'entrega' },
  received: { en: 'receipt', es: 'recepción' },
}
const momentWords = ({ starts }: TermRule): Words => moments[starts.moment] ?? { en: starts.moment, es: starts.moment }

const normOf = (term: TermRule): Norm | undefined => (Array.isArray(term.norm) ? term.norm[0] : term.norm)

/** Leaves out what is not there, as exact optional properties want it. */
function step(kind: StepKind, en: string, es: string, norm?: Norm, at?: { date: Instant; day?: Day }): Step {
  return {
    kind, text: { en, es },
    ...(at === undefined ? undefined : { date: at.date }),
    ...(at?.day === undefined ? undefined : { day: isoDay(at.day) }),
    ...(norm === undefined ? undefined : { norm }),
  }
}

/** The steps of a whole deadline: start, each version and reading counted, latest, safe date, grace, what is not verified. */
export function stepsOf({ input, outcomes, openPause, grace }: StepsInput): readonly Step[] {
  const { start, versions } = input
  const term = versions[0]
  const first = outcomes[0]
  if (term === undefined) return []
  if (start.kind === 'not-started' || first === undefined) {
    const moment = momentWords(term)
    return [step('not-started', `It has not started: ${moment.en} has not happened.`, `No ha comenzado: no se ha producido ${moment.es}.`, normOf(term))]
  }
  const steps: Step[] = startSteps(input, first)
  for (const pause of input.pauses ?? []) steps.push(pauseStep(pause, first.rule.calendar))
  const several = new Set(outcomes.map(({ version }) => version)).size > 1
  for (const outcome of outcomes) {
    if (several && outcome.reading === null) steps.push(versionStep(outcome.version))
    steps.push(...countSteps(outcome))
  }
  if (start.kind === 'known' && (openPause || outcomes.some(({ latest }) => latest === null))) {
    steps.push(openPause
      ? step('latest-unknown', 'The latest end is not known: it stands still, and not known is until when.',
        'No se conoce el final máximo: está en suspenso y no se sabe hasta cuándo.')
      : step('latest-unknown', 'The latest end is not known: the start has no upper bound.',
        'No se conoce el final máximo: el inicio no tiene límite superior.'))
  }
  steps.push(safeStep(outcomes))
  if (grace !== null) {
    const zone = first.rule.calendar.zone
    const until = minuteWords(zone, grace.until)
    steps.push(step('grace', `A late filing may still be taken until ${until.en}. Do not plan on it; it is not part of the safe date.`,
      `Aún puede admitirse la presentación hasta ${until.es}. No debe contarse con ello; no forma parte de la fecha segura.`,
      grace.norm, { date: grace.until, day: dayIn(zone, grace.until) }))
  }
  for (const version of new Set(outcomes.map((outcome) => outcome.version))) steps.push(...checkedSteps(version))
  return steps
}

function startSteps({ start }: DeadlineInput, { version, rule }: Outcome): Step[] {
  if (start.kind === 'not-started') return []
  const moment = momentWords(version)
  const byMinute = runsByTheMinute(rule.period.unit)
  const norm = normOf(version)
  if (start.kind === 'known') {
    const when = spanWords(start.span, rule.calendar, byMinute)
    return [step('start', `Start (${moment.en}): ${when.en}.`, `Inicio (${moment.es}): ${when.es}.`, norm, at(start.span.earliest, rule))]
  }
  const when = spanWords(start.event, rule.calendar, byMinute)
  return [
    step('start', `The event: ${when.en}.`, `El hecho: ${when.es}.`, norm, at(start.event.earliest, rule)),
    step('moment-unknown',
      `Not known is when, or whether, what starts the time limit (${moment.en}) took place. It is counted from the earliest possible ` +
      'moment; it may not have started, and its latest end is unknown. Find out the day.',
      `No consta cuándo, ni si, se produjo lo que inicia el plazo (${moment.es}). Se cuenta desde el primer momento posible; puede no ` +
      'haber comenzado y su final máximo se desconoce. Hay que averiguar el día.', norm),
  ]
}

const at = (instant: Instant, { calendar }: Outcome['rule']): { date: Instant; day?: Day } | undefined =>
  Number.isFinite(instant) ? { date: instant, day: dayIn(calendar.zone, instant) } : undefined

function spanWords(span: Span, calendar: CompiledCalendar, byMinute: boolean): Words {
  const { zone } = calendar
  const one = (instant: Instant): Words => (byMinute ? minuteWords(zone, instant) : dayWords(dayIn(zone, instant)))
  const mark = span.approximate || span.uncertain ? { en: ' (as written: uncertain)', es: ' (según consta: incierto)' } : { en: '', es: '' }
  const [open, shut] = [Number.isFinite(span.earliest), Number.isFinite(span.latest)]
  const from = open ? one(span.earliest) : { en: '', es: '' }
  const to = shut ? one(span.latest) : { en: '', es: '' }
  if (open && shut && from.en === to.en) return { en: from.en + mark.en, es: from.es + mark.es }
  if (open && shut) return { en: `between ${from.en} and ${to.en}${mark.en}`, es: `entre ${from.es} y ${to.es}${mark.es}` }
  if (open) return { en: `${from.en} or later${mark.en}`, es: `${from.es} o después${mark.es}` }
  if (shut) return { en: `${to.en} or earlier${mark.en}`, es: `${to.es} o antes${mark.es}` }
  return { en: `not known${mark.en}`, es: `desconocido${mark.es}` }
}

function pauseStep({ earliest, latest }: Pick<Span, 'earliest' | 'latest'>, { zone }: CompiledCalendar): Step {
  const from = Number.isFinite(earliest) ? minuteWords(zone, earliest) : { en: 'an unknown time', es: 'un momento desconocido' }
  if (!Number.isFinite(latest)) {
    return step('paused', `It does not run since ${from.en}; no end of that is recorded.`, `No corre desde ${from.es}; no consta hasta cuándo.`)
  }
  const to = minuteWords(zone, latest)
  return step('paused', `It did not run from ${from.en} to ${to.en}.`, `No corrió desde ${from.es} hasta ${to.es}.`)
}

function versionStep(version: TermRule): Step {
  const from = version.from === undefined ? { en: '', es: '' } : { en: ` from ${version.from}`, es: ` desde el ${version.from}` }
  const until = version.until === undefined ? { en: '', es: '' } : { en: ` until before ${version.until}`, es: ` hasta antes del ${version.until}` }
  return step('version', `Version of the norm${from.en}${until.en}:`, `Versión de la norma${from.es}${until.es}:`, normOf(version))
}

/** One reading, counted from the earliest possible start; then, in one line, from the latest. */
function countSteps(outcome: Outcome): Step[] {
  const { rule, version, reading, why, fromEarliest, fromLatest, startsFrom, startsUntil } = outcome
  const steps: Step[] = []
  if (reading !== null) steps.push(step('reading', `Rival reading "${reading}": ${why ?? ''}`, `Lectura alternativa "${reading}": ${why ?? ''}`))
  const period = periodWords(rule.period)
  steps.push(step('period', `Period: ${period.en}. Calendar: ${rule.calendar.title.en}.`,
    `Plazo: ${period.es}. Calendario: ${rule.calendar.title.es ?? rule.calendar.title.en}.`, normOf(version)))
  const counts = fromEarliest.length > 0 ? fromEarliest : fromLatest
  const main = counts[0]
  if (main === undefined) return steps
  steps.push(...daySteps(outcome, main))
  for (const count of counts) {
    if (counts.length > 1 || count.method === 'closed-days-added') steps.push(methodStep(count.method))
    steps.push(...lastDaySteps(outcome, count))
  }
  const lastStart = fromLatest[0]
  if (startsUntil !== startsFrom && lastStart !== undefined && lastStart !== main) {
    const end = fromLatest.reduce((a, b) => (b.end > a.end ? b : a))
    if (end.end !== main.end) {
      const [from, to] = [startWords(outcome, startsUntil), endWords(outcome, end)]
      steps.push(step('latest', `Counted from the latest possible start (${from.en}): ${to.en}.`,
        `Contado desde el último inicio posible (${from.es}): ${to.es}.`, undefined, { date: end.end, day: end.last }))
    }
  }
  return steps
}

const startWords = ({ rule }: Outcome, instant: Instant): Words =>
  runsByTheMinute(rule.period.unit) ? minuteWords(rule.calendar.zone, instant) : dayWords(dayIn(rule.calendar.zone, instant))
const endWords = ({ rule }: Outcome, { end, last, method }: Count): Words =>
  method === 'by-the-minute' ? minuteWords(rule.calendar.zone, end) : dayWords(last)

/** The first day counted, and the days between it and the last that do not count. */
function daySteps({ rule }: Outcome, { start, nominal }: Count): Step[] {
  const { calendar, countFirstDay } = rule
  const { unit } = rule.period
  if (runsByTheMinute(unit)) {
    return [step('first-day', 'It runs without a break from minute to minute, on closed days too.', 'Corre sin interrupción de momento a momento, también en días inhábiles.')]
  }
  const after = countFirstDay && unit !== 'clear day' ? start : start + 1
  const first = unit === 'working day' ? calendar.workingDayOnOrAfter(after) : after
  const day = dayWords(first)
  const at = { date: endOfDay(calendar.zone, first), day: first }
  if (unit === 'month' || unit === 'year') {
    return [countFirstDay
      ? step('first-day', `Counted date to date; the day of the event is the first day: ${day.en}.`, `Se cuenta de fecha a fecha; el día del hecho es el primero: ${day.es}.`, undefined, at)
      : step('first-day', `Counted date to date, from the day after the event: ${day.en}.`, `Se cuenta de fecha a fecha, desde el día siguiente: ${day.es}.`, undefined, at)]
  }
  const steps = [unit === 'clear day'
    ? step('first-day', `Clear days: neither the day of the event nor the last day counts. First day counted: ${day.en}.`,
      `Días francos: no cuentan ni el día del hecho ni el último. Primer día que cuenta: ${day.es}.`, undefined, at)
    : step('first-day', `First day counted: ${day.en}${countFirstDay ? '' : ' (the day of the event does not count)'}.`,
      `Primer día que cuenta: ${day.es}${countFirstDay ? '' : ' (el día del hecho no cuenta)'}.`, undefined, at)]
  if (unit === 'working day') steps.push(...closedSteps(calendar, after, nominal))
  return steps
}

function closedSteps(calendar: CompiledCalendar, from: Day, to: Day): Step[] {
  const ranges = new Map<Words, number>()
  const weekdays = new Map<string, Words>()
  const holidays: Words[] = []
  let weekdayCount = 0
  let uncovered = 0
  let norm: Norm | undefined
  for (let day = from; day <= to; day += 1) {
    if (calendar.isWorkingDay(day)) {
      if (!calendar.covers(day)) uncovered += 1
      continue
    }
    const closure = calendar.whyClosed(day)[0]
    if (closure === undefined) continue
    norm ??= closure.norm
    if (closure.kind === 'range') ranges.set(closure.name, (ranges.get(closure.name) ?? 0) + 1)
    else if (closure.kind === 'holiday') holidays.push({ en: `${closure.name.en} (${isoDay(day)})`, es: `${closure.name.es} (${isoDay(day)})` })
    else {
      weekdayCount += 1
      weekdays.set(closure.name.en, closure.name)
    }
  }
  const parts: Words[] = [...ranges].map(([name, days]) => ({ en: `${name.en} (${days})`, es: `${name.es} (${days})` }))
  if (weekdayCount > 0) {
    const names = [...weekdays.values()]
    parts.push({ en: `${names.map((n) => n.en).join(' and ')} (${weekdayCount})`, es: `${names.map((n) => n.es).join(' y ')} (${weekdayCount})` })
  }
  parts.push(...holidays)
  const steps: Step[] = []
  if (parts.length > 0) {
    steps.push(step('not-counted', `Days not counted: ${parts.map((p) => p.en).join('; ')}.`, `Días que no cuentan: ${parts.map((p) => p.es).join('; ')}.`, norm))
  }
  if (uncovered > 0) {
    steps.push(step('not-covered', `The calendar has no rule for ${uncovered} of these days. They were counted as working days: the true date may be later.`,
      `El calendario no tiene regla para ${uncovered} de estos días. Se han contado como hábiles: la fecha real puede ser posterior.`))
  }
  return steps
}

const methods: Readonly<Record<Method, Words>> = {
  'by-the-minute': { en: '', es: '' },
  'by-days': { en: '', es: '' },
  'date-to-date': {
    en: 'The calendar does not say whether a term in months stands still in its closed months. Counted as running on:',
    es: 'El calendario no dice si un plazo por meses se detiene en los meses inhábiles. Contado sin detenerlo:',
  },
  'closed-days-added': {
    en: 'The closed days do not run for a term in months. Method not found in the text: counted with those days added at the end:',
    es: 'Los días inhábiles no corren para un plazo por meses. El texto no da el método: contado añadiendo esos días al final:',
  },
  'closed-months-left-out': {
    en: 'Counted as if the closed month did not exist:',
    es: 'Contado como si el mes inhábil no existiera:',
  },
}
const methodStep = (method: Method): Step => step('months', methods[method].en, methods[method].es)

function lastDaySteps(outcome: Outcome, count: Count): Step[] {
  const { calendar, rollOver } = outcome.rule
  const { method, nominal, last, end } = count
  if (method === 'by-the-minute' && nominal === last) {
    const over = minuteWords(calendar.zone, end)
    return [step('last-day', `It is over at ${over.en}.`, `Termina el ${over.es}.`, undefined, { date: end, day: last })]
  }
  const closure: Closure | undefined = calendar.whyClosed(nominal)[0]
  const [day, moved] = [dayWords(nominal), dayWords(last)]
  const nominalEnd = { date: endOfDay(calendar.zone, nominal), day: nominal }
  const steps = [step('last-day', `Last day: ${day.en}.`, `Último día: ${day.es}.`, undefined, nominalEnd)]
  if (last !== nominal) {
    steps.push(step('roll-over', `That day is closed (${closure?.name.en ?? ''}): the last day moves to the next working day, ${moved.en}.`,
      `Ese día es inhábil (${closure?.name.es ?? ''}): el último día pasa al siguiente día hábil, ${moved.es}.`, closure?.norm, { date: end, day: last }))
  } else if (rollOver === 'none' && closure !== undefined) {
    const before = calendar.workingDayOnOrBefore(nominal)
    const open = dayWords(before)
    steps.push(step('closed-last-day', `That day is closed (${closure.name.en}) and the last day is not moved. If nothing can be filed then, act by ${open.en}.`,
      `Ese día es inhábil (${closure.name.es}) y el último día no se traslada. Si ese día no se puede presentar, actúe a más tardar el ${open.es}.`,
      closure.norm, { date: endOfDay(calendar.zone, before), day: before }))
  }
  return steps
}

function safeStep(outcomes: readonly Outcome[]): Step {
  const shortest = outcomes.reduce((a, b) => (b.earliest < a.earliest ? b : a))
  const { version, rule, earliest } = shortest
  if (!Number.isFinite(earliest)) {
    return step('safe', 'No safe date can be given: the start has no lower bound. Act now.', 'No puede darse una fecha segura: el inicio no tiene límite inferior. Actúe ya.')
  }
  const { zone } = rule.calendar
  const day = dayIn(zone, earliest)
  const when = runsByTheMinute(rule.period.unit) ? minuteWords(zone, earliest) : dayWords(day)
  const why = outcomes.length > 1 ? { en: ', the earliest of all counts', es: ', la primera de todas las cuentas' } : { en: '', es: '' }
  const at = { date: earliest, day }
  return version.direction === 'person'
    ? step('safe', `Safe date: act by ${when.en}${why.en}.`, `Fecha segura: actúe a más tardar el ${when.es}${why.es}.`, undefined, at)
    : step('safe', `The time of the authority may be over after ${when.en}${why.en}: be ready to claim what follows. It may also end later, for ` +
      'instance if a local holiday is missing from the calendar.',
    `El plazo de la autoridad puede haber terminado tras el ${when.es}${why.es}: prepárese para reclamar lo que proceda. También puede terminar ` +
      'después, por ejemplo si falta una fiesta local en el calendario.', undefined, at)
}

function checkedSteps(version: TermRule): Step[] {
  const norms = Array.isArray(version.norm) ? version.norm : [version.norm]
  return norms.filter((norm) => norm.checked !== 'official').map((norm) => (norm.checked === 'secondary'
    ? step('unverified', `${norm.instrument} ${norm.article}: checked in a secondary source only.`, `${norm.instrument} ${norm.article}: comprobado solo en una fuente secundaria.`, norm)
    : step('unverified', `${norm.instrument} ${norm.article}: not checked against its text.`, `${norm.instrument} ${norm.article}: sin comprobar con su texto.`, norm)))
}
