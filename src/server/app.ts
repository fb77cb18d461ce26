/**
 * The workbench's HTTP face: one process, loopback by default, nothing foreign loaded, every change in the record.
 */
import { Hono } from 'hono'
import { ActError, BundleError, ConflictError, DecisionError, PrecedentError } from '../casework/index.ts'
import { NotationError } from '../law/index.ts'
import { RenderError, TemplateError } from '../publish/index.ts'
import { DateError, type Said } from '../record/index.ts'
import { SearchError } from '../search/index.ts'
import { refusalLanguage } from './asked.ts'
import { type Env, problem, type ProblemAnswer, Refusal, type RefusalStatus, type Services } from './env.ts'
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
  app.all('/api/*', (context) => context.json(problem('not-found', noAddress, refusalLanguage(context)), 404))
  app.route('/', page)
  app.onError((error, context) => {
    const known = knownProblem(error, refusalLanguage(context))
    if (known === undefined) throw error
    return context.json(known.problem, known.status)
  })
  return app
}

const noAddress = {
  what: { en: 'There is no such address.', es: 'No existe esa dirección.' },
  remedy: { en: 'They stand in /api/openapi.json.', es: 'Están en /api/openapi.json.' },
}

/** Errors of the domain, said to the page as they are; anything else is a fault and is not dressed up. */
function knownProblem(
  error: Error,
  language: keyof Said,
): { readonly problem: ProblemAnswer; readonly status: RefusalStatus } | undefined {
  if (error instanceof Refusal)
    return { problem: problem(error.problem, error.said, language), status: error.status }
  if (error instanceof ConflictError)
    return { problem: { ...problem('conflict', error.said, language), last: error.last }, status: 409 }
  if (error instanceof ActError || error instanceof DateError || error instanceof DecisionError)
    return { problem: problem('refused', error.said, language), status: 400 }
  if (error instanceof SearchError) return { problem: problem('refused', error.said, language), status: 400 }
  // What is wrong with files of the law or of a template is told in English, as those files are written for.
  const refused = (remedy: string): ReturnType<typeof knownProblem> => ({
    problem: { problem: 'refused', what: error.message, remedy },
    status: 400,
  })
  if (error instanceof NotationError || error instanceof TemplateError || error instanceof PrecedentError)
    return refused(error.remedy)
  if (error instanceof RenderError) return refused(`${error.why}: ${error.remedy}`)
  if (error instanceof BundleError)
    return refused(
      language === 'es' ? 'Corrija lo que se nombra e inténtelo de nuevo.' : 'Mend what is named and try again.',
    )
  return undefined
}
