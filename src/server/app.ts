/**
 * The workbench's HTTP face: one process, loopback by default, nothing foreign loaded, every change in the record.
 */
import { Hono } from 'hono'
import { ActError, BundleError, ConflictError, DecisionError, PrecedentError } from '../casework/index.ts'
import { NotationError } from '../law/index.ts'
import { RenderError, TemplateError } from '../publish/index.ts'
import { DateError } from '../record/index.ts'
import { SearchError } from '../search/index.ts'
import { type Env, problem, type ProblemAnswer, Refusal, type Services } from './env.ts'
import { page } from './page.ts'
import { mount } from './route.ts'
import { routes } from './routes.ts'
import { guard, headers } from './security.ts'

export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.use('*', headers)
  app.use('*', async (context, next) => {
    context.set('services', services)
    await next()
  })
  app.use('/api/*', guard)
  mount(app, routes)
  app.all('/api/*', (context) =>
    context.json(problem('not-found', 'There is no such address.', 'They stand in /api/openapi.json.'), 404),
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
): { readonly problem: ProblemAnswer; readonly status: 400 | 401 | 404 | 409 } | undefined {
  if (error instanceof Refusal) return { problem: error.answer, status: error.status }
  if (error instanceof ConflictError)
    return { problem: { ...problem('conflict', error.message, error.remedy), last: error.last }, status: 409 }
  const refused = (remedy: string): ReturnType<typeof knownProblem> => ({
    problem: problem('refused', error.message, remedy),
    status: 400,
  })
  if (error instanceof ActError || error instanceof NotationError || error instanceof DateError)
    return refused(error.remedy)
  if (error instanceof SearchError || error instanceof TemplateError || error instanceof PrecedentError)
    return refused(error.remedy)
  if (error instanceof RenderError) return refused(`${error.why}: ${error.remedy}`)
  if (error instanceof BundleError) return refused('Mend what is named and try again.')
  if (error instanceof DecisionError) return refused('Correct the proposal, or add the claim by hand.')
  return undefined
}
