/**
 * Judgments and decisions as data: what the files under `law/precedents/` may say, and how they are read. They hold
 * what was found and how far it was checked; what a case teaches stands in the `precedent` blocks of the packs.
 */
import { type Document, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { compare, DateError, parseDate } from '../record/index.ts'
import { type Problem, suggestion } from './load.ts'
import type { Source, Vocabulary } from './law.ts'

/** How a value was come by. Only what was `read` is counted or asserted. */
export const Certainty = z.enum(['read', 'inferred', 'memory', 'not-found'])
export type Certainty = z.infer<typeof Certainty>

/** A value with how it was come by. In the files a plain value was read; `unknown` was found nowhere. */
export interface Coded<T extends string> {
  readonly is: T
  readonly checked: Certainty
}

const coded = <T extends string>(values: z.ZodType<T, T>) =>
  z.union([values, z.strictObject({ is: values, checked: Certainty })]).transform((value): Coded<T> => {
    if (typeof value !== 'string') return value
    return { is: value, checked: value === 'unknown' ? 'not-found' : 'read' }
  })

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as 2013-02-19')
const stateCode = z.string().regex(/^[A-Z]{2}$/, 'write the State as two capitals, such as KZ')
const tag = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

export const article3Findings = [
  'violation',
  'violation-if-removed',
  'violation-procedural',
  'violation-procedural-if-removed',
  'mixed',
  'no-violation',
  'inadmissible',
  'not-examined',
  'struck-out',
  'unknown',
] as const
export type Article3 = (typeof article3Findings)[number]
const otherFindings = ['violation', 'no-violation', 'mixed', 'none', 'unknown'] as const

/** What the Court answered to the request for an interim measure. */
const measures = ['indicated', 'refused', 'not-examined', 'out-of-scope', 'adjourned', 'none', 'unknown'] as const
/** What became of a measure that was indicated. */
const fates = ['obeyed', 'breached', 'lifted', 'struck-out', 'no-form', 'after-transfer', 'unknown'] as const

const removals = [
  'extradition',
  'expulsion',
  'deportation',
  'transfer-of-custody',
  'unofficial-rendition',
  'secret-transfer',
  'abduction',
  'disappearance',
  'dublin-transfer',
  'pushback-at-sea',
  'refusal-of-entry',
  'removal-at-airport',
] as const

/** One dated event, with the attributes that the question of article 34 turns on. */
export const PrecedentEvent = z.strictObject({
  event: tag,
  /** EDTF; hours are read in the `zone` of the case. */
  date: z.union([z.string(), z.number().int().transform(String)]),
  checked: Certainty.default('read'),
  received: z.string().optional(),
  until: z.string().optional(),
  forbids: z.string().optional(),
  requires: z.string().optional(),
  to: z.string().optional(),
  by: z.string().optional(),
  left: z.string().optional(),
  person: z.string().optional(),
  remedy: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
})
export type PrecedentEvent = z.infer<typeof PrecedentEvent>

const none = (): Coded<'unknown'> => ({ is: 'unknown', checked: 'not-found' })

export const PrecedentCase = z.strictObject({
  precedent: tag,
  case: z.string().min(1),
  applications: z.array(z.string().regex(/^\d+\/\d{2}$/, 'write the application as 39786/09')).min(1),
  date: isoDate,
  dateChecked: Certainty.default('read'),
  kind: z.enum(['judgment', 'decision']).default('judgment'),
  formation: z.enum(['grand-chamber', 'chamber', 'committee']).optional(),
  sending: z.array(stateCode).min(1),
  /** Empty: not coded. */
  receiving: z.array(stateCode).default([]),
  removal: z.array(z.enum(removals)).default([]),
  risks: z.array(tag).default([]),
  /** Affairs in which the person was charged or sought, such as `ablyazov`. */
  linked: z.array(tag).default([]),
  /** Whether any assurance was given or sought; not whether it was enough. */
  assurances: coded(z.enum(['yes', 'no', 'unknown'])).default(none),
  measure: coded(z.enum(measures)).default(none),
  fate: coded(z.enum(fates)).default(none),
  article3: coded(z.enum(article3Findings)),
  article13: coded(z.enum(otherFindings)).default(none),
  article34: coded(z.enum(otherFindings)).default(none),
  /** On what the finding under article 34 was made, where it was not made on a transfer against a measure. */
  ground34: z.string().optional(),
  zone: z.string().default('Europe/Paris'),
  note: z.string().optional(),
  /** The entry in the Court's database. */
  hudoc: z
    .string()
    .regex(/^\d{3}-\d+$/, 'write the entry as 001-116740')
    .optional(),
  sources: z.array(z.string()).default([]),
  events: z.array(PrecedentEvent).default([]),
})
type PrecedentCaseData = z.infer<typeof PrecedentCase>

export interface PrecedentCase extends PrecedentCaseData {
  /** `curated`: a person read about it. `metadata`: coded from the Court's database alone. */
  readonly basis: 'curated' | 'metadata'
  readonly file: string
  readonly line: number
}

/** The form of one file. */
export const PrecedentFile = z.strictObject({
  basis: z.enum(['curated', 'metadata']),
  precedents: z.array(PrecedentCase),
})

export interface Precedents {
  /** By date, the latest first. A judgment in both kinds of file is the curated one. */
  readonly cases: readonly PrecedentCase[]
  readonly problems: readonly Problem[]
}

/** Reads the files. Every problem names file, line and remedy; a case with a problem is left out. */
export function loadPrecedents(sources: readonly Source[], events: Vocabulary): Precedents {
  const problems: Problem[] = []
  const read = sources.flatMap((source) => readFile(source, events, problems))
  const curated = read.filter((c) => c.basis === 'curated')
  const seen = new Set(curated.flatMap(judgmentsOf))
  const cases = [
    ...curated,
    ...read.filter((c) => c.basis === 'metadata' && !judgmentsOf(c).some((j) => seen.has(j))),
  ]
  reportTwice(read, problems)
  return { cases: cases.sort((a, b) => compare(b.date, a.date)), problems }
}

/** An application and a day are one judgment: the Grand Chamber judges the same application again on another day. */
const judgmentsOf = (c: PrecedentCase): readonly string[] => c.applications.map((a) => `${a} ${c.date}`)

function readFile({ file, text }: Source, events: Vocabulary, problems: Problem[]): readonly PrecedentCase[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false })
  const lineOf = (path: readonly PropertyKey[]): number => lines.linePos(offsetOf(document, path)).line
  for (const error of document.errors)
    problems.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      what: `This is not readable YAML: ${error.message}.`,
      remedy: 'Look at the indentation, and put texts with a colon or a quotation mark between quotation marks.',
    })
  if (document.errors.length > 0) return []
  const raw = document.toJS() as unknown
  const head = z
    .looseObject({ basis: z.enum(['curated', 'metadata']), precedents: z.array(z.unknown()) })
    .safeParse(raw)
  if (!head.success) {
    problems.push({
      file,
      line: 1,
      what: 'The file does not begin with basis: and precedents:.',
      remedy:
        'Write basis: curated (or metadata), then precedents: and the cases, each beginning with - precedent:.',
    })
    return []
  }
  return head.data.precedents.flatMap((entry, index) => {
    const place = (path: readonly PropertyKey[]): number => lineOf(['precedents', index, ...path])
    const parsed = PrecedentCase.safeParse(entry)
    if (!parsed.success) {
      for (const issue of parsed.error.issues.flatMap(flatten))
        problems.push({ file, line: place(issue.path), ...explain(issue) })
      return []
    }
    const found = { ...parsed.data, basis: head.data.basis, file, line: place([]) }
    const wrong = found.events.flatMap((event, at) =>
      eventProblems(event, found, events, file, place(['events', at])),
    )
    problems.push(...wrong)
    return wrong.length === 0 ? [found] : []
  })
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (node !== null && typeof node === 'object' && 'range' in node) return (node as Node).range?.[0] ?? 0
  }
  return 0
}

