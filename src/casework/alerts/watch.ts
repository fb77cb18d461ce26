/** What the ticker watches: the deadlines of every case that is kept, those that ran out of late among them. */
import type { Instant } from '../../record/index.ts'
import { datedDeadlines } from '../deadlines.ts'
import { deadlineMarks, type MarkKey } from '../marks.ts'
import type { Workspace } from '../workspace.ts'
import type { Watched } from './due.ts'
import type { Watch } from './ticker.ts'

/** Minutes after which a case is worked out anew though nobody acted: a deadline may stand still or run on. */
const FRESH_MINUTES = 15

interface Seen {
  readonly last: number
  readonly at: Instant
  readonly deadlines: readonly Watched[]
}

/** A case that cannot be worked out is named and keeps nobody from being told of the others. */
export function watchOf(
  workspace: Pick<Workspace, 'cases' | 'open'>,
  key: MarkKey,
): (now: Instant) => Promise<Watch> {
  const seen = new Map<string, Seen>()
  const look = async (id: string, last: number, now: Instant): Promise<readonly Watched[]> => {
    const before = seen.get(id)
    if (before?.last === last && now >= before.at && now - before.at < FRESH_MINUTES) return before.deadlines
    const opened = await workspace.open(id, () => ({ at: now, knownBy: now, audience: 'desk' }))
    const caseTitle = opened?.view.header?.title ?? ''
    const deadlines = (opened === undefined ? [] : datedDeadlines(opened)).map((deadline): Watched => ({
      ...deadline,
      case: id,
      caseTitle,
      marks: deadlineMarks(key, id, deadline),
    }))
    seen.set(id, { last, at: now, deadlines })
    return deadlines
  }
  return async (now) => {
    const deadlines: Watched[] = []
    const problems: string[] = []
    for (const { id, last } of await workspace.cases()) {
      try {
        deadlines.push(...(await look(id, last, now)))
      } catch (error) {
        deadlines.push(...(seen.get(id)?.deadlines ?? []))
        problems.push(
          `The deadlines of the case ${id} could not be worked out: ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
    return { deadlines, problems }
  }
}
