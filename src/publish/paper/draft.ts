/** A template, a case and a moment: the paper as it would go out, and everything its author must know first. */
import { answerOf, caseOf, nameOf, type OpenCase, precedentsAnswer, standingFor } from '../../casework/index.ts'
import { type Law, type PrecedentCase, queryOf } from '../../law/index.ts'
import { sha256Of } from '../../platform/index.ts'
import {
  type Audience,
  type DocumentThing,
  type Entry,
  factOf,
  type Id,
  type Instant,
  isoMinute,
  project,
  type RecordState,
  releaseOf,
  type ReleaseStatus,
  type Sha256,
  type TakenStep,
  viewOf,
} from '../../record/index.ts'
import { materials } from '../materials/index.ts'
import { propertySentence, type Sheet } from '../materials/material.ts'
import { type Blocked, blockedIn, withheld } from './gate.ts'
import { type Identified, identifiedBy } from './identified.ts'
import type { Block, Gap, Paper, PaperLanguage, Section } from './model.ts'
import { Notebook } from './notebook.ts'
import { type Changed, passageFor, readInsertions, unwritten, written } from './passages.ts'
import { formGaps, type Piece, type Template, type Words } from './template.ts'
import { dateWords } from './words.ts'

export interface DraftAsked {
  readonly law: Law
  readonly entries: readonly Entry[]
  readonly precedents: readonly PrecedentCase[]
  readonly template: Template
  readonly language: PaperLanguage
  /** The moment of the paper: nothing learned later is in it. */
  readonly knownBy: Instant
  /** Which originals are held, by hash: what is only cited is not attached. */
  readonly held: ReadonlySet<Sha256>
  /** Overrides the template's audience. */
  readonly audience?: Exclude<Audience, 'desk'>
  /** The case at that moment as the paper's readers may have it, where it is open already. */
  readonly opened?: OpenCase
}

export interface Draft {
  /** As it would go out; its `mark` says that it has not been released. */
  readonly paper: Paper
  readonly gaps: readonly Gap[]
  readonly blocked: readonly Blocked[]
  readonly changed: readonly Changed[]
  readonly identified: readonly Identified[]
  /** What the desk knows and these readers may not have yet; for the author only. */
  readonly heldBack: readonly string[]
  /** The documents that these readers may have, for what is attached. */
  readonly documents: ReadonlyMap<Id, DocumentThing>
  /** Whether a text says something that these readers may not have: for what is attached. */
  readonly isTelling: (text: string) => boolean
  /** SHA-256 of all that is said in it: what two people release. */
  readonly content: string
  readonly release: ReleaseStatus
  /** Every step that was taken to let papers of this case out. */
  readonly steps: readonly TakenStep[]
  /** What a text's insertions read in this paper today. */
  readonly reads: (text: string) => Readonly<Record<string, string>>
}

/** Drafts a paper. The same record, template and moment give the same paper. */
export function draft(asked: DraftAsked): Draft {
  const audience = asked.audience ?? asked.template.audience
  const times = { at: asked.knownBy, knownBy: asked.knownBy, audience }
  const whole = project(asked.entries)
  const opened = asked.opened ?? caseOf(asked.law, whole, times)
  const sheet = sheetOf(asked, opened)
  const variables = variablesOf(sheet, passageFor(whole, asked.template.paper, 'contact', asked.language)?.text)
  const gaps: Gap[] = [...formGaps(asked.template, asked.language)]
  const changed: Changed[] = []
  const sections = asked.template.sections.map((section): Section => {
    const heading = section.heading[asked.language]
    const blocks = section.content.flatMap((piece): readonly Block[] => {
      const part = pieceOf(sheet, asked, whole, piece, heading, variables)
      gaps.push(...part.gaps)
      changed.push(...part.changed)
      return part.blocks
    })
    return { id: section.id, heading, blocks }
  })
  const paper = paperOf(
    asked,
    audience,
    sheet,
    variables,
    sections.filter(({ blocks }) => blocks.length > 0),
  )
  const { tells: isTelling, fingerprint } = withheld(whole, audience, asked.knownBy, formWordsOf(paper))
  const content = contentOf(paper, attachedBy(paper, opened, fingerprint))
  return {
    paper,
    gaps: gaps.filter((gap, index) => gaps.findIndex(({ field }) => field === gap.field) === index),
    blocked: blockedIn(paper, isTelling, opened.state),
    changed,
    identified: identifiedBy(paper, opened.view),
    heldBack: heldBackFrom(whole, opened),
    documents: opened.state.documents,
    isTelling,
    content,
    release: releaseOf(whole, { paper: paper.kind, audience, content }),
    steps: whole.releases,
    reads: (text) => readInsertions(sheet, text),
  }
}

/** The name of the form and its headings: they stand in every paper of that kind. */
const formWordsOf = ({ title, sections }: Paper): readonly string[] => [
  title,
  ...sections.map(({ heading }) => heading),
]

/** The released copy: the same paper without its mark. Only where two people let exactly this out. */
export function releasedPaper({ paper, blocked, release }: Draft): Paper | undefined {
  return release.status === 'released' && blocked.length === 0 ? { ...paper, mark: '' } : undefined
}

