/** Who acts, on which day, with what to choose from. */
import { createContext, type ReactNode, useContext } from 'react'
import type { ChoicesAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { Shown } from '../ui/parts.tsx'
import type { Desk } from './build.ts'

export const ActorContext = createContext('')

/** What is entered while an earlier day is shown counts as learned on that day; otherwise today. */
export function useDay(): string {
  const { query } = useRoute()
  const known = query.get('knownBy') ?? query.get('at') ?? ''
  if (/^\d{4}-\d{2}-\d{2}/.test(known)) return known.slice(0, 10)
  const now = new Date()
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export const useActor = (): { name: string; day: string } => ({ name: useContext(ActorContext), day: useDay() })

/** Loads what can be chosen, then shows the form. */
export function WithDesk({ caseId, children }: { caseId: string; children: (desk: Desk) => ReactNode }): ReactNode {
  const route = useRoute()
  const actor = useActor()
  const choices = useAnswer<ChoicesAnswer>(`/api/cases/${encodeURIComponent(caseId)}/choices?${askedQuery(route)}`)
  return <Shown loaded={choices}>{(value) => children({ ...actor, choices: value })}</Shown>
}
