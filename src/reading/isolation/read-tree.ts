import { NESTING_DEPTH_MAX, TREE_BYTES_MAX, TREE_DOCUMENTS_MAX } from '../limits.ts'
import type { Child, Refusal } from '../formats/reading.ts'
import type { Outcome } from './outcome.ts'
import type { Reader, ReadOptions } from './reader.ts'

/** One document of a tree, with its way from the top: `bundle.zip › letter.eml › order.pdf`. */
export interface TreeItem {
  readonly path: readonly string[]
  readonly statedName?: string
  readonly bytes: Uint8Array
  readonly outcome: Outcome
}

/** Nothing is lost between in and out: `documents` = `read` + `refused`. */
export interface TreeReport {
  readonly documents: number
  readonly read: number
  readonly refused: number
}

/**
 * Reads a document and all that is in it, the container first, then its parts in their order. Each is given out as
 * soon as it is read, so that the caller keeps it and lets it go. What exceeds the limits of a whole tree is given
 * out as refused, with its bytes: it is kept all the same. The generator returns the count.
 */
export async function* readTree(
  reader: Reader,
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): AsyncGenerator<TreeItem, TreeReport> {
  const waiting: { path: readonly string[]; child: Child }[] = [{ path: [], child: { name, bytes } }]
  const count = { documents: 0, read: 0, refused: 0 }
  let bytesSoFar = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { child } = next
    const path = [...next.path, child.name]
    bytesSoFar += child.bytes.length
    const refusal = overLimit(path.length, count.documents, bytesSoFar)
    const outcome: Outcome =
      refusal === undefined
        ? await reader.read(child.bytes, child.name, options)
        : { status: 'refused', refusal, isolation: reader.isolation.level, cost: { wallMilliseconds: 0 } }
    count.documents += 1
    count[outcome.status] += 1
    if (outcome.status === 'read') {
      for (const part of outcome.reading.children.toReversed()) waiting.push({ path, child: part })
    }
    yield {
      path,
      bytes: child.bytes,
      outcome,
      ...(child.statedName === undefined ? {} : { statedName: child.statedName }),
    }
  }
  return count
}

function overLimit(depth: number, documents: number, bytes: number): Refusal | undefined {
  const refuse = (message: string, spanish: string): Refusal => ({
    code: 'archive-limits',
    message: `${message} Unpack it yourself and add what you need.`,
    spanish: `${spanish} Descomprímalo usted y añada lo que necesite.`,
  })
  if (depth > NESTING_DEPTH_MAX)
    return refuse(
      `It lies ${depth} documents deep in others; the limit is ${NESTING_DEPTH_MAX}.`,
      `Está a ${depth} documentos de profundidad dentro de otros; el límite es ${NESTING_DEPTH_MAX}.`,
    )
  if (documents >= TREE_DOCUMENTS_MAX)
    return refuse(
      `More than ${TREE_DOCUMENTS_MAX} documents came out of one file.`,
      `De un solo archivo salieron más de ${TREE_DOCUMENTS_MAX} documentos.`,
    )
  if (bytes > TREE_BYTES_MAX)
    return refuse(
      `More than ${TREE_BYTES_MAX} bytes came out of one file.`,
      `De un solo archivo salieron más de ${TREE_BYTES_MAX} bytes.`,
    )
  return undefined
}
