import type { Context, Next } from 'hono'
import { getCookie } from 'hono/cookie'
import { refusalLanguage } from './asked.ts'
import { type Env, problem } from './env.ts'

/** Loads nothing foreign, runs nothing inline, may not be framed. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'self'",
].join('; ')

export const SESSION_COOKIE = 'forestay'
export const CSRF_HEADER = 'x-forestay-csrf'

export async function headers(context: Context, next: Next): Promise<void> {
  await next()
  context.header('content-security-policy', contentSecurityPolicy)
  context.header('x-content-type-options', 'nosniff')
  context.header('referrer-policy', 'no-referrer')
  context.header('cross-origin-opener-policy', 'same-origin')
  context.header('cross-origin-resource-policy', 'same-origin')
  context.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  if (context.req.path.startsWith('/api/')) context.header('cache-control', 'no-store')
}

const signedOut = {
  what: { en: 'You are not signed in.', es: 'No ha iniciado sesión.' },
  remedy: {
    en: 'Open the link that ./forestay start printed, or start it again.',
    es: 'Abra el enlace que mostró ./forestay start, o inícielo otra vez.',
  },
}
const forged = {
  what: {
    en: 'The request did not come from the workbench.',
    es: 'La petición no viene del banco de trabajo.',
  },
  remedy: { en: 'Reload the page and try again.', es: 'Recargue la página e inténtelo de nuevo.' },
}

/** Signing in aside, nothing without a session; nothing changes without the second secret. */
export async function guard(context: Context<Env>, next: Next): Promise<Response | undefined> {
  if (context.req.path === '/api/session' && context.req.method === 'POST') {
    await next()
    return undefined
  }
  const { sessions } = context.get('services')
  const session = sessions.find(getCookie(context, SESSION_COOKIE))
  if (session === undefined) {
    return context.json(problem('signed-out', signedOut, refusalLanguage(context)), 401)
  }
  const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD'
  if (changes && context.req.header(CSRF_HEADER) !== session.csrf) {
    return context.json(problem('forged', forged, refusalLanguage(context)), 403)
  }
  context.set('session', session)
  await next()
  return undefined
}
