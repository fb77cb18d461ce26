/** The persons of a case: names, what is said of them, who may be one, how they hang together. */
import { type ReactNode, useState } from 'react'
import type { PeopleAnswer } from '../../casework/index.ts'
import { IdentityForm } from '../acts/judgements.tsx'
import { useAnswer } from '../api.ts'
import { WhoMaySee } from '../outgoing/disclose.tsx'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { Badge, Section, Shown } from '../ui/parts.tsx'
import { useProperty, useWords } from '../words.ts'
import { Network } from './network.tsx'

interface Judging {
  readonly a: string
  readonly b: string
  readonly judgement: 'same' | 'different'
  readonly title: string
}

export function PeopleScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [judging, setJudging] = useState<Judging>()
  const loaded = useAnswer<PeopleAnswer>(`/api/cases/${encodeURIComponent(caseId)}/people?${askedQuery(route)}`)
  return (
    <>
      <Shown loaded={loaded}>
        {(answer) => (
          <>
            {answer.people.length === 0 ? <p>{word('nothing')}</p> : null}
            <Proposals answer={answer} onJudge={setJudging} />
            <Persons answer={answer} caseId={caseId} />
            {answer.relations.length === 0 ? null : (
              <Section title={word('network')} id="network">
                <Network answer={answer} />
                <Relations answer={answer} />
              </Section>
            )}
            <Judgements answer={answer} onJudge={setJudging} />
          </>
        )}
      </Shown>
      {judging === undefined ? null : (
        <IdentityForm caseId={caseId} onClose={() => setJudging(undefined)} {...judging} />
      )}
    </>
  )
}

function Persons({ answer, caseId }: { answer: PeopleAnswer; caseId: string }): ReactNode {
  const word = useWords()
  const property = useProperty()
  return (
    <ul className="cards">
      {answer.people.map((person) => (
        <li key={person.id} data-row tabIndex={0}>
          <h2>{person.name}</h2>
          <div className="quiet small">
            {person.events} {word('eventsCount')}{' '}
            <WhoMaySee caseId={caseId} of="entity" thing={person.id} title={person.name} />
          </div>
          {person.facts.length === 0 ? null : (
            <dl className="facts">
              {person.facts.map((fact) => (
                <div key={fact.property}>
                  <dt>{property(fact.property)}</dt>
                  <dd>
                    {fact.value} {fact.contested ? <Badge state="contested">{word('contested')}</Badge> : null}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {person.names.length + person.same.length === 0 ? null : (
            <p className="small">
              {word('heldToBe')}: {[...person.same, ...person.names].join(' · ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Proposals({ answer, onJudge }: { answer: PeopleAnswer; onJudge: (judging: Judging) => void }): ReactNode {
  const word = useWords()
  if (answer.proposals.length === 0) return null
  return (
    <Section title={word('perhapsSame')} id="proposals">
      <ul className="plain">
        {answer.proposals.map(({ a, b, aName, bName, reasons }) => (
          <li key={`${a} ${b}`}>
            <strong>{aName}</strong> – <strong>{bName}</strong> <span className="quiet">{reasons.join('; ')}</span>{' '}
            <button
              type="button"
              onClick={() =>
                onJudge({ a, b, judgement: 'same', title: `${word('samePerson')}: ${aName} – ${bName}` })
              }
            >
              {word('samePerson')}
            </button>{' '}
            <button
              type="button"
              onClick={() =>
                onJudge({ a, b, judgement: 'different', title: `${word('differentPerson')}: ${aName} – ${bName}` })
              }
            >
              {word('differentPerson')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Relations({ answer }: { answer: PeopleAnswer }): ReactNode {
  const property = useProperty()
  return (
    <ul className="plain">
      {answer.relations.map((r) => (
        <li key={`${r.from} ${r.relation} ${r.to}`}>
          <strong>{r.fromName}</strong>: {property(r.relation)} <strong>{r.toName}</strong>{' '}
          <small className="quiet">({r.speakers.join('; ')})</small>
        </li>
      ))}
    </ul>
  )
}

function Judgements({ answer, onJudge }: { answer: PeopleAnswer; onJudge: (judging: Judging) => void }): ReactNode {
  const word = useWords()
  if (answer.judgements.length === 0) return null
  return (
    <Section title={word('heldSame')} id="judgements">
      <ul className="plain">
        {answer.judgements.map(({ id, a, b, aName, bName, judgement, by, because }) => (
          <li key={id}>
            {aName} – {bName}:{' '}
            <Badge state={judgement === 'same' ? 'open' : 'unknown'}>
              {word(judgement === 'same' ? 'samePerson' : judgement === 'different' ? 'differentPerson' : 'unsure')}
            </Badge>{' '}
            {because} <small className="quiet">({by})</small>{' '}
            {judgement === 'same' ? (
              <button
                type="button"
                onClick={() =>
                  onJudge({ a, b, judgement: 'different', title: `${word('separate')}: ${aName} – ${bName}` })
                }
              >
                {word('separate')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
