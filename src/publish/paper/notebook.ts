/** Where a paper's sentences get their footnotes and exhibits: each source is numbered when it is first leaned on. */
import { isToldLater, type OpenCase } from '../../casework/index.ts'
import { type Claim, compare, type DocumentThing, type Id, type Sha256 } from '../../record/index.ts'
import type { Exhibit, PaperLanguage, Sentence, Source } from './model.ts'
import { dateWords } from './words.ts'

export class Notebook {
  readonly #opened: OpenCase
  readonly #language: PaperLanguage
  readonly #held: ReadonlySet<Sha256>
  readonly #sources = new Map<string, Source>()
  readonly #exhibits = new Map<Id, Exhibit>()

  /** @param held the originals that can be attached */
  constructor(opened: OpenCase, language: PaperLanguage, held: ReadonlySet<Sha256>) {
    this.#opened = opened
    this.#language = language
    this.#held = held
  }

  /** Words that say nothing about the case. */
  template(text: string): Sentence {
    return { text, origin: 'template', claims: [], notes: [], exhibits: [] }
  }

  /** What the law says, or what follows from it. */
  law(text: string): Sentence {
    return { text, origin: 'law', claims: [], notes: [], exhibits: [] }
  }

  /** What somebody at the desk wrote, with the claims that were put into it. */
  person(text: string, claims: readonly Claim[] = []): Sentence {
    return { ...this.record(text, claims), origin: 'person' }
  }

  /** What the record holds: with a footnote for each source and the exhibits in which it can be read. */
  record(text: string, claims: readonly Claim[]): Sentence {
    const notes = claims.map((claim) => this.#noteOf(claim))
    const exhibits = claims.flatMap((claim) => this.#exhibitOf(claim) ?? [])
    return {
      text,
      origin: 'record',
      claims: claims.map(({ id }) => id),
      notes: [...new Set(notes)].toSorted(compare),
      exhibits: [...new Set(exhibits)].toSorted(compare),
    }
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()]
  }

  get exhibits(): readonly Exhibit[] {
    return [...this.#exhibits.values()]
  }

  #noteOf(claim: Claim): number {
    const document = this.#paperOf(claim)
    const text = document === undefined ? this.#ownKnowledge() : citation(document, this.#language)
    const key = document?.id ?? text
    const known = this.#sources.get(key)
    if (known !== undefined) return known.number
    const number = this.#sources.size + 1
    this.#sources.set(key, { number, text, ...(document === undefined ? {} : { document: document.id }) })
    return number
  }

  /** The desk knew of it before any paper that is cited now: neither the later paper nor who spoke in it is named. */
  #ownKnowledge(): string {
    return this.#language === 'es'
      ? 'Nuestro propio expediente; sin documento en esta fecha.'
      : 'Our own file; no document at this date.'
  }

  /** Originals that are held can be attached; what is only cited stays a footnote. */
  #exhibitOf(claim: Claim): number | undefined {
    const document = this.#paperOf(claim)
    return document?.sha256 !== undefined && this.#held.has(document.sha256) ? this.attach(document) : undefined
  }

  /** What a claim is cited from: the paper itself, and for our own retelling the paper that it retells. */
  #paperOf(claim: Claim): DocumentThing | undefined {
    const { view } = this.#opened
    if (isToldLater(view, claim)) return undefined
    const document = view.documents.get(claim.document)
    return document?.retells === undefined ? document : view.documents.get(document.retells)
  }

  /** Adds a document to the exhibits; the number it has there. */
  attach(document: DocumentThing, missing?: string): number {
    const known = this.#exhibits.get(document.id)
    if (known !== undefined) return known.number
    const number = this.#exhibits.size + 1
    this.#exhibits.set(document.id, {
      number,
      document: document.id,
      title: document.title,
      ...(document.published === undefined ? {} : { date: document.published }),
      ...(missing === undefined ? {} : { missing }),
    })
    return number
  }
}

/** Publisher, “title”, date, address. */
export function citation(document: DocumentThing, language: PaperLanguage): string {
  const [open, close] = language === 'es' ? ['«', '»'] : ['“', '”']
  const date = document.published === undefined ? [] : [dateWords(document.published, language)]
  const address = document.address === undefined ? [] : [document.address]
  return [document.publisher, `${open}${document.title}${close}`, ...date, ...address].join(', ')
}
