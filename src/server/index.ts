/** The only door to the server. */
export { createApp } from './app.ts'
export type { Env, PageFiles, ProblemAnswer, Services } from './env.ts'
export { LAST_HEADER } from './asked.ts'
export { Readings } from './readings.ts'
export { listen, type Listening } from './listen.ts'
export { contentSecurityPolicy, CSRF_HEADER, SESSION_COOKIE } from './security.ts'
export { type Session, Sessions } from './session.ts'
