/**
 * The finding under article 34 that follows from the events of a judgment, beside the finding that the Court made.
 */
import { type Four, type Instant, parseDate } from '../record/index.ts'
import { article34, type Article34Finding } from './article-34.ts'
import type { PrecedentCase, PrecedentEvent } from './precedents.ts'
import type { Occurrence } from './situation.ts'

/** `open`: the events do not settle it. `not-read`: nobody has read what the Court found. */
export type Agreement = 'agrees' | 'disagrees' | 'open' | 'not-read'

export interface Compared {
  readonly found: PrecedentCase
  /** Absent: neither a measure nor a taking is among the events. */
  readonly computed?: Article34Finding
  readonly agreement: Agreement
}

const decisive = /^(measure-|surrendered$|removed$|abducted$|application-hindered$)/

/** What the events of the case say by `asOf`, and whether the Court said the same. */
export function compareArticle34(found: PrecedentCase, asOf: Instant): Compared {
  if (!found.events.some((e) => decisive.test(e.event))) return { found, agreement: 'open' }
  const computed = forEachState(found, asOf)
  return { found, computed, agreement: agreementOf(found, computed) }
}

/** With several sending States, the worst finding: the Court's is recorded for the case as a whole. */
function forEachState(found: PrecedentCase, asOf: Instant): Article34Finding {
  const occurrences = occurrencesOf(found)
  const findings = found.sending.map((sending) => article34(occurrences, { sending, asOf }))
  const order: readonly Article34Finding['finding'][] = ['breached', 'contested', 'unknown', 'not-breached']
  return (
    order.map((value) => findings.find((f) => f.finding === value)).find((f) => f !== undefined) ??
    article34([], { sending: '', asOf })
  )
}

function agreementOf({ article34: coded }: PrecedentCase, { finding }: Article34Finding): Agreement {
  if (coded.checked !== 'read' || coded.is === 'unknown') return 'not-read'
  if (finding === 'unknown' || finding === 'contested') return 'open'
  return (coded.is === 'violation') === (finding === 'breached') ? 'agrees' : 'disagrees'
}

/**
 * The events as the law sees them. What was not read may not have happened. A measure that nobody dates is there all
 * the same; and where the Court found article 3 violated outright, somebody may have been taken away although no
 * event
 * says so.
 */
export function occurrencesOf(found: PrecedentCase): readonly Occurrence[] {
  const told = found.events.map((event, index) => occurrenceOf(event, found, `${found.precedent}-${index + 1}`))
  const undated: Occurrence[] = []
  if (found.measure.is === 'indicated' && !told.some((o) => o.type === 'measure-indicated'))
    undated.push({
      ...withoutDate(found, 'measure-indicated', found.measure.checked === 'read' ? 'true' : 'unknown'),
      attributes: { addressee: found.sending.join(',') },
    })
  if (found.article3.is === 'violation' && !told.some((o) => takings.has(o.type)))
    undated.push(withoutDate(found, found.removal.some((r) => secret.has(r)) ? 'abducted' : 'removed', 'unknown'))
  return [...told, ...undated]
}

const takings = new Set(['surrendered', 'removed', 'abducted'])
const secret = new Set(['abduction', 'disappearance', 'secret-transfer', 'unofficial-rendition'])

const withoutDate = (found: PrecedentCase, type: string, occurred: Four): Occurrence => ({
  id: `${found.precedent}-${type}`,
  type,
  occurred,
  attributes: {},
  moments: {},
  evidence: [],
})

function occurrenceOf(event: PrecedentEvent, found: PrecedentCase, id: string): Occurrence {
  const { event: type, date, checked, received, source, note, ...attributes } = event
  const told = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return {
    id,
    type,
    occurred: checked === 'read' ? 'true' : 'unknown',
    when: parseDate(date, found.zone),
    attributes: {
      ...(type === 'measure-indicated' ? { addressee: found.sending.join(',') } : {}),
      ...Object.fromEntries(told),
    },
    moments: received === undefined ? {} : { received: parseDate(received, found.zone) },
    evidence: source === undefined ? [] : [source],
    ...(note === undefined ? {} : { title: note }),
  }
}
