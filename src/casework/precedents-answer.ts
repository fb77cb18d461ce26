/** The judgments that speak to a case, as an answer. */
import { z } from 'zod'
import {
  article3Findings,
  type Coded,
  compareArticle34,
  type Language,
  leanings,
  type Precedent,
  type PrecedentCase,
  type PrecedentLine,
  type PrecedentQuery,
  precedentsFor,
  relations,
  say,
} from '../law/index.ts'
import { isoMinute } from '../record/index.ts'

/** `value` is null where nobody read it: it is then neither asserted nor counted. */
const CodedAnswer = z.strictObject({
  value: z.string().nullable(),
  checked: z.enum(['read', 'inferred', 'memory', 'not-found']),
})

export const PrecedentLineAnswer = z.strictObject({
  id: z.string(),
  case: z.string(),
  applications: z.array(z.string()),
  date: z.string(),
  dateChecked: z.string(),
  kind: z.enum(['judgment', 'decision']),
  basis: z.enum(['curated', 'metadata']),
  leaning: z.enum(leanings),
  /** Why it is shown: the same affair, receiving State, sending State or risk. */
  because: z.array(z.enum(relations)),
  sending: z.array(z.string()),
  receiving: z.array(z.string()),
  removal: z.array(z.string()),
  risks: z.array(z.string()),
  assurances: CodedAnswer,
  measure: CodedAnswer,
  fate: CodedAnswer,
  article3: CodedAnswer,
  article13: CodedAnswer,
  article34: CodedAnswer,
  /** On what that finding was made, where not on a transfer against a measure. */
  ground34: z.string().nullable(),
  /** What follows from the dated events under article 34; null where they are too few. */
  article34FromEvents: z
    .strictObject({ finding: z.string(), agreement: z.string(), why: z.array(z.string()) })
    .nullable(),
  /** What a pack says that the case teaches. */
  lesson: z.strictObject({ id: z.string(), speaks: z.string(), says: z.string(), checked: z.string() }).nullable(),
  judgedAgain: z.strictObject({ id: z.string(), case: z.string(), date: z.string() }).nullable(),
  note: z.string().nullable(),
  events: z.array(
    z.strictObject({
      type: z.string(),
      date: z.string(),
      checked: z.string(),
      source: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  sources: z.array(z.string()),
  place: z.string(),
})

export const PrecedentsAnswer = z.strictObject({
  asked: z.strictObject({
    sending: z.array(z.string()),
    receiving: z.array(z.string()),
    risks: z.array(z.string()),
    linked: z.array(z.string()),
    asOf: z.string(),
  }),
  /** Adverse first, then mixed, then favourable, then what made no finding, then what nobody checked. */
  precedents: z.array(PrecedentLineAnswer),
  /** Judgments on transfers to each receiving State, by finding on article 3. How many, and never how likely. */
  counts: z.array(
    z.strictObject({
      receiving: z.string(),
      outcomes: z.array(z.strictObject({ outcome: z.enum(article3Findings), count: z.number().int() })),
      read: z.number().int(),
      notChecked: z.number().int(),
      judgedAgain: z.number().int(),
    }),
  ),
  citable: z.number().int(),
})
export type PrecedentsAnswer = z.infer<typeof PrecedentsAnswer>
export type PrecedentLineAnswer = z.infer<typeof PrecedentLineAnswer>

/** `lessons` are the packs' `precedent` blocks. */
export function precedentsAnswer(
  cases: readonly PrecedentCase[],
  query: PrecedentQuery,
  lessons: readonly Precedent[],
  language: Language,
): PrecedentsAnswer {
  const { lines, counts, citable } = precedentsFor(cases, query, lessons)
  return {
    asked: {
      sending: [...query.sending],
      receiving: [...query.receiving],
      risks: [...query.risks],
      linked: [...query.linked],
      asOf: isoMinute('UTC', query.asOf),
    },
    precedents: lines.map((line) => lineAnswer(line, query, language)),
    counts: counts.map((count) => ({ ...count, outcomes: count.outcomes.map((o) => ({ ...o })) })),
    citable,
  }
}

const codedAnswer = ({ is, checked }: Coded<string>): z.infer<typeof CodedAnswer> => ({
  value: checked === 'read' ? is : null,
  checked,
})

function lineAnswer(line: PrecedentLine, query: PrecedentQuery, language: Language): PrecedentLineAnswer {
  const { found, lesson, judgedAgain } = line
  const { precedent, sending, receiving, removal, risks, applications, sources } = found
  return {
    id: precedent,
    case: found.case,
    applications: [...applications],
    date: found.date,
    dateChecked: found.dateChecked,
    kind: found.kind,
    basis: found.basis,
    leaning: line.leaning,
    because: [...line.relations],
    sending: [...sending],
    receiving: [...receiving],
    removal: [...removal],
    risks: [...risks],
    assurances: codedAnswer(found.assurances),
    measure: codedAnswer(found.measure),
    fate: codedAnswer(fateBy(line)),
    article3: codedAnswer(found.article3),
    article13: codedAnswer(found.article13),
    article34: codedAnswer(found.article34),
    ground34: found.ground34 ?? null,
    article34FromEvents: fromEvents(line, query, language),
    lesson:
      lesson === undefined
        ? null
        : {
            id: lesson.precedent,
            speaks: lesson.speaks,
            says: say(lesson.says, language),
            checked: lesson.checked,
          },
    judgedAgain:
      judgedAgain === undefined
        ? null
        : { id: judgedAgain.precedent, case: judgedAgain.case, date: judgedAgain.date },
    note: found.note ?? null,
    events: line.events.map((e) => ({
      type: e.event,
      date: e.date,
      checked: e.checked,
      source: e.source ?? null,
      note: e.note ?? null,
    })),
    sources: [
      ...sources,
      ...(found.hudoc === undefined ? [] : [`https://hudoc.echr.coe.int/eng?i=${found.hudoc}`]),
    ],
    place: `${found.file}:${found.line}`,
  }
}

/** A lifting that had not happened yet is not told. */
function fateBy({ found, events }: PrecedentLine): Coded<string> {
  const later = found.fate.is === 'lifted' && !events.some((e) => e.event === 'measure-lifted')
  return later ? { is: 'unknown', checked: 'not-found' } : found.fate
}

function fromEvents(
  { found }: PrecedentLine,
  { asOf }: PrecedentQuery,
  language: Language,
): PrecedentLineAnswer['article34FromEvents'] {
  const { computed, agreement } = compareArticle34(found, asOf)
  if (computed === undefined) return null
  return { finding: computed.finding, agreement, why: computed.because.map((r) => say(r.text, language)) }
}
