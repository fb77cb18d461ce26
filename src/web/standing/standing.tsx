/** The home of a case: who can stop the transfer, what expires next, what binds whom, what is not known. */
import { type ReactNode } from 'react'
import type { LanesAnswer, StandingAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { Times } from '../shell/times.tsx'
import { Badge, Section, Shown, To } from '../ui/parts.tsx'
import { exhaustionWord, findingWord } from '../ui/law-words.ts'
import { dutyText, modeText, statusText, strengthText, valueText } from '../ui/values.ts'
import { WhyLink } from '../ui/why.tsx'
import { useLanguage, useWords } from '../words.ts'
import { Lanes, spanOf } from './lanes.tsx'

type Stop = StandingAnswer['stops'][number]

export function StandingScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const base = `/api/cases/${encodeURIComponent(caseId)}`
  const standing = useAnswer<StandingAnswer>(`${base}/standing?${askedQuery(route)}`)
  const lanes = useAnswer<LanesAnswer>(`${base}/lanes?${askedQuery(route)}`)
  return <Shown loaded={standing}>{(answer) => <Page answer={answer} lanes={lanes.value} caseId={caseId} />}</Shown>
}

function Page({ answer, lanes, caseId }: { answer: StandingAnswer; lanes: LanesAnswer | undefined; caseId: string }): ReactNode {
  const word = useWords()
  const ready = answer.stops.filter((stop) => stop.status !== 'unknown')
  const open = answer.stops.filter((stop) => stop.status === 'unknown')
  const span = lanes === undefined ? undefined : spanOf(lanes)
  return (
    <>
      <h1>{answer.case.title}</h1>
      <Times from={span?.from ?? '2012-01-01T00:00'} to={span?.to ?? '2016-01-01T00:00'} shown={answer} />
      <p className="conclusion" role="status">{answer.headline}</p>
      <div className="columns">
        <Section title={word('whoCanStop')} id="stops">
          <ol className="stops">{ready.map((stop) => <StopLine key={stop.remedy} stop={stop} />)}</ol>
          {open.length === 0 ? null : (
            <>
              <h3>{word('perhaps')}</h3>
              <ul className="perhaps">{open.map((stop) => <li key={stop.remedy}>{stop.bodyTitle}: {stop.title} <WhyLink id={stop.remedy} /></li>)}</ul>
            </>
          )}
        </Section>
        <div>
          <NextToExpire answer={answer} />
          <Binds answer={answer} />
          <Questions answer={answer} caseId={caseId} />
        </div>
      </div>
      {lanes === undefined ? null : <Section title={word('tracks')} id="lanes"><Lanes lanes={lanes} /><TrackList answer={answer} /></Section>}
      <Exhaustion answer={answer} />
      <Assertions answer={answer} />
      <Contradictions answer={answer} caseId={caseId} />
      {answer.case.note === null ? null : <Section title={word('about')} id="about" quiet><p>{answer.case.note}</p></Section>}
      <p className="quiet">{word('notAdvice')}</p>
    </>
  )
}

function StopLine({ stop }: { stop: Stop }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  return (
    <li className={`stop stop-${stop.status.replaceAll('_', '-')}`}>
      <p className="stop-body">{stop.bodyTitle} {stop.seised ? <span className="quiet">({word('seised')})</span> : null} <Badge state={stop.inForce ? 'in-force' : stop.status}>{stop.inForce ? word('inForce') : statusText(stop.status, language)}</Badge></p>
      <p>{stop.title} <WhyLink id={stop.remedy} /></p>
      <p className="quiet">
        {modeText(stop.mode, language)}{stop.withoutHearing ? ` · ${word('withoutHearing')}` : ''}{stop.decidedWithin === null ? '' : ` · ${word('within')} ${stop.decidedWithin}`}
        {stop.deadline === null ? null : <> · {word('actBy')} <Deadline deadline={stop.deadline} /></>}
      </p>
      <details>
        <summary>{strengthText(stop.strength, language)}</summary>
        <StopDetail stop={stop} />
      </details>
    </li>
  )
}

function StopDetail({ stop }: { stop: Stop }): ReactNode {
  const word = useWords()
  return (
    <>
      <p className="norms">{stop.norms.map((n) => n.text).join('; ')}</p>
      {stop.channels.length === 0 ? null : <><h4>{word('channels')}</h4><ul>{stop.channels.map((c) => <li key={c.channel}>{c.channel}{c.hours === null ? '' : `; ${c.hours}`}{c.checked === 'unverified' ? ` (${word('unverified')})` : ''}</li>)}</ul></>}
      {stop.disputed.map((point) => (
        <div key={point.point}>
          <h4>{word('disputedPoint')}: {point.question}</h4>
          <ul>{point.positions.map((p) => <li key={p.date + p.authority}><strong>{p.date}</strong> {p.authority}: {p.says}{p.checked === 'unverified' ? ` (${word('unverified')})` : ''}</li>)}</ul>
        </div>
      ))}
      {stop.warnings.length === 0 ? null : <><h4>{word('warnings')}</h4><ul>{stop.warnings.map((w) => <li key={w}>{w}</li>)}</ul></>}
      {stop.precedents.length === 0 ? null : <><h4>{word('rulings')}</h4><ul>{stop.precedents.map((p) => <li key={p.title}><Badge state={p.speaks}>{p.speaks}</Badge> <em>{p.title}</em> ({p.date}): {p.says}</li>)}</ul></>}
      {stop.ask.length === 0 ? null : <><h4>{word('ask')}</h4><ul>{stop.ask.map((q) => <li key={q}>{q}</li>)}</ul></>}
    </>
  )
}

