/**
 * What goes over the pipes between the program and a parse: documents in, one after another; frames out. A frame is
 * one byte for its kind, four for its length (big endian), and that many bytes; `cost` is the last of an answer. The
 * parse is not trusted: everything is checked.
 */

/** `reading` and `child` come from a parse; `answer` and `child` from another worker, see `run.ts`. */
export const frameKinds = { progress: 1, child: 2, reading: 3, refusal: 4, cost: 5, answer: 6 } as const
export type FrameKind = keyof typeof frameKinds

export interface Frame {
  readonly kind: FrameKind
  readonly bytes: Uint8Array
}

const HEADER_BYTES = 5

export function writeFrame(kind: FrameKind, bytes: Uint8Array): Uint8Array[] {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt8(frameKinds[kind], 0)
  header.writeUInt32BE(bytes.length, 1)
  return [header, bytes]
}

const kindOf = (code: number): FrameKind | undefined =>
  (Object.keys(frameKinds) as FrameKind[]).find((kind) => frameKinds[kind] === code)

/** Puts frames together from chunks. Throws on anything that is no frame, and once more than `bytesMax` came. */
export class FrameReader {
  readonly #bytesMax: number
  #chunks: Uint8Array[] = []
  #held = 0
  #total = 0
  #needed = HEADER_BYTES

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  push(chunk: Uint8Array): Frame[] {
    this.#total += chunk.length
    if (this.#total > this.#bytesMax) throw new OutputLimit(this.#bytesMax)
    this.#chunks.push(chunk)
    this.#held += chunk.length
    const frames: Frame[] = []
    // Chunks are joined only when a whole frame is there: joining at each chunk would copy a large one over and over.
    while (this.#held >= this.#needed) {
      const frame = this.#take()
      if (frame !== undefined) frames.push(frame)
    }
    return frames
  }

  #take(): Frame | undefined {
    const joined = this.#chunks.length === 1 ? (this.#chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#chunks)
    const view = Buffer.from(joined.buffer, joined.byteOffset, joined.byteLength)
    this.#chunks = [view]
    const kind = kindOf(view.readUInt8(0))
    if (kind === undefined) throw new Error('the parse sent something that is no answer')
    const length = view.readUInt32BE(1)
    if (length > this.#bytesMax) throw new OutputLimit(this.#bytesMax)
    this.#needed = HEADER_BYTES + length
    if (view.length < this.#needed) return undefined
    const bytes = view.subarray(HEADER_BYTES, this.#needed)
    const rest = view.subarray(this.#needed)
    this.#chunks = rest.length === 0 ? [] : [rest]
    this.#held = rest.length
    this.#needed = HEADER_BYTES
    return { kind, bytes }
  }
}

/** More came back than a parse may send. */
export class OutputLimit extends Error {
  readonly bytesMax: number

  constructor(bytesMax: number) {
    super(`more than ${bytesMax} bytes came back`)
    this.name = 'OutputLimit'
    this.bytesMax = bytesMax
  }
}

/** Two lengths of four bytes each (of the name, of the document), then the name, then the document. */
const REQUEST_HEADER_BYTES = 8

export interface Request {
  readonly name: string
  readonly bytes: Uint8Array
}

export function writeRequest(name: string, bytes: Uint8Array): Uint8Array[] {
  const nameBytes = Buffer.from(name, 'utf8')
  const header = Buffer.alloc(REQUEST_HEADER_BYTES)
  header.writeUInt32BE(nameBytes.length, 0)
  header.writeUInt32BE(bytes.length, 4)
  return [header, nameBytes, bytes]
}

/** The documents that come in, one after another, until the pipe ends. One that is cut off is left out. */
export async function* readRequests(pipe: AsyncIterable<Uint8Array>): AsyncGenerator<Request> {
  let chunks: Uint8Array[] = []
  let held = 0
  let needed = REQUEST_HEADER_BYTES
  for await (const chunk of pipe) {
    chunks.push(chunk)
    held += chunk.length
    while (held >= needed) {
      const all = Buffer.concat(chunks)
      chunks = [all]
      const nameEnd = REQUEST_HEADER_BYTES + all.readUInt32BE(0)
      needed = nameEnd + all.readUInt32BE(4)
      if (held < needed) break
      const request = {
        name: all.toString('utf8', REQUEST_HEADER_BYTES, nameEnd),
        bytes: all.subarray(nameEnd, needed),
      }
      chunks = [all.subarray(needed)]
      held -= needed
      needed = REQUEST_HEADER_BYTES
      yield request
    }
  }
}
