/**
 * Whether a State hindered an application to Strasbourg (article 34), as it follows from the events of a case: who
 * was
 * told what and when, and who was taken where. Pure: events in, finding and reasons out.
 *
 * The events are taken as the whole story: what is not among them is taken as not having happened, and where a
 * finding
 * leans on that, it says so under `assuming`. What is told without having been checked leaves the answer open.
 */
import { type Four, type Instant } from '../record/index.ts'
import { destination, happened, ownAct, route, theStatesAct, transferWords } from './article-34-acts.ts'
import { citable } from './citable.ts'
import { type Asked, concerns, coverage, type Granted, granting, type Test } from './article-34-measure.ts'
import { authorities, dateWords, distinct, onDay, type Reason, reason, words } from './article-34-reasons.ts'
import { allOf, anyOf } from './firm.ts'
import { type Measure, type OtherAct, type Story, storyOf, type Taking } from './article-34-story.ts'
import type { Occurrence } from './situation.ts'
import type { Words } from './time-words.ts'

export type Article34Value = 'breached' | 'not-breached' | 'unknown' | 'contested'

export interface Article34Finding {
  /** Absent: the events speak of all applicants alike. */
  readonly person?: string
  readonly finding: Article34Value
  readonly because: readonly Reason[]
  /** What was taken for granted. */
  readonly assuming: readonly Reason[]
}

export interface Article34Question {
  /** Whose conduct is asked about; a State's code. */
  readonly sending: string
  readonly asOf: Instant
  /** Decides which judgments could be cited. Default: as of. */
  readonly knownBy?: Instant
  readonly person?: string
  /** Whether the Convention bound the State at that instant. Default: it did. */
  readonly bound?: (at: Instant) => Four
  /** Whether nobody has read since when it bound the State at that instant. Default: somebody has. */
  readonly boundUnverified?: (at: Instant) => boolean
  /** What may be taken for granted where nothing is recorded. Default: all of it; what may not leaves it open. */
  readonly granted?: Granted
}

/** Reads the events and finds. Throws a `NotationError` for a term that cannot be read. */
export function article34(occurrences: readonly Occurrence[], question: Article34Question): Article34Finding {
  return findingOf(storyOf(occurrences, question.asOf), question)
}

export function findingOf(story: Story, question: Article34Question): Article34Finding {
  const asked: Asked = {
    story,
    sending: question.sending,
    person: question.person,
    knownBy: question.knownBy ?? question.asOf,
    granted: question.granted ?? granting,
  }
  const grounds = [
    ...story.takings.filter((t) => concerns(t.persons, asked.person) === 'true').map((t) => taking(asked, t)),
    ...story.others
      .filter((o) => concerns(o.persons, asked.person) === 'true')
      .map((o) => (o.type === 'application-hindered' ? hindrance(asked, o) : disobedience(asked, o))),
  ].map((ground) => underTheConvention(ground, question))
  const value = anyOf(grounds.map((g) => g.value))
  const ground =
    value === 'false'
      ? { because: nothingAgainst(asked, grounds), assuming: takenForGranted(asked, grounds) }
      : telling(grounds, value)
  return { ...(asked.person === undefined ? {} : { person: asked.person }), finding: names[value], ...ground }
}

const names: Readonly<Record<Four, Article34Value>> = {
  true: 'breached',
  false: 'not-breached',
  unknown: 'unknown',
  contested: 'contested',
}

/** What one act comes to, and why. */
interface Ground {
  readonly value: Four
  readonly when: Taking['when']
  readonly because: readonly Reason[]
  readonly assuming: readonly Reason[]
}

/** The grounds that carry the answer, and no others. */
function telling(grounds: readonly Ground[], value: Four): Pick<Article34Finding, 'because' | 'assuming'> {
  const carrying = grounds.filter((g) => g.value === value || (value === 'contested' && g.value !== 'unknown'))
  return {
    because: distinct(carrying.flatMap((g) => g.because)),
    assuming: distinct(carrying.flatMap((g) => g.assuming)),
  }
}

/** All tests together: why yes, which test says no, or which are open. */
function conclude(tests: readonly Test[], when: Taking['when'], bindsNow: Reason | undefined): Ground {
  const value = allOf(tests.map((t) => t.value))
  const said = tests.flatMap((t): readonly (Reason | undefined)[] => {
    if (value === 'true') return [t.yes]
    if (value === 'false') return t.value === 'false' || t.value === 'contested' ? [t.no] : []
    return t.value === 'true' ? [] : [t.open ?? t.no]
  })
  const because = said.filter((r) => r !== undefined)
  if (value === 'true' && bindsNow !== undefined)
    return { value: 'unknown', when, because: [...because, bindsNow], assuming: [] }
  const assuming =
    value === 'false'
      ? []
      : tests.flatMap((t) => (t.assuming !== undefined && t.value === 'true' ? [t.assuming] : []))
  return { value, when, because, assuming }
}

