/**
 * The workbench's HTTP face: one process, loopback by default, nothing foreign loaded, every change in the record.
 */
import { Hono } from 'hono'
import { ActError, BundleError, ConflictError } from '../casework/index.ts'
import { NotationError } from '../law/index.ts'
import { DateError } from '../record/index.ts'
import { acts } from './acts.ts'
import { cases } from './cases.ts'
import { documents } from './documents.ts'
import { lawPages } from './law.ts'
import { type Env, problem, type ProblemAnswer, type Services } from './env.ts'
import { page } from './page.ts'
import { guard, headers } from './security.ts'
import { session } from './session-routes.ts'

export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.use('*', headers)
  app.use('*', async (context, next) => {
    context.set('services', services)
    await next()
  })
  app.use('/api/*', guard)
  app.route('/api/session', session)
  app.route('/api/cases', cases)
  app.route('/api/cases', documents)
  app.route('/api/cases', acts)
  app.route('/api/law', lawPages)
  app.all('/api/*', (context) =>
    context.json(problem('not-found', 'There is no such address.', 'See docs/reference.'), 404),
  )
  app.route('/', page)
  app.onError((error, context) => {
    const known = knownProblem(error)
    if (known === undefined) throw error
    return context.json(known.problem, known.status)
  })
  return app
}

/** Errors of the domain, said to the page as they are; anything else is a fault and is not dressed up. */
function knownProblem(
  error: Error,
): { readonly problem: ProblemAnswer & { readonly last?: number }; readonly status: 400 | 409 } | undefined {
  if (error instanceof ConflictError)
    return { problem: { ...problem('conflict', error.message, error.remedy), last: error.last }, status: 409 }
  if (error instanceof ActError || error instanceof NotationError || error instanceof DateError) {
    return { problem: problem('refused', error.message, error.remedy), status: 400 }
  }
  if (error instanceof BundleError)
    return { problem: problem('refused', error.message, 'Mend what is named and try again.'), status: 400 }
  return undefined
}
