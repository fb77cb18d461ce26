/** Papers arrive: dropped or chosen, as many as one likes, one after the other, each said how it went. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useDay } from '../acts/desk.tsx'
import { ApiError, refresh, send } from '../api.ts'
import { casePath } from '../route.ts'
import { To } from '../ui/parts.tsx'
import { useWords, type Word } from '../words.ts'

interface Arrival {
  readonly name: string
  readonly state: Extract<Word, 'arrived' | 'alreadyHere' | 'keptUnread' | 'failed'>
  readonly document?: string
  readonly what?: string
}

interface Answer {
  readonly document: string
  readonly title: string
  readonly known: boolean
  readonly read: boolean
  readonly warnings: readonly string[]
}

/** Sent side by side: enough to keep the reader busy, few enough to keep the page quick. */
const AT_ONCE = 3

async function deliver(caseId: string, day: string, file: File): Promise<Arrival> {
  const query = new URLSearchParams({ name: file.name, arrived: day })
  try {
    const answer = await send<Answer>(
      `/api/cases/${encodeURIComponent(caseId)}/documents?${query.toString()}`,
      file,
    )
    return {
      name: file.name,
      document: answer.document,
      state: answer.known ? 'alreadyHere' : answer.read ? 'arrived' : 'keptUnread',
      ...(answer.warnings[0] === undefined ? {} : { what: answer.warnings[0] }),
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { name: file.name, state: 'failed', what: `${error.problem.what} ${error.problem.remedy}` }
  }
}

export function Upload({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const day = useDay()
  const input = useRef<HTMLInputElement>(null)
  const [of, setOf] = useState(0)
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([])
  const [over, setOver] = useState(false)
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return
    setOf(files.length)
    setArrivals([])
    const waiting = [...files]
    const work = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const arrival = await deliver(caseId, day, file)
        setArrivals((before) => [...before, arrival])
      }
    }
    void Promise.all(Array.from({ length: AT_ONCE }, work)).then(refresh)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    <section
      className={over ? 'drop drop-over' : 'drop'}
      aria-label={word('addDocuments')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        {word('dropHere')}{' '}
        <button type="button" onClick={() => input.current?.click()}>
          {word('chooseFiles')}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </p>
      {of === 0 ? null : (
        <div role="status">
          <progress max={of} value={arrivals.length} aria-label={word('addDocuments')} /> {arrivals.length}{' '}
          {word('arrivedOf')} {of} {word('arrived')}
        </div>
      )}
      <Arrivals arrivals={arrivals} caseId={caseId} />
    </section>
  )
}

/** What went wrong stands first; of what went well only the last few. */
function Arrivals({ arrivals, caseId }: { arrivals: readonly Arrival[]; caseId: string }): ReactNode {
  const word = useWords()
  const order = { failed: 0, keptUnread: 1, alreadyHere: 2, arrived: 3 } as const
  const shown = arrivals.toReversed().toSorted((a, b) => order[a.state] - order[b.state])
  return (
    <ul className="plain small">
      {shown.slice(0, 12).map((arrival, index) => (
        <li key={`${arrival.name} ${index}`}>
          {arrival.document === undefined ? (
            arrival.name
          ) : (
            <To path={casePath(caseId, 'reader', arrival.document)}>{arrival.name}</To>
          )}
          : {word(arrival.state)}
          {arrival.what === undefined ? null : <span className="quiet"> – {arrival.what}</span>}
        </li>
      ))}
    </ul>
  )
}
