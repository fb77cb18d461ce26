import { type FormEvent, type ReactNode, useState } from 'react'
import { ApiError, openSession, type Problem, type SessionAnswer } from '../api.ts'
import { Refused } from '../ui/parts.tsx'
import { useWords } from '../words.ts'

/** Asks for the name under which acts are recorded; the link's token does the rest. */
export function SignIn({
  token,
  onSession,
  problem,
}: {
  token: string | undefined
  onSession: (session: SessionAnswer) => void
  problem: Problem | undefined
}): ReactNode {
  const word = useWords()
  const [name, setName] = useState('')
  const [refused, setRefused] = useState(problem)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    openSession(token, name.trim()).then(onSession, (error: unknown) => {
      if (error instanceof ApiError) setRefused(error.problem)
      else throw error
    })
  }
  return (
    <main className="sign-in">
      <h1>Forestay</h1>
      {refused === undefined ? null : <Refused problem={refused} />}
      {token === undefined ? (
        <p>{word('signedOut')}.</p>
      ) : (
        <form onSubmit={submit}>
          <label htmlFor="name">{word('yourName')}</label>
          <input
            id="name"
            required
            maxLength={120}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit">{word('signIn')}</button>
        </form>
      )}
      <p className="quiet">{word('notAdvice')}</p>
    </main>
  )
}
