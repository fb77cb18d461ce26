/**
 * WOFF 1.0 (W3C Recommendation, 13 December 2012) unpacked to the OpenType file inside, under a family name of our own:
 * so a font that happens to be installed on a machine under the same name can never take its place.
 */
import { inflateSync } from 'node:zlib'
import { RenderError } from './render-error.ts'

interface Table {
  readonly tag: string
  readonly data: Uint8Array
}

const headerBytes = 44
const entryBytes = 20
const signature = 0x774f4646

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const padded = (length: number): number => (length + 3) & ~3

const tablesOf = (woff: Uint8Array): readonly Table[] => {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  return Array.from({ length: view.getUint16(12) }, (_, index) => {
    const at = headerBytes + index * entryBytes
    const [offset, packedBytes, bytes] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
    const packed = woff.subarray(offset, offset + packedBytes)
    return {
      tag: String.fromCharCode(...woff.subarray(at, at + 4)),
      data: packedBytes < bytes ? inflateSync(packed) : packed,
    }
  })
}

/** A `name` table with the four names that a typesetter asks for. */
const nameTable = (family: string, style: string): Uint8Array => {
  const names: readonly (readonly [id: number, text: string])[] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family.replaceAll(' ', '')}-${style}`],
  ]
  const texts = names.map(([, text]) => Uint8Array.from([...ascii(text)].flatMap((byte) => [0, byte])))
  const start = 6 + names.length * 12
  const table = new Uint8Array(start + texts.reduce((sum, text) => sum + text.length, 0))
  const view = new DataView(table.buffer)
  view.setUint16(2, names.length)
  view.setUint16(4, start)
  let offset = 0
  for (const [index, [id]] of names.entries()) {
    const text = texts[index] ?? new Uint8Array()
    // Platform 3 (Windows), encoding 1 (Unicode), language 0x409 (English).
    for (const [field, value] of [3, 1, 0x409, id, text.length, offset].entries()) {
      view.setUint16(6 + index * 12 + field * 2, value)
    }
    table.set(text, start + offset)
    offset += text.length
  }
  return table
}

const checksum = (data: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < data.length; at += 4) {
    const word = [0, 1, 2, 3].reduce((value, step) => value * 256 + (data[at + step] ?? 0), 0)
    sum = (sum + word) % 2 ** 32
  }
  return sum
}

const fontFile = (flavor: number, tables: readonly Table[]): Uint8Array => {
  const directory = 12 + tables.length * 16
  const file = new Uint8Array(directory + tables.reduce((sum, { data }) => sum + padded(data.length), 0))
  const view = new DataView(file.buffer)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  view.setUint32(0, flavor)
  for (const [index, value] of [
    tables.length,
    power * 16,
    Math.log2(power),
    (tables.length - power) * 16,
  ].entries()) {
    view.setUint16(4 + index * 2, value)
  }
  let offset = directory
  for (const [index, { tag, data }] of tables.entries()) {
    const at = 12 + index * 16
    file.set(ascii(tag), at)
    for (const [field, value] of [checksum(data), offset, data.length].entries()) {
      view.setUint32(at + 4 + field * 4, value)
    }
    file.set(data, offset)
    offset += padded(data.length)
  }
  return file
}

/** The OpenType font inside a WOFF file, renamed. Throws {@link RenderError} for what is not a WOFF file. */
export const fontFromWoff = (woff: Uint8Array, family: string, style: string): Uint8Array => {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (woff.length < headerBytes || view.getUint32(0) !== signature) {
    throw new RenderError(
      'A font of the program cannot be read',
      'the file is not a WOFF font',
      'install the packages again: delete node_modules and call ./forestay test',
    )
  }
  const tables = tablesOf(woff).map((table) =>
    table.tag === 'name' ? { tag: 'name', data: nameTable(family, style) } : table,
  )
  return fontFile(view.getUint32(4), tables)
}
