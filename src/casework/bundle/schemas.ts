/**
 * The shape of every item in a bundle: exactly the keys of `src/record/model.ts`. The assertions at
 * the end fail to compile when model and schema part ways.
 */
import { z } from 'zod'
import { audiences, disclosureLevels, ruledKinds } from '../../record/index.ts'
import type {
  Assessment,
  CaseHeader,
  Claim,
  Completeness,
  DocumentThing,
  EntityThing,
  EventThing,
  Identity,
  Passage,
  Position,
  ProceedingThing,
  Release,
  Ruling,
} from '../../record/index.ts'

const words = z.string().min(1, 'must not be empty')
const id = z
  .string()
  .regex(
    /^[a-z0-9]+([.-][a-z0-9]+)*$/,
    'is no usable id: use lower-case letters and digits joined by hyphens or dots',
  )
/** A bare year in YAML is a number; as a date it is the same text. */
const date = z.preprocess((value) => (Number.isInteger(value) ? String(value) : value), words)
/** Before version 2 of the levels a bundle could say `restricted` or `secret`: both were narrower than internal. */
const formerLevels: ReadonlySet<unknown> = new Set(['restricted', 'secret'])
const disclosure = z.preprocess((value) => (formerLevels.has(value) ? 'sealed' : value), z.enum(disclosureLevels))
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256: 64 hexadecimal digits in lower case')
const grade = z.strictObject({
  source: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  information: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
})
const offset = z.number().int().min(0)

export const caseSchema = z.strictObject({
  id,
  title: words,
  person: id,
  zone: words,
  desk: words,
  learnedRule: words,
  note: words.exactOptional(),
})
export const documentSchema = z.strictObject({
  id,
  title: words,
  publisher: words,
  published: date.exactOptional(),
  address: words.exactOptional(),
  sha256: sha256.exactOptional(),
  mediaType: words.exactOptional(),
  language: words.exactOptional(),
  rights: words.exactOptional(),
  broughtBy: words.exactOptional(),
  arrived: date.exactOptional(),
  disclosure,
  embargo: date.exactOptional(),
  copyOf: id.exactOptional(),
  retells: id.exactOptional(),
  note: words.exactOptional(),
})
export const entitySchema = z.strictObject({
  id,
  kind: z.enum(['person', 'body', 'state', 'place', 'instrument']),
  name: words,
  names: z.array(words).exactOptional(),
  disclosure: disclosure.exactOptional(),
  embargo: date.exactOptional(),
  described: words.exactOptional(),
  note: words.exactOptional(),
})
export const proceedingSchema = z.strictObject({
  id,
  track: words,
  round: z.number().int().min(1),
  person: id,
  title: words,
  body: id.exactOptional(),
  docket: words.exactOptional(),
  disclosure: disclosure.exactOptional(),
  embargo: date.exactOptional(),
})
export const eventSchema = z.strictObject({
  id,
  type: words,
  title: words,
  person: id.exactOptional(),
  proceeding: id.exactOptional(),
  disclosure: disclosure.exactOptional(),
  embargo: date.exactOptional(),
})
const place = z.strictObject({
  quote: words,
  prefix: z.string().exactOptional(),
  suffix: z.string().exactOptional(),
  start: offset.exactOptional(),
  end: offset.exactOptional(),
  page: z.number().int().min(1).exactOptional(),
})
export const claimSchema = z.strictObject({
  id,
  subject: id,
  property: words,
  value: z.union([z.string(), z.number(), z.boolean()]),
  polarity: z.enum(['asserted', 'denied']).exactOptional(),
  speaker: id,
  document: id,
  place: place.exactOptional(),
  valid: date.exactOptional(),
  said: date.exactOptional(),
  learned: date,
  public: date.exactOptional(),
  grade: grade.exactOptional(),
  disclosure,
  embargo: date.exactOptional(),
  accordingTo: id.exactOptional(),
  inferred: words.exactOptional(),
  note: words.exactOptional(),
})
export const positionSchema = z.strictObject({
  id,
  subject: id,
  property: words,
  stance: z.enum(['accepted', 'preferred', 'contested', 'refused']),
  claims: z.array(id),
  by: words,
  because: words,
  learned: date,
})
export const identitySchema = z.strictObject({
  id,
  a: id,
  b: id,
  judgement: z.enum(['same', 'different', 'unsure']),
  by: words,
  because: words,
  learned: date,
})
export const completenessSchema = z.strictObject({
  id,
  of: words,
  where: z.record(z.string(), z.string()).exactOptional(),
  proceeding: id.exactOptional(),
  through: date,
  because: words,
  by: words,
  learned: date,
})
export const assessmentSchema = z.strictObject({
  id,
  question: words,
  answer: z.enum(['yes', 'no', 'unsure']),
  subject: id.exactOptional(),
  by: words,
  reasons: words,
  evidence: z.array(id).exactOptional(),
  learned: date,
  disclosure: disclosure.exactOptional(),
})
export const rulingSchema = z.strictObject({
  id,
  of: z.enum(ruledKinds),
  thing: id,
  disclosure,
  embargo: date.exactOptional(),
  described: words.exactOptional(),
  by: words,
  because: words,
})
export const releaseSchema = z.strictObject({
  id,
  step: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
  paper: words,
  audience: z.enum(audiences),
  content: sha256,
  because: words.exactOptional(),
})
export const passageSchema = z.strictObject({
  id,
  paper: words,
  slot: words,
  language: words,
  text: words,
  by: words,
  read: z.record(z.string(), z.string()).exactOptional(),
  learned: date,
})

const recorded = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/, 'is no instant in UTC, such as 2026-11-24T08:00:00Z')
/** `entered:` in case.yaml: who entered the whole case, and when. */
export const enteredSchema = z.strictObject({ recorded, by: words })
/** `entry:` on an item that was entered at another time, by another person, or out of order. */
export const entrySchema = z.strictObject({
  sequence: z.number().int().min(1).exactOptional(),
  recorded: recorded.exactOptional(),
  by: words.exactOptional(),
})
/** Keys that a group of claims may give once for all of them. */
export const groupKeys = ['document', 'speaker', 'said', 'learned', 'public', 'disclosure', 'grade'] as const
export const groupEntrySchema = entrySchema.omit({ sequence: true })

type Mutable<T> = T extends readonly (infer U)[]
  ? Mutable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
/** One `true` per kind, or this does not compile. */
export const schemasMatchTheModel: readonly [
  Same<z.infer<typeof caseSchema>, Mutable<CaseHeader>>,
  Same<z.infer<typeof documentSchema>, Mutable<DocumentThing>>,
  Same<z.infer<typeof entitySchema>, Mutable<EntityThing>>,
  Same<z.infer<typeof proceedingSchema>, Mutable<ProceedingThing>>,
  Same<z.infer<typeof eventSchema>, Mutable<EventThing>>,
  Same<z.infer<typeof claimSchema>, Mutable<Claim>>,
  Same<z.infer<typeof positionSchema>, Mutable<Position>>,
  Same<z.infer<typeof identitySchema>, Mutable<Identity>>,
  Same<z.infer<typeof completenessSchema>, Mutable<Completeness>>,
  Same<z.infer<typeof assessmentSchema>, Mutable<Assessment>>,
  Same<z.infer<typeof rulingSchema>, Mutable<Ruling>>,
  Same<z.infer<typeof releaseSchema>, Mutable<Release>>,
  Same<z.infer<typeof passageSchema>, Mutable<Passage>>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true]
