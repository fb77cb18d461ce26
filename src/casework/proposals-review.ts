/** A document under review: its proposals beside the record, and a person's decision as checked entries. Pure. */
import type { Proposal } from '../reading/index.ts'
import {
  type Body,
  type DocumentThing,
  type Id,
  type RecordState,
  type Said,
  validate,
  type View,
} from '../record/index.ts'
import { type Decision, decisionBodies, DecisionError, isDecided, isEnterable } from './proposals-claims.ts'
import { linked, type LinkedProposal } from './proposals-links.ts'
import { dayOf, type DocumentDay, proposalsOf } from './proposals-text.ts'

/** A paper of the record with the text that was read from it. */
export interface Paper {
  readonly document: DocumentThing
  readonly text: string
  readonly language?: string | undefined
  /** The day and time a mail says it was sent. */
  readonly sent?: string | undefined
  /** The day from which a person says that its dates count. */
  readonly date?: string | undefined
}

export interface Review {
  readonly state: RecordState
  readonly document: DocumentThing
  readonly text: string
  readonly day: DocumentDay | undefined
  readonly all: readonly LinkedProposal[]
}

export function reviewOf(
  { state, view }: { readonly state: RecordState; readonly view: View },
  paper: Paper,
): Review {
  const { document, text, sent } = paper
  const language = document.language ?? paper.language
  const day = dayOf(paper.date, document, { sent, documents: state.documents.values() })
  const all = linked(proposalsOf(text, language, day?.date), view, language)
  return { state, document, text, day, all: all.map((one) => withDecidedPerson(state, document.id, one)) }
}

const decidedHere: Said = { en: 'Decided in this document.', es: 'Decidido en este documento.' }

/** Whom a person has said these words to mean is whom they mean, whatever the names suggest. */
function withDecidedPerson(state: RecordState, document: Id, one: LinkedProposal): LinkedProposal {
  if (one.proposal.kind !== 'person') return one
  const { words } = one.proposal
  const told = [...state.claims.values()].find(
    ({ thing }) =>
      thing.document === document &&
      thing.id.includes('.person.') &&
      thing.place?.start === words.start &&
      thing.place.end === words.end,
  )?.thing.subject
  if (told === undefined) return one
  const others = one.links.filter(({ kind }) => kind !== 'same-person')
  return { ...one, links: [{ kind: 'same-person', to: told, because: decidedHere }, ...others] }
}

/** The proposals that can become claims and that nobody has decided yet. */
export const waitingIn = ({ state, document, all }: Review): readonly LinkedProposal[] =>
  all.filter(({ proposal }) => isEnterable(proposal) && !isDecided(state, document.id, proposal))

/**
 * The entries of a decision about one proposal, checked against the record. Throws {@link DecisionError}.
 * @param learned when the desk came to hold it
 */
export function decisionOn(
  review: Review,
  proposal: Proposal,
  decision: Decision,
  learned: string,
): readonly Body[] {
  const bodies = bodiesOf(review, proposal, decision, learned)
  const { state, document, text } = review
  const problems = validate(state, bodies, { textOf: (id) => (id === document.id ? text : undefined) })
  const error = problems.find(({ severity }) => severity === 'error')
  if (error === undefined) return bodies
  const { field, said } = error
  const told = (language: keyof Said): string => `${field}: ${said.what[language]} ${said.remedy[language]}`
  throw new DecisionError({ en: told('en'), es: told('es') })
}

/** What a decision would enter, not yet checked. Throws {@link DecisionError} where nothing can be entered. */
export function bodiesOf(
  { state, document, text, all }: Review,
  proposal: Proposal,
  decision: Decision,
  learned: string,
): readonly Body[] {
  return decisionBodies(
    {
      state,
      caseId: state.header?.id ?? '',
      document,
      text,
      learned,
      proposal,
      all: all.map((one) => one.proposal),
      links: new Map(all.map((one) => [one.proposal.id, one.links])),
    },
    decision,
  )
}
