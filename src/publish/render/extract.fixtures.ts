/** Reads outputs back with programs that did not make them. */
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import * as mupdf from 'mupdf'
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { SaxesParser } from 'saxes'

const pagesOf = (bytes: Uint8Array): readonly mupdf.Page[] => {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf')
  return Array.from({ length: document.countPages() }, (_, index) => document.loadPage(index))
}

/** The text of a PDF, page after page. */
export const pdfPages = (bytes: Uint8Array): readonly string[] =>
  pagesOf(bytes).map((page) => page.toStructuredText('preserve-whitespace,preserve-ligatures').asText())

/** All bytes of a PDF as Latin-1: as they stand, and each stream unpacked. */
export const pdfInside = (bytes: Uint8Array): string => {
  const raw = Buffer.from(bytes).toString('latin1')
  const unpacked = [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    const start = index + length
    const end = raw.indexOf('endstream', start)
    const packed = Buffer.from(raw.slice(start, end), 'latin1')
    return packed[0] === 0x78 ? [inflateSync(packed).toString('latin1')] : []
  })
  return [raw, ...unpacked].join('\n')
}

/** The files inside a DOCX as text. */
export const docxFiles = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file).toString('utf8')]))

/** The text of each paragraph of a DOCX part, line ends included. Throws where the XML is not well-formed. */
export const docxParagraphs = (bytes: Uint8Array, part = 'word/document.xml'): readonly string[] => {
  const paragraphs: string[] = []
  let text = ''
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') text = ''
    if (name === 'w:br') text += '\n'
    inText = name === 'w:t'
  })
  parser.on('text', (letters) => {
    if (inText) text += letters
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:p') paragraphs.push(text)
    inText = false
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(docxFiles(bytes).get(part) ?? '').close()
  return paragraphs
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node

/** All elements of a page, in order. */
export const htmlElements = (bytes: Uint8Array): readonly Element[] => {
  const found: Element[] = []
  const visit = (node: Node): void => {
    if (isElement(node)) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(Buffer.from(bytes).toString('utf8')))
  return found
}

export const htmlText = (node: Node): string => {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(htmlText).join('') : ''
}

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value
