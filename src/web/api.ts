/** Talking to the program. Answers are remembered by address until an act changes the case. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Body } from '../record/index.ts'

export interface Problem {
  readonly problem: string
  readonly what: string
  readonly remedy: string
  readonly last?: number
}

export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.what)
    this.problem = problem
  }
}

let csrf = ''
const remembered = new Map<string, unknown>()
const inFlight = new Map<string, Promise<unknown>>()
const changes = new Set<() => void>()
/** The newest entry that what is shown has seen, by case: an act names it. */
const seen = new Map<string, number>()
/** Cases in which somebody else has acted since. */
const moved = new Set<string>()

const subscribe = (changed: () => void): (() => void) => {
  changes.add(changed)
  return () => void changes.delete(changed)
}
const announce = (): void => changes.forEach((changed) => changed())

/** As the address asks: what the program refuses is told in the language of the page. */
const pageLanguage = (): 'en' | 'es' =>
  new URLSearchParams(window.location.search).get('lang') === 'es' ? 'es' : 'en'

const away: Readonly<Record<'en' | 'es', Problem>> = {
  en: {
    problem: 'away',
    what: 'The program does not answer.',
    remedy: 'See whether ./forestay start is still running, then reload.',
  },
  es: {
    problem: 'away',
    what: 'El programa no responde.',
    remedy: 'Mire si ./forestay start sigue en marcha y recargue la página.',
  },
}

const faulty: Readonly<Record<'en' | 'es', Problem>> = {
  en: {
    problem: 'fault',
    what: 'The program failed at this.',
    remedy: 'Nothing was saved. Try again; if it fails again, what happened stands where the program was started.',
  },
  es: {
    problem: 'fault',
    what: 'El programa ha fallado en esto.',
    remedy:
      'No se ha guardado nada. Inténtelo de nuevo; si vuelve a fallar, lo ocurrido está donde se inició el programa.',
  },
}

async function call<T>(method: string, path: string, body?: BodyInit, mediaType = 'application/json'): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      'accept-language': pageLanguage(),
      ...(csrf === '' ? {} : { 'x-forestay-csrf': csrf }),
      ...(body === undefined ? {} : { 'content-type': mediaType }),
    },
    ...(body === undefined ? {} : { body }),
  }).catch(() => undefined)
  if (response === undefined) throw new ApiError(away[pageLanguage()])
  const text = await response.text()
  if (!response.ok) throw new ApiError(problemIn(text))
  const value: unknown = text === '' ? undefined : JSON.parse(text)
  if (method === 'GET') look(path, response.headers.get('x-forestay-last'))
  return value as T
}

/** The refusal in an answer; a fault of the program has none. */
function problemIn(text: string): Problem {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && 'what' in value) return value as Problem
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return faulty[pageLanguage()]
}

/** Notes which entry an answer has seen; a newer one than the page shows means that somebody else has acted. */
function look(path: string, last: string | null): void {
  const caseId = /^\/api\/cases\/([^/?]+)\//.exec(path)?.[1]
  if (caseId === undefined || last === null) return
  const before = seen.get(caseId)
  if (before === undefined) seen.set(caseId, Number(last))
  else if (Number(last) > before && !moved.has(caseId)) {
    moved.add(caseId)
    announce()
  }
}

export interface SessionAnswer {
  readonly name: string
  readonly csrf: string
}

/** The session of this browser, made from the one-time token in the address where there is one. */
export async function openSession(token: string | undefined, name: string): Promise<SessionAnswer> {
  const session =
    token === undefined
      ? await call<SessionAnswer>('GET', '/api/session')
      : await call<SessionAnswer>('POST', '/api/session', JSON.stringify({ token, name }))
  csrf = session.csrf
  return session
}

export const rename = (name: string): Promise<{ name: string }> =>
  call('PUT', '/api/session', JSON.stringify({ name }))
export const signOut = (): Promise<void> => call('DELETE', '/api/session')

export type Loaded<T> =
  | { readonly state: 'loading'; readonly value?: T }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: Problem; readonly value?: undefined }

function ask(path: string): Promise<unknown> {
  const under = inFlight.get(path)
  if (under !== undefined) return under
  const asked = call<unknown>('GET', path)
    .then((value) => {
      remembered.set(path, value)
      return value
    })
    .finally(() => inFlight.delete(path))
  inFlight.set(path, asked)
  return asked
}

/** The answer at an address; shows the last one while a new one is on its way. */
export function useAnswer<T>(path: string | undefined): Loaded<T> {
  const [, redraw] = useState(0)
  const [failed, setFailed] = useState<{ path: string; problem: Problem }>()
  const shown = useRef<T>(undefined)
  useEffect(() => subscribe(() => redraw((n) => n + 1)), [])
  const known = path === undefined ? undefined : (remembered.get(path) as T | undefined)
  useEffect(() => {
    if (path === undefined || known !== undefined) return undefined
    let wanted = true
    ask(path).then(
      () => {
        if (!wanted) return
        setFailed(undefined)
        redraw((n) => n + 1)
      },
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        if (wanted) setFailed({ path, problem: error.problem })
      },
    )
    return () => {
      wanted = false
    }
  }, [path, known])
  if (known !== undefined) {
    shown.current = known
    return { state: 'ready', value: known }
  }
  if (failed !== undefined && failed.path === path) return { state: 'failed', problem: failed.problem }
  return shown.current === undefined ? { state: 'loading' } : { state: 'loading', value: shown.current }
}

/** Forgets what was remembered and asks again; with it, what others have done is seen. */
export function refresh(): void {
  remembered.clear()
  seen.clear()
  moved.clear()
  announce()
}

/** Whether somebody else has acted on the case since this page was drawn. */
export const useMoved = (caseId: string): boolean =>
  useSyncExternalStore(subscribe, () => moved.has(encodeURIComponent(caseId)))

export const post = <T>(path: string, body: unknown): Promise<T> => call<T>('POST', path, JSON.stringify(body))

/** Sends the bytes of one document. */
export const send = <T>(path: string, bytes: Blob): Promise<T> =>
  call<T>('POST', path, bytes, 'application/octet-stream')

/** The newest entry that what is shown has seen: an act names it. */
async function newestSeen(caseId: string): Promise<number> {
  const name = encodeURIComponent(caseId)
  return seen.get(name) ?? (await call<{ last: number }>('GET', `/api/cases/${name}/last`)).last
}

/** Saves one act; everything shown is asked for again. Throws {@link ApiError}, `conflict` when another was faster. */
export async function act(caseId: string, bodies: readonly Body[]): Promise<void> {
  const expectedLast = await newestSeen(caseId)
  await post(`/api/cases/${encodeURIComponent(caseId)}/acts`, { expectedLast, bodies })
  refresh()
}

/** Sends what rests on what is shown, as {@link act} does: `path` begins after the case. */
export async function decide<T>(caseId: string, path: string, body: object): Promise<T> {
  const expectedLast = await newestSeen(caseId)
  const answer = await post<T>(`/api/cases/${encodeURIComponent(caseId)}/${path}`, { expectedLast, ...body })
  refresh()
  return answer
}
