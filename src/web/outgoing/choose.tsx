/** Which paper: its kind, its language, for whom, as known when. */
import { type ReactNode } from 'react'
import type { PapersAnswer } from '../../publish/index.ts'
import { casePath, go, type Route } from '../route.ts'
import { Badge, To } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { paperWords } from '../words-outgoing.ts'
import { releaseWords } from './asked.ts'

export type PaperLine = PapersAnswer['papers'][number]

export function usePaperName(): (kind: PaperLine['kind']) => string {
  const language = useLanguage()
  return (kind) => paperWords[kind][language === 'es' ? 1 : 0]
}

interface ChooseProps {
  readonly caseId: string
  readonly papers: readonly PaperLine[]
  readonly chosen: PaperLine | undefined
  readonly route: Route
}

export function PaperChoice({ caseId, papers, chosen, route }: ChooseProps): ReactNode {
  const word = useWords()
  const page = useLanguage()
  const name = usePaperName()
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    go(window.location.pathname, change, true)
  return (
    <nav className="papers" aria-label={word('choosePaper')}>
      <ul>
        {papers.map((paper) => (
          <li key={paper.kind}>
            <To
              path={casePath(caseId, 'outgoing', paper.kind)}
              change={{ for: undefined }}
              current={paper === chosen}
            >
              {name(paper.kind)}
            </To>
            <PaperState paper={paper} />
          </li>
        ))}
      </ul>
      <label className="field">
        <span>{word('paperLanguage')}</span>
        <select
          name="in"
          value={route.query.get('in') ?? page}
          onChange={(event) => set({ in: event.target.value === page ? undefined : event.target.value })}
        >
          <option value="en">English</option>
          <option value="es">Español</option>
        </select>
      </label>
      <label className="field">
        <span>{word('paperReaders')}</span>
        <select
          name="for"
          value={route.query.get('for') ?? chosen?.audience ?? 'counsel'}
          onChange={(event) =>
            set({ for: event.target.value === chosen?.audience ? undefined : event.target.value })
          }
        >
          <option value="counsel">{word('readersCounsel')}</option>
          <option value="public">{word('readersPublic')}</option>
        </select>
      </label>
      <p className="quiet small">{word('paperAsKnownHelp')}</p>
      {chosen === undefined ? null : <FormSource paper={chosen} />}
    </nav>
  )
}

function PaperState({ paper: { state } }: { paper: PaperLine }): ReactNode {
  const word = useWords()
  if (state === null) return null
  const missing = state.required === 0 ? word('gapsNone') : `${state.required} ${word('gapsShort')}`
  return (
    <p className="quiet small">
      {state.blocked > 0 ? (
        <>
          <Badge state="refused">
            {state.blocked} {word('blockedMark')}
          </Badge>{' '}
        </>
      ) : null}
      {state.release === 'not_asked' ? missing : word(releaseWords[state.release])}
    </p>
  )
}

/** How far the form can be relied on: where it was read, and whether anybody checked it. */
function FormSource({ paper: { source } }: { paper: PaperLine }): ReactNode {
  const word = useWords()
  return (
    <p className="quiet small">
      {word('formChecked')}: {source.text}{' '}
      {source.checked === 'unverified' ? <Badge state="warning">{word('unverified')}</Badge> : null}
    </p>
  )
}
