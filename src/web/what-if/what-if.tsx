/** What would change if something happened: now on the left, then on the right. Nothing is stored. */
import { type FormEvent, type ReactNode, useState } from 'react'
import type { ChoicesAnswer, WhatIfAnswer } from '../../casework/index.ts'
import { field } from '../acts/build.ts'
import { WithDesk } from '../acts/desk.tsx'
import { ApiError, post, type Problem } from '../api.ts'
import { go, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { stateName } from '../ui/dates.ts'
import { Refused, Section } from '../ui/parts.tsx'
import { Choose, Field } from '../ui/sheet.tsx'
import { useLanguage, useWords } from '../words.ts'

/** Issuers of measures and stays, as the law names them. */
const issuers = ['echr', 'cat', 'hrc', 'es.an-contentious', 'es.supreme-third-chamber', 'es.constitutional-court']

/** One line of the notation that the program reads. */
function lineOf(data: FormData, sending: string | null): string {
  const part = (name: string): string => (field(data, name) === '' ? '' : ` ${name}=${field(data, name)}`)
  const issuer = field(data, 'issuer')
  const addressee = ['echr', 'cat', 'hrc'].includes(issuer) && sending !== null ? ` addressee=${sending}` : ''
  return `${field(data, 'type')} ${field(data, 'date')}${part('remedy')}${part('outcome')}${part('issuer')}${addressee}`
}

export function WhatIfScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [answer, setAnswer] = useState<WhatIfAnswer>()
  const [problem, setProblem] = useState<Problem>()
  const ask = (line: string): void => {
    go(window.location.pathname, { suppose: line }, true)
    post<WhatIfAnswer>(`/api/cases/${encodeURIComponent(caseId)}/what-if?${askedQuery(route)}`, {
      events: [line],
    }).then(
      (value) => {
        setProblem(undefined)
        setAnswer(value)
      },
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        setAnswer(undefined)
        setProblem(error.problem)
      },
    )
  }
  return (
    <>
      <p className="quiet">{word('nothingStored')}</p>
      <WithDesk caseId={caseId}>
        {({ choices, day }) => <Suppose choices={choices} day={day} onAsk={ask} />}
      </WithDesk>
      {problem === undefined ? null : <Refused problem={problem} />}
      {answer === undefined ? null : <Outcome answer={answer} />}
    </>
  )
}

function Suppose({
  choices,
  day,
  onAsk,
}: {
  choices: ChoicesAnswer
  day: string
  onAsk: (line: string) => void
}): ReactNode {
  const word = useWords()
  const plain = (ids: readonly string[]): readonly { id: string; title: string }[] =>
    ids.map((id) => ({ id, title: id }))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onAsk(lineOf(new FormData(event.currentTarget), choices.sendingState))
  }
  return (
    <form className="suppose" onSubmit={submit}>
      <Choose name="type" label={word('suppose')} options={choices.eventTypes} value="measure-indicated" required />
      <Field label={word('onDay')}>
        <input name="date" type="date" required defaultValue={day} />
      </Field>
      <Choose name="issuer" label={word('byWhom')} options={plain(issuers)} empty={word('none')} value="echr" />
      <Choose name="remedy" label={word('remedy')} options={choices.remedies} empty={word('none')} />
      <Choose
        name="outcome"
        label={word('outcome')}
        options={plain(['upheld', 'dismissed', 'inadmissible', 'granted', 'refused'])}
        empty={word('none')}
      />
      <button type="submit" className="primary">
        {word('see')}
      </button>
    </form>
  )
}

function Outcome({ answer }: { answer: WhatIfAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  return (
    <div role="status">
      <Section title={word('wouldChange')} id="changes">
        {answer.changes.length === 0 ? (
          <p>{word('noChange')}</p>
        ) : (
          <table className="wide">
            <thead>
              <tr>
                <th scope="col">{word('point')}</th>
                <th scope="col">{word('before')}</th>
                <th scope="col">{word('after')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.changes.map((change) => (
                <tr key={`${change.what} ${change.id}`} data-row tabIndex={-1}>
                  <th scope="row">{change.title}</th>
                  <td>{change.beforeText}</td>
                  <td>
                    <strong>{change.afterText}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section title={word('wouldBind')} id="would-bind">
        <ul className="plain">
          {answer.duties.map((d) => (
            <li key={d.id}>
              <strong>{stateName(d.bearer, language)}</strong>: {d.duty}{' '}
              <small className="quiet">({d.until})</small>
            </li>
          ))}
        </ul>
      </Section>
      {answer.clocksUnderStay.length === 0 ? null : (
        <Section title={word('clocksUnderStay')} id="under-stay">
          <ul className="plain">
            {answer.clocksUnderStay.map((c) => (
              <li key={c.id}>
                {c.title}: {c.note}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
