import type { Flow } from '../flow.ts'
import type { Element, XmlHandlers } from '../xml.ts'
import type { HidingStyle } from './styles.ts'

const PART = 'content.xml'
const SPACES_MAX = 1000

interface Change {
  kind: 'insertion' | 'deletion'
  by: string
  when: string
  text: string
  start?: number
}

interface Aside {
  by: string
  when: string
  text: string
}

/** Walks through `content.xml`. Deleted words lie in a list before the text, comments in the middle of it. */
export class ContentReader implements XmlHandlers {
  readonly #flow: Flow
  readonly #styles: ReadonlyMap<string, HidingStyle>
  readonly #changes = new Map<string, Change>()
  readonly #path: string[] = []
  readonly #hiding: (HidingStyle | undefined)[] = []
  readonly #paragraphs: { start: number; number: number }[] = []
  #paragraphCount = 0
  #region = ''
  #change: Change | undefined
  #comment: Aside | undefined
  #unseen: { kind: HidingStyle; text: string } | undefined

  constructor(flow: Flow, styles: ReadonlyMap<string, HidingStyle>) {
    this.#flow = flow
    this.#styles = styles
  }

  open(element: Element): void {
    const { name } = element
    this.#path.push(name)
    this.#hiding.push(this.#styles.get(element.attribute('style-name') ?? '') ?? this.#hiding.at(-1))
    switch (name) {
      case 'p':
      case 'h':
        this.#paragraphCount += 1
        this.#paragraphs.push({ start: this.#flow.next, number: this.#paragraphCount })
        return
      case 's':
        this.#write(' '.repeat(Math.min(Number(element.attribute('c') ?? 1) || 1, SPACES_MAX)))
        return
      case 'tab':
        this.#write('\t')
        return
      case 'line-break':
        if (this.#isAside()) this.#write('\n')
        else this.#flow.lineBreak()
        return
      case 'soft-page-break':
        if (!this.#isAside()) this.#flow.endPage()
        return
      case 'annotation':
        this.#comment = { by: '', when: '', text: '' }
        return
      case 'hidden-text':
      case 'hidden-paragraph':
        this.#hiding[this.#hiding.length - 1] = 'hidden-text'
        return
      default:
        this.#openChange(element)
    }
  }

  #openChange(element: Element): void {
    switch (element.name) {
      case 'changed-region':
        this.#region = element.attribute('id') ?? ''
        return
      case 'insertion':
      case 'deletion':
        this.#change = { kind: element.name, by: '', when: '', text: '' }
        this.#changes.set(this.#region, this.#change)
        return
      case 'change-start': {
        const change = this.#changes.get(element.attribute('change-id') ?? '')
        if (change !== undefined) change.start = this.#flow.next
        return
      }
      case 'change-end':
        this.#reportInsertion(this.#changes.get(element.attribute('change-id') ?? ''))
        return
      case 'change':
        this.#reportDeletion(this.#changes.get(element.attribute('change-id') ?? ''))
    }
  }

  close(name: string): void {
    this.#path.pop()
    this.#hiding.pop()
    switch (name) {
      case 'p':
      case 'h':
        this.#closeParagraph()
        return
      case 'table-cell':
        this.#flow.endCell()
        return
      case 'table-row':
        this.#flow.endRow()
        return
      case 'insertion':
      case 'deletion':
        this.#change = undefined
        return
      case 'annotation':
        this.#closeComment()
    }
  }

  #closeParagraph(): void {
    this.#reportUnseen()
    const paragraph = this.#paragraphs.pop()
    if (this.#comment !== undefined) this.#comment.text += '\n'
    else if (this.#change !== undefined) this.#change.text += '\n'
    else {
      if (paragraph !== undefined) this.#flow.mark(paragraph.start, { part: PART, paragraph: paragraph.number })
      this.#flow.endParagraph()
    }
  }

  #closeComment(): void {
    const comment = this.#comment
    this.#comment = undefined
    if (comment === undefined) return
    this.#flow.layer.hide({
      ...comment,
      kind: 'comment',
      text: comment.text.trim(),
      how: 'a comment in the margin',
    })
  }

  text(text: string): void {
    const parent = this.#path.at(-1)
    const aside = this.#comment ?? this.#change
    if (parent === 'creator' && aside !== undefined) aside.by += text
    else if (parent === 'date' && aside !== undefined) aside.when += text
    else if (this.#paragraphs.length > 0) this.#write(text.replace(/\s+/g, ' '))
  }

  #isAside(): boolean {
    return this.#comment !== undefined || this.#change !== undefined
  }

  #write(text: string): void {
    const aside = this.#comment ?? this.#change
    if (aside !== undefined) {
      aside.text += text
      return
    }
    const hiding = this.#hiding.at(-1)
    if (hiding === undefined) {
      this.#reportUnseen()
      // White space between elements folds, as the format says.
      const isFolded = text.startsWith(' ') && this.#path.at(-1) !== 's' && /\s$/.test(this.#flow.layer.lastUnit)
      this.#flow.text(isFolded ? text.slice(1) : text)
      return
    }
    if (this.#unseen?.kind !== hiding) this.#reportUnseen()
    this.#unseen ??= { kind: hiding, text: '' }
    this.#unseen.text += text
  }

  #reportUnseen(): void {
    const unseen = this.#unseen
    this.#unseen = undefined
    if (unseen === undefined || unseen.text.trim() === '') return
    this.#flow.layer.hide({
      ...unseen,
      at: { part: PART, paragraph: this.#paragraphCount },
      how: unseen.kind === 'white-text' ? 'in white on white' : 'set not to show and not to print',
    })
  }

  #reportInsertion(change: Change | undefined): void {
    if (change?.start === undefined) return
    const { by, when, start } = change
    const length = this.#flow.layer.length - start
    this.#flow.layer.hide({
      kind: 'insertion',
      text: this.#flow.layer.tail(length),
      by,
      when,
      start,
      end: this.#flow.layer.length,
      how: 'inserted, with changes tracked; it stands in the text',
    })
  }

  #reportDeletion(change: Change | undefined): void {
    if (change === undefined || change.kind !== 'deletion' || change.text.trim() === '') return
    const { by, when, text } = change
    this.#flow.layer.hide({
      kind: 'deletion',
      text: text.trim(),
      by,
      when,
      start: this.#flow.next,
      end: this.#flow.next,
      how: 'deleted, with changes tracked; it is not in the text',
      at: { part: PART, paragraph: this.#paragraphCount },
    })
  }
}
