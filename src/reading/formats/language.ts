import { LANGUAGE_SAMPLE_CHARACTERS_MAX } from '../limits.ts'

/** Letters below which nothing is said: a docket number and a name have no language. */
const LETTERS_MIN = 12

/** Letters that Kazakh has and Russian has not; i is left out, Ukrainian has it too. */
const kazakhLetters = /[әғқңөұүһ]/giu
const ukrainianLetters = /[їєґ]/giu
const sharedLetters = /[іiІ]/gu

const read = [
  'en',
  'es',
  'fr',
  'ru',
  'uk',
  'kk',
  'de',
  'it',
  'pt',
  'pl',
  'cs',
  'ca',
  'tr',
  'nl',
  'ro',
  'ar',
  'fa',
  'he',
  'zh',
  'be',
  'bg',
  'ky',
  'uz',
  'tg',
  'ka',
  'hy',
  'az',
]

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/**
 * ISO 639-1, or `und`. Kazakh and Ukrainian are told by their own letters, which trigram counts miss. The counts are
 * loaded with the first text that needs them: they would make every start of the program a third of a second longer.
 */
export async function languageOf(text: string): Promise<string> {
  const sample = sampleOf(text)
  const letters = countOf(sample, /\p{L}/gu)
  if (letters < LETTERS_MIN) return 'und'
  const cyrillic = countOf(sample, /\p{Script=Cyrillic}/gu)
  if (cyrillic > letters / 2) {
    if (countOf(sample, kazakhLetters) > cyrillic * 0.02) return 'kk'
    if (countOf(sample, ukrainianLetters) + countOf(sample, sharedLetters) > cyrillic * 0.03) return 'uk'
  }
  const { detect } = await import('tinyld')
  const found = detect(sample, { only: read })
  return found === '' ? 'und' : found
}

/** From the start and the middle: a Spanish letter may open with an English letterhead. */
function sampleOf(text: string): string {
  if (text.length <= LANGUAGE_SAMPLE_CHARACTERS_MAX) return text
  const half = LANGUAGE_SAMPLE_CHARACTERS_MAX / 2
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, half)} ${text.slice(middle, middle + half)}`
}
