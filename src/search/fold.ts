/** Words of a text as they are searched: folded over case, diacritics and script, and stemmed. Pure. */
import anyAscii from 'any-ascii'
import snowball from 'snowball-stemmers'

export interface Token {
  /** Lower-case ASCII letters and digits. */
  readonly folded: string
  readonly written: string
  /** Offsets in UTF-16 units in the text, end excluded. */
  readonly start: number
  readonly end: number
}

const FOLDED_WORDS_REMEMBERED_MAX = 50_000
const foldedWords = new Map<string, string>()

/** `Павлов`, `PAVLOV` and `Pávlov` fold to `pavlov`. */
export function fold(word: string): string {
  const known = foldedWords.get(word)
  if (known !== undefined) return known
  const folded = anyAscii(word.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  if (foldedWords.size >= FOLDED_WORDS_REMEMBERED_MAX) foldedWords.clear()
  foldedWords.set(word, folded)
  return folded
}

/** Letters, marks and digits; an apostrophe inside a word belongs to it, and is folded away. */
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [written] = match
    const folded = fold(written)
    if (folded !== '') tokens.push({ folded, written, start: match.index, end: match.index + written.length })
  }
  return tokens
}

const stemmers = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  fr: snowball.newStemmer('french'),
  ru: snowball.newStemmer('russian'),
}
type StemmedLanguage = keyof typeof stemmers

const isStemmed = (language: string): language is StemmedLanguage => Object.hasOwn(stemmers, language)

/** The languages whose stems a word may have: the text's own, else every one that its script allows. */
function languagesOf(word: string, language: string | undefined): readonly StemmedLanguage[] {
  const own = language?.toLowerCase().split('-')[0]
  if (own !== undefined && isStemmed(own)) return [own]
  if (own !== undefined) return []
  return /\p{Script=Cyrillic}/u.test(word) ? ['ru'] : ['en', 'es', 'fr']
}

const stemsRemembered = new Map<string, readonly string[]>()

/** The folded stems of a word, each once. None for a text in a language that is not stemmed. */
export function stemsOf(word: string, language?: string): readonly string[] {
  const asked = `${language ?? ''} ${word}`
  const known = stemsRemembered.get(asked)
  if (known !== undefined) return known
  const lower = word.normalize('NFC').toLowerCase()
  const all = languagesOf(lower, language).map((one) => fold(stemmers[one].stem(lower)))
  const stems = [...new Set(all.filter((stem) => stem !== ''))]
  if (stemsRemembered.size >= FOLDED_WORDS_REMEMBERED_MAX) stemsRemembered.clear()
  stemsRemembered.set(asked, stems)
  return stems
}
