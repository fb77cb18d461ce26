import { deleteCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { Refusal } from './env.ts'
import { type Route, route } from './route.ts'
import { SESSION_COOKIE } from './security.ts'

const Name = z.string().trim().min(1).max(120)
const Session = z.strictObject({
  name: z.string(),
  /** Goes back with every change, in the header `x-forestay-csrf`. */
  csrf: z.string(),
})

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/session',
    about: 'Spends the one-time token of the printed link; the name stands under every act.',
    open: true,
    body: z.strictObject({ token: z.string().min(1).max(200), name: Name }),
    answer: Session,
    handle({ context, services, body }) {
      const made = services.sessions.signIn(body.token, body.name)
      if (made === undefined) {
        throw new Refusal(
          401,
          'signed-out',
          {
            en: 'This link has been used or is not known.',
            es: 'Este enlace ya se ha usado o no se conoce.',
          },
          { en: 'Start Forestay again for a new link.', es: 'Inicie Forestay otra vez para tener uno nuevo.' },
        )
      }
      setCookie(context, SESSION_COOKIE, made.id, { httpOnly: true, sameSite: 'Strict', path: '/' })
      return { name: made.name, csrf: made.csrf }
    },
  }),
  route({
    method: 'get',
    path: '/api/session',
    about: 'Who is signed in, and where the data lies.',
    answer: Session.extend({
      /** A folder, or `memory`. */
      kept: z.string(),
    }),
    handle({ context, services }) {
      const { name, csrf } = context.get('session')
      return { name, csrf, kept: services.kept }
    },
  }),
  route({
    method: 'put',
    path: '/api/session',
    about: 'Another name under the acts to come.',
    body: z.strictObject({ name: Name }),
    answer: z.strictObject({ name: z.string() }),
    handle({ context, body }) {
      context.get('session').name = body.name
      return { name: body.name }
    },
  }),
  route({
    method: 'delete',
    path: '/api/session',
    about: 'Signs out.',
    handle({ context, services }) {
      services.sessions.end(context.get('session').id)
      deleteCookie(context, SESSION_COOKIE, { path: '/' })
      return undefined
    },
  }),
]
