/** Words looked for in a case: documents, claims, persons, events, as known at the times asked. */
import type { Context } from 'hono'
import { z } from 'zod'
import { foundIn, pagesBy, readingNameOf, SearchAnswer, searchAnswer } from '../casework/index.ts'
import { parseDate, parseMoment } from '../record/index.ts'
import { HITS_MAX, itemFields, itemKinds, readTerms } from '../search/index.ts'
import { opened } from './asked.ts'
import type { Env } from './env.ts'
import { type Route, route } from './route.ts'

const HITS_SHOWN = 60
const places = [...itemKinds, ...itemFields] as const

const Words = z.object({
  /** All of them must be found; "a phrase", or a beginning*. */
  words: z.string().trim().min(1).max(500),
  /** Where to look, several divided by commas; everywhere when absent. */
  field: z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .pipe(z.array(z.enum(places)))
    .optional(),
  /** Said or published from this day on. */
  from: z.string().max(60).optional(),
  /** Said or published up to this day. */
  to: z.string().max(60).optional(),
  exact: z.enum(['yes', 'no']).optional(),
  limit: z.coerce.number().int().min(1).max(HITS_MAX).optional(),
})

export const searchRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:case/search',
    about:
      'Words in documents, claims, names and events, with the places where they stand; as the command finds them.',
    times: true,
    query: Words,
    answer: SearchAnswer,
    async handle({ context, services, query, language, param }) {
      const found = await opened(context)
      const { view } = found
      const state = await services.workspace.state(param('case'))
      await indexCase(context)
      const result = await services.workspace.find(
        param('case'),
        {
          terms: readTerms(query.words),
          fields: query.field ?? [],
          from:
            query.from === undefined || query.from === '' ? undefined : parseDate(query.from, view.zone).earliest,
          to: query.to === undefined || query.to === '' ? undefined : parseMoment(query.to, view.zone),
          exact: query.exact === 'yes',
          hitsMax: query.limit ?? HITS_SHOWN,
        },
        foundIn(state, view),
      )
      return searchAnswer(result, state, view, language)
    },
  }),
]

/** Puts what is new in the case of the address into the index, its papers read where they are no plain text. */
export async function indexCase(context: Context<Env>): Promise<void> {
  const { workspace, readings } = context.get('services')
  const id = context.req.param('case') ?? ''
  await workspace.index(
    id,
    pagesBy(
      (sha256) => workspace.original(id, sha256),
      async (bytes, document) => (await readings.read(document.sha256 ?? '', bytes, readingNameOf(document))).pages,
    ),
  )
}
