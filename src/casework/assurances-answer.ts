/** Evaluative tests with their factors: what the record holds, and what named persons have answered. No score. */
import { z } from 'zod'
import { type Language, normText, say } from '../law/index.ts'
import type { OpenCase } from './case.ts'
import { ClaimLine, claimsAnswer } from './documents-answer.ts'

const Answered = z.strictObject({
  id: z.string(),
  answer: z.enum(['yes', 'no', 'unsure']),
  by: z.string(),
  reasons: z.string(),
  learned: z.string(),
  evidence: z.array(z.string()),
})
export const AssurancesAnswer = z.strictObject({
  tests: z.array(
    z.strictObject({
      test: z.string(),
      question: z.string(),
      perRisk: z.boolean(),
      norms: z.array(z.string()),
      answers: z.array(Answered),
      factors: z.array(
        z.strictObject({
          /** The name under which an assessment of this factor is recorded. */
          question: z.string(),
          title: z.string(),
          needs: z.string(),
          checked: z.string(),
          answers: z.array(Answered),
        }),
      ),
    }),
  ),
  /** Claims on assurances that were given, on earlier transfers, and on the State's record. */
  claims: z.array(ClaimLine),
})
export type AssurancesAnswer = z.infer<typeof AssurancesAnswer>

export function assurancesAnswer(opened: OpenCase, language: Language): AssurancesAnswer {
  const { law, view } = opened
  const answersTo = (question: string): z.infer<typeof Answered>[] =>
    view.assessments
      .filter((a) => a.question === question)
      .map(({ id, answer, by, reasons, learned, evidence }) => ({
        id,
        answer,
        by,
        reasons,
        learned,
        evidence: [...(evidence ?? [])],
      }))
  const typeOf = (subject: string): string => view.events.get(subject)?.event.type ?? ''
  return {
    tests: law.blocks.test
      .toSorted((a, b) => Number(b.perRisk) - Number(a.perRisk))
      .map((test) => ({
        test: test.test,
        question: say(test.question, language),
        perRisk: test.perRisk,
        norms: [test.norm].flat().map((norm) => normText(law, norm, language)),
        answers: answersTo(test.test),
        factors: test.factors.map((factor) => ({
          question: `${test.test}.${factor.factor}`,
          title: say(factor.title, language),
          needs: say(factor.needs, language),
          checked: factor.checked,
          answers: answersTo(`${test.test}.${factor.factor}`),
        })),
      })),
    claims: claimsAnswer(opened, language).claims.filter(
      (claim) => claim.property === 'country-record' || typeOf(claim.subject).startsWith('assurances'),
    ),
  }
}
