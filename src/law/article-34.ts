/**
 * Whether a State hindered an application to Strasbourg (article 34), as it follows from the events of a case: who was
 * told what and when, and who was taken where. Pure: events in, finding and reasons out.
 *
 * The events are taken as the whole story: what is not among them is taken as not having happened, and where a finding
 * leans on that, it says so under `assuming`. What is told without having been checked leaves the answer open.
 */
import { all, any, type Four, type Instant } from '../record/index.ts'
import { citable } from './citable.ts'
import { type Asked, concerns, coverage, type Test } from './article-34-measure.ts'
import { authorities, dateWords, distinct, type Reason, reason, words } from './article-34-reasons.ts'
import { type Measure, type OtherAct, type Story, storyOf, type Taking } from './article-34-story.ts'
import type { Occurrence } from './situation.ts'

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
  }
  const grounds = [
    ...story.takings.filter((t) => concerns(t.persons, asked.person) === 'true').map((t) => taking(asked, t)),
    ...story.others
      .filter((o) => concerns(o.persons, asked.person) === 'true')
      .map((o) => (o.type === 'application-hindered' ? hindrance(asked, o) : disobedience(asked, o))),
  ].map((ground) => underTheConvention(ground, question))
  const value = any(grounds.map((g) => g.value))
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
  const value = all(tests.map((t) => t.value))
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
      'Whether a State must obey a measure of the Court was not settled then; earlier it had been denied (Cruz Varas v. Sweden, 1991: from memory).',
      'Entonces no estaba resuelto si una medida obliga; antes se había negado (Cruz Varas c. Suecia, 1991: de memoria).',
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
  const value = any(each.map((g) => g.value))
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

function transferWords({ sending, knownBy }: Asked, act: Taking): Test {
  const [day, to] = [dateWords(act.when), act.to === undefined ? '' : ` (${act.to})`]
  const [en, es] =
    act.type === 'abducted'
      ? [
          `He was taken away on ${day.en}${to} while the measure lasted.`,
          `Se lo llevaron el ${day.es}${to} mientras regía la medida.`,
        ]
      : [
          `${sending} handed him over on ${day.en}${to} while the measure lasted.`,
          `${sending} lo entregó el ${day.es}${to} mientras regía la medida.`,
        ]
  return { value: 'true', yes: reason(words(en, es), [act.id], knownBy, [authorities.binds]) }
}

function happened({ knownBy }: Asked, act: Taking | OtherAct): Test {
  return {
    value: act.occurred,
    open: reason(
      words(
        `Whether that happened by then (${act.type}, ${dateWords(act.when).en}) has not been checked.`,
        `No se ha contrastado si eso ocurrió para entonces (${act.type}, ${dateWords(act.when).es}).`,
      ),
      [act.id],
      knownBy,
    ),
  }
}

/** Done by the State, or by others whom it helped or let. */
function theStatesAct(asked: Asked, act: Taking): Test {
  const { sending, knownBy } = asked
  const by = act.by ?? (act.type === 'abducted' ? 'others' : sending)
  const say = (en: string, es: string, rests = [authorities.protect]): Reason =>
    reason(words(en, es), [act.id], knownBy, rests)
  if (by === sending) return { value: 'true' }
  if (by === 'himself')
    return { value: 'false', no: say('He left of his own will.', 'Se marchó por su propia voluntad.', []) }
  if (/^[A-Z]{2}$/.test(by))
    return {
      value: 'false',
      no: say(`The act is that of ${by}, not of ${sending}.`, `El acto es de ${by}, no de ${sending}.`, []),
    }
  if (act.stateInvolved === 'true')
    return { value: 'true', yes: say(`Agents of ${sending} took part.`, `Participaron agentes de ${sending}.`, []) }
  if (act.protected === 'false' && citable(authorities.protect.date, knownBy))
    return {
      value: 'true',
      yes: say(
        `${sending} did not do what it could to protect him: a measure also obliges to protect.`,
        `${sending} no hizo lo que podía para protegerlo: la medida obliga también a proteger.`,
      ),
    }
  if (
    act.throughFrontier === 'true' &&
    act.stateInvolved !== 'false' &&
    citable(authorities.frontier.date, knownBy)
  )
    return {
      value: 'true',
      yes: say(
        'He was taken out through a frontier that the State controls, which does not happen without its agents.',
        'Lo sacaron por una frontera que el Estado controla, lo que no ocurre sin sus agentes.',
        [authorities.frontier],
      ),
    }
  if (act.protected === 'true')
    return {
      value: 'false',
      no: say(
        `Others took him, and ${sending} had done what it could to protect him.`,
        `Se lo llevaron otros, y ${sending} había hecho lo que podía por protegerlo.`,
      ),
    }
  return {
    value: 'unknown',
    open: say(
      'Others took him. Whether agents of the State had a part in it, and whether the State did what it could to protect him, is not recorded.',
      'Se lo llevaron otros. No consta si participaron agentes del Estado ni si este hizo lo que podía por protegerlo.',
    ),
  }
}

