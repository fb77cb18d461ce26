/** ZIP archives written byte by byte, so that they can lie. */
import { checksumOf } from '../../src/reading/formats/archive/directory.ts'

export interface RawEntry {
  readonly name: string | Uint8Array
  readonly packed: Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method?: number
  readonly flags?: number
  readonly unpackedBytes?: number
  readonly checksum?: number
  /** Unix file mode. */
  readonly mode?: number
  /** Where the table says that it begins, when that is a lie. */
  readonly offset?: number
}

export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const {
      packed,
      method = 0,
      flags = 0,
      unpackedBytes = packed.length,
      checksum = checksumOf(packed),
      mode = 0o100644,
      offset = at,
    } = entry
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(checksum, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(unpackedBytes, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((mode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    table.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, rest, name]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(table)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
