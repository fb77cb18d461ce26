/** What is read of a case. Every address takes `at`, `knownBy`, `audience` and `lang`, as the commands do. */
import { type Context, Hono } from 'hono'
import {
  answerOf,
  assurancesAnswer,
  choicesAnswer,
  claimsAnswer,
  contestedOf,
  documentsAnswer,
  lanesAnswer,
  missingAnswer,
  type OpenCase,
  peopleAnswer,
  standingFor,
  timelineAnswer,
  unknownEventTypes,
  whatIfAnswer,
  whyAnswer,
} from '../casework/index.ts'
import { type Language, titleOf } from '../law/index.ts'
import { languageOf, nowOf, opened, openedAt } from './asked.ts'
import { type Env, problem } from './env.ts'

export const cases = new Hono<Env>()

/** Answers with what `make` makes of the open case, or says that there is no such case. */
const answer =
  (make: (opened: OpenCase, context: Context<Env>, language: Language) => object | undefined) =>
  async (context: Context<Env>): Promise<Response> => {
    const found = await opened(context)
    if (found === undefined)
      return context.json(problem('not-found', 'There is no such case.', 'Choose one from the docket.'), 404)
    const made = make(found, context, languageOf(context))
    if (made === undefined)
      return context.json(
        problem('not-found', 'Nothing here has that name.', 'Names stand in brackets beside each line.'),
        404,
      )
    return context.json(made)
  }

/** The docket: every case with its headline, the most pressing first. */
cases.get('/', async (context) => {
  const { workspace } = context.get('services')
  const language = languageOf(context)
  const now = nowOf(context)
  const rows = []
  for (const { id, last, recorded } of await workspace.cases()) {
    const found = await openedAt(context, id, { at: now, knownBy: now, audience: 'desk' })
    if (found === undefined) continue
    const { standing, evaluated } = standingFor(found)
    const told = answerOf(standing, evaluated, { law: found.law, view: found.view, language })
    const next =
      told.clocks
        .filter((c) => c.status === 'running' && c.deadline.safe !== null)
        .map((c) => ({ title: c.title, safe: c.deadline.safe }))[0] ?? null
    rows.push({
      id,
      last,
      recorded,
      title: told.case.title,
      headline: told.headline,
      next,
      questions: told.unknowns.length,
      contested: told.contested.length,
    })
  }
  return context.json({ cases: rows.toSorted((a, b) => urgency(a.next) - urgency(b.next)) })
})

/** The earliest date to act by comes first, a case without one last. */
const urgency = (next: { safe: string | null } | null): number =>
  next?.safe == null ? Infinity : Date.parse(next.safe.slice(0, 10))

cases.get(
  '/:case/standing',
  answer((found, _context, language) => {
    const { law, view } = found
    const { standing, evaluated } = standingFor(found)
    return answerOf(standing, evaluated, { law, view, language })
  }),
)
/** The name of the case, for the head of every page. */
cases.get(
  '/:case/header',
  answer(({ view }) => ({ title: view.header?.title ?? '' })),
)
cases.get(
  '/:case/lanes',
  answer((found, _context, language) => lanesAnswer(found, language)),
)
cases.get(
  '/:case/timeline',
  answer((found, context) => timelineAnswer(found, context.req.query('all') === 'yes')),
)
cases.get(
  '/:case/missing',
  answer((found, _context, language) => missingAnswer(found, language)),
)
cases.get(
  '/:case/contested',
  answer((found, _context, language) => ({
    points: contestedOf(found.view, (id) => titleOf(found.law, id, language)),
  })),
)
cases.get(
  '/:case/why/:conclusion',
  answer((found, context, language) =>
    whyAnswer(found, context.req.param('conclusion') ?? '', context.req.query('not') === 'yes', language),
  ),
)
cases.get(
  '/:case/documents',
  answer((found) => documentsAnswer(found)),
)
cases.get(
  '/:case/claims',
  answer((found, _context, language) => claimsAnswer(found, language)),
)
cases.get(
  '/:case/choices',
  answer((found, _context, language) => choicesAnswer(found, language)),
)
cases.get(
  '/:case/assurances',
  answer((found, _context, language) => assurancesAnswer(found, language)),
)
cases.get(
  '/:case/people',
  answer((found, _context, language) => peopleAnswer(found, language)),
)

cases.post('/:case/what-if', async (context) => {
  const found = await opened(context)
  if (found === undefined)
    return context.json(problem('not-found', 'There is no such case.', 'Choose one from the docket.'), 404)
  const body: unknown = await context.req.json().catch(() => undefined)
  const events =
    typeof body === 'object' && body !== null && 'events' in body && Array.isArray(body.events)
      ? body.events.map(String)
      : []
  const [unknown] = unknownEventTypes(found, events)
  if (events.length === 0 || unknown !== undefined) {
    return context.json(
      problem(
        'refused',
        unknown === undefined ? 'No event was given.' : `"${unknown}" is not an event type.`,
        'Choose a type of event and a date.',
      ),
      400,
    )
  }
  return context.json(whatIfAnswer(found, events, languageOf(context)))
})
