import { type ReactNode } from 'react'
import type { StandingAnswer } from '../../casework/index.ts'
import { dateText, daysBetween } from '../ui/dates.ts'
import { useLanguage, useWords } from '../words.ts'

type Told = NonNullable<StandingAnswer['stops'][number]['deadline']>

/** One date when both ends agree; the safe one, marked, when they do not. */
export function Deadline({ deadline }: { deadline: Told }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  if (deadline.started === 'false') return <>{word('notStarted')}</>
  if (deadline.safe === null) return <>{word('startUnknown')}</>
  const safe = <time dateTime={deadline.safe}>{dateText(deadline.safe, language)}</time>
  if (deadline.latest === deadline.safe) return safe
  return (
    <>
      {safe}{' '}
      <small className="quiet">
        {word('safeDate')};{' '}
        {deadline.latest === null ? word('orLater') : `${word('orUntil')} ${dateText(deadline.latest, language)}`}
      </small>
    </>
  )
}

/** How far off a date is from the moment asked about, in words. */
export function DaysLeft({ from, to }: { from: string; to: string }): ReactNode {
  const word = useWords()
  const days = daysBetween(from, to)
  if (!Number.isFinite(days) || days < 0) return null
  return (
    <>{days === 0 ? word('today') : days === 1 ? word('tomorrow') : word('inDays').replace('{n}', String(days))}</>
  )
}