/** Until the day after Mamatkulov nobody could say that a measure binds. */
function notYetSettled({ knownBy }: Asked): Reason | undefined {
  if (citable(authorities.binds.date, knownBy)) return undefined
  return reason(
    words(
      'Whether a State must obey a measure of the Court was not settled then; earlier it had been denied (Cruz ' +
        'Varas v. Sweden, 1991: from memory).',
      'Entonces no estaba resuelto si una medida obliga; antes se había negado (Cruz Varas c. Suecia, 1991: de ' +
        'memoria).',
    ),
    [],
    knownBy,
  )
}

/** The best that any of the measures makes of one act. */
function byMeasures(
  asked: Asked,
  when: Taking['when'],
  measures: readonly Measure[],
  testsOf: (m: Measure) => readonly Test[],
): Ground {
  const each = measures.map((m) => conclude(testsOf(m), when, notYetSettled(asked)))
  const value = anyOf(each.map((g) => g.value))
  const carrying =
    value === 'false'
      ? each
      : each.filter((g) => g.value === value || (value === 'contested' && g.value !== 'unknown'))
  return {
    value,
    when,
    because: distinct(carrying.flatMap((g) => g.because)),
    assuming: distinct(carrying.flatMap((g) => g.assuming)),
  }
}

function taking(asked: Asked, act: Taking): Ground {
  const against = asked.story.measures.filter((m) => m.requires === undefined)
  return byMeasures(asked, act.when, against, (measure) => [
    happened(asked, act),
    theStatesAct(asked, act),
    ...coverage(asked, measure, act),
    route(asked, measure, act),
    destination(asked, measure, act),
    transferWords(asked, act),
  ])
}

/** Another act against a measure: what it asked for was not done, or what it forbade was. */
function disobedience(asked: Asked, act: OtherAct): Ground {
  const { sending, knownBy } = asked
  const what = act.requires === undefined ? '' : ` (${act.requires})`
  const meant = asked.story.measures.filter(
    (m) => act.requires === undefined || (m.requires ?? m.forbids) === act.requires,
  )
  return byMeasures(asked, act.when, meant, (measure) => [
    happened(asked, act),
    ownAct(asked, act),
    ...coverage(asked, measure, act),
    {
      value: 'true',
      yes: reason(
        words(
          `${sending} acted against the measure ${onDay(act.when).en}${what}.`,
          `${sending} obró contra la medida ${onDay(act.when).es}${what}.`,
        ),
        [act.id],
        knownBy,
        [authorities.binds],
      ),
    },
  ])
}

/** Letters stopped, pressure, a person rushed away so that no measure could come in time: this needs no measure. */
function hindrance(asked: Asked, act: OtherAct): Ground {
  const how = act.how === undefined ? '' : ` (${act.how})`
  return conclude(
    [
      happened(asked, act),
      ownAct(asked, act),
      {
        value: 'true',
        yes: reason(
          words(
            `${asked.sending} hindered the application itself${how}: that needs no measure.`,
            `${asked.sending} obstaculizó la propia demanda${how}: para ello no hace falta medida.`,
          ),
          [act.id],
          asked.knownBy,
          [authorities.correspondence],
        ),
      },
    ],
    act.when,
    undefined,
  )
}

/**
 * A State answers only for what it did while it was a party. Where nobody has entered since when it is one, it is
 * taken
 * to be: nobody asks this question of a State that never was.
 */
function underTheConvention(ground: Ground, question: Article34Question): Ground {
  const {
    bound,
    sending,
    asOf,
    knownBy = asOf,
    granted = granting,
    boundUnverified: unread = () => false,
  } = question
  if (bound === undefined || ground.value === 'false') return ground
  const { when } = ground
  const days =
    when === undefined
      ? [asOf]
      : [when.earliest, when.latest].map((at) => Math.min(Math.max(at, earliestAsked), asOf))
  const values = days.map(bound)
  if (values.every((v) => v === 'true')) return days.some(unread) ? boundFromMemory(ground, question) : ground
  if (!values.includes('false')) {
    const taken = words(
      `Since when the Convention binds ${sending} is not in the packs: taken as bound.`,
      `Las normas cargadas no dicen desde cuándo obliga el Convenio a ${sending}: se da por obligado.`,
    )
    const value = granted.bound ? ground.value : allOf([ground.value, 'unknown'])
    return { ...ground, value, assuming: [...ground.assuming, reason(taken, [], knownBy)] }
  }
  // An act that nobody dates may lie in a time when it was a party.
  const never = when !== undefined && values.every((v) => v === 'false')
  const text = never
    ? words(`The Convention did not bind ${sending} on that day.`, `El Convenio no obligaba a ${sending} ese día.`)
    : words(
        `Whether the act falls within the time in which the Convention bound ${sending} is not certain.`,
        `No es seguro que el acto caiga en el tiempo en que el Convenio obligaba a ${sending}.`,
      )
  const uncertain = reason(text, [], knownBy)
  if (never) return { ...ground, value: 'false', because: [uncertain], assuming: [] }
  return { ...ground, value: 'unknown', because: [...ground.because, uncertain] }
}

