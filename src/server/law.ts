import { Hono } from 'hono'
import { lawItems } from '../casework/index.ts'
import { type Env, problem } from './env.ts'

/** The packs as a lawyer browses them: everything defined, with prose, norms and examples. */
export const lawPages = new Hono<Env>()

lawPages.get('/', (context) => {
  const items = lawItems(context.get('services').workspace.law, context.req.query('lang') === 'es' ? 'es' : 'en')
  return context.json({
    items: items.map(({ kind, id, title, pack, place, checked }) => ({ kind, id, title, pack, place, checked })),
  })
})

lawPages.get('/:id', (context) => {
  const id = context.req.param('id')
  const versions = lawItems(
    context.get('services').workspace.law,
    context.req.query('lang') === 'es' ? 'es' : 'en',
  ).filter((item) => item.id === id || item.also.includes(id))
  return versions.length === 0
    ? context.json(problem('not-found', 'Nothing in the law has that name.', 'Search the list of norms.'), 404)
    : context.json({ id, versions })
})
