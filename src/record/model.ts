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

/**
 * How far a thing may go, widest first. `public`: anyone; `counsel`: the person's lawyers, and the courts and bodies
 * they address; `internal`: the desk; `sealed`: kept at the desk and in no paper, list, count or name that leaves it.
 */
export const disclosureLevels = ['public', 'counsel', 'internal', 'sealed'] as const
export type Disclosure = (typeof disclosureLevels)[number]

/** For whom something is made. The desk sees the whole record; the others what their level allows. */
export const audiences = ['desk', 'counsel', 'public'] as const
export type Audience = (typeof audiences)[number]

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
  /** Not beyond the desk before this date, whatever the level. */
  readonly embargo?: DateText
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
  /** Absent: public. */
  readonly disclosure?: Disclosure
  readonly embargo?: DateText
  /** What stands in place of the name where the name may not go: `a lawyer in Madrid`, as agreed with that person. */
  readonly described?: string
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
  /** Absent: public, that is, open wherever an open claim speaks of it. */
  readonly disclosure?: Disclosure
  readonly embargo?: DateText
}

/** Something that happened, or is said to have. Its properties (date, outcome, body …) are claims. */
export interface EventThing {
  readonly id: Id
  /** From `vocabulary/events.yaml`. */
  readonly type: string
  readonly title: string
  readonly person?: Id
  readonly proceeding?: Id
  /** Absent: public, that is, open wherever an open claim speaks of it. */
  readonly disclosure?: Disclosure
  readonly embargo?: DateText
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
  readonly embargo?: DateText
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
  /** Absent: internal. */
  readonly disclosure?: Disclosure
}

/** What a ruling on disclosure can be about. */
export const ruledKinds = ['document', 'entity', 'proceeding', 'event', 'claim', 'assessment'] as const
export type RuledKind = (typeof ruledKinds)[number]

/**
 * "This may go so far and no further": the latest ruling on a thing counts, by order of entry, in place of what the
 * thing was entered with. It holds for every answer from then on, those about the past included.
 */
export interface Ruling {
  readonly id: Id
  readonly of: RuledKind
  readonly thing: Id
  readonly disclosure: Disclosure
  readonly embargo?: DateText
  /** Entities only: the agreed description. */
  readonly described?: string
  readonly by: string
  readonly because: string
}

/**
 * One step of letting a paper out. Who takes it is the entry's `by` and stands nowhere else, so that nobody can take
 * it in another's name.
 */
export interface Release {
  readonly id: Id
  readonly step: 'asked' | 'approved' | 'refused' | 'withdrawn'
  /** The kind of paper, such as `rule-39`. */
  readonly paper: string
  readonly audience: Audience
  /** SHA-256 of exactly what was looked at; a paper that changes by one letter must be asked for again. */
  readonly content: Sha256
  readonly because?: string
}

/** The part of a paper that a person wrote. The latest one for a paper, a slot and a language counts. */
export interface Passage {
  readonly id: Id
  readonly paper: string
  /** The section it belongs to: `risk`, `argument`. */
  readonly slot: string
  readonly language: string
  /** Paragraphs parted by empty lines; `{SUBJECT.PROPERTY}` takes what the record holds on the day of the paper. */
  readonly text: string
  readonly by: string
  /** What each insertion read when this was written, so that a later change can be told. */
  readonly read?: Readonly<Record<string, string>>
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
  | { readonly kind: 'ruling'; readonly ruling: Ruling }
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'passage'; readonly passage: Passage }

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
