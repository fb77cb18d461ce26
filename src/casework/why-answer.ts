/** Why a conclusion is as it is, as an answer for readers and programs. */
import { z } from 'zod'
import {
  atomWords,
  type Conclusion,
  evaluateCase,
  explain,
  type Explanation,
  type Language,
  normText,
  remedyState,
  say,
  settlingSets,
  valueWord,
} from '../law/index.ts'
import type { View } from '../record/index.ts'
import type { OpenCase } from './case.ts'
import { groundText } from './ground-words.ts'
import { isToldLater } from './later.ts'

/** One step of an explanation, as `why --json` prints it. */
export interface WhyStep {
  value: string
  role: string
  id?: string | undefined
  text: string
  norms: string[]
  evidence: string[]
  because?: string | undefined
  parts: WhyStep[]
}
const Step: z.ZodType<WhyStep> = z.lazy(() =>
  z.strictObject({
    value: z.string(),
    role: z.string(),
    id: z.string().optional(),
    text: z.string(),
    norms: z.array(z.string()),
    evidence: z.array(z.string()),
    because: z.string().optional(),
    parts: z.array(Step),
  }),
)

export const WhyAnswer = z.strictObject({
  conclusion: z.string(),
  title: z.string(),
  value: z.string(),
  status: z.string().nullable(),
  because: Step,
  /** The smallest sets of facts that would settle it, or, with --not, make it otherwise. */
  settledBy: z.array(z.strictObject({ result: z.string(), facts: z.array(z.string()) })),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      speaker: z.string(),
      said: z.string().nullable(),
      document: z.string(),
      documentId: z.string().nullable(),
      address: z.string().nullable(),
      words: z.string().nullable(),
      what: z.string(),
    }),
  ),
})
export type WhyAnswer = z.infer<typeof WhyAnswer>

const suffixes = ['', '.open', '.binds', '.applies', '.running'] as const

/** The reasons for a conclusion, by its name in the standing; undefined when nothing is called so. */
export function whyAnswer(
  { law, situation, view }: OpenCase,
  name: string,
  not: boolean,
  language: Language,
): WhyAnswer | undefined {
  const evaluated = evaluateCase(law, situation)
  const { conclusions } = law.compiled
  const remedy = law.remedies.has(name) ? remedyState(evaluated, name) : undefined
  const wanted =
    remedy?.status === 'used_pending' ? `${name}.pending` : remedy?.status === 'lapsed' ? `${name}.lapsed` : name
  const conclusion = suffixes
    .map((suffix) => conclusions.get(wanted + suffix))
    .find((c): c is Conclusion => c !== undefined)
  if (conclusion === undefined) return undefined
  const explanation = explain(evaluated, conclusion.id, { full: not })
  if (explanation === undefined) throw new Error(`${conclusion.id} has no explanation`)
  const step = (part: Explanation): WhyStep => ({
    value: part.value,
    role: part.role,
    id: part.id,
    norms: part.norms.map((n) => normText(law, n, language)),
    evidence: [...part.evidence],
    because: part.because === undefined ? undefined : groundText(part.because, language),
    text:
      part.atom !== undefined
        ? atomWords(law, part.atom, language)
        : part.title !== undefined
          ? say(part.title, language)
          : part.role,
    parts: part.parts.map(step),
  })
  const root = step(explanation)
  const ids = new Set<string>()
  const collect = (part: WhyStep): void => {
    for (const id of part.evidence) {
      ids.add(id)
      // What a named person's answer rests on speaks too.
      view.assessments.find((a) => a.id === id)?.evidence?.forEach((e) => ids.add(e))
    }
    part.parts.forEach(collect)
  }
  collect(root)
  return {
    conclusion: conclusion.id,
    title: say(conclusion.title, language),
    value: explanation.value,
    status: remedy === undefined ? null : remedy.status,
    because: root,
    settledBy: settlingSets(evaluated, conclusion.id)
      .slice(0, 8)
      .map((set) => ({
        result: set.result,
        facts: set.answers.map((a) => `${atomWords(law, a.atom, language)}: ${valueWord(a.value, language)}`),
      })),
    claims: [...ids].map((id) => claimLine(view, id)).filter((c) => c !== undefined),
  }
}

/** Told by the desk or a named person, in no paper. */
const nowhere = { said: null, document: '', documentId: null, address: null, words: null }

/** Who said it, where, in which words. */
export function claimLine(view: View, id: string): WhyAnswer['claims'][number] | undefined {
  const claim = view.claims.get(id)
  if (claim === undefined) {
    const list = view.completeness.find((c) => c.id === id)
    if (list !== undefined) return { ...nowhere, id, speaker: list.by, what: list.because }
    const answer = view.assessments.find((a) => a.id === id)
    if (answer === undefined) return undefined
    return { ...nowhere, id, speaker: answer.by, what: `${answer.question}: ${answer.answer}. ${answer.reasons}` }
  }
  const document = view.documents.get(claim.document)
  // The desk knew its own act on the day; a paper that reported it later must not date its knowledge, nor be named.
  const later = isToldLater(view, claim)
  return {
    id,
    speaker: view.entities.get(view.identity.canonical.get(claim.speaker) ?? claim.speaker)?.name ?? claim.speaker,
    said: later ? null : (claim.said ?? null),
    document: later ? '' : (document?.title ?? claim.document),
    documentId: later ? null : claim.document,
    address: later ? null : (document?.address ?? null),
    words: later ? null : (claim.place?.quote ?? null),
    what: `${view.events.get(claim.subject)?.event.title ?? claim.subject}: ${claim.property} = ${String(claim.value)}`,
  }
}
