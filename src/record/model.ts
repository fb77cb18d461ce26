/**
 * The things of the record. Everything here is plain frozen data; an entry, once appended, never
 * changes. Later entries may outweigh earlier ones and never erase them.
 */
import type { Zone } from './time.ts'

/** A stable name inside one case: `cabinet-surrender`, `press-item`. Lower case, digits, hyphens, dots. */
export type Id = string

/** An EDTF date as written (see `parseDate`). */
export type DateText = string

/** SHA-256 of the bytes, 64 hexadecimal digits. */
export type Sha256 = string

/** Who may see a thing. Each level includes the ones before it. */
export const disclosureLevels = ['public', 'internal', 'restricted', 'secret'] as const
export type Disclosure = (typeof disclosureLevels)[number]

/** Reliability of the source: A reliable … E unreliable, F cannot be judged (Admiralty scale, as in HURIDOCS). */
export type SourceGrade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
/** Credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged. Kept apart from the source. */
export type InformationGrade = 1 | 2 | 3 | 4 | 5 | 6
export interface Grade {
  readonly source: SourceGrade
  readonly information: InformationGrade
}

/** The case itself: whose, where, told from which desk. */
export interface CaseHeader {
  readonly id: Id
  readonly title: string
  readonly person: Id
  readonly zone: Zone
  /** Who keeps this record; "known" always means known to this desk. */
  readonly desk: string
  /** How `learned` was set, in words; an honest record says it. */
  readonly learnedRule: string
  /** Anything a reader must be told before the first answer. */
  readonly note?: string
}

/** Bytes named by their hash, never altered. Text layers are derived and can be made again. */
export interface DocumentThing {
  readonly id: Id
  readonly title: string
  readonly publisher: string
  readonly published?: DateText
  readonly address?: string
  /** Absent when the original has never been held, only cited. */
  readonly sha256?: Sha256
  readonly mediaType?: string
  readonly language?: string
  readonly rights?: string
  readonly broughtBy?: string
  readonly arrived?: DateText
  readonly disclosure: Disclosure
  /** This document repeats another one: it does not count as a second source. */
  readonly copyOf?: Id
  /** This document retells another in other words, statement by statement. */
  readonly retells?: Id
  readonly note?: string
}

export type EntityKind = 'person' | 'body' | 'state' | 'place' | 'instrument'
export interface EntityThing {
  readonly id: Id
  readonly kind: EntityKind
  readonly name: string
  readonly names?: readonly string[]
  readonly disclosure?: Disclosure
  readonly note?: string
}

/** A chain of events in one track before one body, with its docket number. */
export interface ProceedingThing {
  readonly id: Id
  /** The law's track, such as `es.extradition`. */
  readonly track: string
  /** Which time round in that track: a second request starts round 2. */
  readonly round: number
  readonly person: Id
  readonly title: string
  readonly body?: Id
  readonly docket?: string
}

/** Something that happened, or is said to have. Its properties (date, outcome, body …) are claims. */
export interface EventThing {
  readonly id: Id
  /** From `vocabulary/events.yaml`. */
  readonly type: string
  readonly title: string
  readonly person?: Id
  readonly proceeding?: Id
}

/** Where in a document the words stand (W3C Web Annotation: quote and position selectors together). */
export interface Place {
  readonly quote: string
  readonly prefix?: string
  readonly suffix?: string
  /** Offsets in UTF-16 units in the text layer, end excluded. */
  readonly start?: number
  readonly end?: number
  readonly page?: number
}

export type ClaimValue = string | number | boolean

/** `subject – property – value`, asserted or denied by a speaker, in a document, at a place in it. Immutable. */
export interface Claim {
  readonly id: Id
  readonly subject: Id
  /** From `vocabulary/properties.yaml`. */
  readonly property: string
  readonly value: ClaimValue
  /** `denied`: the speaker says that it is not so. */
  readonly polarity?: 'asserted' | 'denied'
  readonly speaker: Id
  readonly document: Id
  readonly place?: Place
  /** When it was so. */
  readonly valid?: DateText
  /** When the source said it. */
  readonly said?: DateText
  /** When the desk came to hold it. */
  readonly learned: DateText
  /** From when anyone could know it; absent means never public. */
  readonly public?: DateText
  readonly grade?: Grade
  readonly disclosure: Disclosure
  /** The speaker names someone else as the origin: hearsay. */
  readonly accordingTo?: Id
  /** A machine or a person worked it out from other claims; says how. */
  readonly inferred?: string
  readonly note?: string
}

/** What the team holds about the claims on one point. */
export interface Position {
  readonly id: Id
  readonly subject: Id
  readonly property: string
  readonly stance: 'accepted' | 'preferred' | 'contested' | 'refused'
  /** The claims it is about; for `preferred`, the ones preferred. */
  readonly claims: readonly Id[]
  readonly by: string
  readonly because: string
  readonly learned: DateText
}

/** A judgement that two entities are the same, or are not. The latest one counts; none is erased. */
export interface Identity {
  readonly id: Id
  readonly a: Id
  readonly b: Id
  readonly judgement: 'same' | 'different' | 'unsure'
  readonly by: string
  readonly because: string
  readonly learned: DateText
}

/**
 * "We hold the full list of these events through D, because …": the only way in which *not recorded*
 * may count as *did not happen*.
 */
export interface Completeness {
  readonly id: Id
  /** An event type, or `*` for every event of the proceeding. */
  readonly of: string
  /** Narrows it: `{ remedy: es.suplica }`. */
  readonly where?: Readonly<Record<string, string>>
  readonly proceeding?: Id
  /** `ongoing` when new events of this kind reach the desk as they happen (they are served on it). */
  readonly through: DateText | 'ongoing'
  readonly because: string
  readonly by: string
  readonly learned: DateText
}

/** A named person's answer to an evaluative question. Never computed. */
export interface Assessment {
  readonly id: Id
  readonly question: string
  readonly answer: 'yes' | 'no' | 'unsure'
  readonly subject?: Id
  readonly by: string
  readonly reasons: string
  readonly evidence?: readonly Id[]
  readonly learned: DateText
}

/** What one entry says. */
export type Body =
  | { readonly kind: 'case'; readonly case: CaseHeader }
  | { readonly kind: 'document'; readonly document: DocumentThing }
  | { readonly kind: 'entity'; readonly entity: EntityThing }
  | { readonly kind: 'proceeding'; readonly proceeding: ProceedingThing }
  | { readonly kind: 'event'; readonly event: EventThing }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'position'; readonly position: Position }
  | { readonly kind: 'identity'; readonly identity: Identity }
  | { readonly kind: 'completeness'; readonly completeness: Completeness }
  | { readonly kind: 'assessment'; readonly assessment: Assessment }

export type BodyKind = Body['kind']

/** One line of the record. `sequence` is the order; the clock may lie, the order does not. */
export interface Entry {
  readonly sequence: number
  /** When it was entered, set by the system: an ISO instant in UTC, `2026-11-24T08:00:00Z`. */
  readonly recorded: string
  /** The named person whose act this was. */
  readonly by: string
  readonly body: Body
}
