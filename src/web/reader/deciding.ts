/** A person's decisions about proposals: sent one by one, each with a way back. */
import { useState } from 'react'
import { positionBody } from '../acts/build.ts'
import { useActor } from '../acts/desk.tsx'
import { act, ApiError, decide, type Problem, refresh } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { useWords, type Word } from '../words.ts'
import { proposalsPath, type Said, saidQuery } from './said.tsx'

export interface Choice {
  readonly decision: 'accept' | 'correct' | 'refuse'
  readonly value?: string
  readonly because?: string
  /** The event or person meant, `new` for another. */
  readonly sameAs?: string
}

interface Decided {
  readonly claims: readonly { readonly id: string; readonly subject: string; readonly property: string }[]
}

export interface Deciding {
  readonly send: (proposal: string, choice: Choice) => void
  /** What became of the last decision. */
  readonly told: Word | undefined
  readonly undo: (() => void) | undefined
  readonly problem: Problem | undefined
  readonly showNew: () => void
  /** A decision is on its way. */
  readonly busy: boolean
}

const toldOf: Readonly<Record<Choice['decision'], Word>> = {
  accept: 'decidedAccept',
  correct: 'decidedCorrect',
  refuse: 'decidedRefuse',
}

export function useDeciding(caseId: string, document: string, said: Said): Deciding {
  const route = useRoute()
  const word = useWords()
  const actor = useActor()
  const [told, setTold] = useState<Word>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<Decided & { readonly decision: Choice['decision'] }>()
  const during = (work: Promise<unknown>): void => {
    setBusy(true)
    setProblem(undefined)
    work
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        setProblem(error.problem)
      })
      .finally(() => setBusy(false))
  }
  const send: Deciding['send'] = (proposal, choice) => {
    if (busy) return
    const next = followerOf(proposal)
    const path = `${proposalsPath(document)}/decisions?${askedQuery(route, saidQuery(said))}`
    during(
      decide<Decided>(caseId, path, { proposal, ...choice }).then((decided) => {
        setLast({ ...decided, decision: choice.decision })
        setTold(toldOf[choice.decision])
        next?.focus()
      }),
    )
  }
  const undo = (): void => {
    if (last === undefined || busy) return
    const stance = last.decision === 'refuse' ? 'contested' : 'refused'
    const bodies = last.claims.map(({ id, subject, property }) =>
      positionBody({ subject, property, claims: [id], stance }, word('undoneBecause'), actor),
    )
    during(
      act(caseId, bodies).then(() => {
        setLast(undefined)
        setTold('undoneNow')
      }),
    )
  }
  return {
    send,
    told,
    undo: last === undefined ? undefined : undo,
    problem,
    busy,
    showNew: () => {
      setProblem(undefined)
      refresh()
    },
  }
}

/** The line after this one, or before it at the end: where the reader goes on. */
function followerOf(proposal: string): HTMLElement | undefined {
  const rows = [...window.document.querySelectorAll<HTMLElement>('.proposals [data-claim]')]
  const at = rows.findIndex((row) => row.dataset['claim'] === proposal)
  return rows[at + 1] ?? rows[at - 1]
}
