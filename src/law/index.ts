/** The only door to the law. */
export { atomKey, type Atom } from './atom.ts'
export type { AssertionFinding } from './assertions.ts'
export { type BulkEvaluated, evaluateBulkCases } from './bulk.ts'
export { type CaseImpact, type Docket, docketOf, impactOf } from './bulk-impact.ts'
export {
  type ExampleResult,
  blocksWithExamples,
  coverageProblems,
  runExamples,
  testedKinds,
  type TestedKind,
} from './check.ts'
export type { Clock } from './clocks.ts'
export { type Conclusion, type Formula } from './compiler.ts'
export {
  type BlockChange,
  blockChanges,
  type ConclusionChange,
  conclusionChanges,
  type ExampleChange,
  exampleChanges,
} from './diff.ts'
export { computeDeadline, type Deadline } from './deadline.ts'
export { evaluateCase, type Evaluated } from './evaluate.ts'
export type { Exhaustion, ExhaustionValue } from './exhaustion.ts'
export { evidenceOf, explain, type ExplainOptions, type Explanation, normsOf } from './explain.ts'
export { evaluate, evaluateBulk, Op, type Program, ProgramBuilder } from './kernel.ts'
export {
  joinAllPacks,
  joinChecked,
  joinPacks,
  type Law,
  lawFor,
  loadLaw,
  type Source,
  type Vocabulary,
} from './law.ts'
export { loadPack, type Problem, problemText, suggestion } from './load.ts'
export { relevantUnknowns, type SettlingSet, settlingSets } from './missing.ts'
export * from './model.ts'
export {
  type Assessed,
  type CaseFact,
  type CompleteList,
  type LegalAssertion,
  momentNames,
  NotationError,
  type Occurrence,
  parsePattern,
  type Pattern,
  type Proceeding,
  readNotation,
  type Situation,
  situationFrom,
} from './situation.ts'
export {
  type BarLine,
  type DutyLine,
  type Question,
  type RemedyLine,
  type Standing,
  standingOf,
} from './standing.ts'
export type { Gone } from './gone.ts'
export { bodyTitle, precedentsBeside, type Stop } from './stops.ts'
export { pointAt, type PointAt, remedyState, type RemedyState, type RemedyStatus, versionAt } from './status.ts'
export type { StageState, TrackState } from './tracks.ts'
export { type Change, overlay, whatIf, type WhatIf } from './what-if.ts'
export * from './words/index.ts'
export { boundBy, boundUnverified } from './bindings.ts'
export { article34, type Article34Finding, type Article34Question, type Article34Value } from './article-34.ts'
export { type Article34Authority, type Reason as Article34Reason } from './article-34-reasons.ts'
export { personsNamed, readStoryLines, strasbourgZone } from './article-34-story.ts'
export {
  article3Findings,
  type Certainty,
  type Coded,
  loadPrecedents,
  PrecedentCase,
  PrecedentEvent,
  PrecedentFile,
  type Precedents,
} from './precedents.ts'
export { type Agreement, compareArticle34, type Compared, occurrencesOf } from './precedents-article-34.ts'
export {
  type Leaning,
  leanings,
  type PrecedentCount,
  type PrecedentLine,
  type PrecedentQuery,
  type PrecedentsFound,
  precedentsFor,
  queryOf,
  type Relation,
  relations,
} from './precedents-query.ts'
export { reviewItems, type Risk, risks, unverifiedByRisk } from './review.ts'
export { reviewPage } from './review-html.ts'
