/** The only door to casework. */
export * from './bundle/index.ts'
export { type AskedTimes, caseAt, type OpenCase } from './case.ts'
export { ContestedPoint, contestedOf } from './contested.ts'
export { eventVocabulary, LawError, packSources, readLaw } from './lawbook.ts'
export { nameOf, situationOf } from './situation.ts'
export { answerOf, reasonLines } from './standing-answer.ts'
export { StandingAnswer } from './standing-schema.ts'
