/** The table of a ZIP archive, judged before anything in it is unpacked. */
import { inflateRawSync } from 'node:zlib'
import {
  ARCHIVE_DIRECTORY_BYTES_MAX,
  ARCHIVE_RATIO_FREE_BYTES,
  ARCHIVE_RATIO_MAX,
  CHILDREN_BYTES_MAX,
  CHILDREN_MAX,
} from '../../limits.ts'
import { decode } from '../plain/decode.ts'
import { Refused } from '../reading.ts'

export interface Entry {
  /** As the archive states it. */
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly isFolder: boolean
  /** A link to another file, as Unix archives have them. */
  readonly isLink: boolean
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly checksum: number
  readonly offset: number
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
/** A field that says "see the extension for files of 4 GB and more". */
const SEE_EXTENSION = 0xffffffff

const broken = (why: string, spanish: string): Refused =>
  new Refused(
    'malformed',
    `The archive is damaged: ${why}. Ask for another copy, or unpack it yourself and add the files.`,
    `El archivo comprimido está dañado: ${spanish}. Pida otra copia, o descomprímalo usted y añada los archivos.`,
  )

const tooMuch = (why: string, spanish: string): Refused =>
  new Refused(
    'archive-limits',
    `The archive was not opened: ${why}. Unpack it yourself and add what you need.`,
    `El archivo comprimido no se abrió: ${spanish}. Descomprímalo usted y añada lo que necesite.`,
  )

/** All entries, in the archive's order. Throws `Refused` when the archive is broken or asks for too much. */
export function readDirectory(bytes: Uint8Array): Entry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.readUInt16LE(end + 10)
  const size = view.readUInt32LE(end + 12)
  const stated = view.readUInt32LE(end + 16)
  if (stated === SEE_EXTENSION || count === 0xffff)
    throw tooMuch(
      'it is in the format for more than 65,535 files or 4 GB',
      'tiene el formato para más de 65.535 archivos o 4 GB',
    )
  if (count > CHILDREN_MAX)
    throw tooMuch(
      `it holds ${count} files; the limit is ${CHILDREN_MAX}`,
      `contiene ${count} archivos; el límite es ${CHILDREN_MAX}`,
    )
  if (size > ARCHIVE_DIRECTORY_BYTES_MAX)
    throw tooMuch(
      `its table takes ${size} bytes; the limit is ${ARCHIVE_DIRECTORY_BYTES_MAX}`,
      `su tabla ocupa ${size} bytes; el límite es ${ARCHIVE_DIRECTORY_BYTES_MAX}`,
    )
  // Something may stand before the archive; offsets then count from where it begins.
  const shift = end - size - stated
  if (shift < 0) throw broken('its table is not where it says', 'su tabla no está donde dice')
  const entries: Entry[] = []
  let at = end - size
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > end || view.readUInt32LE(at) !== ENTRY_MARK)
      throw broken('its table breaks off', 'su tabla se corta')
    const nameBytes = view.readUInt16LE(at + 28)
    entries.push(readEntry(view, at, nameBytes, shift))
    at += ENTRY_BYTES + nameBytes + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  judge(entries, bytes.length)
  return entries
}

function findEnd(view: Buffer): number {
  const first = Math.max(0, view.length - END_BYTES - 0xffff)
  for (let at = view.length - END_BYTES; at >= first; at--) {
    if (view.readUInt32LE(at) === END_MARK) return at
  }
  throw broken('its table is missing, it may be cut off', 'falta su tabla; puede estar cortado')
}

function readEntry(view: Buffer, at: number, nameBytes: number, shift: number): Entry {
  const flags = view.readUInt16LE(at + 8)
  const name = decodeName(view.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes))
  const mode = view.readUInt32LE(at + 38) >>> 16
  return {
    name,
    method: view.readUInt16LE(at + 10),
    isEncrypted: (flags & 1) !== 0,
    isFolder: /[/\\]$/.test(name),
    isLink: (mode & 0xf000) === 0xa000,
    packedBytes: view.readUInt32LE(at + 20),
    unpackedBytes: view.readUInt32LE(at + 24),
    checksum: view.readUInt32LE(at + 16),
    offset: view.readUInt32LE(at + 42) + shift,
  }
}

/** UTF-8, or what DOS and Windows programs wrote before: Russian archives still come in code page 866. */
const decodeName = (bytes: Uint8Array): string => decode(bytes).text

function judge(entries: readonly Entry[], archiveBytes: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  if (unpacked > CHILDREN_BYTES_MAX)
    throw tooMuch(
      `it would unpack to ${unpacked} bytes; the limit is ${CHILDREN_BYTES_MAX}`,
      `descomprimido ocuparía ${unpacked} bytes; el límite es ${CHILDREN_BYTES_MAX}`,
    )
  if (unpacked > ARCHIVE_RATIO_FREE_BYTES && unpacked > archiveBytes * ARCHIVE_RATIO_MAX) {
    throw tooMuch(
      `it would grow ${Math.round(unpacked / archiveBytes)} times; the limit is ${ARCHIVE_RATIO_MAX}`,
      `crecería ${Math.round(unpacked / archiveBytes)} veces; el límite es ${ARCHIVE_RATIO_MAX}`,
    )
  }
  const ordered = entries.toSorted((a, b) => a.offset - b.offset)
  for (const [index, entry] of ordered.entries()) {
    const end = entry.offset + LOCAL_BYTES + entry.packedBytes
    const next = ordered[index + 1]?.offset ?? archiveBytes
    if (end > next)
      throw tooMuch(
        'its files overlap each other, as in archives made to flood',
        'sus archivos se solapan, como en los hechos para inundar',
      )
  }
}

/** The bytes of one entry, never more than its table states. Throws `EntryProblem` when they cannot be had. */
export function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.isEncrypted) throw new EntryProblem('is locked with a password', 'está protegido con contraseña')
  if (entry.offset + LOCAL_BYTES > view.length || view.readUInt32LE(entry.offset) !== LOCAL_MARK)
    throw new EntryProblem('is not where the table says', 'no está donde dice la tabla')
  const start =
    entry.offset + LOCAL_BYTES + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28)
  const packed = view.subarray(start, start + entry.packedBytes)
  const content = inflate(packed, entry)
  if (content.length !== entry.unpackedBytes)
    throw new EntryProblem(
      `has ${content.length} bytes where the table states ${entry.unpackedBytes}`,
      `tiene ${content.length} bytes donde la tabla indica ${entry.unpackedBytes}`,
    )
  if (checksumOf(content) !== entry.checksum)
    throw new EntryProblem(
      'is damaged: its checksum does not fit',
      'está dañado: su suma de comprobación no coincide',
    )
  return content
}

function inflate(packed: Buffer, { method, unpackedBytes }: Entry): Uint8Array {
  if (method === 0) return new Uint8Array(packed)
  if (method !== 8)
    throw new EntryProblem(
      `is packed by a method that is not read (number ${method})`,
      `está comprimido con un método que no se lee (número ${method})`,
    )
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) })
  } catch (error) {
    const isLonger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    if (!isLonger) throw new EntryProblem('is damaged', 'está dañado')
    throw new EntryProblem(
      `is larger than the ${unpackedBytes} bytes that the table states`,
      `pasa de los ${unpackedBytes} bytes que indica la tabla`,
    )
  }
}

/** Why one entry was not taken out; the others are. */
export class EntryProblem extends Error {
  readonly spanish: string
  constructor(message: string, spanish: string) {
    super(message)
    this.spanish = spanish
  }
}

const checksumTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320
  return value
})

/** CRC-32, as ZIP uses it. */
export function checksumOf(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (checksumTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
