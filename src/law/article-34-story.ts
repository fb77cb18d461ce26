/**
 * The events of one application to Strasbourg, read for the question of article 34: which measures bound whom, from
 * when and for how long, and who was taken where. Nothing here judges.
 */
import { type Four, type Instant, type Span, type Zone, DateError, parseDate } from '../record/index.ts'
import { checkStoryEvent } from './article-34-notation.ts'
import { NotationError, type Occurrence, readNotation } from './situation.ts'

/** Which persons of an application a measure, a lifting or an act concerns. */
export interface Persons {
  /** Absent: all of them. */
  readonly only?: readonly string[]
  readonly except: readonly string[]
}

/** Until when a measure lasts, as its letter says. */
export type MeasureTerm =
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'further-notice' }
  | { readonly kind: 'moment'; readonly end: Span }
  /** Until one of these events; the first to happen ends it. */
  | { readonly kind: 'event'; readonly types: readonly string[]; readonly text: string }

interface Told {
  readonly id: string
  /** `unknown`: told without having been checked; `contested`: sources differ on whether it happened at all. */
  readonly occurred: Four
  /** Absent: nobody dates it. */
  readonly when: Span | undefined
  readonly persons: Persons
}

/** A measure indicated, or prolonged: either puts it in force from then on. */
export interface Measure extends Told {
  readonly kind: 'indicated' | 'extended'
  /** Absent: not recorded. */
  readonly addressee: string | undefined
  /** When the State received it or otherwise learned of it, whichever came first. */
  readonly known: Span | undefined
  readonly term: MeasureTerm
  /** `transfer`, or a narrower word of the letter such as `extradition`. */
  readonly forbids: string
  /** What it asks for other than not to hand over, such as `access-to-counsel`. */
  readonly requires: string | undefined
  readonly to: string | undefined
}

/** What ends a measure before its term, or may: a lifting; the end of the application. */
export interface Ending extends Told {
  readonly type: string
  readonly addressee: string | undefined
}

/** Somebody was taken out of the State's hands or territory. */
export interface Taking extends Told {
  readonly type: 'surrendered' | 'removed' | 'abducted'
  readonly to: string | undefined
  /** A State, `others`, `himself`; absent: the State for a surrender or removal, not known for an abduction. */
  readonly by: string | undefined
  readonly stateInvolved: Four
  /** Whether the State did what it could to protect the person. */
  readonly protected: Four
  /** The person left through a frontier that the State controls, as by air. */
  readonly throughFrontier: Four
  /** `no`: nothing exposes the person to being sent on to the State that the measure names. */
  readonly onward: Four
}

/**
 * Another act: against a measure (`measure-disobeyed`), or against the application itself (`application-hindered`).
 */
export interface OtherAct extends Told {
  readonly type: 'measure-disobeyed' | 'application-hindered'
  readonly by: string | undefined
  readonly requires: string | undefined
  readonly how: string | undefined
}

export interface Story {
  readonly measures: readonly Measure[]
  readonly endings: readonly Ending[]
  readonly takings: readonly Taking[]
  readonly others: readonly OtherAct[]
  /** Requests that did not lead to a measure: refused, not examined, out of scope, adjourned. */
  readonly unmet: readonly Ending[]
  /** Measures of other bodies, such as a UN committee. */
  readonly foreign: readonly { readonly id: string; readonly issuer: string }[]
  /** Events by type, for terms that end with one. */
  readonly byType: ReadonlyMap<string, readonly Told[]>
}

/** Strasbourg's clock: hours of the Court without a zone of their own are read on it. */
export const strasbourgZone: Zone = 'Europe/Paris'

const unmetTypes = ['measure-refused', 'measure-not-examined', 'measure-out-of-scope', 'measure-adjourned']
const endingTypes = ['measure-lifted', 'application-struck-out', 'application-inadmissible', 'judgment-final']
const takingTypes = ['surrendered', 'removed', 'abducted']
const otherTypes = ['measure-disobeyed', 'application-hindered']
const proceedingsEnd = ['judgment-final', 'application-inadmissible', 'application-struck-out']

/**
 * Reads lines in the notation of `law/README.md`, each in the time zone of its own `zone=` or else in `zone`; an
 * offset
 * in a time, as in 2015-09-22T12:05+02:00, goes before both. With `types`, a term may only name one of these
 * events. A
 * misspelt key or State would change a finding unseen, so it is refused. Throws {@link NotationError} or a
 * `DateError`.
 */
