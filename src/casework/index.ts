/** The only door to casework. */
export * from './bundle/index.ts'
export { isLaterDocument, isToldLater } from './later.ts'
export { type AskedTimes, caseAt, caseOf, type OpenCase, standingFor } from './case.ts'
export { ContestedPoint, contestedOf, valueText } from './contested.ts'
export { eventVocabulary, LawError, packSources, readLaw } from './lawbook.ts'
export { packTemplate } from './pack-template.ts'
export { nameOf, situationOf } from './situation.ts'
export { type TurningPoint, turningPoints } from './turning-points.ts'
export { answerOf, reasonLines } from './standing-answer.ts'
export { StandingAnswer } from './standing-schema.ts'
export { MissingAnswer, missingAnswer } from './missing-answer.ts'
export { TimelineAnswer, timelineAnswer } from './timeline-answer.ts'
export { DocketImpactAnswer, docketImpactAnswer } from './docket-impact.ts'
export { unknownEventTypes, WhatIfAnswer, whatIfAnswer } from './what-if-answer.ts'
export { WhyAnswer, whyAnswer, type WhyStep } from './why-answer.ts'
export { BodySchema } from './body-schema.ts'
export { AssurancesAnswer, assurancesAnswer } from './assurances-answer.ts'
export { AssurancesOverTime, assurancesOverTime } from './past-assurances.ts'
export { ChoicesAnswer, choicesAnswer } from './choices-answer.ts'
export {
  ClaimLine,
  ClaimsAnswer,
  claimsAnswer,
  DocumentAnswer,
  documentAnswer,
  documentAt,
  DocumentsAnswer,
  documentsAnswer,
  type DocumentText,
} from './documents-answer.ts'
export { LanesAnswer, lanesAnswer } from './lanes-answer.ts'
export { LawItem, lawItems, LawItemWhole, lawKinds } from './law-items.ts'
export { PeopleAnswer, peopleAnswer } from './people-answer.ts'
export { ActError, ConflictError, type Keep, Workspace } from './workspace.ts'
export { Article34Answer, article34Answer, type Article34Asked, boundBy } from './article-34-answer.ts'
export { precedentBook, PrecedentError, readPrecedents } from './precedent-book.ts'
export { type PrecedentLineAnswer, PrecedentsAnswer, precedentsAnswer } from './precedents-answer.ts'
export { indexEntries, pagesBy, pagesOf } from './index-entries.ts'
export { readingNameOf } from './reading-name.ts'
export { foundIn, SearchAnswer, searchAnswer } from './search-answer.ts'
export { ProposalAnswer, proposalAnswer } from './proposals.ts'
export { linked, type LinkedProposal, type ProposalLink } from './proposals-links.ts'
export { dayOf, type DocumentDay, mainText, proposalsOf } from './proposals-text.ts'
export { decisionOn, type Paper, type Review, reviewOf, waitingIn } from './proposals-review.ts'
export { ProposalsAnswer, proposalsAnswer } from './proposals-answer.ts'
export { copiesOf, COPY_SHARE_MIN, type CopyProposal, shinglesOf } from './proposals-copies.ts'
export {
  type Deciding,
  type Decision,
  decisionBodies,
  DecisionError,
  isDecided,
  isEnterable,
  slugOf,
} from './proposals-claims.ts'
export * from './alerts/index.ts'
export {
  type DatedDeadline,
  datedDeadlines,
  leadsDefault,
  parseLead,
  reminderMoment,
  reminderOffset,
  type RunningDeadline,
  runningDeadlines,
  type UndatedDeadline,
  undatedDeadlines,
} from './deadlines.ts'
export { type DeadlineMarks, deadlineMarks, fileMark, keyOfRecord, type MarkKey } from './marks.ts'
export { markKey, type Shelf, storeShelf } from './shelf.ts'
export { type FeedAct, Feeds } from './feeds.ts'
