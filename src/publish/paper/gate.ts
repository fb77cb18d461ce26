/**
 * The last look at a paper before anybody may ask for its release. A paper is built from what its readers may have, so
 * nothing should be found here; what people wrote by hand is where something can.
 */
import { foldedWords, type Id, mentionsAny, permitOf, type RecordState, ruleOf } from '../../record/index.ts'
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
          ? 'Contiene algo reservado: un nombre, un número o unas palabras que estos lectores no pueden tener.'
          : 'It holds something that is held back: a name, a number or words that these readers may not have.',
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
          ? 'La portada contiene algo reservado.'
          : 'The face of the paper holds something that is held back.',
        todo: es
          ? 'Decida sobre la divulgación, o cambie la plantilla.'
          : 'Rule on its disclosure, or change the template.',
      })),
  ]
}

const headLines = ({ title, marking, addressee, sources, exhibits }: Paper): readonly string[] => [
  title,
  ...marking,
  ...addressee,
  ...sources.map(({ text }) => text),
  ...exhibits.flatMap(({ title: name, missing }) => [name, ...(missing === undefined ? [] : [missing])]),
]

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

/** A test for texts: whether they say something that is in the whole record and not in the open one. */
export function withheld(whole: RecordState, open: RecordState): (text: string) => boolean {
  const allowed = new Set([...textsOf(open), ...publicBodies(whole)].map(foldedWords))
  const joined = ` ${[...allowed].join(' ')} `
  // What an open document says is open, whoever bound which claim to it.
  const spoken = (document: Id): boolean => open.documents.has(document)
  const hidden = textsOf(whole, spoken).filter((text) => {
    const folded = foldedWords(text)
    return folded.length >= TELLING_CHARACTERS_MIN && !isCommonWord(text) && !joined.includes(` ${folded} `)
  })
  return mentionsAny(hidden)
}

/** Courts, ministries, States and treaties that are public tell nothing by their names, reached by a claim or not. */
const publicBodies = (state: RecordState): readonly string[] =>
  [...state.entities.values()]
    .filter((entity) => entity.kind !== 'person' && permitOf(state, 'entity', entity).disclosure === 'public')
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
    ...[...state.documents.values()].flatMap(({ title, address }) => [title, address ?? '']),
    ...[...state.proceedings.values()].flatMap(({ title, docket }) => [title, docket ?? '']),
    ...[...state.events.values()].map(({ title }) => title),
    ...[...state.claims.values()].flatMap(({ thing }) => [
      ...(ruleOf(state.properties, thing.property).value === 'text' ? [String(thing.value)] : []),
      isQuoted(thing.document) ? '' : (thing.place?.quote ?? ''),
    ]),
  ]
}
