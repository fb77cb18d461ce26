import { fontFamilies } from './fonts.ts'
import { piecesOf } from './pieces.ts'
import type { Run, Runs, Sheet, SheetBlock } from './sheet.ts'

/** What becomes of a text before it is set: letters without a font are written as numbers. */
export type Write = (text: string) => string

/** From how many notes on the items of a list are set one by one; see the template. */
const notesTogetherMax = 6
/** An item of so many letters fits on a page with its notes, and need not be broken. */
const lettersTogetherMax = 1200

type NoteRun = Extract<Run, { kind: 'note' }>

/** The notes that stand in these runs for the first time. */
const firstNotes = (runs: Runs): readonly NoteRun[] =>
  runs.flatMap((run) => (run.kind === 'note' && run.first ? [run] : []))

/** A line end counts as a line. */
const lettersIn = (runs: Runs): number =>
  runs.reduce((sum, run) => sum + (run.kind === 'text' ? run.text.replaceAll('\n', ' '.repeat(80)).length : 8), 0)

/** Turns a sheet into the data that the template reads. */
class PdfData {
  readonly #write: Write
  readonly #notes: readonly string[]
  constructor(write: Write, notes: readonly string[]) {
    this.#write = write
    this.#notes = notes
  }

  line(text: string): readonly string[] {
    return piecesOf(this.#write(text))
  }

  note(run: NoteRun): object {
    return { ...run, pieces: this.line(this.#notes[run.number - 1] ?? '') }
  }

  /** `ofTable`: marks only, for the notes stand below the table. */
  run(run: Run, ofTable: boolean): object {
    if (run.kind === 'text') return { kind: 'text', pieces: this.line(run.text) }
    if (run.kind === 'exhibit') return run
    return ofTable || !run.first ? { ...run, kind: 'mark' } : this.note(run)
  }

  runs(runs: Runs): readonly object[] {
    return runs.map((run) => this.run(run, false))
  }

  cell(runs: Runs): readonly object[] {
    return runs.map((run) => this.run(run, true))
  }

  block(block: SheetBlock): object {
    const { kind } = block
    switch (kind) {
      case 'paragraph':
        return { kind, runs: this.runs(block.runs) }
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => this.runs(item)),
          apart: block.items.flatMap(firstNotes).length > notesTogetherMax,
          breakable: block.items.map((item) => lettersIn(item) > lettersTogetherMax),
        }
      case 'fields':
        return {
          kind,
          rows: block.rows.map(({ label, value }) => ({ label: this.line(label), value: this.cell(value) })),
          notes: block.rows.flatMap(({ value }) => firstNotes(value)).map((run) => this.note(run)),
        }
      case 'table':
        return {
          kind,
          head: block.head.map((label) => this.line(label)),
          rows: block.rows.map((row) => row.map((cell) => this.cell(cell))),
          notes: block.rows
            .flat()
            .flatMap(firstNotes)
            .map((run) => this.note(run)),
        }
      case 'quote':
        return { kind, runs: this.runs(block.runs), speaker: this.line(block.speaker) }
    }
  }
}

/** The sheet as JSON for the template. */
export const pdfDataOf = (sheet: Sheet, write: Write): string => {
  const data = new PdfData(write, sheet.notes)
  const lines = (texts: readonly string[]): readonly (readonly string[])[] => texts.map((text) => data.line(text))
  return JSON.stringify({
    fonts: fontFamilies,
    language: sheet.language,
    words: sheet.words,
    title: data.line(sheet.title),
    stamp: sheet.stamp,
    mark: data.line(sheet.mark),
    marking: lines(sheet.marking),
    addressee: lines(sheet.addressee),
    dated: data.line(sheet.dated),
    sections: sheet.sections.map(({ heading, blocks }) => ({
      heading: data.line(heading),
      blocks: blocks.map((block) => data.block(block)),
    })),
    exhibits: sheet.exhibits.map(({ number, title, date, copy }) => ({
      number,
      title: data.line(title),
      date: data.line(date),
      copy: data.line(copy),
    })),
    otherSources: lines(sheet.otherSources),
  })
}
