/** A draft as the pages read it: the paper, what each sentence rests on, and everything its author must know. */
import { z } from 'zod'
import type { OpenCase } from '../../casework/index.ts'
import { releaseOf, samePerson, stepProblem } from '../../record/index.ts'
import { type Draft, type DraftAsked, releasedPaper } from './draft.ts'
import { sentencesOf } from './gate.ts'
import { type Block, paperKinds, type Text } from './model.ts'
import { type Checked, titleIn, type WrittenSlot, writtenSlots } from './writing.ts'

export const PaperName = z.enum(paperKinds)
export const Readers = z.enum(['counsel', 'public'])

const SentenceLine = z.strictObject({
  text: z.string(),
  origin: z.enum(['record', 'law', 'template', 'person']),
  claims: z.array(z.string()),
  notes: z.array(z.number()),
  exhibits: z.array(z.number()),
})
const TextLine = z.array(SentenceLine)
const BlockLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: TextLine }),
  z.strictObject({ kind: z.literal('list'), numbered: z.boolean(), items: z.array(TextLine) }),
  z.strictObject({
    kind: z.literal('fields'),
    rows: z.array(z.strictObject({ label: z.string(), value: TextLine })),
  }),
  z.strictObject({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(TextLine)) }),
  z.strictObject({ kind: z.literal('quote'), text: TextLine, speaker: z.string() }),
])
const GapLine = z.strictObject({
  field: z.string(),
  title: z.string(),
  why: z.string(),
  todo: z.string(),
  weight: z.enum(['required', 'wanted']),
})
const BlockedLine = z.strictObject({ section: z.string(), text: z.string(), why: z.string(), todo: z.string() })
const UnsourcedLine = z.strictObject({ kind: z.enum(['name', 'date']), text: z.string() })
const ReleaseLine = z.strictObject({
  status: z.enum(['not_asked', 'asked', 'released', 'refused', 'withdrawn']),
  askedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: z.string().nullable(),
  because: z.string().nullable(),
})

export const PapersAnswer = z.strictObject({
  papers: z.array(
    z.strictObject({
      kind: PaperName,
      audience: Readers,
      /** From which day the form is in force, and where it was read. */
      from: z.string(),
      source: z.strictObject({ text: z.string(), checked: z.enum(['official', 'secondary', 'unverified']) }),
      /** Nothing where it was not asked for. */
      state: z
        .strictObject({
          title: z.string(),
          required: z.number(),
          wanted: z.number(),
          blocked: z.number(),
          changed: z.number(),
          release: ReleaseLine.shape.status,
        })
        .nullable(),
    }),
  ),
})

export type PapersAnswer = z.infer<typeof PapersAnswer>

