/** Letters: one alphabet for names of many, and a sound code in which habits of transcription meet. Pure. */
import anyAscii from 'any-ascii'

/** Cyrillic letters that look like a Latin one, in both directions; same index, same shape. */
const cyrillicShapes = 'аеорсухіјѕһԛԝАВЕКМНОРСТУХІЈЅ'
const latinShapes = 'aeopcyxijshqwABEKMHOPCTYXIJS'
const toLatin = new Map([...cyrillicShapes].map((letter, index) => [letter, latinShapes[index] ?? letter]))
const toCyrillic = new Map([...latinShapes].map((letter, index) => [letter, cyrillicShapes[index] ?? letter]))

/** Digits typed for a letter of the same shape. */
const digitShapes: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '9': 'g' }

const swap = (word: string, shapes: ReadonlyMap<string, string>): string =>
  [...word].map((letter) => shapes.get(letter) ?? letter).join('')

const countOf = (word: string, pattern: RegExp): number => word.match(pattern)?.length ?? 0

/** A word whose few foreign letters only look like its own, in one script; other words unchanged. */
export function mendScript(word: string): string {
  const cyrillic = countOf(word, /\p{Script=Cyrillic}/gu)
  const latin = countOf(word, /\p{Script=Latin}/gu)
  if (cyrillic > 0 && latin > 0) return cyrillic >= latin ? swap(word, toCyrillic) : swap(word, toLatin)
  if (/\d/.test(word) && latin > countOf(word, /\d/g)) {
    return [...word].map((letter) => digitShapes[letter] ?? letter).join('')
  }
  return word
}

/** Whether {@link mendScript} would change it: a sign of a slip, or of a name made to be missed. */
export const mixesScripts = (text: string): boolean => text.split(/\s+/u).some((word) => mendScript(word) !== word)

/** Letters whose sound their bare ASCII form would lose. */
const soundLetters: Readonly<Record<string, string>> = {
  š: 'sh',
  ş: 'sh',
  ș: 'sh',
  ś: 'sh',
  č: 'ch',
  ć: 'ch',
  ž: 'zh',
  ż: 'zh',
  ź: 'zh',
  ñ: 'n',
  ß: 'ss',
}

/** Lower-case ASCII letters only, with `sh`, `ch`, `zh` for the letters that carry them. */
export function asciiOf(word: string): string {
  const spelled = [...word.normalize('NFC').toLowerCase()].map((letter) => soundLetters[letter] ?? letter).join('')
  return anyAscii(spelled)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** Scripts that do not write all vowels, or write sounds by syllable: only consonants can be compared. */
const consonantScripts =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Khmer}]/u

export const writesConsonantsOnly = (word: string): boolean => consonantScripts.test(word)

/**
 * In this order: longer spellings first. Capitals are single sounds: S sh, C ch, Z zh, J dj. `h` is kh, `c` is ts.
 */
const soundRules: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|szcz|shtsh/g, 'S'],
  [/tsch|tch|tsh|cz/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/dzh|dsch|dj/g, 'J'],
  [/zh/g, 'Z'],
  [/kh/g, 'h'],
  [/ch/g, 'C'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/qu(?=[ei])|q/g, 'k'],
  [/x(?=s)/g, 'k'],
  [/^x/g, 'S'],
  [/x(?=[aeiouy]|$)/g, 'ks'],
  [/x/g, 'h'],
  [/w/g, 'v'],
  [/ts|tz/g, 'c'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/^[yi](?=e)/g, ''],
  [/(?:[iye][jy]|ii|yi|ei)$/g, 'i'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** The sound code of an ASCII word: spellings of the same name by different habits come out alike or near. */
export function soundOf(ascii: string): string {
  let sound = ascii
  for (const [pattern, code] of soundRules) sound = sound.replace(pattern, code)
  return sound
}

/** Sounds that habits of transcription exchange, folded into one. */
const skeletonClass: Readonly<Record<string, string>> = {
  S: 's',
  C: 's',
  Z: 's',
  z: 's',
  J: 's',
  c: 's',
  h: 'k',
  g: 'k',
  f: 'v',
  b: 'v',
  p: 'v',
  d: 't',
}

/** The consonants in classes: what survives vowels, scripts and most habits. `h` opening a word is kept as `k`. */
export function skeletonOf(sound: string): string {
  const letters = [...sound].filter((letter) => !'aeioujy'.includes(letter))
  return letters
    .map((letter) => skeletonClass[letter] ?? letter)
    .join('')
    .replace(/(.)\1+/g, '$1')
}
