/** The frame of every page: who is signed in, which case, which times, where one can go. */
import { type ReactNode, useEffect, useState } from 'react'
import { ApiError, openSession, type Problem, type SessionAnswer } from '../api.ts'
import { DocketScreen } from '../docket/docket.tsx'
import { casePath, go, type Route, screens, useRoute } from '../route.ts'
import { StandingScreen } from '../standing/standing.tsx'
import { To } from '../ui/parts.tsx'
import { WhyPanel } from '../ui/why.tsx'
import { LanguageContext, type PageLanguage, useWords } from '../words.ts'
import { SignIn } from './sign-in.tsx'

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
    openSession(undefined, '').then(setSession, (error: unknown) => {
      if (error instanceof ApiError) setProblem(error.problem)
      else throw error
    }).finally(() => setAsked(true))
  }, [])
  return (
    <LanguageContext value={language}>
      {session === undefined ? (asked ? <SignIn token={tokenOfLink} onSession={setSession} problem={problem} /> : null) : <Frame route={route} session={session} />}
    </LanguageContext>
  )
}

/** Screens that exist; the others keep their place in the menu until they do. */
const ready: Readonly<Record<string, (props: { caseId: string }) => ReactNode>> = { standing: StandingScreen }

function Frame({ route, session }: { route: Route; session: SessionAnswer }): ReactNode {
  const word = useWords()
  const { caseId, screen } = route
  const Screen = caseId === undefined ? undefined : ready[screen]
  return (
    <>
      <a className="skip" href="#content">{word('skip')}</a>
      <header className="bar">
        <To path="/" className="brand" change={{ why: undefined, at: undefined, knownBy: undefined }}>Forestay</To>
        <span className="who">{session.name}</span>
        <LanguageChoice route={route} />
      </header>
      <div className="frame">
        {caseId === undefined ? null : (
          <nav aria-label={word('docket')} className="menu">
            <ul>{screens.filter((name) => ready[name] !== undefined).map((name) => (
              <li key={name}><To path={casePath(caseId, name)} change={{ why: undefined, claim: undefined }} current={name === screen}>{word(name)}</To></li>
            ))}</ul>
          </nav>
        )}
        <main id="content" tabIndex={-1}>
          {caseId === undefined || Screen === undefined ? <DocketScreen /> : <Screen caseId={caseId} key={screen} />}
        </main>
      </div>
      {caseId === undefined ? null : <WhyPanel caseId={caseId} />}
    </>
  )
}

function LanguageChoice({ route }: { route: Route }): ReactNode {
  const word = useWords()
  return (
    <label className="language">{word('language')}{' '}
      <select value={route.query.get('lang') ?? 'en'} onChange={(event) => go(window.location.pathname, { lang: event.target.value === 'en' ? undefined : event.target.value }, true)}>
        <option value="en">English</option>
        <option value="es">Español</option>
      </select>
    </label>
  )
}