/** One date when both ends agree; the safe one, marked, when they do not. */
export function Deadline({ deadline }: { deadline: NonNullable<Stop['deadline']> }): ReactNode {
  const word = useWords()
  if (deadline.started === 'false') return <>{word('notStarted')}</>
  if (deadline.safe === null) return <>{word('startUnknown')}</>
  if (deadline.latest === deadline.safe) return <time>{deadline.safe}</time>
  return <><time>{deadline.safe}</time> ({word('safeDate')}{deadline.latest === null ? `; ${word('startUnknown')}` : ` – ${deadline.latest}`})</>
}

function NextToExpire({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const live = answer.clocks.filter((c) => c.status !== 'passed' && c.deadline.safe !== null && c.deadline.safe >= answer.at.slice(0, 10)).slice(0, 6)
  return (
    <Section title={word('nextToExpire')} id="clocks">
      {live.length === 0 ? <p className="quiet">{word('nothing')}</p> : (
        <table><tbody>{live.map((clock) => <tr key={clock.id}><th scope="row"><Deadline deadline={clock.deadline} /></th><td>{clock.title} <WhyLink id={clock.id} /></td></tr>)}</tbody></table>
      )}
    </Section>
  )
}

function Binds({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const binding = answer.duties.filter((d) => d.status !== 'unknown')
  const bars = answer.bars.filter((b) => b.applies !== 'unknown')
  return (
    <Section title={word('bindsWhom')} id="duties">
      <ul className="plain">{binding.map((d) => <li key={d.id}><strong>{d.bearer}</strong> {d.duty} <Badge state={d.status}>{dutyText(d.status, language)}</Badge> <WhyLink id={d.id} /></li>)}</ul>
      {bars.length === 0 ? null : <><h3>{word('bars')}</h3><ul className="plain">{bars.map((b) => <li key={b.id}>{b.title}: <Badge state={b.applies}>{valueText(b.applies, language)}</Badge>{b.assessedBy.length === 0 ? null : <small> {b.assessedBy.join('; ')}</small>} <WhyLink id={b.id} /></li>)}</ul></>}
    </Section>
  )
}

const questionsShown = 6

function Questions({ answer, caseId }: { answer: StandingAnswer; caseId: string }): ReactNode {
  const word = useWords()
  return (
    <Section title={word('ask')} id="questions">
      <ol className="questions">{answer.unknowns.slice(0, questionsShown).map((q) => <li key={q.question}>{q.question}</li>)}</ol>
      {answer.unknowns.length > questionsShown ? <p><To path={casePath(caseId, 'timeline')}>{answer.unknowns.length - questionsShown} {word('questions')}</To></p> : null}
    </Section>
  )
}

function TrackList({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  return (
    <dl className="tracks">{answer.tracks.map((track) => (
      <div key={track.id}>
        <dt>{track.title}</dt>
        <dd>
          {track.stageTitle}{track.stage === null ? null : <> <WhyLink id={track.stage} /></>}
          {track.next === null ? null : <span className="quiet"> {word('next')}: {track.next.who}: {track.next.what}</span>}
          {track.pending.map((p) => <span key={p.id} className="quiet"> {word('pending')}: {p.title}{p.docket === null ? '' : ` (${p.docket})`}</span>)}
          {track.question === null ? null : <em> {track.question}</em>}
        </dd>
      </div>
    ))}</dl>
  )
}

function Exhaustion({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const said = (value: string): string => exhaustionWord(value as Parameters<typeof exhaustionWord>[0], language)
  return (
    <Section title={`${word('remediesUsed')}: ${said(answer.exhaustion.overall)}`} id="exhaustion">
      <dl className="tracks">{answer.exhaustion.tracks.map((track) => (
        <div key={track.track}>
          <dt>{track.title}</dt>
          <dd><strong>{said(track.domestic)}</strong>{track.strasbourg === track.domestic ? null : <> ({word('forStrasbourg')}: {said(track.strasbourg)})</>}: {track.because.map((b) => `${b.title}: ${statusText(b.status, language)}`).join('; ')}</dd>
        </div>
      ))}</dl>
    </Section>
  )
}

function Assertions({ answer }: { answer: StandingAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  if (answer.assertions.length === 0) return null
  return (
    <Section title={word('says')} id="assertions">
      <ul className="plain">{answer.assertions.map((a) => (
        <li key={a.id}>
          <strong>{a.speaker}</strong>{a.said === null ? '' : `, ${a.said}`}: {a.title}. <Badge state={a.finding}>{findingWord(a.finding as Parameters<typeof findingWord>[0], language)}</Badge>
          {a.because.length === 0 ? null : <small> {a.because.slice(0, 4).map((b) => `${b.title}: ${b.isText}`).join('; ')}</small>}
        </li>
      ))}</ul>
    </Section>
  )
}

function Contradictions({ answer, caseId }: { answer: StandingAnswer; caseId: string }): ReactNode {
  const word = useWords()
  if (answer.contested.length === 0) return null
  return (
    <Section title={word('contested')} id="contested">
      <ul className="plain">{answer.contested.map((c) => (
        <li key={`${c.subject}.${c.property}`}><To path={casePath(caseId, 'contested')}>{c.subjectTitle}</To> ({c.property}): {c.rivals.map((r) => r.value).join(' / ')} – {c.preferred === null ? word('bothStand') : `${word('weHold')} ${c.preferred}`}</li>
      ))}</ul>
    </Section>
  )
}
