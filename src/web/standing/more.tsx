/** Below the first screen: where each track stands, exhaustion, what people say of the law, contradictions. */
import { type ReactNode } from 'react'
import type { StandingAnswer } from '../../casework/index.ts'
import { flagWord } from '../../record/index.ts'
import { casePath } from '../route.ts'
import { exhaustionWord, findingWord } from '../ui/law-words.ts'
import { Badge, Section, To } from '../ui/parts.tsx'
import { statusText } from '../ui/values.ts'
import { WhyLink } from '../ui/why.tsx'
import { dateText } from '../ui/dates.ts'
import { useLanguage, useProperty, useWords } from '../words.ts'

export function TrackList({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  return (
    <dl className="tracks">
      {answer.tracks.map((track) => (
        <div key={track.id}>
          <dt>{track.title}</dt>
          <dd>
            {track.stageTitle}
            {track.stage === null ? null : (
              <>
                {' '}
                <WhyLink id={track.stage} about={track.stageTitle} />
              </>
            )}
            {track.next === null ? null : (
              <span className="quiet">
                {' '}
                {word('next')}: {track.next.who}: {track.next.what}
              </span>
            )}
            {track.pending.map((p) => (
              <span key={p.id} className="quiet">
                {' '}
                {word('pending')}: {p.title}
                {p.docket === null ? '' : ` (${p.docket})`}
              </span>
            ))}
            {track.question === null ? null : <em> {track.question}</em>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Exhaustion({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const said = (value: string): string => exhaustionWord(value as Parameters<typeof exhaustionWord>[0], language)
  return (
    <Section title={`${word('remediesUsed')}: ${said(answer.exhaustion.overall)}`} id="exhaustion">
      <dl className="tracks">
        {answer.exhaustion.tracks.map((track) => (
          <div key={track.track}>
            <dt>{track.title}</dt>
            <dd>
              <strong>{said(track.domestic)}</strong>
              {track.strasbourg === track.domestic ? null : (
                <>
                  {' '}
                  ({word('forStrasbourg')}: {said(track.strasbourg)})
                </>
              )}
              : {track.because.map((b) => `${b.title}: ${statusText(b.status, language)}`).join('; ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

export function Assertions({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  if (answer.assertions.length === 0) return null
  return (
    <Section title={word('says')} id="assertions">
      <ul className="plain">
        {answer.assertions.map((a) => (
          <li key={a.id}>
            <strong>{a.speaker}</strong>
            {a.said === null ? '' : `, ${dateText(a.said, language)}`}: {a.title}.{' '}
            <Badge state={a.finding}>{findingWord(a.finding as Parameters<typeof findingWord>[0], language)}</Badge>
            {a.because.length === 0 ? null : (
              <small>
                {' '}
                {a.because
                  .slice(0, 4)
                  .map((b) => `${b.title}: ${b.isText}`)
                  .join('; ')}
              </small>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Contradictions({ answer, caseId }: { answer: StandingAnswer; caseId: string }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  if (answer.contested.length === 0) return null
  return (
    <Section title={word('contested')} id="contested">
      <ul className="plain">
        {answer.contested.map((c) => (
          <li key={`${c.subject}.${c.property}`}>
            <To path={casePath(caseId, 'contested')}>{c.subjectTitle}</To> ({property(c.property)}):{' '}
            {c.rivals.map((r) => dateText(flagWord(c.property, r.value, language), language)).join(' / ')} –{' '}
            {c.preferred === null
              ? word('bothStand')
              : `${word('weHold')} ${dateText(flagWord(c.property, c.preferred, language), language)}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
