/** What somebody needs who writes a part of a paper: what is asked for, what can be put in, and how it would read. */
import { lawItems, nameOf, type OpenCase } from '../../casework/index.ts'
import { type Passage, project, type View } from '../../record/index.ts'
import { type Draft, draft, type DraftAsked } from './draft.ts'
import { type Blocked, sentencesOf, textsOf } from './gate.ts'
import type { Gap, Paper, Text } from './model.ts'
import { passageFor } from './passages.ts'
import { type Unsourced, unsourcedIn } from './unsourced.ts'
import { stateWords } from './words.ts'

/** A part that a person writes. */
export interface WrittenSlot {
  readonly slot: string
  readonly section: string
  readonly heading: string
  /** What to write, said to the author. */
  readonly asks: string
  readonly required: boolean
  /** What stands there now. */
  readonly passage: Passage | undefined
  /** Names and dates in it that nothing in the record holds. */
  readonly unsourced: readonly Unsourced[]
}

/** A fact that can be put into a text as `{insertion}`. */
export interface Insertable {
  readonly insertion: string
  readonly subject: string
  readonly property: string
  /** How it reads in this paper today. */
  readonly reads: string
}

/** How a text would stand in the paper, before it is saved. */
export interface Checked {
  readonly paragraphs: readonly Text[]
  /** Kept with the passage, so that a later change can be told. */
  readonly read: Readonly<Record<string, string>>
  readonly gaps: readonly Gap[]
  readonly blocked: readonly Blocked[]
  readonly unsourced: readonly Unsourced[]
}

/**
 * The parts of a paper that people write, in the order of the paper.
 * @param opened the case as the paper's readers may have it
 */
export function writtenSlots(
  { template, language, entries }: DraftAsked,
  { paper }: Draft,
  opened: OpenCase,
): readonly WrittenSlot[] {
  const whole = project(entries)
  const strange = unsourcedFor(opened, paper)
  return template.sections.flatMap((section) =>
    section.content.flatMap((piece): readonly WrittenSlot[] => {
      if (!('passage' in piece)) return []
      const passage = passageFor(whole, template.paper, piece.passage, language)
      return [
        {
          slot: piece.passage,
          section: section.id,
          heading: section.heading[language],
          asks: piece.asks[language],
          required: piece.required,
          passage,
          unsourced: passage === undefined ? [] : strange(passage.text),
        },
      ]
    }),
  )
}

const insertable = /^[a-z0-9][a-z0-9.-]*$/u

/** Every fact that the readers of this paper may have, in the order of the record. */
export function insertables({ reads }: Draft, { view }: OpenCase): readonly Insertable[] {
  const points = [
    ...[...view.facts].map(([subject, properties]) => [subject, [...properties.keys()]] as const),
    ...[...view.events].map(([subject, { properties }]) => [subject, [...properties.keys()]] as const),
  ].flatMap(([subject, properties]) =>
    properties
      .filter((property) => property !== 'occurred' && insertable.test(subject))
      .map((property) => ({ subject, property, insertion: `${subject}.${property}` })),
  )
  const read = reads(points.map(({ insertion }) => `{${insertion}}`).join(' '))
  return points.flatMap(({ subject, property, insertion }) => {
    const today = read[insertion]
    return today === undefined ? [] : [{ insertion, subject: titleIn(view, subject), property, reads: today }]
  })
}

/** What an event, a name, a proceeding or the case is called. */
export const titleIn = (view: View, id: string): string =>
  view.events.get(id)?.event.title ??
  view.proceedings.get(id)?.title ??
  (view.header?.id === id ? view.header.title : nameOf(view, id))

/** Puts a passage into the paper without saving it, and says what the author should know of it. */
export function checkPassage(asked: DraftAsked, opened: OpenCase, passage: Omit<Passage, 'read'>): Checked {
  const { entries, template } = asked
  const last = entries.at(-1)
  const trial = {
    sequence: (last?.sequence ?? 0) + 1,
    recorded: last?.recorded ?? '1970-01-01T00:00:00Z',
    by: passage.by,
    body: { kind: 'passage', passage },
  } as const
  const found = draft({ ...asked, entries: [...entries, trial] })
  const section = template.sections.find(({ content }) =>
    content.some((piece) => 'passage' in piece && piece.passage === passage.slot),
  )
  const blocks = found.paper.sections.find(({ id }) => id === section?.id)?.blocks ?? []
  const paragraphs = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text.some(({ origin }) => origin === 'person') ? [block.text] : [],
  )
  const said = new Set(paragraphs.flat().map(({ text }) => text))
  return {
    paragraphs,
    read: found.reads(passage.text),
    gaps: found.gaps.filter(({ field }) => field.startsWith(`${passage.slot}.`)),
    blocked: found.blocked.filter(({ text }) => said.has(text)),
    unsourced: unsourcedFor(opened, found.paper)(passage.text),
  }
}

/** What these readers may have of the record, what the law calls by name, and what the rest of the paper says. */
function unsourcedFor({ state, law }: OpenCase, paper: Paper): (text: string) => readonly Unsourced[] {
  const { language } = paper
  const claims = [...state.claims.values()].map(({ thing }) => thing)
  const values = claims.map(({ value }) => String(value))
  return unsourcedIn({
    names: [
      ...[...state.entities.values()].flatMap(({ name, names = [] }) => [name, ...names]),
      ...[...state.documents.values()].map(({ publisher }) => publisher),
      ...values.filter((value) => /^[A-Z]{2}$/u.test(value)).map((code) => stateWords(code, language)),
    ],
    texts: [
      ...textsOf(state),
      ...lawItems(law, language).map(({ title }) => title),
      paper.title,
      paper.dated,
      ...paper.addressee,
      ...paper.marking,
      ...paper.sections.flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap(sentencesOf).flatMap(({ origin, text }) => (origin === 'person' ? [] : [text])),
      ]),
    ],
    dates: [
      ...values,
      ...claims.flatMap(({ said = '', public: open = '' }) => [said, open]),
      ...[...state.documents.values()].map(({ published = '' }) => published),
    ],
  })
}
