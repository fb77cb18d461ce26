/** Bytes to text: by mark, by what is stated, else by what fits. */

export interface Decoded {
  readonly text: string
  /** A WHATWG label: `utf-8`, `windows-1251`. */
  readonly encoding: string
  /** No mark and no statement: the encoding was chosen because its text looks like language. */
  readonly guessed: boolean
  /** Bytes that no character stands for; they are U+FFFD in the text. */
  readonly unreadable: number
}

/** Bytes looked at to choose an encoding. */
const SAMPLE_BYTES = 64 * 1024

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * Decodes a whole text. A byte-order mark decides and is not part of the text; then a statement in the file, unless
 * the bytes contradict it; then UTF-8 if the bytes allow it; then the best guess among the old encodings.
 */
export function decode(bytes: Uint8Array, stated?: string): Decoded {
  const mark = marks.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return decodeAs(bytes.subarray(mark[0].length), mark[1], false)
  const label = stated === undefined ? undefined : knownLabel(stated)
  const isAscii = label === undefined || label === 'utf-8' || label.startsWith('utf-16')
  if (!isAscii) return decodeAs(bytes, label, false)
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return decodeAs(bytes, wide, true)
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8', false)
  return decodeAs(bytes, bestGuess(bytes), true)
}

/** The WHATWG name of an encoding, or undefined when there is none. `iso-8859-1` is read as `windows-1252`. */
export function knownLabel(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export function decodeAs(bytes: Uint8Array, encoding: string, guessed: boolean): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { text, encoding, guessed, unreadable: countOf(text, '\ufffd') }
}

function countOf(text: string, unit: string): number {
  let count = 0
  for (let at = text.indexOf(unit); at !== -1; at = text.indexOf(unit, at + 1)) count += 1
  return count
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** UTF-16 without a mark: one of two neighbouring bytes is mostly the same high byte. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length < 4) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Cyrillic has few zero bytes, but blanks and line ends have them, all on the same side.
  if (odd > 0 && even === 0 && odd * 40 > length) return 'utf-16le'
  if (even > 0 && odd === 0 && even * 40 > length) return 'utf-16be'
  return undefined
}

/** How often a letter stands in Russian text, in thousandths, from the letters' known order of frequency. */
const cyrillicWeights: Readonly<Record<string, number>> = {
  о: 110,
  е: 85,
  а: 80,
  и: 74,
  н: 67,
  т: 63,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 19,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 7,
  ю: 6,
  ц: 5,
  щ: 4,
  э: 3,
  ф: 3,
  ъ: 1,
  ё: 1,
  і: 40,
  ї: 10,
  є: 8,
  ґ: 1,
  ў: 8,
}

const latinLetters = new Set('áéíóúüñçàèìòùâêîôûäëïöÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÄËÏÖæœÆŒßåÅøØãõÃÕ')
const latinSigns = new Set('«»“”‘’–—…¿¡ºª§°€£·•©®´ ')

const oldEncodings = [
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'windows-1252',
  'windows-1250',
] as const

function bestGuess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let best: string = 'windows-1252'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of oldEncodings) {
    const text = new TextDecoder(encoding).decode(sample)
    const score =
      encoding.startsWith('windows-125') && encoding !== 'windows-1251'
        ? scoreLatin(text, encoding)
        : scoreCyrillic(text)
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/** Mean weight of the characters beyond ASCII, with a price for a capital inside a word, which right text lacks. */
function scoreCyrillic(text: string): number {
  let sum = 0
  let count = 0
  let previous = ''
  for (const character of text) {
    if (character > '\x7f') {
      count += 1
      const lower = character.toLowerCase()
      const weight = cyrillicWeights[lower]
      if (weight !== undefined) sum += character === lower ? weight : isLower(previous) ? -60 : weight / 2
      else sum += '«»–—№“”„…’'.includes(character) ? 10 : -60
    }
    previous = character
  }
  return count === 0 ? -1 : sum / count
}

/** Western letters stand single between ASCII letters; a run of them is another encoding read wrongly. */
function scoreLatin(text: string, encoding: string): number {
  let sum = 0
  let count = 0
  let run = 0
  for (const character of text) {
    if (character <= '\x7f') {
      run = 0
      continue
    }
    count += 1
    run += 1
    const fits =
      latinLetters.has(character) ||
      (encoding === 'windows-1250' && /[ąćęłńśźżčďěňřšťůžőűĄĆĘŁŃŚŹŻČŘŠŽŐŰ]/.test(character))
    sum += run > 2 ? -60 : fits ? 60 : latinSigns.has(character) ? 40 : -60
  }
  return count === 0 ? 0 : sum / count - (encoding === 'windows-1250' ? 1 : 0)
}

const isLower = (character: string): boolean => character !== character.toUpperCase()
