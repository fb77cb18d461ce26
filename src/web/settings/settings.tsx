/** The name that stands under one's acts, the language, where the data lies. */
import { type FormEvent, type ReactNode, useState } from 'react'
import { field } from '../acts/build.ts'
import { ApiError, openSession, type Problem, rename, type SessionAnswer, signOut, useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { LanguageChoice } from '../shell/bar.tsx'
import { Refused, Section } from '../ui/parts.tsx'
import { Field } from '../ui/sheet.tsx'
import { useWords } from '../words.ts'

export function SettingsScreen({
  onSession,
}: {
  onSession: (session: SessionAnswer | undefined) => void
}): ReactNode {
  const word = useWords()
  const route = useRoute()
  const [problem, setProblem] = useState<Problem>()
  const session = useAnswer<SessionAnswer & { kept: string }>('/api/session')
  const failed = (error: unknown): void => {
    if (!(error instanceof ApiError)) throw error
    setProblem(error.problem)
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    rename(field(new FormData(event.currentTarget), 'name'))
      .then(() => openSession(undefined, ''))
      .then(onSession, failed)
  }
  const kept = session.value?.kept
  return (
    <>
      <Section title={word('name')} id="name-section">
        <form onSubmit={submit} className="inline">
          <Field label={word('yourName')} hint={word('nameMeans')}>
            <input
              name="name"
              required
              maxLength={120}
              defaultValue={session.value?.name ?? ''}
              key={session.value?.name}
            />
          </Field>
          <button type="submit">{word('save')}</button>
        </form>
        {problem === undefined ? null : <Refused problem={problem} />}
      </Section>
      <Section title={word('language')} id="language-section">
        <LanguageChoice route={route} />
      </Section>
      <Section title={word('whereData')} id="data-section">
        <p>
          {kept === undefined ? word('loading') : kept === 'memory' ? word('dataInMemory') : word('dataOnDisk')}{' '}
          {kept === undefined || kept === 'memory' ? null : <code>{kept}</code>}
        </p>
      </Section>
      <p>
        <button type="button" onClick={() => void signOut().then(() => onSession(undefined), failed)}>
          {word('signOut')}
        </button>
      </p>
      <p className="quiet">{word('notAdvice')}</p>
    </>
  )
}
