/** Every material by the name under which a template asks for it; `papers/README.md` says what each one is. */
import { deadlineRule47 } from './application.ts'
import { assuranceFactors, assurances } from './assurances.ts'
import { chronology, contested, sourcesCount } from './chronology.ts'
import { askedFor, evidenceIndex, missingDecisions } from './documents.ts'
import { facts, recentFacts } from './facts.ts'
import { bars, demandedOf, duties, otherForums, sending } from './law.ts'
import { linkedCases } from './linked.ts'
import type { Material } from './material.ts'
import { person, proceedings, removal, respondent } from './person.ts'
import { against, inFavour } from './precedents.ts'
import { pending, remedies, remediesDomestic, remediesShort } from './remedies.ts'
import { demands, quotes, risk } from './risk.ts'

export const materials: ReadonlyMap<string, Material> = new Map<string, Material>([
  ['person', person],
  ['respondent', respondent],
  ['removal', removal],
  ['proceedings', proceedings],
  ['facts', facts],
  ['recent-facts', recentFacts],
  ['chronology', chronology],
  ['contested', contested],
  ['linked-cases', linkedCases],
  ['risk', risk],
  ['quotes', quotes],
  ['demands', demands],
  ['demanded-of', demandedOf],
  ['assurances', assurances],
  ['assurance-factors', assuranceFactors],
  ['duties', duties],
  ['bars', bars],
  ['remedies', remedies],
  ['remedies-domestic', remediesDomestic],
  ['remedies-short', remediesShort],
  ['pending', pending],
  ['other-forums', otherForums],
  ['precedents-against', against],
  ['precedents-for', inFavour],
  ['evidence-index', evidenceIndex],
  ['missing-decisions', missingDecisions],
  ['asked-for', askedFor],
  ['sources-count', sourcesCount],
  ['deadline-rule-47', deadlineRule47],
  ['sending-rule-39', sending('echr.rule-39')],
  ['sending-cat', sending('cat.interim-measures')],
  ['sending-hrc', sending('hrc.interim-measures')],
  ['sending-special', sending('un.special-procedures')],
])
export type { Filled, Material, Sheet } from './material.ts'
