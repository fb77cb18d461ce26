import { XML_PART_BYTES_MAX } from '../limits.ts'
import { readDirectory, EntryProblem, unpack } from './archive/directory.ts'
import type { Entry } from './archive/directory.ts'
import { safeFileName } from './file-name.ts'
import { Refused } from './reading.ts'
import type { RawReading, TextLayer } from './text-layer.ts'

/** The parts of an office file, unpacked one at a time. */
export class PackageParts {
  readonly #bytes: Uint8Array
  readonly #layer: TextLayer
  readonly #entries: Map<string, Entry>

  constructor(bytes: Uint8Array, layer: TextLayer) {
    this.#bytes = bytes
    this.#layer = layer
    this.#entries = new Map()
    for (const entry of readDirectory(bytes)) {
      if (this.#entries.has(entry.name))
        layer.warn({
          en:
            `The file holds two parts called "${entry.name}"; programs may show the one or the other. The first ` +
            `was read.`,
          es:
            `El archivo contiene dos partes llamadas «${entry.name}»; cada programa puede mostrar una ` +
            'u otra. Se leyó la primera.',
        })
      else this.#entries.set(entry.name, entry)
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** Undefined when there is no such part, or when it cannot be had, which is said. */
  part(name: string, bytesMax: number = XML_PART_BYTES_MAX): Uint8Array | undefined {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    if (entry.unpackedBytes > bytesMax) {
      this.#layer.warn({
        en: `The part "${name}" has ${entry.unpackedBytes} bytes; the limit is ${bytesMax}. It was not read.`,
        es: `La parte «${name}» tiene ${entry.unpackedBytes} bytes; el límite es ${bytesMax}. No se leyó.`,
      })
      return undefined
    }
    try {
      return unpack(this.#bytes, entry)
    } catch (error) {
      if (!(error instanceof EntryProblem)) throw error
      this.#layer.warn({
        en: `The part "${name}" ${error.message}. It was not read.`,
        es: `La parte «${name}» ${error.spanish}. No se leyó.`,
      })
      return undefined
    }
  }

  /** Takes parts out as documents of their own. */
  takeOut(names: readonly string[], isHidden: boolean): void {
    const taken = new Set<string>()
    for (const name of names) {
      const bytes = this.part(name, Number.POSITIVE_INFINITY)
      if (bytes === undefined || bytes.length === 0) continue
      this.#layer.addChild({ name: safeFileName(name, taken), statedName: name, bytes })
      if (isHidden)
        this.#layer.hide({
          kind: 'embedded-file',
          text: name,
          how: 'a file inside the file; it is read as a document of its own',
        })
    }
  }
}

/**
 * A package of whose torn text nothing could be read is not read: an empty text would look like an empty letter.
 * Throws `Refused`.
 */
export function somethingOf(reading: RawReading, broken: string | undefined): RawReading {
  const { text, hidden, children } = reading
  if (broken === undefined || text.trim() !== '' || hidden.length > 0 || children.length > 0) return reading
  throw new Refused(
    'malformed',
    `Its text part is damaged (${broken}) and nothing of it could be read. Ask for another copy, or print it to PDF.`,
    `Su parte de texto está dañada (${broken}) y no se pudo leer nada de ella. Pida otra copia, o imprímalo a PDF.`,
  )
}
