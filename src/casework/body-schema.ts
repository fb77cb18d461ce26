/** One body of an act, as it comes from outside: the same schemas as a bundle's items. */
import { z } from 'zod'
import type { Body } from '../record/index.ts'
import {
  assessmentSchema,
  caseSchema,
  claimSchema,
  completenessSchema,
  documentSchema,
  entitySchema,
  eventSchema,
  identitySchema,
  passageSchema,
  positionSchema,
  proceedingSchema,
  releaseSchema,
  rulingSchema,
} from './bundle/schemas.ts'

export const BodySchema: z.ZodType<Body> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), case: caseSchema }),
  z.strictObject({ kind: z.literal('document'), document: documentSchema }),
  z.strictObject({ kind: z.literal('entity'), entity: entitySchema }),
  z.strictObject({ kind: z.literal('proceeding'), proceeding: proceedingSchema }),
  z.strictObject({ kind: z.literal('event'), event: eventSchema }),
  z.strictObject({ kind: z.literal('claim'), claim: claimSchema }),
  z.strictObject({ kind: z.literal('position'), position: positionSchema }),
  z.strictObject({ kind: z.literal('identity'), identity: identitySchema }),
  z.strictObject({ kind: z.literal('completeness'), completeness: completenessSchema }),
  z.strictObject({ kind: z.literal('assessment'), assessment: assessmentSchema }),
  z.strictObject({ kind: z.literal('ruling'), ruling: rulingSchema }),
  z.strictObject({ kind: z.literal('release'), release: releaseSchema }),
  z.strictObject({ kind: z.literal('passage'), passage: passageSchema }),
])
