/** The OpenAPI 3.1 document of a table of routes, from the schemas that check what comes in and out. */
import { z } from 'zod'
import { audiences } from '../record/index.ts'
import { ProblemAnswer } from './env.ts'
import { BYTES, type Route } from './route.ts'
import { CSRF_HEADER, SESSION_COOKIE } from './security.ts'

type Json = Readonly<Record<string, unknown>>

const parameter = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

const language = parameter('lang', 'The language of the answer; English when absent.', {
  type: 'string',
  enum: ['en', 'es'],
})
const times: readonly Json[] = [
  parameter(
    'at',
    'The moment asked about, such as 2014-02-19T09:00 in the zone of the case; when absent, as known.',
  ),
  parameter('knownBy', 'What had been learned by then; now when absent.'),
  parameter('audience', 'Who is told; the desk when absent.', { type: 'string', enum: [...audiences] }),
]

export function openApiOf(routes: readonly Route[]): { openapi: string } & Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const one of routes) {
    const path = one.path.replaceAll(/:([a-z]+)/gu, '{$1}')
    paths[path] = { ...paths[path], [one.method]: operationOf(one) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Forestay',
      version: '1',
      description:
        'Served on this machine only. A change needs the cookie of a session and, in a header, the second secret ' +
        'that signing in answers.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemAnswer, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        csrf: { type: 'apiKey', in: 'header', name: CSRF_HEADER },
      },
    },
  }
}

function operationOf(one: Route): Json {
  const { method, path, about, body, answer } = one
  const needed = method === 'get' ? [{ session: [] }] : [{ session: [], csrf: [] }]
  return {
    summary: about,
    operationId: `${method}${path.replaceAll(/[^a-z]+(\w)/giu, (_, letter: string) => letter.toUpperCase())}`,
    ...(one.open === true ? { security: [] } : { security: needed }),
    parameters: parametersOf(one),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body, 'input') } }),
    responses: {
      ...(answer === undefined
        ? { 204: { description: 'Done.' } }
        : { 200: { description: 'The answer.', content: contentOf(answer, 'output') } }),
      default: {
        description: 'Refused: what happened and what to do.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parametersOf({ path, query, times: timed }: Route): readonly Json[] {
  const parts = [...path.matchAll(/:([a-z]+)/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, 'input'),
  }))
  return [...parts, ...asked, ...(timed === true ? times : []), language]
}

const contentOf = (schema: z.ZodType | typeof BYTES, io: 'input' | 'output'): Json =>
  schema === BYTES
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(schema, io) } }

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return plain
}
