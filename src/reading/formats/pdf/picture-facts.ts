/** What a picture says of itself, read from its header without unpacking it. */

export interface PictureFacts {
  /** One for each page of a TIFF. Empty when the header says nothing; the engine then says what is wrong. */
  readonly frames: readonly { readonly width: number; readonly height: number }[]
  readonly metadata: { readonly created?: string; readonly producer?: string; readonly author?: string }
  /** Latitude and longitude in degrees. */
  readonly location?: string
}

type Tags = ReadonlyMap<number, readonly (number | string)[]>

const FRAMES_MAX = 2000
const TAGS_MAX = 512
const VALUES_MAX = 64

export function pictureFacts(bytes: Uint8Array): PictureFacts {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.readUInt32BE(0) === 0x89504e47)
      return { frames: [{ width: view.readUInt32BE(16), height: view.readUInt32BE(20) }], metadata: {} }
    if (view.readUInt16BE(0) === 0xffd8) return jpegFacts(view)
    return tiffFacts(view)
  } catch (error) {
    // Cut off in the middle of its header.
    if (error instanceof RangeError) return { frames: [], metadata: {} }
    throw error
  }
}

function jpegFacts(view: Buffer): PictureFacts {
  let frames: PictureFacts['frames'] = []
  let exif: PictureFacts | undefined
  for (let at = 2; at + 4 <= view.length && view[at] === 0xff;) {
    const marker = view[at + 1] ?? 0
    const length = view.readUInt16BE(at + 2)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) frames = [{ height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }]
    if (marker === 0xe1 && view.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      exif = tiffFacts(view.subarray(at + 10, at + 2 + length))
    if (marker === 0xda || length < 2) break
    at += 2 + length
  }
  return { ...exif, metadata: exif?.metadata ?? {}, frames }
}

const sizeOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** The directories of a TIFF, which JPEG uses for what cameras write. */
function tiffFacts(view: Buffer): PictureFacts {
  const little = view.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number): number => (little ? view.readUInt16LE(at) : view.readUInt16BE(at))
  const u32 = (at: number): number => (little ? view.readUInt32LE(at) : view.readUInt32BE(at))
  const readTags = (at: number): { tags: Tags; next: number } => {
    const count = u16(at)
    const tags = new Map<number, (number | string)[]>()
    for (let i = 0; i < Math.min(count, TAGS_MAX); i++) {
      const entry = at + 2 + i * 12
      const type = u16(entry + 2)
      const number = u32(entry + 4)
      const size = (sizeOfType[type] ?? 0) * number
      const start = size <= 4 ? entry + 8 : u32(entry + 8)
      if (size > 0 && start + size <= view.length) tags.set(u16(entry), values(type, number, start))
    }
    return { tags, next: count <= TAGS_MAX ? u32(at + 2 + count * 12) : 0 }
  }
  const values = (type: number, count: number, start: number): (number | string)[] => {
    if (type === 2) return [view.toString('latin1', start, start + Math.min(count, 200)).replace(/\0.*$/, '')]
    const width = sizeOfType[type] ?? 1
    return Array.from({ length: Math.min(count, VALUES_MAX) }, (_, i) => {
      const at = start + i * width
      if (type === 3 || type === 8) return u16(at)
      if (type === 5 || type === 10) return u32(at) / (u32(at + 4) || 1)
      return width === 4 ? u32(at) : (view[at] ?? 0)
    })
  }
  return factsOf(u32(4), readTags)
}

function factsOf(first: number, readTags: (at: number) => { tags: Tags; next: number }): PictureFacts {
  const frames: { width: number; height: number }[] = []
  const seen = new Set<number>()
  let top: Tags = new Map()
  for (let at = first; at !== 0 && !seen.has(at) && frames.length < FRAMES_MAX;) {
    seen.add(at)
    const { tags, next } = readTags(at)
    if (frames.length === 0) top = tags
    frames.push({ width: Number(tags.get(256)?.[0] ?? 0), height: Number(tags.get(257)?.[0] ?? 0) })
    at = next
  }
  const textOf = (tags: Tags, tag: number): string | undefined => tags.get(tag)?.[0]?.toString().trim()
  const camera = top.get(0x8769)?.[0]
  const taken = typeof camera === 'number' ? textOf(readTags(camera).tags, 0x9003) : undefined
  const created = (taken ?? textOf(top, 0x132))?.replace(/^(\d{4}):(\d\d):(\d\d) /, '$1-$2-$3T')
  const producer = [textOf(top, 0x10f), textOf(top, 0x110), textOf(top, 0x131)].filter(Boolean).join(' ')
  const author = textOf(top, 0x13b)
  const place = top.get(0x8825)?.[0]
  const location = typeof place === 'number' ? locationOf(readTags(place).tags) : undefined
  return {
    frames,
    metadata: {
      ...(created === undefined ? {} : { created }),
      ...(producer === '' ? {} : { producer }),
      ...(author === undefined ? {} : { author }),
    },
    ...(location === undefined ? {} : { location }),
  }
}

function locationOf(tags: Tags): string | undefined {
  const degrees = (tag: number, negative: string): number | undefined => {
    const [d, m = 0, s = 0] = (tags.get(tag + 1) ?? []).map(Number)
    if (d === undefined) return undefined
    return (d + m / 60 + s / 3600) * (tags.get(tag)?.[0] === negative ? -1 : 1)
  }
  const latitude = degrees(1, 'S')
  const longitude = degrees(3, 'W')
  return latitude === undefined || longitude === undefined
    ? undefined
    : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
