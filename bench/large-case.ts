/** The worked case with 10,000 claims more, most of them on other persons: as a case grows over the years. */
import { type OpenWorkspace, openWorkspace } from '../src/compose.ts'
import { answerOf, standingFor } from '../src/casework/index.ts'
import { systemPlatform } from '../src/platform/index.ts'
import type { Body } from '../src/record/index.ts'
import { type Rounds, timedAsync } from './timing.ts'

const CASE = 'pavlov-2014'
const CLAIMS = 10_000
const CLAIMS_AN_EVENT = 5
/** 21 March 2014, 9:00 in Madrid, in minutes. */
const KNOWN_BY = Math.floor(Date.parse('2014-03-21T08:00:00Z') / 60_000)

export interface LargeTimes {
  readonly entries: number
  /** Opening it at a time: what was known, as the law asks it. */
  readonly open: Rounds
  /** The whole standing in words, once it is open. */
  readonly standing: Rounds
  /** One claim saved in memory, checked against the record. */
  readonly act: Rounds
}

export async function timeLargeCase(root: string): Promise<LargeTimes> {
  const source = { platform: systemPlatform, root, env: {}, dataFolder: undefined }
  const opened = await openWorkspace(source, { demo: true })
  try {
    const { workspace } = opened
    await workspace.act(CASE, 'bench', background(), await workspace.last(CASE))
    const times = { at: KNOWN_BY, knownBy: KNOWN_BY, audience: 'desk' } as const
    // At another minute each time: what was opened a moment ago would stay open.
    let minute = 0
    const open = await timedAsync(
      async () => {
        minute += 1
        const moment = KNOWN_BY + minute
        await workspace.open(CASE, () => ({ ...times, at: moment, knownBy: moment }))
      },
      { warmUp: 2, rounds: 9 },
    )
    const standing = await timedStanding(workspace, times)
    let number = 0
    const act = await timedAsync(
      async () => {
        number += 1
        await workspace.act(CASE, 'bench', [extra(number)], await workspace.last(CASE))
      },
      { warmUp: 5, rounds: 50 },
    )
    return { entries: (await workspace.entries(CASE)).length, open, standing, act }
  } finally {
    await opened.close()
  }
}

function timedStanding(
  workspace: OpenWorkspace['workspace'],
  times: Parameters<Parameters<typeof workspace.open>[1]> extends unknown[]
    ? ReturnType<Parameters<typeof workspace.open>[1]>
    : never,
): Promise<Rounds> {
  return timedAsync(
    async () => {
      const found = await workspace.open(CASE, () => times)
      if (found === undefined) return
      const { standing, evaluated } = standingFor(found)
      answerOf(standing, evaluated, { law: found.law, view: found.view, language: 'en' })
    },
    { warmUp: 1, rounds: 5 },
  )
}

const day = (number: number): string =>
  `2013-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`

/** Events of other persons and what is said of them, in papers of their own. */
function background(): Body[] {
  const bodies: Body[] = []
  for (let paper = 0; paper < 400; paper++)
    bodies.push({
      kind: 'document',
      document: {
        id: `bench-paper-${paper}`,
        title: `Paper ${paper}`,
        publisher: 'A paper',
        disclosure: 'internal',
      },
    })
  bodies.push({ kind: 'entity', entity: { id: 'bench-speaker', kind: 'body', name: 'A paper' } })
  for (let event = 0; event < CLAIMS / CLAIMS_AN_EVENT; event++) {
    const person = `bench-person-${event % 50}`
    if (event < 50) bodies.push({ kind: 'entity', entity: { id: person, kind: 'person', name: `Person ${event}` } })
    const id = `bench-event-${event}`
    bodies.push({ kind: 'event', event: { id, type: 'arrest', title: `Event ${event}`, person } })
    for (let claim = 0; claim < CLAIMS_AN_EVENT; claim++) {
      const property = claim % 2 === 0 ? 'date' : 'place'
      const value = property === 'date' ? day(event + claim) : `Place ${event % 40}`
      bodies.push(claimBody(`${id}.${claim}`, id, property, value, event))
    }
  }
  return bodies
}

const extra = (number: number): Body =>
  claimBody(`bench-extra-${number}`, 'bench-event-0', 'place', `Place ${number}`, number)

const claimBody = (id: string, subject: string, property: string, value: string, number: number): Body => ({
  kind: 'claim',
  claim: {
    id,
    subject,
    property,
    value,
    speaker: 'bench-speaker',
    document: `bench-paper-${number % 400}`,
    learned: day(number),
    disclosure: 'internal',
  },
})
