/**
 * Whether one measure covered one act: the questions that decide it, each answered in four values with its reason.
 * The
 * answer to all of them together is whether the act was against the measure.
 */
import { type Four, type Instant, not, type Span } from '../record/index.ts'
import { authorities, dateWords, minutesBetween, onDay, type Reason, reason, words } from './article-34-reasons.ts'
import type { Ending, Measure, Persons, Story } from './article-34-story.ts'
import { allOf, anyOf } from './firm.ts'
import type { Words } from './time-words.ts'

/** One question, and what is to be said when its answer is yes, no, or open. Silent where there is nothing to say. */
export interface Test {
  readonly value: Four
  readonly yes?: Reason
  readonly no?: Reason
  readonly open?: Reason
  /** Taken for granted, and said so. */
  readonly assuming?: Reason
}

export interface Asked {
  readonly story: Story
  readonly sending: string
  /** Nobody named: the events speak of all applicants alike. */
  readonly person: string | undefined
  readonly knownBy: Instant
  readonly granted: Granted
}

/** What is taken for granted where nothing is recorded: no lifting, the State as addressee, its being bound. */
export interface Granted {
  readonly lifting: boolean
  readonly addressee: boolean
  readonly bound: boolean
}
export const granting: Granted = { lifting: true, addressee: true, bound: true }

/** An act as far as time and person go. */
export interface Act {
  readonly id: string
  readonly occurred: Four
  readonly when: Span | undefined
  readonly persons: Persons
}

/** Whether the first lies before the second. Not told apart: the same minute or day, or nobody dates one of them. */
export function before(a: Span | undefined, b: Span | undefined): Four {
  if (a === undefined || b === undefined) return 'unknown'
  const [x, y] = [widened(a), widened(b)]
  if (x.latest < y.earliest) return 'true'
  return x.earliest > y.latest ? 'false' : 'unknown'
}

/** "About" and "perhaps" reach as far again to either side. */
function widened({ earliest, latest, approximate, uncertain }: Span): { earliest: Instant; latest: Instant } {
  const reach = (approximate || uncertain) && Number.isFinite(latest - earliest) ? latest - earliest + 1 : 0
  return { earliest: earliest - reach, latest: latest + reach }
}

export function concerns({ only, except }: Persons, person: string | undefined): Four {
  if (person === undefined) return 'true'
  return (only === undefined || only.includes(person)) && !except.includes(person) ? 'true' : 'false'
}

/** Every question about this measure and this act, in the order in which a court would ask them. */
export const coverage = (asked: Asked, measure: Measure, act: Act): readonly Test[] => [
  measureThere(asked, measure),
  addressed(asked, measure),
  person(asked, measure),
  inTime(asked, measure, act),
  ...inForce(asked, measure, act),
]

function measureThere({ knownBy }: Asked, { id, occurred }: Measure): Test {
  return {
    value: occurred,
    open: reason(
      words(
        'Whether the measure was indicated has not been checked.',
        'No se ha contrastado que la medida se indicara.',
      ),
      [id],
      knownBy,
    ),
  }
}

function addressed({ sending, knownBy, granted }: Asked, { id, addressee }: Measure): Test {
  if (addressee === undefined)
    return {
      value: granted.addressee ? 'true' : 'unknown',
      assuming: reason(
        words(
          `The measure does not say to whom it was addressed: taken as ${sending}.`,
          `La medida no dice a quién se dirige: se toma ${sending}.`,
        ),
        [id],
        knownBy,
      ),
    }
  return {
    value: addressee.split(',').includes(sending) ? 'true' : 'false',
    no: reason(
      words(
        `The measure was addressed to ${addressee}, and binds only the State to which it is addressed.`,
        `La medida se dirigió a ${addressee} y obliga solo a su destinatario.`,
      ),
      [id],
      knownBy,
    ),
  }
}

function person({ person: asked, knownBy }: Asked, { id, persons }: Measure): Test {
  return {
    value: concerns(persons, asked),
    no: reason(
      words(`The measure does not cover ${asked ?? ''}.`, `La medida no alcanza a ${asked ?? ''}.`),
      [id],
      knownBy,
    ),
  }
}

