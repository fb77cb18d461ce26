/** Papers arrive: dropped or chosen, as many as one likes, each said how it went. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useDay } from '../acts/desk.tsx'
import { casePath } from '../route.ts'
import { To } from '../ui/parts.tsx'
import { Field } from '../ui/sheet.tsx'
import { useWords } from '../words.ts'
import { type Arrival, type Drop, stop, take, tryAgain, useDrop } from './arrivals.ts'

export function Upload({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const arrived = useDay()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [publisher, setPublisher] = useState('')
  const [published, setPublished] = useState('')
  const drop = useDrop(caseId)
  const bring = (files: readonly File[]): void => take(caseId, files, { publisher, published, arrived })
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    bring([...event.dataTransfer.files])
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
      onDrop={dropped}
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
            bring([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </p>
      <div className="inline">
        <Field label={word('publishedByAll')}>
          <input
            name="publisher"
            maxLength={200}
            value={publisher}
            onChange={(event) => setPublisher(event.target.value)}
          />
        </Field>
        <Field label={word('publishedOnAll')}>
          <input
            name="published"
            type="date"
            value={published}
            onChange={(event) => setPublished(event.target.value)}
          />
        </Field>
      </div>
      {drop === undefined ? null : <Report caseId={caseId} drop={drop} />}
    </section>
  )
}

/** How far it is, and in the end what became of each: what came in is what was kept and what was not. */
function Report({ caseId, drop }: { caseId: string; drop: Drop }): ReactNode {
  const word = useWords()
  const { of, arrivals, state, leftOut } = drop
  const many = (name: Arrival['state']): number => arrivals.filter((one) => one.state === name).length
  const unkept = many('failed')
  const parts = arrivals.reduce((sum, one) => sum + one.parts, 0)
  const proposals = arrivals.reduce((sum, one) => sum + one.proposals, 0)
  const told = [
    `${word('readCount')} ${many('arrived')}`,
    `${word('unreadCount')} ${many('keptUnread')}`,
    `${word('twiceCount')} ${many('alreadyHere')}`,
    ...(parts === 0 ? [] : [`${word('partsCount')} ${parts}`]),
    ...(proposals === 0 ? [] : [`${proposals} ${word('proposalsCount')}`]),
  ]
  return (
    <>
      <div role="status" data-drop={state}>
        {state === 'running' ? (
          <>
            <progress max={of} value={arrivals.length} aria-label={word('addDocuments')} /> {arrivals.length}{' '}
            {word('arrivedOf')} {of}{' '}
            <button type="button" onClick={() => stop(caseId)}>
              {word('stop')}
            </button>
          </>
        ) : (
          <p className="told">
            <strong>
              {word('inCount')} {of}: {word('keptCount')} {arrivals.length - unkept}, {word('refusedCount')}{' '}
              {unkept}
              {leftOut === 0 ? null : `, ${word('leftOut')} ${leftOut}`}
            </strong>
            {' – '}
            {told.join(', ')}. {state === 'stopped' ? word('stopped') : null}{' '}
            {unkept === 0 ? null : (
              <button type="button" onClick={() => tryAgain(caseId)}>
                {word('tryAgain')}
              </button>
            )}
          </p>
        )}
      </div>
      <Arrivals arrivals={arrivals} caseId={caseId} />
    </>
  )
}

const order: Readonly<Record<Arrival['state'], number>> = { failed: 0, keptUnread: 1, alreadyHere: 2, arrived: 3 }
const ARRIVALS_SHOWN_MAX = 12

/** What went wrong stands first; of what went well only the last few. */
function Arrivals({ arrivals, caseId }: { arrivals: readonly Arrival[]; caseId: string }): ReactNode {
  const word = useWords()
  const shown = arrivals.toReversed().toSorted((a, b) => order[a.state] - order[b.state])
  return (
    <ul className="plain small">
      {shown.slice(0, ARRIVALS_SHOWN_MAX).map((arrival, index) => (
        <li key={`${arrival.name} ${index}`}>
          {arrival.document === undefined ? (
            arrival.name
          ) : (
            <To path={casePath(caseId, 'reader', arrival.document)}>{arrival.name}</To>
          )}
          : {word(arrival.state)}
          {arrival.proposals === 0 ? null : `, ${arrival.proposals} ${word('proposalsCount')}`}
          {arrival.parts === 0 ? null : `, ${word('partsCount')} ${arrival.parts}`}
          {arrival.what === undefined ? null : <span className="quiet"> – {arrival.what}</span>}
        </li>
      ))}
    </ul>
  )
}
