/** Rich Text Format as a row of marks. The file is read as bytes; what they mean is decided by the reader. */

export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** A byte of text, in the code page of its font. */
  | { readonly kind: 'byte'; readonly value: number }
  /** Bytes that are no text. */
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }

const code = (character: string): number => character.charCodeAt(0)
const [openMark, closeMark, backslash, quote, star, blank, minus] = ['{', '}', '\\', "'", '*', ' ', '-'].map(code)

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

export function* tokens(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === openMark) yield { kind: 'open' }
    else if (byte === closeMark) yield { kind: 'close' }
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue
    else if (byte !== backslash) yield { kind: 'byte', value: byte }
    else {
      const [token, next] = control(bytes, at)
      at = next
      if (token !== undefined) yield token
    }
  }
}

/** What stands after a backslash, and where the next mark begins. */
function control(bytes: Uint8Array, start: number): [Token | undefined, number] {
  const first = bytes[start] ?? 0
  if (first === quote) {
    const value = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16)
    return [Number.isNaN(value) ? undefined : { kind: 'byte', value }, start + 3]
  }
  if (first === star) return [{ kind: 'word', name: '*', value: undefined }, start + 1]
  if (!isLetter(first)) return symbol(first, start)
  let at = start
  while (at < bytes.length && isLetter(bytes[at] ?? 0)) at += 1
  const name = String.fromCharCode(...bytes.subarray(start, Math.min(at, start + 32)))
  const numberStart = at
  if (bytes[at] === minus) at += 1
  while (at < bytes.length && at - numberStart < 11 && isDigit(bytes[at] ?? 0)) at += 1
  const digits = String.fromCharCode(...bytes.subarray(numberStart, at))
  const value = /\d/.test(digits) ? Number(digits) : undefined
  if (bytes[at] === blank) at += 1
  if (name === 'bin') {
    const end = at + Math.max(0, value ?? 0)
    return [{ kind: 'binary', bytes: bytes.subarray(at, end) }, end]
  }
  return [{ kind: 'word', name, value }, at]
}

const symbols: Readonly<Record<string, string>> = {
  '~': 'nbsp',
  _: 'nbhyphen',
  '-': 'shyphen',
  '\n': 'par',
  '\r': 'par',
  '\t': 'tab',
}

function symbol(byte: number, at: number): [Token | undefined, number] {
  const character = String.fromCharCode(byte)
  if ('\\{}'.includes(character)) return [{ kind: 'byte', value: byte }, at + 1]
  const name = symbols[character]
  return [name === undefined ? undefined : { kind: 'word', name, value: undefined }, at + 1]
}
