/** What happened, by date, with who says so; each line opens into its claims. */
import { type ReactNode, useState } from 'react'
import type { ClaimsAnswer, TimelineAnswer } from '../../casework/index.ts'
import { ClaimForm } from '../acts/forms.tsx'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { ClaimList } from '../ui/claims.tsx'
import { dateText } from '../ui/dates.ts'
import { Badge, Shown } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'

type Line = TimelineAnswer['events'][number]

export function TimelineScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [all, setAll] = useState(false)
  const [about, setAbout] = useState<string>()
  const base = `/api/cases/${encodeURIComponent(caseId)}`
  const timeline = useAnswer<TimelineAnswer>(`${base}/timeline?${askedQuery(route, all ? { all: 'yes' } : {})}`)
  const claims = useAnswer<ClaimsAnswer>(`${base}/claims?${askedQuery(route)}`)
  return (
    <>
      <p>
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{' '}
          {word('everyone')}
        </label>
      </p>
      <Shown loaded={timeline}>
        {({ events }) =>
          events.length === 0 ? (
            <p>{word('nothing')}</p>
          ) : (
            <ol className="timeline">
              {events.map((line) => (
                <li key={line.id} id={line.id}>
                  <Happening line={line} caseId={caseId} claims={claims.value} onClaim={setAbout} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
      {about === undefined ? null : (
        <ClaimForm caseId={caseId} onClose={() => setAbout(undefined)} preset={{ subject: about }} />
      )}
    </>
  )
}

interface HappeningProps {
  readonly line: Line
  readonly caseId: string
  readonly claims: ClaimsAnswer | undefined
  readonly onClaim: (subject: string) => void
}

function Happening({ line, caseId, claims, onClaim }: HappeningProps): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const rivals = line.rivalDates.length > 1
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-row>
        <span className="when">{line.date === null ? word('dateUnknown') : dateText(line.date, language)}</span>
        <span>
          {line.title} {rivals ? <Badge state="contested">{word('rivalDates')}</Badge> : null}{' '}
          {line.occurred === 'contested' ? <Badge state="contested">{word('occurredContested')}</Badge> : null}
          {line.occurred === 'false' ? <Badge state="unknown">{word('occurredFalse')}</Badge> : null}
          <small className="quiet"> {line.speakers.join('; ')}</small>
        </span>
      </summary>
      {rivals ? (
        <p>
          {word('rivalDates')}: {line.rivalDates.map((d) => dateText(d, language)).join(' / ')}
        </p>
      ) : null}
      {open ? (
        <>
          <ClaimList caseId={caseId} claims={(claims?.claims ?? []).filter((c) => c.subject === line.id)} />
          <button type="button" onClick={() => onClaim(line.id)}>
            {word('addClaim')}
          </button>
        </>
      ) : null}
    </details>
  )
}
