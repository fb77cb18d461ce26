import { Hono } from 'hono'
import type { Env } from './env.ts'

export const page = new Hono<Env>()

/** Every address that is not a file is the one page; the page itself finds its way. */
page.get('*', (context) => {
  const { pages } = context.get('services')
  const file = pages.get(context.req.path) ?? pages.get('/index.html')
  if (file === undefined) return context.text('The pages have not been built. Run ./forestay start again.', 503)
  return context.body(new Uint8Array(file.bytes), 200, { 'content-type': file.mediaType })
})
