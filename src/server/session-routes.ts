import { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { type Env, problem } from './env.ts'
import { SESSION_COOKIE } from './security.ts'

const SignIn = z.strictObject({ token: z.string().min(1).max(200), name: z.string().trim().min(1).max(120) })
const Rename = z.strictObject({ name: z.string().trim().min(1).max(120) })

export const session = new Hono<Env>()

/** Spends the one-time token of the printed link. */
session.post('/', async (context) => {
  const parsed = SignIn.safeParse(await context.req.json().catch(() => undefined))
  if (!parsed.success)
    return context.json(
      problem('refused', 'A token and your name are needed.', 'Give the name under which your acts are recorded.'),
      400,
    )
  const { sessions } = context.get('services')
  const made = sessions.signIn(parsed.data.token, parsed.data.name)
  if (made === undefined)
    return context.json(
      problem('signed-out', 'This link has been used or is not known.', 'Start Forestay again for a new link.'),
      401,
    )
  setCookie(context, SESSION_COOKIE, made.id, { httpOnly: true, sameSite: 'Strict', path: '/' })
  return context.json({ name: made.name, csrf: made.csrf })
})

session.get('/', (context) => {
  const { name, csrf } = context.get('session')
  return context.json({ name, csrf, kept: context.get('services').kept })
})

session.put('/', async (context) => {
  const parsed = Rename.safeParse(await context.req.json().catch(() => undefined))
  if (!parsed.success)
    return context.json(problem('refused', 'A name is needed.', 'It is written into every act.'), 400)
  context.get('session').name = parsed.data.name
  return context.json({ name: parsed.data.name })
})

session.delete('/', (context) => {
  context.get('services').sessions.end(context.get('session').id)
  deleteCookie(context, SESSION_COOKIE, { path: '/' })
  return context.body(null, 204)
})
