import type { Block, Exhibit, Gap, Paper, PaperLanguage, Source, Text } from '../paper/model.ts'
import { dateWords } from '../paper/words.ts'
import { printable, printableLine } from './letters.ts'
import { RenderError } from './render-error.ts'
import type { Run, Runs, Sheet, SheetBlock, SheetExhibit, SheetSection } from './sheet.ts'
import { wordsIn } from './words.ts'
import type { Words } from './words.ts'

/** Footnotes in the order in which the sheet first refers to them. */
class Notes {
  readonly #sources: ReadonlyMap<number, Source>
  readonly #numbers = new Map<number, number>()
  constructor(sources: readonly Source[]) {
    this.#sources = new Map(sources.map((source) => [source.number, source]))
  }

  /** The references at the end of one sentence, in the order of their numbers, as a reader expects them. */
  refer(sources: readonly number[]): readonly Run[] {
    return sources
      .map((source) => this.#numbered(source))
      .toSorted((a, b) => a.number - b.number)
      .map((note, at): Run => ({ kind: 'note', ...note, follows: at > 0 }))
  }

  #numbered(source: number): { readonly number: number; readonly first: boolean } {
    if (!this.#sources.has(source)) throw unlisted('source', source)
    const known = this.#numbers.get(source)
    const number = known ?? this.#numbers.size + 1
    this.#numbers.set(source, number)
    return { number, first: known === undefined }
  }

  get referred(): readonly string[] {
    return [...this.#numbers.keys()].map((number) => printableLine(this.#sources.get(number)?.text ?? ''))
  }

  get others(): readonly string[] {
    return [...this.#sources.values()]
      .filter(({ number }) => !this.#numbers.has(number))
      .map(({ text }) => printableLine(text))
  }
}

const unlisted = (what: 'source' | 'exhibit', number: number): RenderError =>
  new RenderError(
    `The paper refers to ${what} ${number}, which it does not list`,
    `a reader could not look it up`,
    `add ${what} ${number} to the paper's ${what}s, or take the reference out of the sentence`,
  )

const uneven = (head: readonly string[], cells: number): RenderError =>
  new RenderError(
    `A table of the paper has a row of ${cells} cells below ${head.length} headings`,
    `cells under the wrong heading (${head.join(', ')}) would say something else`,
    'give each row as many cells as the table has headings',
  )

/** A list without items is not printed: a reader would look for what is missing. */
const isEmpty = (block: Block): boolean =>
  (block.kind === 'list' && block.items.length === 0) || (block.kind === 'fields' && block.rows.length === 0)

/** Sets the running text of one paper. */
class Setter {
  readonly #words: Words
  readonly #notes: Notes
  readonly #exhibits: ReadonlySet<number>
  constructor(words: Words, notes: Notes, exhibits: readonly Exhibit[]) {
    this.#words = words
    this.#notes = notes
    this.#exhibits = new Set(exhibits.map(({ number }) => number))
  }

  runs(text: Text): Runs {
    return text.flatMap((sentence, index): Run[] => [
      { kind: 'text', text: (index === 0 ? '' : ' ') + printable(sentence.text) },
      ...this.#notes.refer([...new Set(sentence.notes)]),
      ...[...new Set(sentence.exhibits)].flatMap((exhibit) => this.#exhibit(exhibit)),
    ])
  }

  #exhibit(number: number): Run[] {
    if (!this.#exhibits.has(number)) throw unlisted('exhibit', number)
    return [
      { kind: 'text', text: ' ' },
      { kind: 'exhibit', number, text: `[${this.#words.exhibit} ${number}]` },
    ]
  }

  block(block: Block, start: number): SheetBlock {
    switch (block.kind) {
      case 'paragraph':
        return { kind: 'paragraph', runs: this.runs(block.text) }
      case 'list':
        return { kind: 'list', numbered: block.numbered, start, items: block.items.map((item) => this.runs(item)) }
      case 'fields':
        return {
          kind: 'fields',
          rows: block.rows.map(({ label, value }) => ({ label: printableLine(label), value: this.runs(value) })),
        }
      case 'table':
        for (const row of block.rows) if (row.length !== block.head.length) throw uneven(block.head, row.length)
        return {
          kind: 'table',
          head: block.head.map(printableLine),
          rows: block.rows.map((row) => row.map((cell) => this.runs(cell))),
        }
      case 'quote':
        return { kind: 'quote', runs: this.runs(block.text), speaker: printableLine(block.speaker) }
    }
  }

  blocks(blocks: readonly Block[]): readonly SheetBlock[] {
    let start = 1
    return blocks
      .filter((block) => !isEmpty(block))
      .map((block) => {
        const set = this.block(block, start)
        if (set.kind === 'list' && set.numbered) start += set.items.length
        return set
      })
  }
}

const exhibitIn =
  (words: Words, language: PaperLanguage) =>
  ({ number, title, date, missing }: Exhibit): SheetExhibit => ({
    number,
    title: printableLine(title),
    date: date === undefined ? words.undated : printableLine(dateWords(date, language)),
    copy: missing === undefined ? words.attached : `${words.notAttached}: ${printableLine(missing)}`,
  })

/** Throws {@link RenderError} for what is not a time. */
const secondsOf = (made: string): number => {
  const milliseconds = Date.parse(made)
  if (Number.isNaN(milliseconds)) {
    throw new RenderError(
      'The paper does not say when it was made',
      `"${made}" is not a time in ISO 8601`,
      'give `made` as a minute in UTC, such as 2014-02-19T08:00:00Z',
    )
  }
  return Math.floor(milliseconds / 1000)
}

/** A paper as all outputs set it. Throws {@link RenderError} where it refers to what it does not list. */
export const sheetOf = (paper: Paper): Sheet => {
  const words = wordsIn[paper.language]
  const notes = new Notes(paper.sources)
  const setter = new Setter(words, notes, paper.exhibits)
  const sections = paper.sections.map(({ heading, blocks }, index): SheetSection => ({
    heading: `${index + 1}. ${printableLine(heading)}`,
    blocks: setter.blocks(blocks),
  }))
  const mark = printableLine(paper.mark)
  return {
    language: paper.language,
    words,
    title: printableLine(paper.title),
    marking: paper.marking.map(printableLine),
    addressee: paper.addressee.map(printableLine),
    dated: printableLine(paper.dated),
    madeSeconds: secondsOf(paper.made),
    sections,
    exhibits: paper.exhibits.map(exhibitIn(words, paper.language)),
    notes: notes.referred,
    otherSources: notes.others,
    stamp: mark === '' ? '' : words.draft,
    mark,
  }
}

const plain = (text: string): Runs => [{ kind: 'text', text: printable(text) }]

/** What a gap page needs to know of its paper: nothing of the paper's text. */
export interface GapsSheet {
  readonly gaps: readonly Gap[]
  readonly language: PaperLanguage
  /** As {@link Paper.made}. */
  readonly made: string
}

/** The gaps of a paper as a document of its own, for the author. Required ones first, else in the order given. */
export const sheetOfGaps = ({ gaps, language, made }: GapsSheet): Sheet => {
  const words = wordsIn[language]
  const { gaps: say } = words
  const section = (weight: Gap['weight'], heading: string): readonly SheetSection[] => {
    const found = gaps.filter((gap) => gap.weight === weight)
    return found.length === 0 ? [] : [{ heading, blocks: [gapTable(found, words)] }]
  }
  const sections = [...section('required', say.required), ...section('wanted', say.wanted)]
  return {
    language,
    words,
    title: say.title,
    marking: [say.mark],
    addressee: [],
    dated: '',
    madeSeconds: secondsOf(made),
    sections:
      sections.length > 0
        ? sections
        : [{ heading: say.title, blocks: [{ kind: 'paragraph', runs: plain(say.none) }] }],
    exhibits: [],
    notes: [],
    otherSources: [],
    stamp: say.stamp,
    mark: say.mark,
  }
}

const gapTable = (gaps: readonly Gap[], { gaps: say }: Words): SheetBlock => ({
  kind: 'table',
  head: [say.missing, say.todo, say.why],
  rows: gaps.map(({ title, todo, why }) => [plain(title), plain(todo), plain(why)]),
})
