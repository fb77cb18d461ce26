/** The small words that the blocks of a pack are made of: labels, norms, conditions, examples, periods. */
import { z } from 'zod'

export const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'use lower-case words joined by dots or hyphens, such as es.suplica')
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as 2014-02-14')

/** Labels by language; English is always there, the others as far as they have been written. */
export const Label = z.strictObject({
  en: z.string().min(1),
  es: z.string().min(1).optional(),
  fr: z.string().min(1).optional(),
  ru: z.string().min(1).optional(),
})
export type Label = z.infer<typeof Label>

/** How a norm was checked: the official text (or its mirror) was read, a secondary page was, or nobody did. */
export const Checked = z.enum(['official', 'secondary', 'unverified'])
export type Checked = z.infer<typeof Checked>

export const Norm = z.strictObject({
  /** An `instrument` of this or another pack. */
  instrument: id,
  /** `18.2`, `art. 135.1.b`, `§ 128`. */
  article: z.string().min(1),
  checked: Checked,
  checkedOn: isoDate.optional(),
  /** What was read, or why it is unverified. */
  note: z.string().optional(),
  /** Case-law: the day it was given. It is not named to anyone who could not know it yet. */
  given: isoDate.optional(),
})
export type Norm = z.infer<typeof Norm>

/** `asylum-refused`, `filed remedy=es.suplica`: an event of this type has happened by the day asked. */
export const eventPattern = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*( [a-z-]+=[^\s]+)*$/,
    'write an event type, then key=value pairs, such as: decided remedy=es.suplica outcome=dismissed',
  )

export type Condition =
  | string
  | { happened: string; notSince?: string | string[] | undefined }
  | { fact: string; is?: string | undefined; in?: string[] | undefined }
  | { holds: string }
  | { passed: string }
  | { running: string }
  | { bound: string; by: string }
  | { first: string; then: string }
  | { assessed: string; as: 'yes' | 'no' }
  | { found: 'article-34' }
  | { not: Condition }
  | { all: Condition[] }
  | { any: Condition[] }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    eventPattern,
    z.strictObject({ happened: eventPattern, notSince: z.union([eventPattern, z.array(eventPattern)]).optional() }),
    z.strictObject({ fact: z.string(), is: z.string().optional(), in: z.array(z.string()).optional() }),
    z.strictObject({ holds: id }),
    z.strictObject({ passed: id }),
    z.strictObject({ running: id }),
    z.strictObject({ bound: z.string(), by: id }),
    z.strictObject({ first: eventPattern, then: eventPattern }),
    z.strictObject({ assessed: id, as: z.enum(['yes', 'no']) }),
    z.strictObject({ found: z.literal('article-34') }),
    z.strictObject({ not: Condition }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
)

/** Worked examples stand beside the rule and run as tests. */
export const Example = z.strictObject({
  /** What it shows, in a few words. */
  title: z.string().optional(),
  /** The day asked about; a bare date means the end of that day. */
  at: z.string(),
  /** Facts and events: `sending-state=ES`, `surrender-agreed 2014-02-14 notified=2014-02-18`, `no surrendered`. */
  given: z.array(z.string()).default([]),
  /** Leave out the pack's `assume` list. */
  bare: z.boolean().default(false),
  /** The main conclusion's value, or named results: `{ status: open, safe: 2013-07-15 }`. */
  expect: z.union([z.string(), z.boolean(), z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]))]),
})
export type Example = z.infer<typeof Example>

/** Keys that every block of law may have. */
export const common = {
  title: Label,
  /** Rows of the research list that this block answers; also accepted as names on the command line. */
  also: z.array(z.string()).default([]),
  norm: z.union([Norm, z.array(Norm).min(1)]),
  /** This version applies from this day … */
  from: isoDate.optional(),
  /** … until the day before this one. */
  until: isoDate.optional(),
  /**
   * The moment whose date chooses the version: `at` (the day asked about), `start` (the clock's start) or an event.
   */
  anchor: z.string().default('at'),
  note: Label.optional(),
  examples: z.array(Example).default([]),
}

const unit = '(minute|hour|day|calendar day|working day|clear day|week|month|year)s?'
export const Period = z
  .string()
  .regex(
    new RegExp(`^\\d+ ${unit}$`),
    'write a number and a unit: 3 working days, 2 months, 24 hours, 40 calendar days',
  )

/** A time limit. `direction`: against the person (appeals) or against the State (release, discharge). */