/** Indicated before the act; and, where its receipt is recorded, received or known before it. */
function inTime({ knownBy }: Asked, measure: Measure, act: Act): Test {
  const { id, known, when } = measure
  const events = [id, act.id]
  const [m, a, came] = [dateWords(known ?? when), dateWords(act.when), onDay(known ?? when)]
  const gap = minutesBetween(known ?? when, act.when)
  const late = before(when, act.when)
  if (known === undefined)
    return {
      value: late,
      yes: reason(
        inTimeWords('indicated', came, a, gap),
        events,
        knownBy,
        gap === undefined ? [] : [authorities.minutes],
      ),
      no: reason(
        words(
          `The measure was indicated only ${came.en}, after the act of ${a.en}: what is gone cannot be held back.`,
          `La medida se indicó ${came.es}, después del acto de ${a.es}: ya no había qué impedir.`,
        ),
        events,
        knownBy,
        [authorities.notYetIndicated],
      ),
      open: orderUnknown(m, a, events, knownBy),
      assuming: reason(
        words(
          'When the State received the measure is not recorded: taken as received when it was indicated. It is for ' +
            'the State to show that something kept it from obeying.',
          'No consta cuándo recibió el Estado la medida: se toma como recibida al indicarse. Al Estado toca ' +
            'mostrar qué le impidió cumplirla.',
        ),
        [id],
        knownBy,
        [authorities.impediment],
      ),
    }
  return {
    value: before(known, act.when),
    yes: reason(
      inTimeWords('known', came, a, gap),
      events,
      knownBy,
      gap === undefined ? [] : [authorities.minutes],
    ),
    no: reason(
      words(
        `The State learned of the measure only ${came.en}, after the act of ${a.en}. If it brought that about ` +
          'itself, enter that as application-hindered.',
        `El Estado conoció la medida ${came.es}, después del acto de ${a.es}. Si lo provocó él mismo, ` +
          'consígnelo como application-hindered.',
      ),
      events,
      knownBy,
      [authorities.impediment],
    ),
    open: orderUnknown(m, a, events, knownBy),
  }
}

function inTimeWords(how: 'indicated' | 'known', came: Words, a: Words, gap: Words | undefined): Words {
  const [en, es] =
    how === 'known'
      ? ['The State had the measure', 'El Estado tenía la medida']
      : ['The measure came', 'La medida llegó']
  return words(
    `${en} ${came.en}, ${gap === undefined ? '' : `${gap.en} `}before the act of ${a.en}.`,
    `${es} ${came.es}, ${gap === undefined ? '' : `${gap.es} `}antes del acto de ${a.es}.`,
  )
}

const orderUnknown = (m: Words, a: Words, events: readonly string[], knownBy: Instant): Reason =>
  reason(
    words(
      `Which came first is not recorded: the measure (${m.en}) or the act (${a.en}). Ask for the hour of receipt ` +
        'and of departure, each with its time zone.',
      `No consta qué fue primero: la medida (${m.es}) o el acto (${a.es}). Pida la hora de recepción y la de ` +
        'salida, con su huso horario.',
    ),
    events,
    knownBy,
  )

/** Its term had not run out, it had not been lifted, and the application was still alive. */
function inForce(asked: Asked, measure: Measure, act: Act): readonly Test[] {
  return [termRuns(asked, measure, act), notLifted(asked, measure, act), applicationAlive(asked, measure, act)]
}

function termRuns({ story, knownBy }: Asked, { id, term, when }: Measure, act: Act): Test {
  if (term.kind === 'moment') {
    const end = dateWords(term.end)
    return {
      value: before(act.when, term.end),
      no: reason(
        words(
          `The measure ran until ${end.en} and had lapsed before the act of ${dateWords(act.when).en}.`,
          `La medida regía hasta ${end.es} y había vencido antes del acto de ${dateWords(act.when).es}.`,
        ),
        [id, act.id],
        knownBy,
      ),
      open: reason(
        words(
          `The act of ${dateWords(act.when).en} may fall on the end of the measure (${end.en}): read in the letter ` +
            'at what hour it ends.',
          `El acto de ${dateWords(act.when).es} puede coincidir con el fin de la medida (${end.es}): lea en la carta ` +
            'a qué hora termina.',
        ),
        [id, act.id],
        knownBy,
      ),
    }
  }
  if (term.kind === 'event') {
    const ends = term.types.flatMap((type) => story.byType.get(type) ?? [])
    return {
      value: not(anyOf(ends.map((end) => endedBy(end, when, act)))),
      no: reason(
        words(
          `The measure ran until ${term.text}, and that had come before the act.`,
          `La medida regía hasta ${term.text}, y eso llegó antes del acto.`,
        ),
        [id, act.id, ...ends.map((e) => e.id)],
        knownBy,
      ),
      open: reason(
        words(
          `Whether ${term.text}, which ends the measure, came before the act is not certain.`,
          `No es seguro si ${term.text}, que pone fin a la medida, llegó antes del acto.`,
        ),
        [id, act.id, ...ends.map((e) => e.id)],
        knownBy,
      ),
    }
  }
  return { value: 'true' }
}

