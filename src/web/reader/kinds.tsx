/** What kind of proposal it is, and how its words hold what they say. */
import { type ReactNode } from 'react'
import type { ProposalsAnswer } from '../../casework/index.ts'
import { Badge } from '../ui/parts.tsx'
import { useWords, type Word } from '../words.ts'

export type Proposal = ProposalsAnswer['proposals'][number]

/** The words for the kinds of proposal. */
const kindWords: Readonly<Record<Proposal['kind'], Word>> = {
  person: 'kindPerson',
  body: 'kindBody',
  state: 'kindState',
  place: 'kindPlace',
  age: 'kindAge',
  nationality: 'kindNationality',
  status: 'kindStatus',
  relation: 'kindRelation',
  event: 'kindEvent',
  assurance: 'kindAssurance',
  risk: 'kindRisk',
  'country-record': 'kindCountryRecord',
  'linked-prosecutions': 'kindLinkedProsecutions',
  demand: 'kindDemand',
  quotation: 'kindQuotation',
  'legal-assertion': 'kindLegalAssertion',
  source: 'kindSource',
  publication: 'kindPublication',
}

const modalityWords: Readonly<Record<Exclude<Proposal['modality'], 'asserted'>, Word>> = {
  denied: 'modalityDenied',
  conditional: 'modalityConditional',
  demanded: 'modalityDemanded',
  possible: 'modalityPossible',
}

/** Which kind, and how the words hold it. */
export function KindOf({ proposal: { kind, modality } }: { proposal: Proposal }): ReactNode {
  const word = useWords()
  return (
    <>
      <Badge state="proposed">{word(kindWords[kind])}</Badge>
      {modality === 'asserted' ? null : (
        <>
          {' '}
          <Badge state="contested">{word(modalityWords[modality])}</Badge>
        </>
      )}
    </>
  )
}
