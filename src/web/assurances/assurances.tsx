/** Assurances, factor by factor: what would have to be seen, what the record holds, what a named person answers. */
import { type ReactNode, useState } from 'react'
import type { AssurancesAnswer } from '../../casework/index.ts'
import { AssessForm } from '../acts/judgements.tsx'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { ClaimList } from '../ui/claims.tsx'
import { dateText } from '../ui/dates.ts'
import { Badge, Section, Shown } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'

interface Asked {
  readonly question: string
  readonly title: string
}

type Test = AssurancesAnswer['tests'][number]

export function AssurancesScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [asked, setAsked] = useState<Asked>()
  const loaded = useAnswer<AssurancesAnswer>(
    `/api/cases/${encodeURIComponent(caseId)}/assurances?${askedQuery(route)}`,
  )
  return (
    <>
      <p className="quiet">{word('noScore')}</p>
      <Shown loaded={loaded}>
        {({ tests, claims }) => (
          <>
            {tests.map((test) => (
              <TestView key={test.test} test={test} onAsk={setAsked} />
            ))}
            <Section title={word('recordHolds')} id="held">
              {claims.length === 0 ? <p>{word('nothingHeld')}</p> : <ClaimList caseId={caseId} claims={claims} />}
            </Section>
          </>
        )}
      </Shown>
      {asked === undefined ? null : <AssessForm caseId={caseId} onClose={() => setAsked(undefined)} {...asked} />}
    </>
  )
}

function TestView({ test, onAsk }: { test: Test; onAsk: (asked: Asked) => void }): ReactNode {
  const word = useWords()
  return (
    <Section title={test.question} id={test.test}>
      <Answers answers={test.answers} />
      <p>
        <button type="button" onClick={() => onAsk({ question: test.test, title: test.question })}>
          {word('assess')}
        </button>{' '}
        <small className="quiet" translate="no">
          {test.norms.join('; ')}
        </small>
      </p>
      <ol className="factors">
        {test.factors.map((factor) => (
          <li key={factor.question} data-row tabIndex={-1}>
            <h3>
              {factor.title}{' '}
              {factor.checked === 'unverified' ? <Badge state="unknown">{word('unverified')}</Badge> : null}
            </h3>
            <p className="quiet">
              {word('whatEvidence')}: {factor.needs}
            </p>
            {factor.answers.length === 0 ? <p className="quiet">{word('nobodyAssessed')}</p> : null}
            <Answers answers={factor.answers} />
            <button type="button" onClick={() => onAsk({ question: factor.question, title: factor.title })}>
              {word('assess')}
            </button>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Answers({ answers }: { answers: Test['answers'] }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  return (
    <>
      {answers.map((answer) => (
        <p key={answer.id}>
          <Badge state={answer.answer === 'unsure' ? 'unknown' : 'open'}>{word(answer.answer)}</Badge>{' '}
          <strong>{answer.by}</strong>, {dateText(answer.learned, language)}: {answer.reasons}
        </p>
      ))}
    </>
  )
}
