/** What is done to a case: one act, one atomic entry or several, under the acting person's name. */
import { z } from 'zod'
import { BodySchema } from '../casework/index.ts'
import type { Body } from '../record/index.ts'
import { type Drafting, holdsBlocked } from './drafting.ts'
import { type Route, route } from './route.ts'

const ACTS_SHOWN_MAX = 100

const Saved = z.strictObject({ sequence: z.number(), recorded: z.string() })

/**
 * Nobody asks for or agrees to a paper that holds what may not go out: no file of it would be made, and the steps would
 * say otherwise. A paper that was not looked at here lately is not known, and stays without a file all the same.
 */
function refuseBlocked(bodies: readonly Body[], drafting: Drafting | undefined): void {
  for (const body of bodies) {
    if (body.kind !== 'release' || (body.release.step !== 'asked' && body.release.step !== 'approved')) continue
    const found = drafting?.saying(body.release.content)?.draft.blocked.length ?? 0
    if (found > 0) throw holdsBlocked(found)
  }
}

export const actRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cases/:case/last',
    about: 'The number of the newest entry; 0 for no such case.',
    answer: z.strictObject({ last: z.number() }),
    handle: async ({ services, param }) => ({ last: await services.workspace.last(param('case')) }),
  }),
  route({
    method: 'post',
    path: '/api/cases/:case/acts',
    about: 'Saves one act whole, or refuses it whole. A new case begins with a `case` entry and `expectedLast` 0.',
    body: z.strictObject({
      /** The newest entry that the actor has seen. */
      expectedLast: z.number().int().min(0),
      bodies: z.array(BodySchema).min(1).max(500),
    }),
    answer: z.strictObject({ entries: z.array(Saved), last: z.number() }),
    async handle({ context, services, body, param }) {
      const { bodies, expectedLast } = body
      const { name } = context.get('session')
      refuseBlocked(bodies, services.drafting)
      const entries = await services.workspace.act(param('case'), name, bodies, expectedLast)
      return {
        entries: entries.map(({ sequence, recorded }) => ({ sequence, recorded })),
        last: entries.at(-1)?.sequence ?? expectedLast,
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/cases/:case/acts',
    about: 'The newest entries, for "what changed" and for undoing.',
    answer: z.strictObject({ acts: z.array(Saved.extend({ by: z.string(), body: BodySchema })) }),
    async handle({ services, param }) {
      const entries = await services.workspace.entries(param('case'))
      return {
        acts: entries
          .slice(-ACTS_SHOWN_MAX)
          .toReversed()
          .map(({ sequence, recorded, by, body }) => ({ sequence, recorded, by, body })),
      }
    },
  }),
]
