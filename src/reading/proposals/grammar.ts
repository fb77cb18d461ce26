/**
 * What the reader knows of one language, as data. A pattern is a line of words in which
 *
 * - `{name}` is a class of `classes`, or one of `{person} {state} {demonym} {body} {place} {date}`, found beforehand;
 * - ` ... ` is a gap of up to ninety characters inside the sentence;
 * - `~` is any ending of a word; outside of `[]`, `'` is any apostrophe and `"` any quotation mark; a space is
 * any white space;
 * - `(?<part>…)` names a part that the proposal needs; everything else is a regular expression.
 *
 * Case does not matter. See `pattern.ts`.
 */
import type { ProposalLanguage } from './model.ts'

export type Pattern = string

export interface StateNames {
  /** Patterns of the name in all its forms. */
  readonly names: Pattern
  /** Patterns of the adjective and of the citizen. */
  readonly demonyms?: Pattern
}

export interface DateGrammar {
  /** Patterns of the twelve months, January first. */
  readonly months: readonly Pattern[]
  /** Patterns of the seven weekdays, Monday first. */
  readonly weekdays: readonly Pattern[]
  /** Between day, month and year: `(?:de )?`. */
  readonly joiner: Pattern
  /** After the number of the day: `(?:st|nd|rd|th)?`. */
  readonly ordinal: Pattern
  /** Before or after a bare year, so that 2009 is a year and not a number. `{year}` is the year. */
  readonly years: readonly Pattern[]
  /** Before a month without day and year: `in`. */
  readonly inMonth: Pattern
  /** Whether the month may stand before the day. */
  readonly monthFirst: boolean
  /** `10.08.2012`: `day` where the day always comes first, `unsure` where both are printed. */
  readonly numeric: 'day' | 'unsure'
  /** `{weekday}` with the word that says which one. */
  readonly relative: {
    readonly lastWeekday: readonly Pattern[]
    readonly thisWeekday: readonly Pattern[]
    readonly nextWeekday: readonly Pattern[]
    readonly bareWeekday: readonly Pattern[]
    /** Days from the document's own: `{ 'yesterday': -1 }`. */
    readonly days: Readonly<Record<Pattern, number>>
    /** After a day and month: the year before, this year. */
    readonly lastYear: Pattern
    readonly thisYear: Pattern
  }
}

/** An event and the words that tell it. */
export interface EventFrame {
  /** From `vocabulary/events.yaml`. */
  readonly type: string
  readonly patterns: readonly Pattern[]
  /** Where the person it happened to is looked for. `subject`: before the words; `object`: after them first. */
  readonly person?: 'subject' | 'object' | 'none'
}

/** Words that say something about a person. */
export interface StatusFrame {
  readonly status: string
  readonly patterns: readonly Pattern[]
}

export interface RelationFrame {
  /** What one is to the other: `head of security`. */
  readonly relation: string
  /** `(?<a>…)`: whose role; `(?<b>…)`: towards whom. Without them the nearest persons before and after. */
  readonly patterns: readonly Pattern[]
}

export interface AssertionFrame {
  /** The id of an `assertion` block of the law packs. */
  readonly assertion: string
  readonly patterns: readonly Pattern[]
}

export interface Grammar {
  readonly language: ProposalLanguage
  /** Frequent small words, by which the language is told and which never begin a name. */
  readonly smallWords: readonly string[]
  /** Words that are written large and are no part of a name: titles of offices, things, heads of organisations. */
  readonly notNames: readonly string[]
  /** Before a name: `Mr`, `Sra.`; patterns. */
  readonly honorifics: Pattern
  /** Words small inside names: `de`, `van`. */
  readonly particles: readonly string[]
  readonly states: Readonly<Record<string, StateNames>>
  /** Bodies by their id in the law packs or a plain name; patterns. */
  readonly bodies: Readonly<Record<string, Pattern>>
  /** Towns by their usual English name; patterns. */
  readonly places: Readonly<Record<string, Pattern>>
  readonly dates: DateGrammar
  readonly classes: Readonly<Record<string, Pattern>>
  /** Cues of modality; each a list of patterns looked for in the clause before the words and inside them. */
  readonly cues: {
    readonly conditional: readonly Pattern[]
    readonly would: readonly Pattern[]
    readonly demanded: readonly Pattern[]
    readonly possible: readonly Pattern[]
    readonly denied: readonly Pattern[]
    /** Where a clause begins anew, so that a cue before it does not reach over: `, but`. */
    readonly breaks: readonly Pattern[]
  }
  readonly events: readonly EventFrame[]
  readonly ages: readonly Pattern[]
  readonly nationalities: readonly Pattern[]
  readonly statuses: readonly StatusFrame[]
  readonly relations: readonly RelationFrame[]
  /** `for a number of years`. */
  readonly durations: readonly Pattern[]
  /** `former`. */
  readonly former: Pattern
  /** `(?<by>…)` offers, `(?<claimedBy>…)` says so. */
  readonly assurances: readonly Pattern[]
  /** `(?<harm>…)`. */
  readonly risks: readonly Pattern[]
  readonly records: readonly Pattern[]
  /** What the State answers, in the same sentence or the next. */
  readonly counterClaims: readonly Pattern[]
  readonly prosecutions: readonly Pattern[]
  /** `(?<by>…)` asks `(?<of>…)` for `(?<content>…)`. */
  readonly demands: readonly Pattern[]
  readonly assertions: readonly AssertionFrame[]
  /** `(?<source>…)` and, where somebody passes it on, `(?<through>…)`. */
  readonly sources: readonly Pattern[]
  readonly unpublished: readonly Pattern[]
  /** `anyone`: the sentence speaks of nobody in particular. */
  readonly anybody: readonly Pattern[]
  /** `his`, `him`: of somebody named before. */
  readonly pronouns: readonly Pattern[]
  readonly speech: {
    /** `said`, `says`; for what follows or precedes a quotation. */
    readonly verbs: Pattern
    /** After a name: what the speaker is. `(?<role>…)`. */
    readonly role: Pattern
  }
}
