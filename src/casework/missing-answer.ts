/** What is not known and would matter, as questions. */
import { z } from 'zod'
import { type Language, questionWords, say, standingOf, titleOf } from '../law/index.ts'
import type { OpenCase } from './case.ts'

export const MissingAnswer = z.strictObject({
  questions: z.array(
    z.strictObject({
      question: z.string(),
      moves: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      urgency: z.enum(['stop', 'deadline', 'other']),
    }),
  ),
})
export type MissingAnswer = z.infer<typeof MissingAnswer>

export function missingAnswer({ law, situation }: OpenCase, language: Language): MissingAnswer {
  const { standing } = standingOf(law, situation)
  return {
    questions: standing.unknowns.map((q) => ({
      question: q.text === undefined ? questionWords(law, q.atom, language) : say(q.text, language),
      urgency: q.urgency,
      moves: q.moves.map((id) => ({ id, title: titleOf(law, id, language) })),
    })),
  }
}
