import { type ReactNode } from 'react'
import type { SessionAnswer } from '../api.ts'
import { useAnswer } from '../api.ts'
import { casePath, go, leaving, type Route } from '../route.ts'
import { To } from '../ui/parts.tsx'
import { useWords } from '../words.ts'

/** Above every page: the way back, the case, who acts, help, language. */
export function Bar({
  route,
  session,
  onHelp,
}: {
  route: Route
  session: SessionAnswer
  onHelp: () => void
}): ReactNode {
  const word = useWords()
  const { caseId } = route
  const header = useAnswer<{ title: string }>(
    caseId === undefined ? undefined : `/api/cases/${encodeURIComponent(caseId)}/header`,
  )
  const home = { ...leaving, at: undefined, knownBy: undefined, audience: undefined }
  return (
    <header className="bar">
      <To path="/" className="brand" change={home}>
        Forestay
      </To>
      <nav className="crumbs" aria-label={word('docket')}>
        <To path="/" change={home}>
          {word('docket')}
        </To>
        {route.caseId === undefined ? (
          <To path="/law" change={home}>
            {word('law')}
          </To>
        ) : (
          <>
            <span aria-hidden="true">▸</span>
            <To path={casePath(route.caseId, 'standing')} change={leaving}>
              {header.value?.title ?? route.caseId}
            </To>
          </>
        )}
      </nav>
      <span className="who">
        <To path="/settings" change={home}>
          {session.name}
        </To>
      </span>
      <button type="button" onClick={onHelp}>
        {word('help')} <kbd>?</kbd>
      </button>
      <LanguageChoice route={route} />
    </header>
  )
}

export function LanguageChoice({ route }: { route: Route }): ReactNode {
  const word = useWords()
  return (
    <select
      aria-label={word('language')}
      value={route.query.get('lang') ?? 'en'}
      onChange={(event) =>
        go(window.location.pathname, { lang: event.target.value === 'en' ? undefined : event.target.value }, true)
      }
    >
      <option value="en">English</option>
      <option value="es">Español</option>
    </select>
  )
}
