/** Beside who can stop it: what expires next, what binds whom, what is not known. */
import { type ReactNode, useState } from 'react'
import type { MissingAnswer, StandingAnswer } from '../../casework/index.ts'
import { EventForm } from '../acts/forms.tsx'
import { AssessForm, CompleteForm } from '../acts/judgements.tsx'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { stateName } from '../ui/dates.ts'
import { Badge, Section } from '../ui/parts.tsx'
import { dutyText, valueText } from '../ui/values.ts'
import { WhyLink } from '../ui/why.tsx'
import { useLanguage, useWords } from '../words.ts'
import { DaysLeft, Deadline } from './deadline.tsx'

const CLOCKS_SHOWN = 3
const DUTIES_SHOWN = 3
const QUESTIONS_SHOWN = 3

/** The first few, and the rest on request: the page answers without scrolling. */
function Few<T>({
  items,
  shown,
  of,
  children,
}: {
  items: readonly T[]
  shown: number
  of: string
  children: (item: T) => ReactNode
}): ReactNode {
  const [all, setAll] = useState(false)
  const rest = items.length - shown
  return (
    <>
      {(all ? items : items.slice(0, shown)).map(children)}
      {rest <= 0 ? null : (
        <li className="more">
          <button type="button" className="plain-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? '−' : '+'} {rest} {of}
          </button>
        </li>
      )}
    </>
  )
}

export function NextToExpire({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const day = answer.at.slice(0, 10)
  const live = answer.clocks.filter(
    (c) => c.status !== 'passed' && c.deadline.safe !== null && c.deadline.safe.slice(0, 10) >= day,
  )
  return (
    <Section title={word('nextToExpire')} id="clocks">
      {live.length === 0 ? (
        <p className="quiet">{word('nothing')}</p>
      ) : (
        <ul className="lines">
          <Few items={live} shown={CLOCKS_SHOWN} of={word('clocks').toLowerCase()}>
            {(clock) => (
              <li key={clock.id} className="clock">
                <strong className="left">
                  {clock.deadline.safe === null ? null : <DaysLeft from={answer.at} to={clock.deadline.safe} />}
                </strong>{' '}
                <span>
                  {clock.title} <WhyLink id={clock.id} about={clock.title} />
                  <br />
                  <Deadline deadline={clock.deadline} />
                  {clock.direction === 'state' ? <small className="quiet"> · {word('clockOfState')}</small> : null}
                </span>
              </li>
            )}
          </Few>
        </ul>
      )}
    </Section>
  )
}

const bindOrder: Readonly<Record<string, number>> = { binds: 0, binds_as_recorded: 1, contested: 2 }

export function Binds({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const binding = answer.duties
    .filter((d) => d.status in bindOrder)
    .toSorted((a, b) => (bindOrder[a.status] ?? 0) - (bindOrder[b.status] ?? 0))
  const bars = answer.bars.filter((b) => b.applies !== 'unknown')
  return (
    <Section title={word('bindsWhom')} id="duties">
      <ul className="lines">
        <Few items={binding} shown={DUTIES_SHOWN} of={word('otherDuties')}>
          {(d) => (
            <li key={d.id}>
              <strong>{stateName(d.bearerTitle, language)}</strong>: {d.duty}{' '}
              {d.status === 'binds' ? null : <Badge state={d.status}>{dutyText(d.status, language)}</Badge>}{' '}
              <WhyLink id={d.id} about={d.duty} />
            </li>
          )}
        </Few>
        <Few items={bars} shown={0} of={word('bars').toLowerCase()}>
          {(b) => (
            <li key={b.id}>
              {b.title}: <Badge state={b.applies}>{valueText(b.applies, language)}</Badge>
              {b.assessedBy.length === 0 ? null : <small> {b.assessedBy.join('; ')}</small>}{' '}
              <WhyLink id={b.id} about={b.title} />
            </li>
          )}
        </Few>
      </ul>
    </Section>
  )
}

type Asked = MissingAnswer['questions'][number]

/** What is not known, each with a place to answer it. */
export function Questions({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const route = useRoute()
  const [asked, setAsked] = useState<Asked>()
  const [listed, setListed] = useState<Asked>()
  const missing = useAnswer<MissingAnswer>(`/api/cases/${encodeURIComponent(caseId)}/missing?${askedQuery(route)}`)
  const questions = missing.value?.questions ?? []
  return (
    <Section title={word('ask')} id="questions">
      <ul className="lines">
        <Few items={questions} shown={QUESTIONS_SHOWN} of={word('questions')}>
          {(q) => (
            <li key={q.question}>
              {q.question}{' '}
              <small className="quiet" title={q.moves.map((m) => m.title).join('\n')}>
                {word('decidedBy')} {q.moves.length} {word(q.moves.length === 1 ? 'conclusion' : 'conclusions')}
              </small>{' '}
              {q.event === null && q.assess === null ? null : (
                <button type="button" className="why" onClick={() => setAsked(q)}>
                  {word('answer')} <span aria-hidden="true">▸</span>
                </button>
              )}
              {q.event === null ? null : (
                <button type="button" className="why" onClick={() => setListed(q)}>
                  {word('fullList')}
                </button>
              )}
            </li>
          )}
        </Few>
      </ul>
      {listed?.event == null ? null : (
        <CompleteForm caseId={caseId} onClose={() => setListed(undefined)} preset={listed.event} />
      )}
      {asked?.event == null ? null : (
        <EventForm
          caseId={caseId}
          onClose={() => setAsked(undefined)}
          preset={asked.event}
          question={asked.question}
        />
      )}
      {asked?.assess == null ? null : (
        <AssessForm
          caseId={caseId}
          onClose={() => setAsked(undefined)}
          question={asked.assess}
          title={asked.question}
        />
      )}
    </Section>
  )
}
