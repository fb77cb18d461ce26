/** What is read of a case. Every address takes `at`, `knownBy`, `audience` and `lang`, as the commands do. */
import { z } from 'zod'
import {
  answerOf,
  AssurancesAnswer,
  assurancesAnswer,
  ChoicesAnswer,
  choicesAnswer,
  ClaimsAnswer,
  claimsAnswer,
  ContestedPoint,
  contestedOf,
  LanesAnswer,
  lanesAnswer,
  MissingAnswer,
  missingAnswer,
  type OpenCase,
  PeopleAnswer,
  peopleAnswer,
  StandingAnswer,
  standingFor,
  TimelineAnswer,
  timelineAnswer,
  unknownEventTypes,
  WhatIfAnswer,
  whatIfAnswer,
  WhyAnswer,
  whyAnswer,
} from '../casework/index.ts'
import { type Language, titleOf } from '../law/index.ts'
import { nowOf, opened } from './asked.ts'
import { Refusal } from './env.ts'
import { type Route, route } from './route.ts'

/** A part of the case that is read as it stands at the times asked. */
const part = <A extends z.ZodType>(
  name: string,
  about: string,
  answer: A,
  make: (found: OpenCase, language: Language) => z.input<A>,
): Route =>
  route({
    method: 'get',
    path: `/api/cases/:case/${name}`,
    about,
    times: true,
    answer,
    handle: async ({ context, language }) => make(await opened(context), language),
  })

const DocketAnswer = z.strictObject({
  cases: z.array(
    z.strictObject({
      id: z.string(),
      last: z.number(),
      recorded: z.string(),
      title: z.string(),
      headline: z.string(),
      next: z.strictObject({ title: z.string(), safe: z.string().nullable() }).nullable(),
      questions: z.number(),
      contested: z.number(),
    }),
  ),
})

const docket = route({
  method: 'get',
  path: '/api/cases',
  about: 'The docket: every case with its headline, the most pressing first.',
  answer: DocketAnswer,
  async handle({ context, services, language }) {
    const now = nowOf(context)
    const rows: z.infer<typeof DocketAnswer>['cases'] = []
    for (const { id, last, recorded } of await services.workspace.cases()) {
      const found = await services.workspace.open(id, () => ({ at: now, knownBy: now, audience: 'desk' }))
      if (found === undefined) continue
      const told = standingOf(found, language)
      const running = told.clocks.find((c) => c.status === 'running' && c.deadline.safe !== null)
      rows.push({
        id,
        last,
        recorded,
        title: told.case.title,
        headline: told.headline,
        next: running === undefined ? null : { title: running.title, safe: running.deadline.safe },
        questions: told.unknowns.length,
        contested: told.contested.length,
      })
    }
    return { cases: rows.toSorted((a, b) => urgency(a.next) - urgency(b.next)) }
  },
})

/** The earliest date to act by comes first, a case without one last. */
const urgency = (next: { safe: string | null } | null): number =>
  next?.safe == null ? Infinity : Date.parse(next.safe.slice(0, 10))

function standingOf(found: OpenCase, language: Language): StandingAnswer {
  const { standing, evaluated } = standingFor(found)
  return answerOf(standing, evaluated, { law: found.law, view: found.view, language })
}

const yes = z.enum(['yes', 'no']).optional()

export const caseRoutes: readonly Route[] = [
  docket,
  part('standing', 'Who can still stop it, by when; the same answer as the command.', StandingAnswer, standingOf),
  part(
    'header',
    'The name of the case, for the head of every page.',
    z.strictObject({ title: z.string() }),
    ({ view }) => ({ title: view.header?.title ?? '' }),
  ),
  part('lanes', 'What the picture of lanes and clocks shows.', LanesAnswer, lanesAnswer),
  part('missing', 'What we would have to learn, the most urgent first.', MissingAnswer, missingAnswer),
  part(
    'contested',
    'Where the sources contradict each other.',
    z.strictObject({ points: z.array(ContestedPoint) }),
    (found, language) => ({ points: contestedOf(found.view, (id) => titleOf(found.law, id, language)) }),
  ),
  part('claims', 'Every claim that was known, in order of entry.', ClaimsAnswer, claimsAnswer),
  part('choices', 'What can be chosen when something is entered.', ChoicesAnswer, choicesAnswer),
  part('assurances', 'Assurances, factor by factor.', AssurancesAnswer, assurancesAnswer),
  part('people', 'Persons, their names and relations.', PeopleAnswer, peopleAnswer),
  route({
    method: 'get',
    path: '/api/cases/:case/timeline',
    about: 'What happened, in order, with sources.',
    times: true,
    query: z.object({ all: yes }),
    answer: TimelineAnswer,
    handle: async ({ context, query }) => timelineAnswer(await opened(context), query.all === 'yes'),
  }),
  route({
    method: 'get',
    path: '/api/cases/:case/why/:conclusion',
    about: 'The norm and the evidence behind a conclusion; with `not=yes`, why it does not follow.',
    times: true,
    query: z.object({ not: yes }),
    answer: WhyAnswer,
    async handle({ context, query, language, param }) {
      const made = whyAnswer(await opened(context), param('conclusion'), query.not === 'yes', language)
      if (made !== undefined) return made
      throw new Refusal(
        404,
        'not-found',
        { en: 'Nothing here has that name.', es: 'Aquí nada se llama así.' },
        {
          en: 'Names stand in brackets beside each line.',
          es: 'Los nombres están entre corchetes junto a cada línea.',
        },
      )
    },
  }),
  route({
    method: 'post',
    path: '/api/cases/:case/what-if',
    about: 'What events that have not happened would change. Nothing is stored.',
    times: true,
    body: z.strictObject({
      /** As the command takes them: `measure-indicated 2014-02-20 issuer=echr`. */
      events: z.array(z.string().min(1).max(500)).min(1).max(20),
    }),
    answer: WhatIfAnswer,
    async handle({ context, body, language }) {
      const found = await opened(context)
      const [unknown] = unknownEventTypes(found, body.events)
      if (unknown === undefined) return whatIfAnswer(found, body.events, language)
      throw new Refusal(
        400,
        'refused',
        { en: `"${unknown}" is not an event type.`, es: `«${unknown}» no es un tipo de hecho.` },
        { en: 'Choose a type of event and a date.', es: 'Elija un tipo de hecho y una fecha.' },
      )
    },
  }),
]
