/** The proposals of a document as a reader decides them: what accepting would enter, and what stands against it. */
import { z } from 'zod'
import { type Language, type Law, titleOf } from '../law/index.ts'
import type { Proposal } from '../reading/index.ts'
import type { Body, Claim, Id, Said, View } from '../record/index.ts'
import { valueText } from './contested.ts'
import { DecisionError, isDecided } from './proposals-claims.ts'
import { type LinkedProposal, linkKinds } from './proposals-links.ts'
import { bodiesOf, type Review } from './proposals-review.ts'
import { ProposalAnswer, proposalAnswer } from './proposals.ts'
import { nameOf } from './situation.ts'

const Entered = z.strictObject({
  subject: z.string(),
  subjectTitle: z.string(),
  /** The record does not have the subject yet. */
  isNew: z.boolean(),
  property: z.string(),
  value: z.string(),
  valueTitle: z.string(),
  denied: z.boolean(),
})
const ProposalLine = ProposalAnswer.extend({
  /**
   * `waiting` for a person; `claimed`: the record has the same claim from these words; `nothing`: the words tell
   * nothing that accepting could enter.
   */
  state: z.enum(['waiting', 'claimed', 'nothing']),
  /** The claims that accepting would enter. */
  enters: z.array(Entered),
  /** Why nothing can be entered, where it is not the kind of words. */
  obstacle: z.string().nullable(),
  links: z.array(
    z.strictObject({ kind: z.enum(linkKinds), to: z.string(), title: z.string(), because: z.string() }),
  ),
})

export const ProposalsAnswer = z.strictObject({
  document: z.string(),
  /** The day from which dates are counted, and why that one; null: dates without a year stay without one. */
  day: z.strictObject({ date: z.string(), because: z.string() }).nullable(),
  /** Who speaks where the words name nobody. */
  publisher: z.string(),
  /** In the order of their words, without those that somebody has decided. */
  proposals: z.array(ProposalLine),
  /** How many somebody has decided. */
  decided: z.number(),
})
export type ProposalsAnswer = z.infer<typeof ProposalsAnswer>

interface Asked {
  readonly law: Law
  readonly view: View
  readonly language: Language
  /** Who would decide. */
  readonly by: string
  readonly learned: string
}

export function proposalsAnswer(review: Review, asked: Asked): ProposalsAnswer {
  const open = review.all.filter(({ proposal }) => !isDecided(review.state, review.document.id, proposal))
  return {
    document: review.document.id,
    day: dayAnswer(review, asked.language),
    publisher: review.document.publisher,
    proposals: open.map((one) => lineOf(review, one, asked)),
    decided: review.all.length - open.length,
  }
}

/** The languages in which the program speaks of itself. */
const said = (language: Language): keyof Said => (language === 'es' ? 'es' : 'en')

const dayAnswer = ({ day }: Review, language: Language): ProposalsAnswer['day'] =>
  day === undefined ? null : { date: day.date, because: day.because[said(language)] }

function lineOf(review: Review, one: LinkedProposal, asked: Asked): ProposalsAnswer['proposals'][number] {
  const { view } = asked
  const { bodies, obstacle } = preview(review, one, asked)
  const claims = bodies.flatMap((body) => (body.kind === 'claim' ? [body.claim] : []))
  const isClaimed = claims.length > 0 && claims.every((claim) => hasClaim(review, claim, one.proposal))
  return {
    ...proposalAnswer(one, said(asked.language)),
    state: claims.length === 0 ? 'nothing' : isClaimed ? 'claimed' : 'waiting',
    obstacle,
    enters: claims.map((claim) => enteredOf(review, claim, bodies, asked)),
    links: one.links.map(({ kind, to, because }) => ({
      kind,
      to,
      title: titleIn(view, to),
      because: because[said(asked.language)],
    })),
  }
}

/** What accepting as it stands would enter, the likeliest link taken. */
function preview(
  review: Review,
  { proposal, links }: LinkedProposal,
  { by, learned, language }: Asked,
): { readonly bodies: readonly Body[]; readonly obstacle: string | null } {
  const sameAs = links.find(({ kind }) => kind === 'same-event' || kind === 'rival-date')?.to
  try {
    const decision = {
      decision: 'accept',
      by,
      language: said(language),
      ...(sameAs === undefined ? {} : { sameAs }),
    } as const
    return { bodies: bodiesOf(review, proposal, decision, learned), obstacle: null }
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error
    return { bodies: [], obstacle: error.said.what[said(language)] }
  }
}

/** Whether the record has the claim already from words of this document that overlap these. */
function hasClaim({ state, document }: Review, proposed: Claim, { words }: Proposal): boolean {
  return [...state.claims.values()].some(
    ({ thing }) =>
      thing.document === document.id &&
      thing.property === proposed.property &&
      String(thing.value) === String(proposed.value) &&
      (thing.place?.start ?? Infinity) < words.end &&
      words.start < (thing.place?.end ?? -Infinity),
  )
}

function enteredOf(
  { state }: Review,
  { subject, property, value, polarity }: Claim,
  bodies: readonly Body[],
  { law, view, language }: Asked,
): z.infer<typeof Entered> {
  const made = bodies.flatMap((body) => {
    if (body.kind === 'entity') return [[body.entity.id, body.entity.name] as const]
    return body.kind === 'event' ? [[body.event.id, law.events[body.event.type]?.[language] ?? ''] as const] : []
  })
  const names = new Map<Id, string>(made)
  const text = String(value)
  return {
    subject,
    subjectTitle: names.get(subject) ?? titleIn(view, subject),
    isNew: names.has(subject) && !state.entities.has(subject) && !state.events.has(subject),
    property,
    value: text,
    valueTitle: names.get(text) ?? valueText(view, text, (id) => titleOf(law, id, language)),
    denied: polarity === 'denied',
  }
}

const titleIn = (view: View, id: Id): string =>
  id === view.header?.id ? view.header.title : (view.events.get(id)?.event.title ?? nameOf(view, id))
