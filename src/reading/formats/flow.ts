import type { Position } from './reading.ts'
import type { TextLayer } from './text-layer.ts'

const BLANK_LINES_MAX = 2

/**
 * Text that flows in paragraphs and tables: breaks are held back until words follow, so that empty paragraphs at the
 * end of a cell or a page leave no trace. Cells of a row are parted by a tab, rows by a line break.
 */
export class Flow {
  readonly layer: TextLayer
  #pending = ''

  constructor(layer: TextLayer) {
    this.layer = layer
  }

  /** Where the next words will stand. */
  get next(): number {
    return this.layer.length + (this.layer.lastUnit === '' ? 0 : this.#pending.length)
  }

  get isAtLineStart(): boolean {
    return this.layer.lastUnit === '' || /[\n\t]$/.test(this.#pending)
  }

  text(words: string): void {
    if (words === '') return
    if (this.layer.lastUnit !== '') this.layer.append(this.#pending)
    this.#pending = ''
    this.layer.append(words)
  }

  lineBreak(): void {
    this.#pending += '\n'
  }

  endParagraph(): void {
    if (this.#pending.split('\n').length <= BLANK_LINES_MAX) this.#pending += '\n'
  }

  /** One break at most, for elements that start on a line of their own. */
  ownLine(): void {
    if (!this.#pending.endsWith('\n')) this.#pending += '\n'
  }

  endCell(): void {
    this.#pending = `${this.#pending.replaceAll('\n', '')}\t`
  }

  endRow(): void {
    this.#pending = '\n'
  }

  endPage(): void {
    this.#pending = ''
    this.layer.endPage()
  }

  /** Says where the words since `start` stand in the original. */
  mark(start: number, at: Position): void {
    this.layer.mark(start, this.layer.length, at)
  }
}