/** That it was a party rests on a day that stands in the packs from memory: whoever reads the finding is told so. */
function boundFromMemory(ground: Ground, { sending, asOf, knownBy = asOf }: Article34Question): Ground {
  const unread = words(
    `That the Convention bound ${sending} on that day is from memory in the packs: nobody has read it.`,
    `Que el Convenio obligaba a ${sending} ese día figura de memoria en las normas cargadas: nadie lo ha leído.`,
  )
  return { ...ground, assuming: [...ground.assuming, reason(unread, [], knownBy)] }
}

/** The Convention is younger: an act that nobody dates from below is asked about from here. */
const earliestAsked: Instant = -10_000_000

/** Why nothing amounts to a breach. */
function nothingAgainst(asked: Asked, grounds: readonly Ground[]): readonly Reason[] {
  const { story, knownBy } = asked
  const said = distinct(grounds.flatMap((g) => g.because))
  const measures = story.measures.length > 0
  const noMeasure = measures ? [] : withoutMeasure(asked)
  const nobody = words(
    'Nobody is recorded as handed over by then, and nothing else against the application.',
    'No consta que para entonces se entregara a nadie, ni otra traba a la demanda.',
  )
  const elsewhere = words(
    'No measure that is recorded was against such an act.',
    'Ninguna medida que conste se dirigía contra un acto así.',
  )
  const quiet = grounds.length === 0 ? [reason(nobody, [], knownBy)] : []
  const spared = grounds.length > 0 && measures && said.length === 0 ? [reason(elsewhere, [], knownBy)] : []
  return distinct([...said, ...noMeasure, ...quiet, ...spared])
}

/** What became of a request that led to no measure. */
function answered(type: string): Words {
  const known: Readonly<Record<string, Words>> = {
    'measure-refused': words('was refused', 'se denegó'),
    'measure-not-examined': words('was not examined', 'no se examinó'),
    'measure-out-of-scope': words('was out of the scope of Rule 39', 'quedó fuera del alcance del artículo 39'),
    'measure-adjourned': words('was adjourned and not yet answered', 'se aplazó y seguía sin respuesta'),
  }
  return known[type] ?? words('led to no measure', 'no dio lugar a una medida')
}

const unanswered = ['measure-not-examined', 'measure-adjourned']
const hastenedWords = words(
  ' If the State hastened the act so that no measure could come, enter that as application-hindered.',
  ' Si el Estado adelantó el acto para que no llegara medida alguna, consígnelo como application-hindered.',
)

function withoutMeasure({ story, knownBy }: Asked): readonly Reason[] {
  const unmet = story.unmet.map((u) => {
    const [what, day] = [answered(u.type), dateWords(u.when)]
    const hastened = story.takings.length > 0 && unanswered.includes(u.type)
    const text = words(
      `The request ${what.en} (${day.en}): there was nothing to obey.${hastened ? hastenedWords.en : ''}`,
      `La solicitud ${what.es} (${day.es}): nada había que cumplir.${hastened ? hastenedWords.es : ''}`,
    )
    return reason(text, [u.id], knownBy, u.type === 'measure-not-examined' ? [authorities.notExamined] : [])
  })
  const foreign = story.foreign.map((f) =>
    reason(
      words(
        `A request of another body (${f.issuer}) is not a measure of the Court.`,
        `La petición de otro órgano (${f.issuer}) no es una medida del Tribunal.`,
      ),
      [f.id],
      knownBy,
    ),
  )
  const none = reason(
    words('No measure of the Court is recorded.', 'No consta ninguna medida del Tribunal.'),
    [],
    knownBy,
  )
  return unmet.length + foreign.length === 0 ? [none] : [...unmet, ...foreign]
}

/** A "no" leans on the story being whole wherever nothing in it says no by itself. */
function takenForGranted({ story, knownBy }: Asked, grounds: readonly Ground[]): readonly Reason[] {
  if (grounds.length > 0 && story.measures.length + story.unmet.length > 0) return []
  return [
    reason(
      words('The events are taken as the whole story.', 'Los hechos se toman como el relato completo.'),
      [],
      knownBy,
    ),
  ]
}
