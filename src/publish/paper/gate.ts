/**
 * The last look at a paper before anybody may ask for its release. A paper is built from what its readers may have, so
 * nothing should be found here; what people wrote by hand is where something can.
 */
import {
  appearancesOf,
  type Audience,
  disclosedTo,
  foldedWords,
  type Id,
  type Instant,
  isOpen,
  mentionsAny,
  permitOf,
  type RecordState,
  ruleOf,
} from '../../record/index.ts'
import type { Block, Paper, Sentence } from './model.ts'

export interface Blocked {
  readonly section: string
  readonly text: string
  readonly why: string
  readonly todo: string
}

/** Texts shorter than this are words of the language rather than secrets: a level, a code, a city. */
const TELLING_CHARACTERS_MIN = 6

/**
 * Every sentence that may not stand in this paper, with the reason.
 * @param tells whether a text says what these readers may not have; see {@link withheld}
 * @param open the record as far as the readers may have it
 */
export function blockedIn(paper: Paper, tells: (text: string) => boolean, open: RecordState): readonly Blocked[] {
  const es = paper.language === 'es'
  const judge = (section: string, sentence: Sentence): readonly Blocked[] => {
    const at = { section, text: sentence.text }
    const unknown = sentence.claims.filter((id) => !open.claims.has(id))
    if (unknown.length > 0 || (sentence.origin === 'record' && sentence.claims.length === 0)) {
      return [
        {
          ...at,
          why: es
            ? 'Afirma un hecho sin enunciado que estos lectores puedan tener.'
            : 'It states a fact without a claim that these readers may have.',
          todo: es ? 'Quítelo o anote su fuente.' : 'Take it out, or enter its source.',
        },
      ]
    }
    if (sentence.origin === 'law' || !tells(sentence.text)) return []
    return [
      {
        ...at,
        why: es
          ? 'Contiene algo reservado: un nombre o unas palabras que estos lectores no pueden tener.'
          : 'It holds something that is held back: a name or words that these readers may not have.',
        todo: es
          ? 'Escríbalo de otro modo, o decida sobre la divulgación de lo que está reservado.'
          : 'Write it otherwise, or rule on the disclosure of what is held back.',
      },
    ]
  }
  return [
    ...paper.sections.flatMap(({ id, blocks }) => blocks.flatMap(sentencesOf).flatMap((s) => judge(id, s))),
    ...headLines(paper)
      .filter(tells)
      .map((text) => ({
        section: 'face',
        text,
        why: es
          ? 'La portada o un título contiene algo reservado.'
          : 'The face of the paper or a heading holds something that is held back.',
        todo: es
          ? 'Decida sobre la divulgación, o cambie la plantilla.'
          : 'Rule on its disclosure, or change the template.',
      })),
  ]
}

/** What is printed and is no sentence. */
export const headLines = ({ title, marking, addressee, sections, sources, exhibits }: Paper): readonly string[] => [
  title,
  ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(labelsOf)]),
  ...marking,
  ...addressee,
  ...sources.map(({ text }) => text),
  ...exhibits.flatMap(({ title: name, missing }) => [name, ...(missing === undefined ? [] : [missing])]),
]

function labelsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'fields':
      return block.rows.map(({ label }) => label)
    case 'table':
      return block.head
    case 'quote':
      return [block.speaker]
    case 'paragraph':
    case 'list':
      return []
  }
}

/** Every sentence of a block, in the order in which it is read. */
export function sentencesOf(block: Block): readonly Sentence[] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return block.text
    case 'list':
      return block.items.flat()
    case 'fields':
      return block.rows.flatMap(({ value }) => value)
    case 'table':
      return block.rows.flat(2)
  }
}

/** What is in the whole record and may not go to these readers, as a test for texts. */
export interface Withheld {
  readonly tells: (text: string) => boolean
  /** Changes whenever what is held back does: a release is for what was held back when it was agreed. */
  readonly fingerprint: string
}

/**
 * @param formWords what the form itself prints, such as its title: a desk that files its own requests holds papers of
 *   that name, and the name of a form tells nothing. Names of persons are looked for all the same.
 */
export function withheld(
  whole: RecordState,
  audience: Audience,
  on: Instant,
  formWords: readonly string[] = [],
): Withheld {
  const open = disclosedTo(whole, audience, on)
  const { mentions, hidden: names } = appearancesOf(whole, audience, on)
  const said = new Set([...textsOf(open), ...openNames(whole, audience, on)].map(foldedWords))
  const joined = ` ${[...said].join(' ')} `
  const form = new Set(formWords.map(foldedWords))
  const isSaid = (folded: string): boolean => said.has(folded) || joined.includes(` ${folded} `)
  // What an open document says is open, whoever bound which claim to it.
  const spoken = (document: Id): boolean => open.documents.has(document)
  const brought = [...whole.documents.values()].map(({ broughtBy }) => broughtBy ?? '')
  const hidden = [...textsOf(whole, spoken), ...brought].filter((text) => {
    const folded = foldedWords(text)
    return folded.length >= TELLING_CHARACTERS_MIN && !isCommonWord(text) && !form.has(folded) && !isSaid(folded)
  })
  const says = mentionsAny(hidden)
  return {
    tells: (text) => mentions(text) || says(text),
    fingerprint: [...new Set([...names, ...hidden])].toSorted().join('\n'),
  }
}

/** Names that are open by their level, whether a claim has led to them yet or not: they tell nothing. */
const openNames = (state: RecordState, audience: Audience, on: Instant): readonly string[] =>
  [...state.entities.values()]
    .filter((entity) => isOpen(state, permitOf(state, 'entity', entity), audience, on))
    .flatMap(({ name, names }) => [name, ...(names ?? [])])

/** One word in small letters, such as *person*: a word of the language, whatever it stands for in the record. */
const isCommonWord = (text: string): boolean => /^\p{Ll}+$/u.test(text.trim())

/**
 * Names, titles, dockets, quotes and values of a state: what could give something away when it is repeated.
 * @param isQuoted documents whose quotes are left out
 */
export function textsOf(state: RecordState, isQuoted: (document: Id) => boolean = () => false): readonly string[] {
  return [
    ...[...state.entities.values()].flatMap(({ name, names }) => [name, ...(names ?? [])]),
    ...[...state.documents.values()].flatMap(({ title, address, publisher }) => [title, address ?? '', publisher]),
    ...[...state.proceedings.values()].flatMap(({ title, docket }) => [title, docket ?? '']),
    ...[...state.events.values()].map(({ title }) => title),
    ...[...state.claims.values()].flatMap(({ thing }) => [
      ...(ruleOf(state.properties, thing.property).value === 'text' ? [String(thing.value)] : []),
      isQuoted(thing.document) ? '' : (thing.place?.quote ?? ''),
    ]),
  ]
}
