/** The frame of every page: who is signed in, which case, which times, where one can go. */
import { type ReactNode, useEffect, useState } from 'react'
import { ActorContext } from '../acts/desk.tsx'
import { EventForm } from '../acts/forms.tsx'
import { ApiError, openSession, type Problem, refresh, type SessionAnswer, useMoved } from '../api.ts'
import { type Route, useRoute } from '../route.ts'
import { WhyPanel } from '../ui/why.tsx'
import { LanguageContext, type PageLanguage, useWords } from '../words.ts'
import { Bar } from './bar.tsx'
import { HelpSheet, useKeys } from './keys.tsx'
import { Menu } from './menu.tsx'
import { screenOf } from './screens.tsx'
import { SignIn } from './sign-in.tsx'
import { Times } from './times.tsx'

/** The one-time token of the printed link, taken out of the address at once. */
function takeToken(): string | undefined {
  const token = /^#token=([0-9a-f]+)$/.exec(window.location.hash)?.[1]
  if (token !== undefined) window.history.replaceState(null, '', window.location.pathname + window.location.search)
  return token
}

const tokenOfLink = takeToken()

export function App(): ReactNode {
  const route = useRoute()
  const language: PageLanguage = route.query.get('lang') === 'es' ? 'es' : 'en'
  const [session, setSession] = useState<SessionAnswer>()
  const [problem, setProblem] = useState<Problem>()
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    if (tokenOfLink !== undefined) {
      setAsked(true)
      return
    }
    openSession(undefined, '')
      .then(setSession, (error: unknown) => {
        if (error instanceof ApiError) setProblem(error.problem)
        else throw error
      })
      .finally(() => setAsked(true))
  }, [])
  return (
    <LanguageContext value={language}>
      {session === undefined ? (
        asked ? (
          <SignIn token={tokenOfLink} onSession={setSession} problem={problem} />
        ) : null
      ) : (
        <ActorContext value={session.name}>
          <Frame route={route} session={session} onSession={setSession} />
        </ActorContext>
      )}
    </LanguageContext>
  )
}

interface FrameProps {
  readonly route: Route
  readonly session: SessionAnswer
  readonly onSession: (session: SessionAnswer | undefined) => void
}

function Frame({ route, session, onSession }: FrameProps): ReactNode {
  const word = useWords()
  const { caseId, screen } = route
  const [help, setHelp] = useState(false)
  const [recording, setRecording] = useState(false)
  useKeys(route, { help: () => setHelp(true), newEvent: () => setRecording(true) })
  const Screen = screenOf(route)
  const title = word(screen)
  useEffect(() => {
    document.title = `${title} – Forestay`
  }, [title])
  return (
    <>
      <a className="skip" href="#content">
        {word('skip')}
      </a>
      <Bar route={route} session={session} onHelp={() => setHelp(true)} />
      <div className="frame">
        {caseId === undefined ? null : <Menu caseId={caseId} screen={screen} onRecord={() => setRecording(true)} />}
        <main id="content" tabIndex={-1}>
          {caseId === undefined ? null : <Times caseId={caseId} />}
          {caseId === undefined ? null : <MovedOn caseId={caseId} />}
          {screen === 'standing' || screen === 'docket' ? (
            <h1 className="quiet-title">{title}</h1>
          ) : (
            <h1>{title}</h1>
          )}
          <Screen caseId={caseId ?? ''} onSession={onSession} key={`${screen} ${caseId ?? ''}`} />
        </main>
      </div>
      {caseId === undefined ? null : <WhyPanel caseId={caseId} />}
      {recording && caseId !== undefined ? <EventForm caseId={caseId} onClose={() => setRecording(false)} /> : null}
      <HelpSheet open={help} onClose={() => setHelp(false)} />
    </>
  )
}

/** Said quietly when another window has acted; nothing is redrawn under the reader's eyes. */
function MovedOn({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  if (!useMoved(caseId)) return null
  return (
    <p className="moved" role="status">
      {word('movedOn')}{' '}
      <button type="button" onClick={refresh}>
        {word('showNew')}
      </button>
    </p>
  )
}