/** Everything a reader gets: what is said, and what is attached; not the hour it was made, which changes nothing. */
const contentOf = ({ made: _made, mark: _mark, ...said }: Paper, attached: readonly string[]): string =>
  sha256Of(JSON.stringify([said, ...attached]))

/**
 * What decides which exhibits are attached and what is in them: their bytes, and what is held back. A ruling that lets
 * an exhibit through that was left out makes it another paper.
 */
function attachedBy({ exhibits }: Paper, { view }: OpenCase, fingerprint: string): readonly string[] {
  if (exhibits.length === 0) return []
  return [...exhibits.map(({ document }) => view.documents.get(document)?.sha256 ?? ''), sha256Of(fingerprint)]
}

export function sheetOf({ language, precedents, law, held }: DraftAsked, opened: OpenCase): Sheet {
  const { standing, evaluated } = standingFor(opened)
  return {
    opened,
    language,
    notes: new Notebook(opened, language, held),
    standing: answerOf(standing, evaluated, { law: opened.law, view: opened.view, language }),
    precedents: precedentsAnswer(precedents, queryOf(opened.situation), law.blocks.precedent, language),
  }
}

interface Part {
  readonly blocks: readonly Block[]
  readonly gaps: readonly Gap[]
  readonly changed: readonly Changed[]
}

function pieceOf(
  sheet: Sheet,
  { template, language }: DraftAsked,
  whole: RecordState,
  piece: Piece,
  heading: string,
  variables: Variables,
): Part {
  if ('text' in piece) {
    const text = sheet.notes.template(withVariables(piece.text, language, variables))
    return { blocks: [{ kind: 'paragraph', text: [text] }], gaps: [], changed: [] }
  }
  if ('material' in piece) {
    const filledIn = materials.get(piece.material)?.(sheet) ?? { blocks: [], gaps: [] }
    return { ...filledIn, changed: [] }
  }
  const passage = passageFor(whole, template.paper, piece.passage, language)
  if (passage === undefined) {
    const gap = unwritten(piece.passage, heading, piece.asks, piece.required, language)
    return { blocks: piece.required ? [toWrite(sheet)] : [], gaps: [gap], changed: [] }
  }
  const { paragraphs, gaps, changed } = written(sheet, passage)
  return { blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })), gaps, changed }
}

/** A part that must be written shows that it is missing, so that no number on the face leads elsewhere. */
const toWrite = ({ notes, language }: Sheet): Block => ({
  kind: 'paragraph',
  text: [notes.template(language === 'es' ? '[Por escribir]' : '[To be written]')],
})

/** What `{name}` stands for in a template's fixed words. */
type Variables = ReadonlyMap<string, string>

function variablesOf(sheet: Sheet, contact: string | undefined): Variables {
  const { view } = sheet.opened
  const { header } = view
  const unknown = sheet.language === 'es' ? '[no consta]' : '[not known]'
  const fact = (property: string): string =>
    header === undefined ? unknown : (propertySentence(sheet, factOf(view, header.id, property))?.text ?? unknown)
  return new Map([
    ['person', header === undefined ? unknown : nameOf(view, header.person)],
    ['desk', header?.desk ?? unknown],
    ['sending', fact('sending-state')],
    ['receiving', fact('receiving-state')],
    ['removal', removalWords(sheet) ?? unknown],
    [
      'contact',
      contact?.split('\n', 1)[0]?.trim() ?? (sheet.language === 'es' ? '[por escribir]' : '[to be written]'),
    ],
    ['date', dateWords(isoMinute(view.zone, view.knownBy).slice(0, 10), sheet.language)],
  ])
}

/** The day and hour that the authorities have set, as the face of a request gives it. */
function removalWords(sheet: Sheet): string | undefined {
  const set = [...sheet.opened.view.events.values()].findLast(
    ({ event, occurred }) => event.type.endsWith('-scheduled') && occurred !== 'false',
  )
  const due = set?.properties.get('due') ?? set?.properties.get('date')
  return due === undefined ? undefined : propertySentence(sheet, due)?.text
}

const withVariables = (words: Words, language: PaperLanguage, variables: Variables): string =>
  words[language].replaceAll(/\{([a-z]+)\}/gu, (whole, name: string) => variables.get(name) ?? whole)

function paperOf(
  { template, language }: DraftAsked,
  audience: Audience,
  sheet: Sheet,
  variables: Variables,
  sections: readonly Section[],
): Paper {
  const { view } = sheet.opened
  const words = (text: Words): string => withVariables(text, language, variables)
  return {
    kind: template.paper,
    language,
    audience,
    title: words(template.title),
    marking: template.marking.map(words),
    addressee: template.addressee.map(words),
    dated: variables.get('date') ?? '',
    made: `${isoMinute('UTC', view.knownBy)}:00Z`,
    zone: view.zone,
    sections,
    exhibits: sheet.notes.exhibits,
    sources: sheet.notes.sources,
    mark: language === 'es' ? 'Borrador: no ha salido del equipo' : 'Draft: not released',
  }
}

/** Events that the desk knows at this moment and that the readers may not have. */
function heldBackFrom(whole: RecordState, { view }: OpenCase): readonly string[] {
  const desk = viewOf(whole, { knownBy: view.knownBy, audience: 'desk' })
  return [...desk.events.values()].filter(({ event }) => !view.events.has(event.id)).map(({ event }) => event.title)
}
