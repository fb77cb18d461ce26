/** Papers on their way in: a few at a time, counted so that what came in is what was kept and what was not. */
import { useSyncExternalStore } from 'react'
import { ApiError, refresh, send } from '../api.ts'

/** What became of one file. */
export interface Arrival {
  readonly name: string
  readonly state: 'arrived' | 'keptUnread' | 'alreadyHere' | 'failed'
  readonly document?: string
  /** Why it was not read, or not kept. */
  readonly what?: string
  /** Papers that were packed in it. */
  readonly parts: number
  readonly proposals: number
}

/** What is said of all the papers of one drop. */
export interface Said {
  readonly publisher: string
  readonly published: string
  readonly arrived: string
}

export interface Drop {
  /** Files that came in. */
  readonly of: number
  readonly arrivals: readonly Arrival[]
  /** Files that were left out when somebody stopped it. */
  readonly leftOut: number
  readonly state: 'running' | 'stopped' | 'done'
}

interface Answer {
  readonly documents: readonly {
    readonly document: string
    readonly known: boolean
    readonly refused: string | null
    readonly proposals: number
  }[]
}

/** Sent side by side: enough to keep the reader busy, few enough to keep the page and other windows quick. */
const AT_ONCE = 3

const drops = new Map<string, Drop>()
/** Files that could not be kept, to be tried again. */
const failed = new Map<string, { readonly files: readonly File[]; readonly said: Said }>()
const changes = new Set<() => void>()
const subscribe = (changed: () => void): (() => void) => {
  changes.add(changed)
  return () => void changes.delete(changed)
}

/** Goes on while other screens are looked at. */
export const useDrop = (caseId: string): Drop | undefined =>
  useSyncExternalStore(subscribe, () => drops.get(caseId))

function set(caseId: string, drop: Drop): void {
  drops.set(caseId, drop)
  changes.forEach((changed) => changed())
}

const isRunning = (caseId: string): boolean => drops.get(caseId)?.state === 'running'

window.addEventListener('beforeunload', (event) => {
  if ([...drops.values()].some(({ state }) => state === 'running')) event.preventDefault()
})

/** Takes the files in; those of a drop that is still running join it. */
export function take(caseId: string, files: readonly File[], said: Said): void {
  if (files.length === 0) return
  const before = drops.get(caseId)
  if (before !== undefined && before.state === 'running') {
    set(caseId, { ...before, of: before.of + files.length })
    waiting.get(caseId)?.push(...files.map((file) => ({ file, said })))
    return
  }
  set(caseId, { of: files.length, arrivals: [], leftOut: 0, state: 'running' })
  failed.delete(caseId)
  const queue = files.map((file) => ({ file, said }))
  waiting.set(caseId, queue)
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && isRunning(caseId); next = queue.shift()) {
      const arrival = await deliver(caseId, next.file, next.said)
      if (arrival.state === 'failed') {
        failed.set(caseId, { files: [...(failed.get(caseId)?.files ?? []), next.file], said })
      }
      const now = drops.get(caseId)
      if (now !== undefined) set(caseId, { ...now, arrivals: [...now.arrivals, arrival] })
    }
  }
  void Promise.all(Array.from({ length: AT_ONCE }, work)).then(() => {
    const now = drops.get(caseId)
    if (now !== undefined) {
      const leftOut = now.of - now.arrivals.length
      set(caseId, { ...now, leftOut, state: leftOut === 0 ? 'done' : 'stopped' })
    }
    refresh()
  })
}

interface Waiting {
  readonly file: File
  readonly said: Said
}
const waiting = new Map<string, Waiting[]>()

/** No more is sent; what is under way arrives. */
export function stop(caseId: string): void {
  const now = drops.get(caseId)
  waiting.get(caseId)?.splice(0)
  if (now !== undefined) set(caseId, { ...now, state: 'stopped' })
}

/** Sends again what was not kept. */
export function tryAgain(caseId: string): void {
  const again = failed.get(caseId)
  if (again !== undefined) take(caseId, again.files, again.said)
}

async function deliver(caseId: string, file: File, said: Said): Promise<Arrival> {
  const query = new URLSearchParams({ name: file.name })
  for (const [name, value] of Object.entries(said)) if (value !== '') query.set(name, String(value))
  try {
    const { documents } = await send<Answer>(
      `/api/cases/${encodeURIComponent(caseId)}/documents?${query.toString()}`,
      file,
    )
    const [first] = documents
    return {
      name: file.name,
      parts: Math.max(0, documents.length - 1),
      proposals: documents.reduce((sum, one) => sum + one.proposals, 0),
      state: first?.known === true ? 'alreadyHere' : first?.refused === null ? 'arrived' : 'keptUnread',
      ...(first === undefined ? {} : { document: first.document }),
      ...(first?.refused == null ? {} : { what: first.refused }),
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const what = `${error.problem.what} ${error.problem.remedy}`
    return { name: file.name, state: 'failed', what, parts: 0, proposals: 0 }
  }
}
