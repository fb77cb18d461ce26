/**
 * What a law pack may say, as schemas: one definition gives the types, the loader's checks and the
 * JSON Schema for editors. The prose for lawyers is in `law/README.md`.
 */
import { z } from 'zod'
import { Calendar, Holidays } from './calendar-blocks.ts'
import { Checked, common, Condition, eventPattern, id, isoDate, Label, Norm, Period } from './vocabulary.ts'

export { Calendar, Holidays } from './calendar-blocks.ts'
export { Checked, Condition, Example, Label, Norm, Period } from './vocabulary.ts'

export const Instrument = z.strictObject({
  instrument: id,
  title: Label,
  short: z.string(),
  kind: z.enum([
    'treaty',
    'statute',
    'constitution',
    'rules-of-court',
    'practice-direction',
    'regulation',
    'case-law',
    'soft-law',
  ]),
  jurisdiction: z.string(),
  /** ELI, ECLI, treaty number, official gazette number. */
  official: z.string(),
  address: z.string().optional(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  checked: Checked,
  checkedOn: isoDate.optional(),
  checkedBy: z.string().optional(),
  note: z.string().optional(),
})
export type Instrument = z.infer<typeof Instrument>

/** Who is bound by what, and since when. */
export const Binding = z.strictObject({
  binding: id,
  state: z.string(),
  instrument: id,
  /** `unknown` where the day has not been read: the answer is then unknown, not yes. */
  from: z.union([isoDate, z.literal('unknown'), z.literal('never')]),
  until: isoDate.optional(),
  act: z.string().optional(),
  reservation: z.string().optional(),
  checked: Checked,
  source: z.string(),
})
export type Binding = z.infer<typeof Binding>

/** A body that can be seised: court, ministry, committee. */
export const LawBody = z.strictObject({
  body: id,
  title: Label,
  jurisdiction: z.string(),
  /** How strong its order to stop is, kept apart from how fast it comes. */
  strength: z.enum(['domestic-court', 'domestic-executive', 'treaty-court', 'treaty-committee', 'political']),
  /** How it is reached, with the dates between which that was so. */
  channels: z
    .array(
      z.strictObject({
        channel: Label,
        from: isoDate.optional(),
        until: isoDate.optional(),
        hours: z.string().optional(),
        norm: Norm,
      }),
    )
    .default([]),
  /** Other names over time: organs are renamed. */
  renamed: z.array(z.strictObject({ from: isoDate, title: Label, norm: Norm })).default([]),
  note: Label.optional(),
})
export type LawBody = z.infer<typeof LawBody>

export const Rule = z.strictObject({
  rule: id,
  /** The conclusion it speaks for; several rules may speak for or against one. Default: its own id. */
  concludes: id.optional(),
  value: z.boolean().default(true),
  when: z.array(Condition).min(1),
  /** Any of these defeats the rule. */
  unless: z.array(Condition).default([]),
  /** Rules (by id) that give way when this one applies. */
  defeats: z.array(id).default([]),
  ...common,
})
export type Rule = z.infer<typeof Rule>

export const Stage = z.strictObject({
  stage: id,
  track: id,
  /** Later stages have higher numbers. */
  order: z.number().int(),
  reached: z.array(Condition).min(1),
  /** The track has ended here. */
  ends: z.boolean().default(false),
  next: z.strictObject({ who: Label, what: Label, within: id.optional() }).optional(),
  ...common,
})
export type Stage = z.infer<typeof Stage>

export const Track = z.strictObject({
  track: id,
  title: Label,
  jurisdiction: z.string(),
  /** Whether the track exists for this case at all. */
  applies: z.array(Condition).min(1),
  /** Asked when nothing of this track is recorded. */
  question: Label,
  domestic: z.boolean(),
})
export type Track = z.infer<typeof Track>

export const Term = z.strictObject({
  term: id,
  direction: z.enum(['person', 'state']),
  starts: z.strictObject({
    event: eventPattern,
    /** `occurred`, `notified`, `pronounced`, `known`, `published`, `delivered`, `received`. */
    moment: z.string().default('occurred'),
    /** Other events that start the whole period, or start it anew; of all that have happened, the last one counts. */
    or: z.array(z.strictObject({ event: eventPattern, moment: z.string().default('occurred') })).optional(),
  }),
  period: Period,
  /** The day of the event is day one. */
  countFirstDay: z.boolean().default(false),
  calendar: id,
  /** What happens when it would end on a closed day. */
  rollOver: z.enum(['next-working-day', 'none']).default('next-working-day'),
  /** Other readings of the same norm: all are computed, the safe date is the earliest. */
  readings: z
    .array(
      z.strictObject({
        reading: z.string(),
        period: Period.optional(),
        countFirstDay: z.boolean().optional(),
        calendar: id.optional(),
        rollOver: z.enum(['next-working-day', 'none']).optional(),
        /** Counted from another moment of the event that starts it: `notified` instead of `pronounced`. */
        moment: z.string().optional(),
        why: z.string(),
      }),
    )
    .default([]),
  /** Filing after the end that is still accepted: a warning, never planned on. */
  grace: z
    .strictObject({ until: z.string().regex(/^\d{2}:\d{2}$/), day: z.enum(['next-working-day']), norm: Norm })
    .optional(),
  /** Whatever makes it stop counting for good. */
  ends: z.array(Condition).default([]),
  /** While these hold it does not run. */
  pausedWhile: z.array(Condition).default([]),
  /** A notice that lacks what the law requires may not have started it. */
  notice: z.strictObject({ required: Label, norm: Norm }).optional(),
  /** What an order that stops the transfer does to this clock. */
  underStay: z.strictObject({ effect: z.enum(['runs-on', 'stops', 'not-stated']), note: Label }).optional(),
  ...common,
})
export type Term = z.infer<typeof Term>

/** Said to whoever is about to act; with dates when it only holds, or was only known, between them. */
export const Warning = Label.extend({ from: isoDate.optional(), until: isoDate.optional() })
export type Warning = z.infer<typeof Warning>

export const effectTargets = [
  'decision',
  'transfer',
  'custody',
  'custody-clock',
  'surrender-clock',
  'appealed-act',
] as const
export const effectModes = ['automatic', 'by-finality', 'on-request', 'usage', 'none', 'disputed'] as const
export const Effect = z.strictObject({
  target: z.enum(effectTargets),
  mode: z.enum(effectModes),
  /** From filing, or from the order. */
  from: z.enum(['filing', 'order']).default('order'),
  until: Label.optional(),
  norm: Norm,
})
export type Effect = z.infer<typeof Effect>

export const Remedy = z.strictObject({
  remedy: id,
  track: id,
  body: id,
  kind: z.enum([
    'appeal',
    'interim',
    'constitutional',
    'review',
    'application',
    'international',
    'international-interim',
    'political',
  ]),
  /** What has to have happened for it to exist: usually the act it is against. */
  opens: z.array(Condition).min(1),
  term: id.optional(),
  /** The remedy whose pending case makes this body already seised. */
  within: id.optional(),
  /** It is not there at all when one of these holds; each says what the status is then. */
  closes: z
    .array(
      z.strictObject({
        when: Condition,
        status: z.enum(['not_available', 'waived', 'lapsed', 'burnt', 'blocked', 'moot']),
        because: Label,
        norm: Norm.optional(),
      }),
    )
    .default([]),
  needsFirst: z.array(id).default([]),
  effects: z.array(Effect).min(1),
  decidesWithin: z.strictObject({ period: Period, norm: Norm, note: Label.optional() }).optional(),
  /** Decided before the other side is heard. */
  withoutHearing: z.boolean().default(false),
  /** Points of law on which its very availability is disputed. */
  disputed: z.array(id).default([]),
  /** Events that answer it without being called a decision: a measure indicated, a measure refused. */
  answeredBy: z.array(z.strictObject({ event: eventPattern, outcome: z.string() })).default([]),
  /** The duty that its grant brings about: the grant holds the transfer as long as that duty binds. */
  order: id.optional(),
  /** Said before it is used: `burnt` traps, contents, warnings. */
  warnings: z.array(Warning).default([]),
  /** Does it count for exhaustion before Strasbourg? Default: only if its effect on the transfer is automatic. */
  strasbourg: z.enum(['by-effect', 'required', 'not-required', 'disputed', 'not-domestic']).default('by-effect'),
  ...common,
})
export type Remedy = z.infer<typeof Remedy>

/** Only what can be used once can be waived once for all; an interim request or an application can be made again. */
export const endsByWaiver = ({ kind }: Pick<Remedy, 'kind'>): boolean =>
  kind === 'appeal' || kind === 'constitutional'

export const Duty = z.strictObject({
  duty: id,
  /** `sending-state`, `receiving-state`, or a body. */
  bearer: z.string(),
  binding: z.enum(['binding', 'binding-disputed', 'recommendation']),
  when: z.array(Condition).min(1),
  /** Until when, in words. */
  lasts: Label,
  endedBy: z.array(Condition).default([]),
  absolute: z.boolean().default(false),
  ...common,
})
export type Duty = z.infer<typeof Duty>

export const Bar = z.strictObject({
  bar: id,
  /** What it bars: the decision, the transfer. */
  bars: z.enum(['decision', 'transfer']),
  force: z.enum(['mandatory', 'discretionary', 'absolute']),
  when: z.array(Condition).min(1),
  unless: z.array(Condition).default([]),
  disputed: z.array(id).default([]),
  ...common,
})
export type Bar = z.infer<typeof Bar>

/** A point of law on which authorities differ. Nothing disputed is decided silently. */
export const Point = z.strictObject({
  point: id,
  question: Label,
  positions: z
    .array(
      z.strictObject({
        position: id,
        says: Label,
        authority: z.string(),
        date: isoDate,
        address: z.string().optional(),
        supports: z.enum(['yes', 'no', 'limited']),
        checked: Checked,
        note: z.string().optional(),
      }),
    )
    .min(1),
  also: z.array(z.string()).default([]),
})
export type Point = z.infer<typeof Point>

/** A statement about the law that people make, and the computed result it is tested against. */
export const AssertionTest = z.strictObject({
  assertion: id,
  title: Label,
  /** `exhaustion.overall`, `stops.only strength=treaty-court`, or a conclusion id. */
  tests: z.string(),
  /** The claim is right when the tested result has this value. */
  rightWhen: z.string(),
  norm: z.union([Norm, z.array(Norm)]),
  explain: Label,
})
export type AssertionTest = z.infer<typeof AssertionTest>

export const Precedent = z.strictObject({
  precedent: id,
  title: z.string(),
  court: z.string(),
  date: isoDate,
  reference: z.string(),
  sending: z.string(),
  receiving: z.string(),
  /** `for` the person's protection, `against` it, or a `warning` about how orders are obeyed. */
  speaks: z.enum(['for', 'against', 'warning', 'mixed']),
  says: Label,
  /** Remedies and duties beside which it is shown. */
  beside: z.array(id).default([]),
  checked: Checked,
  source: z.string(),
})
export type Precedent = z.infer<typeof Precedent>

/** An evaluative question with its factors: what evidence speaks to each. No score. */
export const Test = z.strictObject({
  test: id,
  question: Label,
  perRisk: z.boolean().default(false),
  factors: z.array(z.strictObject({ factor: id, title: Label, needs: Label, checked: Checked })).min(1),
  norm: z.union([Norm, z.array(Norm)]),
})
export type Test = z.infer<typeof Test>

export const blockSchemas = {
  instrument: Instrument,
  binding: Binding,
  body: LawBody,
  track: Track,
  stage: Stage,
  rule: Rule,
  remedy: Remedy,
  term: Term,
  duty: Duty,
  bar: Bar,
  point: Point,
  assertion: AssertionTest,
  calendar: Calendar,
  holidays: Holidays,
  precedent: Precedent,
  test: Test,
} as const
export type BlockKind = keyof typeof blockSchemas

/** Where a block stands, for errors and for the reader who wants to see the text. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly heading: string
  readonly prose: string
  /** The line of each example of the block. */
  readonly exampleLines: readonly number[]
}
type Sourced<T> = T & { readonly origin: Origin }

export interface Pack {
  readonly id: string
  readonly title: string
  readonly jurisdiction: string
  readonly file: string
  /** Given in every example of this pack unless `bare: true`. */
  readonly assume: readonly string[]
  readonly blocks: { readonly [K in BlockKind]: readonly Sourced<z.infer<(typeof blockSchemas)[K]>>[] }
}