type Issue = z.core.$ZodIssue

/** Of a choice, what the nearest branch says. */
function flatten(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? []
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(flatten)
}
const depth = (branch: readonly Issue[]): number => Math.max(...branch.map((i) => i.path.length))

function explain(issue: Issue): { what: string; remedy: string } {
  const place = issue.path.filter((p) => typeof p === 'string').join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const known = Object.keys(issue.path.includes('events') ? PrecedentEvent.shape : PrecedentCase.shape)
    return {
      what: `There is no key "${key}" here.`,
      remedy: `Remove it or mend its name.${suggestion(key, known)}`,
    }
  }
  if (issue.code === 'invalid_type' && issue.message.includes('undefined'))
    return {
      what: `${place === '' ? 'The case' : place} is missing.`,
      remedy: 'Add it; law/precedents/README.md says what each key means.',
    }
  if (issue.code === 'invalid_value')
    return {
      what: `${place} has a value that is not known.`,
      remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
    }
  return { what: `${place === '' ? 'The case' : place}: ${issue.message}.`, remedy: 'law/precedents/README.md shows the form.' }
}

function eventProblems(
  event: PrecedentEvent,
  found: PrecedentCaseData,
  known: Vocabulary,
  file: string,
  line: number,
): readonly Problem[] {
  if (known[event.event] === undefined)
    return [
      {
        file,
        line,
        what: `${found.case}: "${event.event}" is not an event type.`,
        remedy: `The types stand in vocabulary/events.yaml.${suggestion(event.event, Object.keys(known))}`,
      },
    ]
  try {
    for (const text of [event.date, event.received]) if (text !== undefined) parseDate(text, found.zone)
    return []
  } catch (error) {
    if (!(error instanceof DateError)) throw error
    return [{ file, line, what: `${found.case}: ${error.message}`, remedy: error.remedy }]
  }
}

function reportTwice(read: readonly PrecedentCase[], problems: Problem[]): void {
  const first = new Map<string, PrecedentCase>()
  for (const found of read) {
    for (const key of [
      `${found.basis} ${found.precedent}`,
      ...judgmentsOf(found).map((j) => `${found.basis} ${j}`),
    ]) {
      const other = first.get(key)
      if (other === undefined) first.set(key, found)
      else if (other !== found)
        problems.push({
          file: found.file,
          line: found.line,
          what: `${found.case} is there twice: also at ${other.file}:${other.line}.`,
          remedy: 'Keep one of the two, or give each its own name, application and date.',
        })
    }
  }
}
