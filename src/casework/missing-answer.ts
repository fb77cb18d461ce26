/** What is not known and would matter, as questions. */
import { z } from 'zod'
import { type Atom, type Language, questionWords, say, titleOf } from '../law/index.ts'
import { type OpenCase, standingFor } from './case.ts'

export const MissingAnswer = z.strictObject({
  questions: z.array(
    z.strictObject({
      question: z.string(),
      moves: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      urgency: z.enum(['stop', 'deadline', 'other']),
      /** What an answer would have to record, where the question is about one event. */
      event: z.strictObject({ type: z.string(), where: z.record(z.string(), z.string()) }).nullable(),
      /** The evaluative question that a named person would have to answer. */
      assess: z.string().nullable(),
    }),
  ),
})
export type MissingAnswer = z.infer<typeof MissingAnswer>

export function missingAnswer(opened: OpenCase, language: Language): MissingAnswer {
  const { law } = opened
  const { standing } = standingFor(opened)
  return {
    questions: standing.unknowns.map((q) => ({
      question: q.text === undefined ? questionWords(law, q.atom, language) : say(q.text, language),
      urgency: q.urgency,
      moves: q.moves.map((id) => ({ id, title: titleOf(law, id, language) })),
      event: eventOf(q.atom),
      assess: q.atom.kind === 'assessed' ? q.atom.question : null,
    })),
  }
}

function eventOf(atom: Atom): MissingAnswer['questions'][number]['event'] {
  const pattern = atom.kind === 'happened' || atom.kind === 'after' ? atom.pattern : undefined
  return pattern === undefined ? null : { type: pattern.type, where: Object.fromEntries(pattern.where) }
}
