import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { Flow } from '../flow.ts'
import { decode } from '../plain/decode.ts'
import type { Work } from '../parse.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { Concealment } from './concealment.ts'
import { MainFinder } from './main-part.ts'

/** Elements that stand on lines of their own. */
const blocks = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'hr',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'option',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'ul',
  'caption',
  'legend',
  'optgroup',
])
/** Blocks that are parted from others by a blank line. */
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'ul', 'ol'])
/** What no browser shows as words. */
const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'head',
  'datalist',
  'audio',
  'video',
  'canvas',
  'noembed',
  'noframes',
])

export function readHtml(bytes: Uint8Array, work: Work): RawReading {
  const { text: source, encoding, guessed } = decode(bytes, statedEncoding(bytes))
  const layer = new TextLayer(work.mediaType)
  layer.describe({ encoding, encodingGuessed: guessed ? true : undefined })
  appendHtml(source, new Flow(layer))
  return layer.finish()
}

/** `<meta charset>`, or the encoding of an XML declaration. */
function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding=["']([\w:-]+)/i.exec(head)?.[1]
  )
}

/** Appends what a person sees of a page; offsets of spans are in `source`. */
export function appendHtml(source: string, flow: Flow): void {
  const document = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  new Walker(flow, new Concealment(document)).walk(document)
}

interface Step {
  readonly node: Tree.ChildNode | Tree.Document
  readonly isEnd: boolean
  readonly isPre: boolean
}

/** Without recursion: elements can be nested deeper than a stack of calls. */
class Walker {
  readonly #flow: Flow
  readonly #concealment: Concealment
  readonly #main = new MainFinder()

  constructor(flow: Flow, concealment: Concealment) {
    this.#flow = flow
    this.#concealment = concealment
  }

