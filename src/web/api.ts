/** Talking to the program. Answers are remembered by address until an act changes the case. */
import { useEffect, useState } from 'react'
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
const changes = new Set<() => void>()

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method, credentials: 'same-origin',
    headers: { ...(csrf === '' ? {} : { 'x-forestay-csrf': csrf }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => undefined)
  if (response === undefined) {
    throw new ApiError({ problem: 'away', what: 'The program does not answer.', remedy: 'See whether ./forestay start is still running, then reload.' })
  }
  const text = await response.text()
  const value: unknown = text === '' ? undefined : JSON.parse(text)
  if (!response.ok) throw new ApiError(value as Problem)
  return value as T
}

export interface SessionAnswer { readonly name: string; readonly csrf: string }

/** The session of this browser, made from the one-time token in the address where there is one. */
export async function openSession(token: string | undefined, name: string): Promise<SessionAnswer> {
  const session = token === undefined ? await call<SessionAnswer>('GET', '/api/session') : await call<SessionAnswer>('POST', '/api/session', { token, name })
  csrf = session.csrf
  return session
}

export const rename = (name: string): Promise<{ name: string }> => call('PUT', '/api/session', { name })
export const signOut = (): Promise<void> => call('DELETE', '/api/session')

export type Loaded<T> = { readonly state: 'loading'; readonly value?: T } | { readonly state: 'ready'; readonly value: T } | { readonly state: 'failed'; readonly problem: Problem; readonly value?: undefined }

/** The answer at an address; shows the last one while a new one is on its way. */
export function useAnswer<T>(path: string | undefined): Loaded<T> {
  const [, redraw] = useState(0)
  const [shown, setShown] = useState<{ path: string; loaded: Loaded<T> }>()
  useEffect(() => {
    const changed = (): void => redraw((n) => n + 1)
    changes.add(changed)
    return () => void changes.delete(changed)
  }, [])
  const known = path === undefined ? undefined : remembered.get(path)
  useEffect(() => {
    if (path === undefined || known !== undefined) return undefined
    let wanted = true
    call<T>('GET', path).then(
      (value) => {
        remembered.set(path, value)
        if (wanted) setShown({ path, loaded: { state: 'ready', value } })
      },
      (error: unknown) => {
        if (wanted && error instanceof ApiError) setShown({ path, loaded: { state: 'failed', problem: error.problem } })
        else if (!(error instanceof ApiError)) throw error
      },
    )
    return () => {
      wanted = false
    }
  }, [path, known])
  if (known !== undefined) return { state: 'ready', value: known as T }
  if (shown?.path === path && shown !== undefined) return shown.loaded
  return shown?.loaded.state === 'ready' ? { state: 'loading', value: shown.loaded.value } : { state: 'loading' }
}

/** Forgets what was remembered: the case has changed. */
export function forget(): void {
  remembered.clear()
  changes.forEach((changed) => changed())
}

export const post = <T>(path: string, body: unknown): Promise<T> => call<T>('POST', path, body)

/** Saves one act; everything shown is asked for again. Throws {@link ApiError}, `conflict` when another window was faster. */
export async function act(caseId: string, bodies: readonly Body[]): Promise<void> {
  const { last } = await call<{ last: number }>('GET', `/api/cases/${encodeURIComponent(caseId)}/last`)
  await call('POST', `/api/cases/${encodeURIComponent(caseId)}/acts`, { expectedLast: last, bodies })
  forget()
}
