/**
 * What the law is asked about: one case as known at one moment. Built from the record by `casework`, or from the
 * short
 * notation of examples and what-ifs. Plain data; nothing here decides anything.
 */
import { type Four, type Instant, type Span, type Zone, parseDate, parseMoment } from '../record/index.ts'

/** An event as the law sees it. */
export interface Occurrence {
  readonly id: string
  readonly type: string
  readonly title?: string
  /** `contested` when sources of equal standing say that it did and did not happen. */
  readonly occurred: Four
  /** Absent when no source dates it. */
  readonly when?: Span
  readonly attributes: Readonly<Record<string, string>>
  /** Attributes on which sources differ, with every value given. */
  readonly rivals?: Readonly<Record<string, readonly string[]>>
  /** Further dates of the same event: notified, pronounced, published, known … */
  readonly moments: Readonly<Record<string, Span>>
  /** Which time round in which track it belongs to; absent: seen from every track. */
  readonly track?: string
  readonly round?: number
  readonly proceeding?: string
  /** Claims on which it rests. */
  readonly evidence: readonly string[]
  /** Added by a what-if; never stored as fact. */
  readonly hypothetical?: boolean
}

export interface CaseFact {
  readonly values: readonly string[]
  readonly contested: boolean
  readonly evidence: readonly string[]
}

/** The list of such events is complete through an instant: what is not on it did not happen. */
export interface CompleteList {
  readonly id: string
  readonly type: string
  readonly where: Readonly<Record<string, string>>
  readonly track?: string
  readonly round?: number
  readonly proceeding?: string
  readonly through: Instant
  readonly because: string
}

export interface Assessed {
  readonly question: string
  readonly answer: 'yes' | 'no' | 'unsure'
  readonly by: string
  readonly evidence: readonly string[]
}

/** A speaker's statement about the law. */
export interface LegalAssertion {
  readonly id: string
  readonly speaker: string
  readonly says: string
  readonly denied: boolean
  readonly said?: string
  readonly quote?: string
}

export interface Proceeding {
  readonly id: string
  readonly track: string
  readonly round: number
  readonly title: string
  readonly docket?: string
  readonly body?: string
}

export interface Situation {
  /** What was so at this instant … */
  readonly at: Instant
  /** … as known at this one. Decides which positions and precedents could be cited. */
  readonly knownBy: Instant
  readonly zone: Zone
  readonly facts: Readonly<Record<string, CaseFact>>
  readonly occurrences: readonly Occurrence[]
  readonly complete: readonly CompleteList[]
  readonly assessments: readonly Assessed[]
  readonly proceedings: readonly Proceeding[]
  readonly assertions: readonly LegalAssertion[]
}

/** An event type with attribute values, as written in packs: `decided remedy=es.suplica outcome=dismissed`. */
export interface Pattern {
  readonly type: string
  readonly where: readonly (readonly [string, string])[]
}

export function parsePattern(text: string): Pattern {
  const [type = '', ...pairs] = text.trim().split(/\s+/)
  return {
    type,
    where: pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
  }
}

export const momentNames = ['notified', 'pronounced', 'published', 'known', 'delivered', 'received', 'due'] as const

/** One line of the short notation could not be read. */
export class NotationError extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'NotationError'
    this.remedy = remedy
  }
}

interface Draft {
  facts: Record<string, CaseFact>
  occurrences: Occurrence[]
  complete: CompleteList[]
  assessments: Assessed[]
}

const dateLike = /^(\d|\.\.\/)/
const typeLike = /^[a-z][a-z0-9-]*$/

/**
 * Reads lines such as `sending-state=ES`, `surrender-agreed 2014-02-14 notified=2014-02-18`, `no surrendered`,
 * `assessed real-risk=yes`, `contested filed 2013-07 remedy=x`. Throws {@link NotationError} or a `DateError`.
 */
export function readNotation(lines: readonly string[], zone: Zone, hypothetical = false): Draft {
  const draft: Draft = { facts: {}, occurrences: [], complete: [], assessments: [] }
  lines.forEach((line, index) => readLine(line.trim(), `given-${index + 1}`, zone, hypothetical, draft))
  return draft
}

function readLine(line: string, id: string, zone: Zone, hypothetical: boolean, draft: Draft): void {
  const words = line.split(/\s+/)
  const [head = ''] = words
  if (words.length === 1 && head.indexOf('=') > 0) {
    const key = head.slice(0, head.indexOf('='))
    const value = head.slice(key.length + 1)
    const before = draft.facts[key]
    const values = [...new Set([...(before?.values ?? []), value])]
    draft.facts[key] = {
      values,
      contested: values.length > 1 && key !== 'nationality',
      evidence: [...(before?.evidence ?? []), id],
    }
    return
  }
  if (head === 'assessed') {
    const [, told = ''] = words
    const [question = '', answer] = told.split('=')
    if (question === '' || (answer !== 'yes' && answer !== 'no' && answer !== 'unsure')) {
      throw new NotationError(`"${line}" gives no answer.`, 'Write: assessed QUESTION=yes (or no, unsure).')
    }
    draft.assessments.push({ question, answer, by: id, evidence: [id] })
    return
  }
  if (head === 'no') {
    const pattern = parsePattern(words.slice(1).join(' '))
    if (!typeLike.test(pattern.type))
      throw new NotationError(`"${line}" does not say what has not happened.`, 'Write: no EVENT key=value …')
    draft.complete.push({
      id,
      type: pattern.type,
      where: Object.fromEntries(pattern.where),
      through: Infinity,
      because: line,
    })
    return
  }
  draft.occurrences.push(readEvent(line, words, id, zone, hypothetical))
}

function readEvent(line: string, words: string[], id: string, zone: Zone, hypothetical: boolean): Occurrence {
  const contested = words[0] === 'contested'
  const rest = contested ? words.slice(1) : words
  const [type = ''] = rest
  if (!typeLike.test(type)) {
    throw new NotationError(
      `"${line}" does not begin with an event type.`,
      'Write: EVENT DATE key=value …, such as: surrender-agreed 2014-02-14 notified=2014-02-18.',
    )
  }
  const attributes: Record<string, string> = {}
  const moments: Record<string, Span> = {}
  let when: Span | undefined
  for (const word of rest.slice(1)) {
    const equals = word.indexOf('=')
    if (equals < 1) {
      if (!dateLike.test(word))
        throw new NotationError(
          `In "${line}", "${word}" is neither a date nor key=value.`,
          'Put the date as 2014-02-14 and everything else as key=value.',
        )
      when = parseDate(word, zone)
      continue
    }
    const key = word.slice(0, equals)
    const value = word.slice(equals + 1)
    if ((momentNames as readonly string[]).includes(key)) moments[key] = parseDate(value, zone)
    else attributes[key] = value
  }
  return {
    id,
    type,
    occurred: contested ? 'contested' : 'true',
    attributes,
    moments,
    evidence: [id],
    ...(when === undefined ? {} : { when }),
    ...(hypothetical ? { hypothetical } : {}),
  }
}

/** A situation from the short notation alone, as examples use it. */
export function situationFrom(given: readonly string[], at: string, zone: Zone): Situation {
  const instant = parseMoment(at, zone)
  return { at: instant, knownBy: instant, zone, proceedings: [], assertions: [], ...readNotation(given, zone) }
}
