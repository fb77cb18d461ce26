/** Who can stop the transfer: ranked, one body after the other, each way with how it works and by when. */
import { type ReactNode } from 'react'
import type { StandingAnswer } from '../../casework/index.ts'
import { casePath } from '../route.ts'
import { Badge, Section, To } from '../ui/parts.tsx'
import { modeText, statusText, strengthText } from '../ui/values.ts'
import { WhyLink } from '../ui/why.tsx'
import { useLanguage, useWords, type Word } from '../words.ts'
import { Deadline } from './deadline.tsx'

export type Stop = StandingAnswer['stops'][number]

/** Neighbouring ways before one body, in the order of their rank. */
function byBody(stops: readonly Stop[]): readonly (readonly Stop[])[] {
  const groups: Stop[][] = []
  for (const stop of stops) {
    const last = groups.at(-1)
    if (last?.[0]?.body === stop.body) last.push(stop)
    else groups.push([stop])
  }
  return groups
}

export function Stops({ answer, caseId }: { answer: StandingAnswer; caseId: string }): ReactNode {
  const word = useWords()
  const ready = byBody(answer.stops.filter((stop) => stop.status !== 'unknown'))
  const open = byBody(answer.stops.filter((stop) => stop.status === 'unknown'))
  return (
    <Section title={word('whoCanStop')} id="stops">
      {ready.length > 0 ? null : <p>{word(answer.gone === null ? 'nobodyKnown' : 'nothingHolds')}</p>}
      <ol className="stops">
        {ready.map((group) => (
          <Body key={group[0]?.remedy} stops={group} caseId={caseId} />
        ))}
      </ol>
      {open.length === 0 ? null : (
        <p className="perhaps">
          <strong>{word('perhaps')}:</strong>{' '}
          {open.map((group, index) => (
            <span key={group[0]?.remedy}>
              {index === 0 ? '' : '; '}
              {group[0]?.bodyTitle}{' '}
              {group.map((stop) => (
                <WhyLink key={stop.remedy} id={stop.remedy} about={stop.title} />
              ))}
            </span>
          ))}
        </p>
      )}
    </Section>
  )
}

function Body({ stops, caseId }: { stops: readonly Stop[]; caseId: string }): ReactNode {
  const word = useWords()
  const [first] = stops
  if (first === undefined) return null
  return (
    <li className="stop">
      <p className="stop-body">
        {first.bodyTitle}
        {first.seised ? <span className="quiet"> · {word('seised')}</span> : null}
      </p>
      {stops.map((stop) => (
        <Way key={stop.remedy} stop={stop} caseId={caseId} />
      ))}
    </li>
  )
}

function Way({ stop, caseId }: { stop: Stop; caseId: string }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const facts = [
    modeText(stop.mode, language),
    ...(stop.withoutHearing ? [word('withoutHearing')] : []),
    ...(stop.decidedWithin === null ? [] : [`${word('within')} ${stop.decidedWithin}`]),
  ]
  return (
    <details className="way">
      <summary data-row>
        <Badge state={stop.inForce ? 'in-force' : stop.status}>
          {stop.inForce ? word('inForce') : statusText(stop.status, language)}
        </Badge>{' '}
        <span className="way-title">{stop.title}</span>{' '}
        <span className="quiet way-facts">
          {facts.join(' · ')}
          {stop.deadline === null ? null : (
            <>
              {' · '}
              {word('actBy')} <Deadline deadline={stop.deadline} />
            </>
          )}
        </span>
      </summary>
      <p>
        <WhyLink id={stop.remedy} about={stop.title} /> ·{' '}
        <To path={casePath(caseId, 'law', stop.remedy)}>{word('openLaw')}</To> ·{' '}
        <span className="quiet">{strengthText(stop.strength, language)}</span>
      </p>
      <WayDetail stop={stop} />
    </details>
  )
}

/** For whom a ruling speaks. */
const speaksWords: Readonly<Record<string, Word>> = {
  for: 'rulingFor',
  against: 'rulingAgainst',
  warning: 'rulingWarns',
  mixed: 'rulingMixed',
}

function WayDetail({ stop }: { stop: Stop }): ReactNode {
  const word = useWords()
  const speaksWord = (speaks: string): string => {
    const known = speaksWords[speaks]
    return known === undefined ? speaks : word(known)
  }
  const doubt = (checked: string): string => (checked === 'unverified' ? ` (${word('unverified')})` : '')
  return (
    <>
      <p className="norms" translate="no">
        {stop.norms.map((n) => n.text).join('; ')}
      </p>
      <Listed
        title={word('channels')}
        lines={stop.channels.map((c) => (
          <>
            {c.channel}
            {c.hours === null ? null : <span lang="en">; {c.hours}</span>}
            {doubt(c.checked)}
          </>
        ))}
      />
      {stop.disputed.map((point) => (
        <Listed
          key={point.point}
          title={`${word('disputedPoint')}: ${point.question}`}
          lines={point.positions.map((p) => (
            <>
              {p.date}, <span translate="no">{p.authority}</span>: {p.says}
              {doubt(p.checked)}
            </>
          ))}
        />
      ))}
      <Listed title={word('warnings')} lines={stop.warnings} />
      {stop.precedents.length === 0 ? null : (
        <>
          <h4>{word('rulings')}</h4>
          <ul>
            {stop.precedents.map((p) => (
              <li key={p.title}>
                <Badge state={p.speaks}>{speaksWord(p.speaks)}</Badge> <em translate="no">{p.title}</em> ({p.date}):{' '}
                {p.says}
              </li>
            ))}
          </ul>
        </>
      )}
      <Listed title={word('ask')} lines={stop.ask} />
    </>
  )
}

function Listed({ title, lines }: { title: string; lines: readonly ReactNode[] }): ReactNode {
  if (lines.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  )
}
