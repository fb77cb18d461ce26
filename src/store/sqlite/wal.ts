/**
 * Looks for damage in the write-ahead log before SQLite reads it.
 *
 * After a crash the newest acts stand only in the log. SQLite reads it up to the first frame whose
 * checksum is wrong and quietly forgets the rest, which is right for a write that was cut short and
 * wrong for a flipped bit in the middle: saved acts would vanish without a word. The two can be told
 * apart, because every act is on the disk before the next one begins: a write that was cut short is
 * the last one, so at most one finished act may follow a wrong frame. What cannot be told apart is
 * damage to the very last act in the log; an outside checkpoint of the record shows that.
 *
 * File format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24

/** Why the log must not be opened, or nothing when it is sound or was cut short. Changes nothing. */
export function damageInWal(log: Uint8Array): string | undefined {
  if (log.byteLength < HEADER_BYTES || isZero(log.subarray(0, HEADER_BYTES))) return undefined
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  const magic = view.getUint32(0)
  const littleEndian = magic === 0x377f0682
  const checksum = sumOver(view, 0, 24, [0, 0], littleEndian)
  const isLog = littleEndian || magic === 0x377f0683
  if (!isLog || !matches(view, 24, checksum)) return 'Its header does not match its checksum.'
  const pageBytes = view.getUint32(8)
  const frameBytes = FRAME_HEADER_BYTES + pageBytes
  const framesCount = Math.floor((log.byteLength - HEADER_BYTES) / frameBytes)
  let running = checksum
  for (let frame = 0; frame < framesCount; frame++) {
    const at = HEADER_BYTES + frame * frameBytes
    running = sumOver(view, at, 8, running, littleEndian)
    running = sumOver(view, at + FRAME_HEADER_BYTES, pageBytes, running, littleEndian)
    if (sameSalts(view, at) && matches(view, at + 16, running)) continue
    const acts = finishedActsFrom(view, frame, framesCount, frameBytes)
    if (acts < 2) return undefined
    return `Frame ${frame + 1} does not match its checksum, and ${acts} finished acts stand in or after it.`
  }
  return undefined
}

/** Frames of this log, not of an earlier one whose place it took, that end an act. */
function finishedActsFrom(view: DataView, first: number, framesCount: number, frameBytes: number): number {
  let acts = 0
  for (let frame = first; frame < framesCount; frame++) {
    const at = HEADER_BYTES + frame * frameBytes
    if (sameSalts(view, at) && view.getUint32(at + 4) > 0) acts += 1
  }
  return acts
}

const sameSalts = (view: DataView, frameAt: number): boolean =>
  view.getUint32(frameAt + 8) === view.getUint32(16) && view.getUint32(frameAt + 12) === view.getUint32(20)

const matches = (view: DataView, at: number, [first, second]: readonly [number, number]): boolean =>
  view.getUint32(at) === first && view.getUint32(at + 4) === second

function sumOver(
  view: DataView,
  from: number,
  bytes: number,
  start: readonly [number, number],
  littleEndian: boolean,
): readonly [number, number] {
  let [first, second] = start
  for (let at = from; at < from + bytes; at += 8) {
    first = (first + view.getUint32(at, littleEndian) + second) >>> 0
    second = (second + view.getUint32(at + 4, littleEndian) + first) >>> 0
  }
  return [first, second]
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
