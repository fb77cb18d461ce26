/** What is done to a case: one act, one atomic entry or several, under the acting person's name. */
import { Hono } from 'hono'
import { z } from 'zod'
import { BodySchema } from '../casework/index.ts'
import { type Env, problem } from './env.ts'

const Act = z.strictObject({ expectedLast: z.number().int().min(0), bodies: z.array(BodySchema).min(1).max(500) })

export const acts = new Hono<Env>()

acts.get('/:case/last', async (context) =>
  context.json({ last: await context.get('services').workspace.last(context.req.param('case')) }),
)

acts.post('/:case/acts', async (context) => {
  const parsed = Act.safeParse(await context.req.json().catch(() => undefined))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return context.json(
      problem(
        'refused',
        `The act could not be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
        'See docs/reference for its form.',
      ),
      400,
    )
  }
  const { workspace } = context.get('services')
  const entries = await workspace.act(
    context.req.param('case'),
    context.get('session').name,
    parsed.data.bodies,
    parsed.data.expectedLast,
  )
  return context.json({
    entries: entries.map(({ sequence, recorded }) => ({ sequence, recorded })),
    last: entries.at(-1)?.sequence ?? parsed.data.expectedLast,
  })
})

/** The newest acts, for "what changed" and for undoing. */
acts.get('/:case/acts', async (context) => {
  const entries = await context.get('services').workspace.entries(context.req.param('case'))
  return context.json({ acts: entries.slice(-ACTS_SHOWN_MAX).reverse() })
})

const ACTS_SHOWN_MAX = 100
