/**
 * Where the reader is: a path and what is asked (times, audience, language), all in the address, so that a
 * page can be kept and shared.
 */
import { useSyncExternalStore } from 'react'

export const screens = [
  'standing',
  'timeline',
  'contested',
  'documents',
  'reader',
  'people',
  'evidence',
  'assurances',
  'what-if',
  'outgoing',
  'law',
  'search',
  'history',
] as const
export type Screen = (typeof screens)[number]

export interface Route {
  /** Absent on the docket. */
  readonly caseId: string | undefined
  readonly screen: Screen | 'docket' | 'law' | 'settings'
  /** The third part of the path: a document, a conclusion, a norm. */
  readonly item: string | undefined
  readonly query: URLSearchParams
}

const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
window.addEventListener('popstate', () => listeners.forEach((listener) => listener()))

function read(): Route {
  const [first, second, third, fourth] = window.location.pathname.split('/').slice(1).map(decodeURIComponent)
  const query = new URLSearchParams(window.location.search)
  if (first === 'case' && second !== undefined && second !== '') {
    const screen = screens.find((name) => name === third) ?? 'standing'
    return { caseId: second, screen, item: fourth, query }
  }
  if (first === 'law') return { caseId: undefined, screen: 'law', item: second === '' ? undefined : second, query }
  if (first === 'settings') return { caseId: undefined, screen: 'settings', item: undefined, query }
  return { caseId: undefined, screen: 'docket', item: undefined, query }
}

let cached = { href: '', route: read() }
function snapshot(): Route {
  const { href } = window.location
  if (href !== cached.href) cached = { href, route: read() }
  return cached.route
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, snapshot)

/** Goes to a path, keeping the times and the language that are asked; `change` alters them. */
export function go(path: string, change: Readonly<Record<string, string | undefined>> = {}, replace = false): void {
  const href = hrefTo(path, change)
  if (replace) window.history.replaceState(null, '', href)
  else window.history.pushState(null, '', href)
  listeners.forEach((listener) => listener())
  if (!replace) window.scrollTo(0, 0)
}

export function hrefTo(path: string, change: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams(window.location.search)
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined || value === '') query.delete(key)
    else query.set(key, value)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** What is asked on one screen and means nothing on another: left behind when one goes on. */
export const leaving: Readonly<Record<string, undefined>> = {
  why: undefined,
  claim: undefined,
  place: undefined,
  words: undefined,
  field: undefined,
  from: undefined,
  to: undefined,
  exact: undefined,
  in: undefined,
  for: undefined,
}

export const casePath = (caseId: string, screen: string, item?: string): string =>
  `/case/${encodeURIComponent(caseId)}/${screen}${item === undefined ? '' : `/${encodeURIComponent(item)}`}`
