/** A paper under review: what it proposes, and a person's decision about it. */
import type { Context } from 'hono'
import { z } from 'zod'
import {
  copiesOf,
  type Decision,
  decisionOn,
  documentAt,
  isDecided,
  type OpenCase,
  ProposalsAnswer,
  proposalsAnswer,
  type Review,
  reviewOf,
} from '../casework/index.ts'
import { type DocumentThing, isoMinute } from '../record/index.ts'
import { UNSAID } from './arrivals.ts'
import { documentAsked, textOfDocument } from './documents.ts'
import { type Env, Refusal } from './env.ts'
import { type Route, route } from './route.ts'

/** What the reader says of a paper where the record does not. */
const Paper = z.object({
  publisher: z.string().trim().max(200).optional(),
  /** The day from which its dates are counted. */
  date: z.iso.date().or(z.literal('')).optional(),
})
type Paper = z.infer<typeof Paper>

const Deciding = z.strictObject({
  /** The newest entry that the person has seen. */
  expectedLast: z.number().int().min(0),
  proposal: z.string().min(1).max(200),
  decision: z.enum(['accept', 'correct', 'refuse']),
  /** For `correct`: what should stand instead. */
  value: z.string().trim().max(2000).optional(),
  because: z.string().trim().max(4000).optional(),
  /** The event or person of the record that is meant; `new` for another one. Absent: the likeliest. */
  sameAs: z.string().max(200).optional(),
})

/** Copies are looked for among the newest documents only: a large case would take minutes to read. */
const COMPARED_DOCUMENTS_MAX = 200

const address = '/api/cases/:case/documents/:document'

export const reviewRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${address}/proposals`,
    about:
      'What a document proposes, beside the record: each proposal with its words and what accepting would enter.',
    times: true,
    query: Paper,
    answer: ProposalsAnswer,
    async handle({ context, query, language }) {
      const { found, review } = await reviewAsked(context, query)
      const by = context.get('session').name
      const { law, view } = found
      return proposalsAnswer(review, { law, view, language, by, learned: learnedAt(found) })
    },
  }),
  route({
    method: 'post',
    path: `${address}/decisions`,
    about: 'A person accepts, corrects or refuses one proposal; what it enters stands under their name.',
    times: true,
    query: Paper,
    body: Deciding,
    answer: z.strictObject({
      last: z.number(),
      /** The claims that it entered. */
      claims: z.array(z.strictObject({ id: z.string(), subject: z.string(), property: z.string() })),
    }),
    async handle({ context, services, query, body, param, language: asked }) {
      const language = asked === 'es' ? 'es' : 'en'
      const { found, review } = await reviewAsked(context, query)
      const by = context.get('session').name
      const one = review.all.find(({ proposal }) => proposal.id === body.proposal)
      if (one === undefined || isDecided(review.state, review.document.id, one.proposal)) {
        throw new Refusal(
          409,
          'conflict',
          one === undefined
            ? { en: 'The document no longer proposes this.', es: 'El documento ya no propone esto.' }
            : { en: 'Somebody has decided this already.', es: 'Alguien ya lo ha decidido.' },
          { en: 'Look at what is new, then decide again.', es: 'Mire qué hay de nuevo y decida otra vez.' },
        )
      }
      const bodies = decisionOn(
        review,
        one.proposal,
        decisionOf(body, one.links, { by, language }),
        learnedAt(found),
      )
      const entries = await services.workspace.act(param('case'), by, bodies, body.expectedLast)
      const claims = bodies.flatMap((entered) => (entered.kind === 'claim' ? [entered.claim] : []))
      return {
        last: entries.at(-1)?.sequence ?? body.expectedLast,
        claims: claims.map(({ id, subject, property }) => ({ id, subject, property })),
      }
    },
  }),
  route({
    method: 'get',
    path: `${address}/copies`,
    about: 'Documents that this one seems to repeat. A person decides; two copies are one source.',
    times: true,
    answer: z.strictObject({
      /** `share`: of the shorter text’s runs of five words, how many stand in the other, 0 to 1. */
      copies: z.array(z.strictObject({ of: z.string(), title: z.string(), share: z.number() })),
    }),
    handle: async ({ context }) => ({ copies: await copiesAsked(context) }),
  }),
]

/** Throws `Refusal` where the document or its text is not there. */
async function reviewAsked(
  context: Context<Env>,
  said: Paper,
): Promise<{ readonly found: OpenCase; readonly review: Review }> {
  const { found, document } = await documentAsked(context)
  if (found.view.audience !== 'desk')
    throw new Refusal(
      400,
      'refused',
      { en: 'Only the desk decides on proposals.', es: 'Solo el equipo decide sobre propuestas.' },
      { en: 'Choose “seen by the desk”.', es: 'Elija «visto por: el equipo».' },
    )
  const { main, language, sent } = await textOfDocument(context, document)
  const date = said.date === undefined || said.date === '' ? undefined : said.date
  const review = reviewOf(found, {
    document: described(document, said),
    text: main ?? '',
    language,
    sent,
    date,
  })
  return { found, review }
}

/** What the reader says stands only where the record says nothing. */
function described(document: DocumentThing, { publisher, date }: Paper): DocumentThing {
  const unsaid = document.publisher === UNSAID || document.publisher === 'not stated'
  return {
    ...document,
    ...(unsaid && publisher !== undefined && publisher !== '' ? { publisher } : {}),
    ...(document.published === undefined && date !== undefined && date !== '' ? { published: date } : {}),
  }
}

/** What is decided while an earlier day is shown counts as learned on that day. */
const learnedAt = ({ view, knownBy }: OpenCase): string => isoMinute(view.zone, knownBy)

function decisionOf(
  { decision, value, because, sameAs }: z.infer<typeof Deciding>,
  links: Review['all'][number]['links'],
  who: Pick<Decision, 'by' | 'language'>,
): Decision {
  const likeliest = links.find(({ kind }) => kind === 'same-event' || kind === 'rival-date')?.to
  const meant = sameAs === 'new' ? undefined : (sameAs ?? likeliest)
  return {
    decision,
    ...who,
    ...(value === undefined ? {} : { value }),
    ...(because === undefined || because === '' ? {} : { because }),
    ...(meant === undefined ? {} : { sameAs: meant }),
    ...(sameAs === 'new' ? { isAnother: true } : {}),
  }
}

async function copiesAsked(context: Context<Env>): Promise<{ of: string; title: string; share: number }[]> {
  const { workspace, readings } = context.get('services')
  const id = context.req.param('case') ?? ''
  const { found, document } = await documentAsked(context)
  const { main } = await textOfDocument(context, document)
  if (main === undefined) return []
  const others = new Map<string, ReadonlySet<string>>()
  for (const { id: other, sha256 } of [...found.state.documents.values()].slice(-COMPARED_DOCUMENTS_MAX)) {
    if (sha256 === undefined || other === document.id || documentAt(found, other) === undefined) continue
    others.set(other, await readings.fingerprint(sha256, () => workspace.original(id, sha256)))
  }
  return copiesOf(main, others).map(({ of, share }) => ({
    of,
    title: found.state.documents.get(of)?.title ?? of,
    share: Math.round(share * 100) / 100,
  }))
}