  walk(document: Tree.Document): void {
    const steps: Step[] = [{ node: document, isEnd: false, isPre: false }]
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (step.isEnd) this.#leave(step.node as Tree.Element)
      else if (this.#enter(step)) {
        const { node } = step
        const isPre = step.isPre || (isElement(node) && (node.tagName === 'pre' || node.tagName === 'textarea'))
        if (isElement(node)) steps.push({ node, isEnd: true, isPre })
        const children = 'childNodes' in node ? node.childNodes : []
        for (let index = children.length - 1; index >= 0; index--) {
          const child = children[index]
          if (child !== undefined) steps.push({ node: child, isEnd: false, isPre })
        }
      }
    }
    const main = this.#main.find()
    if (main !== undefined) this.#flow.layer.main = main
  }

  /** Whether to go into it. */
  #enter({ node, isPre }: Step): boolean {
    if (node.nodeName === '#text') {
      this.#words(node as Tree.TextNode, isPre)
      return false
    }
    if (node.nodeName === '#comment') {
      this.#comment(node as Tree.CommentNode)
      return false
    }
    if (!isElement(node)) return 'childNodes' in node
    const { tagName } = node
    if (tagName === 'head') this.#describe(node)
    if (dropped.has(tagName)) return false
    const how = this.#concealment.how(node)
    if (how !== undefined) {
      const text = textOf(node).replace(/\s+/g, ' ').trim()
      if (text !== '') this.#flow.layer.hide({ kind: how.kind, how: how.how, text, ...place(node) })
      return false
    }
    this.#special(node)
    if (paragraphs.has(tagName)) {
      this.#flow.ownLine()
      this.#flow.endParagraph()
    } else if (blocks.has(tagName)) this.#flow.ownLine()
    this.#main.enter(node)
    return true
  }

  #special(node: Tree.Element): void {
    if (node.tagName === 'br') this.#flow.lineBreak()
    const alternative = attribute(node, 'alt')
    if (node.tagName === 'img' && alternative !== undefined && alternative.trim().length > 2) {
      this.#flow.layer.hide({
        kind: 'alternative-text',
        text: alternative,
        how: 'said of a picture, shown when it is not',
        ...place(node),
      })
    }
    if (
      node.tagName === 'input' &&
      attribute(node, 'type') === 'hidden' &&
      /\p{L}{3}.*\s/u.test(attribute(node, 'value') ?? '')
    ) {
      this.#flow.layer.hide({
        kind: 'form-field',
        text: attribute(node, 'value') ?? '',
        how: 'a form field that does not show',
        ...place(node),
      })
    }
  }

  #leave({ tagName }: Tree.Element): void {
    if (tagName === 'td' || tagName === 'th') this.#flow.endCell()
    else if (tagName === 'tr') this.#flow.endRow()
    else if (paragraphs.has(tagName)) {
      this.#flow.ownLine()
      this.#flow.endParagraph()
    } else if (blocks.has(tagName)) this.#flow.ownLine()
    this.#main.leave(this.#flow.layer.length)
  }

  #words(node: Tree.TextNode, isPre: boolean): void {
    const { layer } = this.#flow
    let words = isPre ? node.value : node.value.replace(/[ \t\n\r\f]+/g, ' ')
    if (words === ' ' && (layer.lastUnit === '' || /\s/.test(layer.lastUnit))) return
    // A blank at the start of a line is not shown.
    if (!isPre && words.startsWith(' ') && (this.#flow.isAtLineStart || /\s$/.test(layer.lastUnit)))
      words = words.slice(1)
    if (words === '') return
    const start = this.#flow.next
    this.#flow.text(words)
    this.#main.words(start)
    const location = node.sourceCodeLocation
    if (location != null) this.#flow.mark(start, { source: [location.startOffset, location.endOffset] })
  }

  #comment(node: Tree.CommentNode): void {
    const isProse = /\p{L}{2,}\s+\p{L}+\s+\p{L}{2,}/u.test(node.data) && !node.data.includes('[if ')
    if (isProse)
      this.#flow.layer.hide({
        kind: 'source-comment',
        text: node.data.trim(),
        how: 'a comment in the source of the page',
      })
  }

  #describe(head: Tree.Element): void {
    const facts: Record<string, string | undefined> = {}
    for (const node of head.childNodes) {
      if (!isElement(node)) continue
      if (node.tagName === 'title') facts['title'] ??= textOf(node)
      const key = (
        attribute(node, 'name') ??
        attribute(node, 'property') ??
        attribute(node, 'itemprop') ??
        ''
      ).toLowerCase()
      const value = attribute(node, 'content')
      if (/^(?:author|article:author|dc\.creator|dcterms\.creator)$/.test(key)) facts['author'] ??= value
      if (
        /^(?:article:published_time|datepublished|dc\.date|dcterms\.(?:date|created|issued)|date|pubdate)$/.test(
          key,
        )
      )
        facts['created'] ??= value
      if (/^(?:article:modified_time|datemodified|dcterms\.modified|last-modified)$/.test(key))
        facts['modified'] ??= value
      if (key === 'generator') facts['producer'] ??= value
      if (/^(?:description|og:description)$/.test(key)) facts['subject'] ??= value
    }
    this.#flow.layer.describe(facts)
  }
}

const isElement = (node: object): node is Tree.Element => 'tagName' in node
const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((attr) => attr.name === name)?.value

const place = (node: Tree.Element): { at?: { source: [number, number] } } => {
  const location = node.sourceCodeLocation
  return location == null ? {} : { at: { source: [location.startOffset, location.endOffset] } }
}

/** All words in an element, seen or not, without recursion. */
function textOf(element: Tree.Element): string {
  const words: string[] = []
  const nodes: Tree.ChildNode[] = [...element.childNodes].reverse()
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.nodeName === '#text') words.push((node as Tree.TextNode).value)
    else if ('childNodes' in node && !['script', 'style'].includes(node.nodeName)) {
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index]
        if (child !== undefined) nodes.push(child)
      }
    }
  }
  return words.join('')
}
