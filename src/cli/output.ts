import { harmless, indented, pairLines, tableLines, wrap } from './layout.ts'

export interface Style {
  /** Columns of the page. */
  readonly width: number
  /** Whether bold and dim may be used. Nothing is ever said by them alone. */
  readonly colour: boolean
}

const widthDefault = 100
const widthMin = 40
const widthMax = 120

/** How to print on this terminal, file or pipe. `NO_COLOR` (no-color.org) and a dumb terminal are obeyed. */
export function styleFor(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Readonly<Record<string, string | undefined>>,
  noColour: boolean,
): Style {
  const terminal = stream.isTTY === true
  const columns = terminal ? (stream.columns ?? widthDefault) : widthDefault
  return {
    width: Math.min(widthMax, Math.max(widthMin, columns)),
    colour: terminal && !noColour && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
  }
}

/**
 * A calm page of text: titles, wrapped paragraphs, lists, aligned pairs and tables. It reads the same without
 * colour. Text is made harmless on the way (see {@link harmless} in `layout.ts`).
 */
export class Printer {
  readonly style: Style
  readonly #write: (text: string) => void

  constructor(write: (text: string) => void, style: Style) {
    this.#write = write
    this.style = style
  }

  /** The title of the page, underlined. */
  title(text: string): void {
    const lines = wrap(text, this.style.width)
    const underline = '='.repeat(Math.max(...lines.map((line) => line.length)))
    this.#lines([...lines.map((line) => this.#bold(line)), underline])
  }

  /** An empty line, then the heading of a section. */
  heading(text: string): void {
    this.#lines(['', ...wrap(text, this.style.width).map((line) => this.#bold(line))])
  }

  /** Wrapped text. `indent` is in columns. */
  paragraph(text: string, indent = 0): void {
    this.#lines(indented(wrap(text, this.style.width - indent), indent))
  }

  /** `1. …` with `numbered`, else `- …`; each item wraps under its own first word. */
  list(items: readonly string[], options: { readonly indent?: number; readonly numbered?: boolean } = {}): void {
    const { indent = 0, numbered = false } = options
    const markWidth = numbered ? String(items.length).length + 2 : 2
    items.forEach((item, index) => {
      const mark = (numbered ? `${index + 1}.` : '-').padEnd(markWidth)
      const [first = '', ...rest] = wrap(item, this.style.width - indent - markWidth)
      this.#lines(indented([mark + first, ...indented(rest, markWidth)], indent))
    })
  }

  /** Names left, values right, aligned. */
  pairs(rows: readonly (readonly [name: string, value: string])[], indent = 2): void {
    this.#lines(pairLines(rows, this.style.width, indent))
  }

  /** A table with a head; cells wrap so that the table fits the page. */
  table(head: readonly string[], rows: readonly (readonly string[])[], indent = 0): void {
    this.#lines(indented(tableLines(head, rows, this.style.width - indent), indent))
  }

  /** Lines to be copied, such as commands: never wrapped, so that they stay whole. */
  verbatim(lines: readonly string[], indent = 2): void {
    this.#lines(indented(lines.map(harmless), indent))
  }

  blank(): void {
    this.#lines([''])
  }

  /** One JSON value, indented, ending with a line feed. Invisible and reordering characters are escaped. */
  json(value: unknown): void {
    const text = JSON.stringify(value, null, 2)
    this.#write(`${text.replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`)
  }

  #lines(lines: readonly string[]): void {
    this.#write(`${lines.join('\n')}\n`)
  }

  #bold(text: string): string {
    return this.style.colour ? `\u001b[1m${text}\u001b[22m` : text
  }
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