/** That event happened, after the measure and before the act. */
function endedBy(end: Pick<Ending, 'occurred' | 'when'>, measure: Span | undefined, act: Act): Four {
  return allOf([end.occurred, before(end.when, act.when), not(before(end.when, measure))])
}

function notLifted(
  { story, sending, person: asked, knownBy, granted }: Asked,
  { id, when }: Measure,
  act: Act,
): Test {
  const liftings = story.endings.filter(
    (e) =>
      e.type === 'measure-lifted' && (e.addressee ?? sending) === sending && concerns(e.persons, asked) === 'true',
  )
  const events = [id, act.id, ...liftings.map((l) => l.id)]
  const lifted = liftings.map((l) => dateWords(l.when))
  const value =
    liftings.length === 0 && !granted.lifting ? 'unknown' : not(anyOf(liftings.map((l) => endedBy(l, when, act))))
  return {
    value,
    no: reason(
      words(
        `The measure had been lifted (${lifted.map((l) => l.en).join(', ')}) before the act.`,
        `La medida se había levantado (${lifted.map((l) => l.es).join(', ')}) antes del acto.`,
      ),
      events,
      knownBy,
    ),
    open: reason(liftingOpen(lifted, value), events, knownBy),
    ...(liftings.length > 0
      ? {}
      : {
          assuming: reason(
            words(
              'No lifting is recorded: taken as not lifted.',
              'No consta que se levantara: se toma como vigente.',
            ),
            [id],
            knownBy,
          ),
        }),
  }
}

function liftingOpen(lifted: readonly Words[], value: Four): Words {
  if (lifted.length === 0)
    return words(
      'Whether the measure was lifted before the act is not recorded.',
      'No consta si la medida se levantó antes del acto.',
    )
  const days = words(lifted.map((l) => l.en).join(', '), lifted.map((l) => l.es).join(', '))
  return value === 'contested'
    ? words(
        `Sources contradict each other on whether the measure was lifted (${days.en}) before the act.`,
        `Las fuentes se contradicen sobre si la medida se levantó (${days.es}) antes del acto.`,
      )
    : words(
        `Whether the measure was lifted (${days.en}) before the act is not certain.`,
        `No es seguro si la medida se levantó (${days.es}) antes del acto.`,
      )
}

/**
 * A judgment leaves the measure as it was unless its term says otherwise. An application that is struck out or
 * declared
 * inadmissible takes the measure with it (from memory); after a final judgment a measure without a term is an open
 * question.
 */
function applicationAlive({ story, person: asked, knownBy }: Asked, { id, term, when }: Measure, act: Act): Test {
  const ours = story.endings.filter((e) => e.type !== 'measure-lifted' && concerns(e.persons, asked) === 'true')
  const gone = ours.filter((e) => e.type !== 'judgment-final')
  const final = term.kind === 'not-recorded' ? ours.filter((e) => e.type === 'judgment-final') : []
  const ended = anyOf(gone.map((e) => endedBy(e, when, act)))
  const closed = anyOf(final.map((e) => endedBy(e, when, act)))
  return {
    value: allOf([not(ended), closed === 'false' ? 'true' : 'unknown']),
    no: reason(
      words(
        'The application had been struck out or declared inadmissible before the act, and the measure goes with it ' +
          '(from memory).',
        'La demanda se había archivado o inadmitido antes del acto, y con ella cae la medida (de memoria).',
      ),
      [id, act.id, ...gone.map((e) => e.id)],
      knownBy,
    ),
    open: reason(
      closed === 'false'
        ? words(
            'Whether the application was struck out or declared inadmissible before the act is not certain.',
            'No es seguro si la demanda se archivó o inadmitió antes del acto.',
          )
        : words(
            'The proceedings may have ended before the act, and the term of the measure is not recorded: read in ' +
              'the judgment whether the measure went on.',
            'El procedimiento pudo terminar antes del acto y no consta el término de la medida: lea en la ' +
              'sentencia si seguía.',
          ),
      [id, act.id, ...ours.map((e) => e.id)],
      knownBy,
    ),
  }
}