export const DraftAnswer = z.strictObject({
  knownBy: z.string(),
  paper: z.strictObject({
    kind: PaperName,
    language: z.enum(['en', 'es']),
    audience: Readers,
    title: z.string(),
    marking: z.array(z.string()),
    addressee: z.array(z.string()),
    dated: z.string(),
    /** What a copy says of itself at the foot of each page; empty once released. */
    mark: z.string(),
    sections: z.array(z.strictObject({ id: z.string(), heading: z.string(), blocks: z.array(BlockLine) })),
    exhibits: z.array(
      z.strictObject({
        number: z.number(),
        title: z.string(),
        date: z.string().nullable(),
        missing: z.string().nullable(),
        document: z.string(),
      }),
    ),
    sources: z.array(z.strictObject({ number: z.number(), text: z.string(), document: z.string().nullable() })),
  }),
  /** The claims that its sentences rest on, with the document in which the words stand. */
  claims: z.array(
    z.strictObject({
      id: z.string(),
      document: z.string(),
      subject: z.string(),
      property: z.string(),
      speaker: z.string(),
      quote: z.string().nullable(),
    }),
  ),
  /** The parts that people write, in the order of the paper. */
  written: z.array(
    z.strictObject({
      slot: z.string(),
      section: z.string(),
      heading: z.string(),
      asks: z.string(),
      required: z.boolean(),
      text: z.string().nullable(),
      by: z.string().nullable(),
      unsourced: z.array(UnsourcedLine),
    }),
  ),
  /** Required ones first. */
  gaps: z.array(GapLine),
  blocked: z.array(BlockedLine),
  changed: z.array(
    z.strictObject({ slot: z.string(), insertion: z.string(), was: z.string(), is: z.string().nullable() }),
  ),
  identified: z.array(
    z.strictObject({
      name: z.string(),
      as: z.enum(['named', 'described', 'unnamed']),
      parts: z.array(z.enum(['subject', 'speaker', 'origin', 'mentioned'])),
      statements: z.number(),
      caution: z.boolean(),
    }),
  ),
  heldBack: z.array(z.string()),
  /** SHA-256 of all that is said in it: what two people release. */
  content: z.string(),
  release: ReleaseLine,
  /** Other texts of this paper for the same readers whose release was asked for or given, the newest last. */
  otherTexts: z.array(
    z.strictObject({ status: z.enum(['asked', 'released']), askedBy: z.string(), recorded: z.string() }),
  ),
  /** Which steps are open to whoever is signed in. */
  steps: z.strictObject({
    ask: z.boolean(),
    approve: z.boolean(),
    refuse: z.boolean(),
    withdraw: z.boolean(),
    /** They asked for it themselves, so another person has to agree. */
    own: z.boolean(),
  }),
})
export type DraftAnswer = z.infer<typeof DraftAnswer>

/** A draft with what it was asked with. */
export interface Drafted {
  readonly asked: DraftAsked
  readonly draft: Draft
  /** The case as the paper's readers may have it. */
  readonly opened: OpenCase
  /** The moment of the paper in the zone of the case: `2014-02-19T09:00`. */
  readonly knownBy: string
}

export const FactsAnswer = z.strictObject({
  facts: z.array(
    z.strictObject({ insertion: z.string(), subject: z.string(), property: z.string(), reads: z.string() }),
  ),
})
export type FactsAnswer = z.infer<typeof FactsAnswer>

export const CheckAnswer = z.strictObject({
  paragraphs: z.array(TextLine),
  read: z.record(z.string(), z.string()),
  gaps: z.array(GapLine),
  blocked: z.array(BlockedLine),
  unsourced: z.array(UnsourcedLine),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>

export const paperState = ({
  paper,
  gaps,
  blocked,
  changed,
  release,
}: Draft): PapersAnswer['papers'][number]['state'] => ({
  title: paper.title,
  required: gaps.filter(({ weight }) => weight === 'required').length,
  wanted: gaps.filter(({ weight }) => weight === 'wanted').length,
  blocked: blocked.length,
  changed: changed.length,
  release: release.status,
})

/** @param by whoever is signed in */
export function draftAnswer({ asked, draft, opened, knownBy }: Drafted, by: string): DraftAnswer {
  const { paper, gaps, blocked, changed, identified, heldBack, content } = draft
  return {
    knownBy,
    paper: {
      ...paperOf(draft),
      sections: paper.sections.map(({ id, heading, blocks }) => ({ id, heading, blocks: blocks.map(blockOf) })),
    },
    claims: claimsOf(draft, opened),
    written: writtenSlots(asked, draft, opened).map(slotOf),
    gaps: [...gaps.filter((g) => g.weight === 'required'), ...gaps.filter((g) => g.weight === 'wanted')],
    blocked: [...blocked],
    changed: changed.map(({ is, ...rest }) => ({ ...rest, is: is ?? null })),
    identified: identified.map(({ parts, ...rest }) => ({ ...rest, parts: [...parts] })),
    heldBack: [...heldBack],
    content,
    release: releaseLine(draft),
    otherTexts: otherTexts(draft),
    steps: stepsFor(draft, by),
  }
}

function paperOf(draft: Draft): Omit<DraftAnswer['paper'], 'sections'> {
  const paper = releasedPaper(draft) ?? draft.paper
  const { kind, language, audience, title, marking, addressee, dated, mark, exhibits, sources } = paper
  return {
    kind,
    language,
    audience: audience === 'public' ? 'public' : 'counsel',
    title,
    marking: [...marking],
    addressee: [...addressee],
    dated,
    mark,
    exhibits: exhibits.map(({ number, title: name, date = null, missing = null, document }) => ({
      number,
      title: name,
      date,
      missing,
      document,
    })),
    sources: sources.map(({ number, text, document = null }) => ({ number, text, document })),
  }
}

type TextAnswer = z.infer<typeof TextLine>
const textOf = (text: Text): TextAnswer =>
  text.map(({ claims, notes, exhibits, ...rest }) => ({
    ...rest,
    claims: [...claims],
    notes: [...notes],
    exhibits: [...exhibits],
  }))

function blockOf(block: Block): z.infer<typeof BlockLine> {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: textOf(block.text) }
    case 'list':
      return { kind: 'list', numbered: block.numbered, items: block.items.map(textOf) }
    case 'fields':
      return { kind: 'fields', rows: block.rows.map(({ label, value }) => ({ label, value: textOf(value) })) }
    case 'table':
      return { kind: 'table', head: [...block.head], rows: block.rows.map((row) => row.map(textOf)) }
    case 'quote':
      return { kind: 'quote', text: textOf(block.text), speaker: block.speaker }
  }
}

