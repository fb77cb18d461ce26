/** Small parts that every screen uses. */
import { type ReactNode } from 'react'
import type { Loaded, Problem } from '../api.ts'
import { go, hrefTo } from '../route.ts'
import { useWords } from '../words.ts'

interface ToProps {
  readonly path: string
  readonly change?: Readonly<Record<string, string | undefined>>
  readonly children: ReactNode
  readonly className?: string
  readonly current?: boolean
  /** A line of a list: j and k stop at it. */
  readonly row?: boolean
}

/** A link that stays in the page. */
export function To({ path, change, children, className, current, row }: ToProps): ReactNode {
  return (
    <a
      href={hrefTo(path, change)}
      className={className}
      aria-current={current === true ? 'page' : undefined}
      data-row={row === true ? '' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        go(path, change)
      }}
    >
      {children}
    </a>
  )
}

/** What went wrong, and what to do. */
export function Refused({ problem }: { problem: Problem }): ReactNode {
  const word = useWords()
  return (
    <div className="refused" role="alert">
      <p className="refused-what">{problem.what}</p>
      <p>
        <strong>{word('howToGoOn')}:</strong> {problem.remedy}
      </p>
    </div>
  )
}

/** Shows what is loaded; the last answer stays, dimmed, while a new one is on its way. */
export function Shown<T>({
  loaded,
  children,
}: {
  loaded: Loaded<T>
  children: (value: T) => ReactNode
}): ReactNode {
  const word = useWords()
  if (loaded.state === 'failed') return <Refused problem={loaded.problem} />
  if (loaded.value === undefined)
    return (
      <p className="loading" role="status">
        {word('loading')}
      </p>
    )
  return (
    <div className={loaded.state === 'loading' ? 'stale' : undefined} aria-busy={loaded.state === 'loading'}>
      {children(loaded.value)}
    </div>
  )
}

export function Section({
  title,
  id,
  children,
  quiet,
}: {
  title: string
  id: string
  children: ReactNode
  quiet?: boolean
}): ReactNode {
  return (
    <section className={quiet === true ? 'section quiet' : 'section'} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

/** A word that says a state; its shape tells it apart without colour. */
export function Badge({ state, children }: { state: string; children: ReactNode }): ReactNode {
  return <span className={`badge badge-${state.replaceAll('_', '-')}`}>{children}</span>
}