export function readStoryLines(
  lines: readonly string[],
  zone: Zone = strasbourgZone,
  types?: readonly string[],
): readonly Occurrence[] {
  return lines.flatMap((line, index) => {
    const own = /(?:^|\s)zone=(\S+)/.exec(line)?.[1]
    if (own !== undefined && !isZone(own))
      throw new NotationError(
        `In "${line}", "${own}" is not a time zone.`,
        'Write it as zone=Europe/Moscow, or give the time with its offset: 2015-09-22T12:05+02:00.',
      )
    const { occurrences, facts, complete, assessments } = readNotation([line], own ?? zone)
    if (occurrences.length === 0 && (Object.keys(facts).length > 0 || complete.length + assessments.length > 0))
      throw new NotationError(
        `"${line}" is not an event.`,
        'Write only events here: what is not written is taken as not having happened.',
      )
    for (const occurrence of occurrences) checkStoryEvent(line, occurrence, types)
    return occurrences.map((o) => ({ ...o, id: `event-${index + 1}` }))
  })
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The story as it stood at `asOf`: what happened later is left out, what may have happened later is not certain. */
export function storyOf(occurrences: readonly Occurrence[], asOf: Instant, zone: Zone = strasbourgZone): Story {
  const known = occurrences.flatMap((o) => asStoodAt(o, asOf))
  const ours = known.filter((o) => !isForeign(o))
  const of = (types: readonly string[]): readonly Occurrence[] => ours.filter((o) => types.includes(o.type))
  const byType = new Map<string, Told[]>()
  for (const o of ours) byType.set(o.type, [...(byType.get(o.type) ?? []), told(o)])
  return {
    measures: withInheritance(of(['measure-indicated', 'measure-extended']).map((o) => measureOf(o, zone))),
    endings: of(endingTypes).map(endingOf),
    unmet: of(unmetTypes).map(endingOf),
    takings: of(takingTypes).map(takingOf),
    others: of(otherTypes).map(otherOf),
    foreign: known.filter(isForeign).map((o) => ({ id: o.id, issuer: o.attributes['issuer'] ?? '' })),
    byType,
  }
}

/** Everyone whom some event names. Empty: the events speak of all applicants alike. */
export function personsNamed(occurrences: readonly Occurrence[]): readonly string[] {
  const named = occurrences.flatMap((o) => [...names(o.attributes['person']), ...names(o.attributes['except'])])
  return [...new Set(named)]
}

const names = (text: string | undefined): readonly string[] => text?.split(',').filter((n) => n !== '') ?? []

function asStoodAt(o: Occurrence, asOf: Instant): readonly Occurrence[] {
  if (o.occurred === 'false' || (o.when !== undefined && o.when.earliest > asOf)) return []
  return o.when === undefined || o.when.latest <= asOf || o.occurred !== 'true'
    ? [o]
    : [{ ...o, occurred: 'unknown' }]
}

/** A request of another body. An event without an issuer is taken as the Court's. */
const isForeign = (o: Occurrence): boolean =>
  (o.type.startsWith('measure-') || o.type.startsWith('application-') || o.type.startsWith('judgment')) &&
  o.type !== 'measure-disobeyed' &&
  o.type !== 'application-hindered' &&
  (o.attributes['issuer'] ?? 'echr') !== 'echr'

const told = (o: Occurrence): Told => {
  const only = names(o.attributes['person'])
  return {
    id: o.id,
    occurred: o.occurred,
    when: o.when,
    persons: { ...(only.length === 0 ? {} : { only }), except: names(o.attributes['except']) },
  }
}

function measureOf(o: Occurrence, zone: Zone): Measure {
  return {
    ...told(o),
    kind: o.type === 'measure-extended' ? 'extended' : 'indicated',
    addressee: o.attributes['addressee'],
    known: firstOf(o.moments['received'], o.moments['known'], o.moments['notified'], o.moments['delivered']),
    term: termOf(o.attributes['until'], zone),
    forbids: o.attributes['forbids'] ?? 'transfer',
    requires: o.attributes['requires'],
    to: o.attributes['to'],
  }
}

function firstOf(...spans: readonly (Span | undefined)[]): Span | undefined {
  return spans.filter((s) => s !== undefined).sort((a, b) => a.latest - b.latest)[0]
}

function termOf(text: string | undefined, zone: Zone): MeasureTerm {
  if (text === undefined) return { kind: 'not-recorded' }
  if (text === 'further-notice') return { kind: 'further-notice' }
  if (/^\d/.test(text)) return { kind: 'moment', end: dateOf(text, zone) }
  return { kind: 'event', text, types: text === 'end-of-proceedings' ? proceedingsEnd : [text] }
}

function dateOf(text: string, zone: Zone): Span {
  try {
    return parseDate(text, zone)
  } catch (error) {
    if (error instanceof DateError)
      throw new NotationError(`"until=${text}" cannot be read: ${error.message}`, error.remedy)
    throw error
  }
}

/** A prolongation that does not repeat what the letter said goes on as the measure that it prolongs. */
function withInheritance(measures: readonly Measure[]): readonly Measure[] {
  const first = measures.find((m) => m.kind === 'indicated')
  return measures.map((m) =>
    m.kind === 'indicated' || first === undefined
      ? m
      : {
          ...m,
          addressee: m.addressee ?? first.addressee,
          to: m.to ?? first.to,
          requires: m.requires ?? first.requires,
        },
  )
}

const endingOf = (o: Occurrence): Ending => ({ ...told(o), type: o.type, addressee: o.attributes['addressee'] })

const yesNo = (text: string | undefined): Four => (text === 'yes' ? 'true' : text === 'no' ? 'false' : 'unknown')

const takingOf = (o: Occurrence): Taking => ({
  ...told(o),
  type: o.type as Taking['type'],
  to: o.attributes['to'],
  by: o.attributes['by'],
  stateInvolved: yesNo(o.attributes['state-involved']),
  protected: yesNo(o.attributes['protected']),
  throughFrontier: o.attributes['left'] === 'by-air' ? 'true' : yesNo(o.attributes['through-frontier']),
  onward: yesNo(o.attributes['onward']),
})

const otherOf = (o: Occurrence): OtherAct => ({
  ...told(o),
  type: o.type as OtherAct['type'],
  by: o.attributes['by'],
  requires: o.attributes['requires'],
  how: o.attributes['how'],
})
