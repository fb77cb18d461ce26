/** Every material by the name under which a template asks for it. */
import { assuranceFactors, assurances } from './assurances.ts'
import { evidenceIndex, missingDecisions } from './documents.ts'
import { chronology, contested, demands, facts, quotes, recentFacts, risk, sourcesCount } from './facts.ts'
import type { Material } from './material.ts'
import { person, proceedings, removal, respondent } from './person.ts'
import { against, inFavour } from './precedents.ts'
import { bars, otherForums, pending, remedies, remediesShort, sending } from './remedies.ts'

export const materials: ReadonlyMap<string, Material> = new Map<string, Material>([
  ['person', person],
  ['respondent', respondent],
  ['removal', removal],
  ['proceedings', proceedings],
  ['facts', facts],
  ['recent-facts', recentFacts],
  ['quotes', quotes],
  ['chronology', chronology],
  ['risk', risk],
  ['demands', demands],
  ['contested', contested],
  ['sources-count', sourcesCount],
  ['remedies', remedies],
  ['remedies-short', remediesShort],
  ['pending', pending],
  ['other-forums', otherForums],
  ['bars', bars],
  ['precedents-against', against],
  ['precedents-for', inFavour],
  ['assurances', assurances],
  ['assurance-factors', assuranceFactors],
  ['evidence-index', evidenceIndex],
  ['missing-decisions', missingDecisions],
  ['sending-rule-39', sending('echr.rule-39')],
  ['sending-cat', sending('cat.interim-measures')],
  ['sending-hrc', sending('hrc.interim-measures')],
])
export type { Filled, Material, Sheet } from './material.ts'
