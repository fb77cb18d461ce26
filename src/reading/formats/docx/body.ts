import type { Flow } from '../flow.ts'
import { readXml } from '../xml.ts'
import type { Element } from '../xml.ts'
import { isOn } from './is-on.ts'

interface Change {
  readonly kind: 'insertion' | 'deletion'
  readonly element: string
  readonly by?: string
  readonly when?: string
  text: string
  start: number
}

interface Run {
  hidden?: 'hidden-text' | 'white-text'
  isShaded: boolean
}

const changes: Readonly<Record<string, Change['kind']>> = {
  ins: 'insertion',
  moveTo: 'insertion',
  del: 'deletion',
  moveFrom: 'deletion',
}

/** Fields that fetch something when they are updated. */
const fetchingField = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b/i

/** Reads one part (the text, the notes, a header) into the flow. Returns what was wrong when it breaks off. */
export function readBody(
  part: Uint8Array,
  name: string,
  flow: Flow,
  hiddenStyles: ReadonlySet<string>,
): string | undefined {
  return readXml(part, new BodyReader(name, flow, hiddenStyles, hasPrintedPages(part)))
}

/** Word leaves a mark where each page began when it last printed; with them, breaks set by hand count only once. */
const hasPrintedPages = (part: Uint8Array): boolean =>
  Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('lastRenderedPageBreak')

class BodyReader {
  readonly #part: string
  readonly #flow: Flow
  readonly #hiddenStyles: ReadonlySet<string>
  readonly #printedPages: boolean
  readonly #changes: Change[] = []
  readonly #paragraphs: { start: number; number: number }[] = []
  #paragraphCount = 0
  #run: Run | undefined
  #unseen: { kind: 'hidden-text' | 'white-text'; text: string } | undefined
  #inText = ''
  #fallbacks = 0
  #field = ''

  constructor(part: string, flow: Flow, hiddenStyles: ReadonlySet<string>, printedPages: boolean) {
    this.#part = part
    this.#flow = flow
    this.#hiddenStyles = hiddenStyles
    this.#printedPages = printedPages
  }

  open(element: Element): void {
    // The same text box twice, for old programs: the first one counts.
    if (element.name === 'Fallback') this.#fallbacks += 1
    if (this.#fallbacks > 0) return
    const kind = changes[element.name]
    if (kind !== undefined) this.#openChange(kind, element)
    else if (this.#run !== undefined) this.#openInRun(element, this.#run)
    if (element.name === 'p') {
      this.#paragraphCount += 1
      this.#paragraphs.push({ start: this.#flow.next, number: this.#paragraphCount })
    } else if (element.name === 'r') this.#run = { isShaded: false }
    else if (['t', 'delText', 'instrText'].includes(element.name)) this.#inText = element.name
  }

  #openChange(kind: Change['kind'], element: Element): void {
    const by = element.attribute('author')
    const when = element.attribute('date')
    this.#changes.push({
      kind,
      element: element.name,
      text: '',
      start: this.#flow.next,
      ...(by === undefined ? {} : { by }),
      ...(when === undefined ? {} : { when }),
    })
  }

  #openInRun(element: Element, run: Run): void {
    const value = element.attribute('val')
    switch (element.name) {
      case 'vanish':
      case 'webHidden':
        if (element.name === 'vanish' && isOn(value)) run.hidden = 'hidden-text'
        return
      case 'rStyle':
        if (this.#hiddenStyles.has(value ?? '')) run.hidden = 'hidden-text'
        return
      case 'shd':
      case 'highlight':
        if (run.hidden === 'white-text') delete run.hidden
        run.isShaded = true
        return
      case 'color':
        if (/^(?:ffffff|fefefe|fdfdfd)$/i.test(value ?? '') && !run.isShaded) run.hidden ??= 'white-text'
        return
      case 'tab':
        this.#write('\t')
        return
      case 'noBreakHyphen':
        this.#write('\u2011')
        return
      case 'softHyphen':
        this.#write('\u00ad')
        return
      case 'cr':
        this.#flow.lineBreak()
        return
      case 'lastRenderedPageBreak':
        this.#flow.endPage()
        return
      case 'br':
        if (element.attribute('type') === 'page') {
          if (!this.#printedPages) this.#flow.endPage()
        } else this.#flow.lineBreak()
    }
  }

  close(name: string): void {
    if (name === 'Fallback') this.#fallbacks -= 1
    if (this.#fallbacks > 0) return
    if (changes[name] !== undefined) this.#closeChange()
    switch (name) {
      case 't':
      case 'delText':
        this.#inText = ''
        return
      case 'instrText':
        this.#inText = ''
        if (fetchingField.test(this.#field)) {
          this.#flow.layer.hide({
            kind: 'external-reference',
            text: this.#field.trim(),
            how: 'a field that fetches this when it is updated',
          })
        }
        this.#field = ''
        return
      case 'r':
        this.#run = undefined
        return
      case 'p':
        this.#closeParagraph()
        return
      case 'tc':
        this.#flow.endCell()
        return
      case 'tr':
        this.#flow.endRow()
    }
  }

  #closeParagraph(): void {
    this.#reportUnseen()
    const paragraph = this.#paragraphs.pop()
    if (paragraph !== undefined) this.#flow.mark(paragraph.start, { part: this.#part, paragraph: paragraph.number })
    this.#flow.endParagraph()
  }

  #closeChange(): void {
    const change = this.#changes.pop()
    if (change === undefined || change.text.trim() === '') return
    const { kind, by, when, text, start, element } = change
    const isMove = element.startsWith('move')
    const how =
      kind === 'insertion'
        ? isMove
          ? 'moved here, with changes tracked'
          : 'inserted, with changes tracked; it stands in the text'
        : isMove
          ? 'moved away, with changes tracked'
          : 'deleted, with changes tracked; it is not in the text'
    this.#flow.layer.hide({
      kind,
      text,
      how,
      at: { part: this.#part, paragraph: this.#paragraphCount },
      ...(kind === 'insertion' ? { start, end: this.#flow.layer.length } : { start, end: start }),
      ...(by === undefined ? {} : { by }),
      ...(when === undefined ? {} : { when }),
    })
  }

  text(text: string): void {
    if (this.#fallbacks > 0) return
    if (this.#inText === 'instrText') this.#field += text
    else if (this.#inText !== '') this.#write(text)
  }

  #write(text: string): void {
    for (const change of this.#changes) change.text += text
    if (this.#changes.some(({ kind }) => kind === 'deletion')) return
    const hidden = this.#run?.hidden
    if (hidden !== undefined) {
      if (this.#unseen?.kind !== hidden) this.#reportUnseen()
      this.#unseen ??= { kind: hidden, text: '' }
      this.#unseen.text += text
      return
    }
    this.#reportUnseen()
    this.#flow.text(text)
  }

  #reportUnseen(): void {
    const unseen = this.#unseen
    this.#unseen = undefined
    if (unseen === undefined || unseen.text.trim() === '') return
    this.#flow.layer.hide({
      ...unseen,
      at: { part: this.#part, paragraph: this.#paragraphCount },
      how: unseen.kind === 'white-text' ? 'in white on white' : 'set not to show and not to print',
    })
  }
}