/** A measure against one way of removing him forbids the other ways to the same place. */
function route({ knownBy }: Asked, measure: Measure, act: Taking): Test {
  const narrow =
    measure.forbids === 'extradition'
      ? act.type !== 'surrendered'
      : measure.forbids === 'expulsion' && act.type === 'surrendered'
  if (!narrow) return { value: 'true' }
  const known = citable(authorities.otherRoute.date, knownBy)
  return {
    value: known ? 'true' : 'unknown',
    yes: reason(
      words(
        `The measure spoke of ${measure.forbids}; another way of taking him there is against it as well.`,
        `La medida hablaba de ${measure.forbids}; llevarlo por otra vía también la infringe.`,
      ),
      [measure.id, act.id],
      knownBy,
      [authorities.otherRoute],
    ),
    open: reason(
      words(
        `The measure spoke of ${measure.forbids}, and he was taken another way. No judgment on that could be cited then.`,
        `La medida hablaba de ${measure.forbids} y lo llevaron por otra vía. Entonces no podía citarse sentencia sobre ello.`,
      ),
      [measure.id, act.id],
      knownBy,
    ),
  }
}

/** The State named in the measure is not the limit of it, unless the other one is safe and does not send on. */
function destination({ knownBy }: Asked, measure: Measure, act: Taking): Test {
  if (measure.to === undefined || act.to === undefined || measure.to.split(',').includes(act.to))
    return { value: 'true' }
  const events = [measure.id, act.id]
  const settled = citable(authorities.otherState.date, knownBy) && act.onward !== 'false'
  return {
    value: settled ? 'true' : 'unknown',
    yes: reason(
      words(
        `The measure named ${measure.to} and he was taken to ${act.to}: destinations are not compared to the letter.`,
        `La medida nombraba a ${measure.to} y lo llevaron a ${act.to}: los destinos no se comparan a la letra.`,
      ),
      events,
      knownBy,
      [authorities.otherState],
    ),
    open: reason(
      act.onward === 'false'
        ? words(
            `The measure named ${measure.to}; in ${act.to} nothing exposes him to being sent on. No judgment on that has been read.`,
            `La medida nombraba a ${measure.to}; en ${act.to} nada lo expone a ser reenviado. No se ha leído sentencia sobre ello.`,
          )
        : words(
            `The measure named ${measure.to} and he was taken to ${act.to}. No judgment on that could be cited then.`,
            `La medida nombraba a ${measure.to} y lo llevaron a ${act.to}. Entonces no podía citarse sentencia sobre ello.`,
          ),
      events,
      knownBy,
    ),
  }
}

/** Another act against a measure: what it asked for was not done, or what it forbade was. */
function disobedience(asked: Asked, act: OtherAct): Ground {
  const { sending, knownBy } = asked
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
          `${sending} acted against the measure on ${dateWords(act.when).en}${act.requires === undefined ? '' : ` (${act.requires})`}.`,
          `${sending} obró contra la medida el ${dateWords(act.when).es}${act.requires === undefined ? '' : ` (${act.requires})`}.`,
        ),
        [act.id],
        knownBy,
        [authorities.binds],
      ),
    },
  ])
}

/** Letters stopped, pressure, a person rushed away so that no measure could come in time: no measure is needed for this. */
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

const ownAct = ({ sending, knownBy }: Asked, act: OtherAct): Test => ({
  value: (act.by ?? sending) === sending ? 'true' : 'false',
  no: reason(words(`The act is that of ${act.by ?? ''}.`, `El acto es de ${act.by ?? ''}.`), [act.id], knownBy),
})

/**
 * A State answers only for what it did while it was a party. Where nobody has entered since when it is one, it is taken to
 * be: nobody asks this question of a State that never was.
 */
function underTheConvention(ground: Ground, { bound, sending, asOf, knownBy = asOf }: Article34Question): Ground {
  if (bound === undefined || ground.value === 'false') return ground
  const { when } = ground
  const days =
    when === undefined
      ? [asOf]
      : [when.earliest, when.latest].map((at) => Math.min(Math.max(at, earliestAsked), asOf))
  const values = days.map(bound)
  if (values.every((v) => v === 'true')) return ground
  if (!values.includes('false')) {
    const taken = words(
      `Since when the Convention binds ${sending} is not in the packs: taken as bound.`,
      `Las normas cargadas no dicen desde cuándo obliga el Convenio a ${sending}: se da por obligado.`,
    )
    return { ...ground, assuming: [...ground.assuming, reason(taken, [], knownBy)] }
  }
  const never = values.every((v) => v === 'false')
  const text = never
    ? words(`The Convention did not bind ${sending} on that day.`, `El Convenio no obligaba a ${sending} ese día.`)
    : words(
        `Whether the act falls within the time in which the Convention bound ${sending} is not certain.`,
        `No es seguro que el acto caiga en el tiempo en que el Convenio obligaba a ${sending}.`,
      )
  return { ...ground, value: never ? 'false' : 'unknown', because: [reason(text, [], knownBy)], assuming: [] }
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
  const quiet = grounds.length === 0 ? [reason(nobody, [], knownBy)] : []
  return distinct([...said, ...noMeasure, ...quiet])
}

function withoutMeasure({ story, knownBy }: Asked): readonly Reason[] {
  const unmet = story.unmet.map((u) =>
    reason(
      words(
        `The request did not lead to a measure (${u.type}, ${dateWords(u.when).en}): there was nothing to obey.`,
        `La solicitud no dio lugar a una medida (${u.type}, ${dateWords(u.when).es}): nada había que cumplir.`,
      ),
      [u.id],
      knownBy,
      u.type === 'measure-not-examined' ? [authorities.notExamined] : [],
    ),
  )
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
