import { SaxesParser } from 'saxes'
import { MARKUP_DEPTH_MAX } from '../limits.ts'
import { Refused } from './reading.ts'
import { decode } from './plain/decode.ts'

export interface Element {
  /** Without its prefix: prefixes are chosen by whoever wrote the file. */
  readonly name: string
  /** An attribute by its name without prefix. */
  attribute(name: string): string | undefined
}

export interface XmlHandlers {
  open(element: Element): void
  close(name: string): void
  text(text: string): void
}

/**
 * Reads XML from start to end without building a tree. A document type is refused: it can define entities that grow
 * or that name files. Returns what was wrong when the XML breaks off; what came before has been handed over.
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  parser.on('doctype', () => {
    throw new Refused(
      'malformed',
      'The file holds XML with a document type definition, which office programs never write. It was not opened.',
      'El archivo contiene XML con una definición de tipo de documento, que los programas de oficina ' +
        'nunca escriben. No se abrió.',
    )
  })
  parser.on('error', (error) => {
    throw new XmlBroken(error.message)
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MARKUP_DEPTH_MAX)
      throw new Refused(
        'document-limits',
        `Elements lie more than ${MARKUP_DEPTH_MAX} deep in each other. The file was not read.`,
        `Hay elementos anidados a más de ${MARKUP_DEPTH_MAX} niveles. El archivo no se leyó.`,
      )
    const attributes = Object.values(tag.attributes)
    handlers.open({ name: tag.local, attribute: (name) => attributes.find(({ local }) => local === name)?.value })
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close(tag.local)
  })
  parser.on('text', (text) => {
    handlers.text(text)
  })
  parser.on('cdata', (text) => {
    handlers.text(text)
  })
  try {
    parser.write(decode(bytes).text).close()
    return undefined
  } catch (error) {
    if (error instanceof XmlBroken) return error.message.replace(/\s+/g, ' ')
    throw error
  }
}

class XmlBroken extends Error {}

/** The words of the first element of each name, for small files of facts. */
export function readFacts(
  bytes: Uint8Array | undefined,
  names: readonly string[],
): Record<string, string | undefined> {
  const facts: Record<string, string> = {}
  if (bytes === undefined) return facts
  let current: string | undefined
  readXml(bytes, {
    open: ({ name }) => {
      current = names.includes(name) && facts[name] === undefined ? name : undefined
    },
    close: () => {
      current = undefined
    },
    text: (text) => {
      if (current !== undefined) facts[current] = (facts[current] ?? '') + text
    },
  })
  return facts
}
