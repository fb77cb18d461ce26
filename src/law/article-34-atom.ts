/**
 * The reading of events on article 34 as an input of the packs' rules, so that both say the same. The reading takes
 * the events as the whole story; a record is open. What the reading takes for granted must here be shown: by a list
 * that is complete, or the answer is unknown.
 */
import { type Four } from '../record/index.ts'
import { article34, type Article34Value } from './article-34.ts'
import { personsNamed } from './article-34-story.ts'
import { boundBy } from './bindings.ts'
import { allOf, anyOf } from './firm.ts'
import type { Ground, Grounded } from './ground.ts'
import type { Occurrence } from './situation.ts'

const fours: Readonly<Record<Article34Value, Four>> = {
  breached: 'true',
  'not-breached': 'false',
  unknown: 'unknown',
  contested: 'contested',
}

const told = /^(measure-|application-|judgment-final$|surrendered$|removed$|abducted$)/
const takings = ['surrendered', 'removed']
const decisive = ['issuer', 'addressee', 'until', 'to', 'by', 'forbids', 'requires', 'person', 'except']

/** Whether article 34 was breached, in the case as recorded by the day asked. */
export function article34Breached(ground: Ground): Grounded {
  const { law, situation, visible } = ground
  const states = situation.facts['sending-state']?.values ?? []
  const events = visible.map(({ occurrence, ours }) => asTold(occurrence, ours))
  const relevant = events.filter(({ type }) => told.test(type))
  const evidence = [...new Set(relevant.flatMap((o) => o.evidence))]
  if (states.length === 0) return { value: 'unknown', evidence, because: 'the sending State is not recorded' }
  const perState = states.map((sending) => {
    const question = {
      sending,
      asOf: situation.at,
      knownBy: situation.knownBy,
      bound: boundBy(law, sending, 'echr'),
      granted: { lifting: ground.completeFor(lifting) !== undefined, addressee: false, bound: false },
    }
    const named = personsNamed(relevant)
    const persons = named.length === 0 ? [undefined] : named
    const read = anyOf(
      persons.map(
        (person) => fours[article34(events, { ...question, ...(person === undefined ? {} : { person }) }).finding],
      ),
    )
    return read === 'false' ? nothingElse(ground, sending) : read
  })
  const [first = 'unknown'] = perState
  const value = perState.every((v) => v === first) ? first : perState.includes('unknown') ? 'unknown' : 'contested'
  return { value, evidence }
}

const lifting = { type: 'measure-lifted', where: [['issuer', 'echr'] as const] }

/** No breach in what is recorded: a *no* once it is known that there was no measure, or no other transfer. */
function nothingElse(ground: Ground, sending: string): Four {
  const happened = (type: string, where: readonly (readonly [string, string])[] = []): Four =>
    ground.value({ kind: 'happened', pattern: { type, where } }).value
  const noMeasure = happened('measure-indicated', [
    ['issuer', 'echr'],
    ['addressee', sending],
  ])
  const settled = allOf(takings.map((type) => (happened(type) === 'unknown' ? 'unknown' : 'true')))
  return noMeasure === 'false' || settled === 'true' ? 'false' : 'unknown'
}

/** What sources dispute, whose issuer nobody names, or what may be another State's, is told without being certain. */
function asTold(occurrence: Occurrence, ours: Four): Occurrence {
  const { type, attributes, rivals, occurred } = occurrence
  const open =
    ours !== 'true' ||
    (type.startsWith('measure-') && type !== 'measure-disobeyed' && attributes['issuer'] === undefined) ||
    decisive.some((key) => rivals?.[key] !== undefined)
  return open && occurred !== 'false' ? { ...occurrence, occurred: allOf([occurred, 'unknown']) } : occurrence
}
