/**
 * One address of the program: what it takes, what it answers, and what is done. The same table mounts the addresses
 * and writes the OpenAPI document, so that none can be missing from it.
 */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Language } from '../law/index.ts'
import { languageOf } from './asked.ts'
import { type Env, Refusal, type Services } from './env.ts'

/** The bytes of a document, up or down. */
export const BYTES = 'bytes'
type Bytes = typeof BYTES

export interface Asked<Query, Body> {
  readonly context: Context<Env>
  readonly services: Services
  readonly language: Language
  readonly query: Query
  readonly body: Body
  /** A part of the address, such as `case`. */
  readonly param: (name: string) => string
}

interface About {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** As the router writes it: `/api/cases/:case/standing`. */
  readonly path: string
  readonly about: string
  /** Takes `at`, `knownBy` and `audience`, as the commands do. */
  readonly times?: true
  /** May be asked without a session. */
  readonly open?: true
}

export interface Route extends About {
  readonly query: z.ZodObject | undefined
  readonly body: z.ZodType | Bytes | undefined
  readonly answer: z.ZodType | Bytes | undefined
  readonly answering: (context: Context<Env>) => Promise<Response>
}

interface Spec<Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> extends About {
  readonly query?: Q
  readonly body?: B | Bytes
  /** Absent: nothing is answered (204). */
  readonly answer?: A | Bytes
  /** The answer, or a response of its own for what is no JSON. Throws {@link Refusal}. */
  readonly handle: (
    asked: Asked<z.output<Q>, z.output<B>>,
  ) => z.input<A> | Response | undefined | Promise<z.input<A> | Response | undefined>
}

export function route<Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(spec: Spec<Q, B, A>): Route {
  const { handle, query, body, answer, ...about } = spec
  return {
    ...about,
    query,
    body,
    answer,
    answering: async (context) => {
      const made = await handle({
        context,
        services: context.get('services'),
        language: languageOf(context),
        query: query === undefined ? ({} as z.output<Q>) : read(query, context.req.query()),
        body:
          body === undefined || body === BYTES
            ? (undefined as z.output<B>)
            : read(body, await context.req.json().catch(() => undefined)),
        param: (name) => context.req.param(name) ?? '',
      })
      if (made instanceof Response) return made
      return made === undefined ? context.body(null, 204) : context.json(made as object)
    },
  }
}

function inSpanish(issue: z.core.$ZodIssue): string {
  const told = z.locales.es().localeError({ ...issue, input: undefined })
  return (typeof told === 'string' ? told : told?.message) ?? issue.code
}

/** What was sent, in the form that the address takes. */
function read<T extends z.ZodType>(schema: T, sent: unknown): z.output<T> {
  const parsed = schema.safeParse(sent)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  throw new Refusal(
    400,
    'refused',
    {
      en: `What was sent could not be read. ${where}${issue?.message ?? ''}`,
      es: `No se pudo leer lo enviado. ${where}${issue === undefined ? '' : inSpanish(issue)}`,
    },
    { en: 'Its form stands in /api/openapi.json.', es: 'Su forma está en /api/openapi.json.' },
  )
}

export function mount(app: Hono<Env>, routes: readonly Route[]): void {
  for (const { method, path, answering } of routes) app.on(method.toUpperCase(), path, answering)
}