function claimsOf({ paper }: Draft, { view }: OpenCase): DraftAnswer['claims'] {
  const used = new Set(paper.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf)).flatMap((s) => s.claims))
  return [...used].flatMap((id) => {
    const claim = view.claims.get(id)
    if (claim === undefined) return []
    const { document, property, speaker, subject, place } = claim
    const said = { id, document, property, quote: place?.quote ?? null }
    return [{ ...said, subject: titleIn(view, subject), speaker: view.entities.get(speaker)?.name ?? speaker }]
  })
}

const slotOf = ({ passage, unsourced, ...slot }: WrittenSlot): DraftAnswer['written'][number] => ({
  ...slot,
  text: passage?.text ?? null,
  by: passage?.by ?? null,
  unsourced: [...unsourced],
})

const releaseLine = ({ release }: Draft): DraftAnswer['release'] => ({
  status: release.status,
  askedBy: release.askedBy ?? null,
  decidedBy: release.decidedBy ?? null,
  decidedOn: release.decidedOn ?? null,
  because: release.because ?? null,
})

/** As known at another time, in another language, or before somebody changed it: a second person may look for it. */
function otherTexts({ steps, paper: { kind, audience }, content }: Draft): DraftAnswer['otherTexts'] {
  const own = steps.filter(({ release }) => release.paper === kind && release.audience === audience)
  const others = new Set(own.map(({ release }) => release.content).filter((one) => one !== content))
  return [...others].flatMap((one) => {
    const { status, askedBy } = releaseOf({ releases: own }, { paper: kind, audience, content: one })
    const recorded = own.findLast(({ release }) => release.content === one)?.recorded
    if ((status !== 'asked' && status !== 'released') || askedBy === undefined || recorded === undefined) return []
    return [{ status, askedBy, recorded }]
  })
}

/** Nothing that may not go out can be asked for or agreed to. */
function stepsFor({ release, blocked }: Draft, by: string): DraftAnswer['steps'] {
  const isOpen = (step: Parameters<typeof stepProblem>[1]): boolean =>
    stepProblem(release, step, by) === undefined &&
    (blocked.length === 0 || step === 'refused' || step === 'withdrawn')
  return {
    ask: isOpen('asked'),
    approve: isOpen('approved'),
    refuse: isOpen('refused'),
    withdraw: isOpen('withdrawn'),
    own: release.status === 'asked' && release.askedBy !== undefined && samePerson(release.askedBy, by),
  }
}

export const checkAnswer = ({ paragraphs, read, gaps, blocked, unsourced }: Checked): CheckAnswer => ({
  paragraphs: paragraphs.map(textOf),
  read: { ...read },
  gaps: [...gaps],
  blocked: [...blocked],
  unsourced: [...unsourced],
})
