/** Case endings of Slavic and Baltic names, which other languages copy along with the name. Pure. */

/**
 * `case`: the ending is a case form and nothing else. `feminine-or-genitive`: a final -a is either a woman's
 * form of the name or the genitive of a man's; only the language of the text can tell.
 */
export type Ending = 'plain' | 'case' | 'feminine-or-genitive'

export interface Stem {
  readonly ascii: string
  readonly ending: Ending
}

/** A stem shorter than this is too short to be told from another word. */
const STEM_LETTERS_MIN = 4

const rules: readonly (readonly [RegExp, string, Ending])[] = [
  // Pavlovem, Pavlovym, Pavlovom (instrumental)
  [/(?<=[^aeiouy])(?:em|ym|om)$/, '', 'case'],
  // Pawłowowi (dative)
  [/(?<=[^aeiouy])[ow]*(?:owi|ovi)$/, '', 'case'],
  [/(?<=[vw])(?:owi|ovi)$/, '', 'case'],
  // Pavlovu (dative), Pavlove (prepositional), Salabajevo (Lithuanian genitive)
  [/(?<=(?:ov|ev|ow|ew|in|dr))[ueo]$/, '', 'case'],
  // Shalabayevej, Shalabayevoy, Shalabayevu (a woman's surname in other cases)
  [/(?<=(?:ov|ev|ow|ew|in))(?:ej|ey|oj|oy|oi|u|y|i)$/, 'a', 'case'],
  // Almy, Almu, Alue (a woman's given name in other cases)
  [/(?<=[a-z]{2})(?:y|e|u|oy|oj)$/, 'a', 'case'],
  // -skiego, -skiemu, -skogo, -skomu
  [/(?<=[sc]k)(?:iego|iemu|im|ogo|oho|omu)$/, 'i', 'case'],
  // Pavlovas, Pavlovs, Sergejs (Lithuanian and Latvian nominative), Pavlovui (dative)
  [/(?<=(?:ov|ev|in|sk|ej|dr|ij))(?:as|s|is|ui|us)$/, '', 'case'],
  [/(?<=[^aeiouy])a$/, '', 'feminine-or-genitive'],
  // Pavlovskaya, Pavlovskoy
  [/(?<=[sc]k)(?:aya|aja|aia|a)$/, 'i', 'feminine-or-genitive'],
]

/** The word itself, and what it would be in the nominative were it a case form. */
export function stemsOf(ascii: string): readonly Stem[] {
  const stems: Stem[] = [{ ascii, ending: 'plain' }]
  for (const [pattern, replacement, ending] of rules) {
    if (!pattern.test(ascii)) continue
    const stem = ascii.replace(pattern, replacement)
    if (stem.length < STEM_LETTERS_MIN || stems.some((known) => known.ascii === stem)) continue
    stems.push({ ascii: stem, ending })
  }
  return stems
}

/** Languages in which names are declined, so that a final -a may be a genitive. */
const decliningLanguages = new Set(['pl', 'ru', 'uk', 'be', 'cs', 'sk', 'sl', 'hr', 'sr', 'bs', 'lt', 'lv'])

/** @param language of the text, as a BCP 47 tag */
export const declinesNames = (language: string | undefined): boolean =>
  language !== undefined && decliningLanguages.has(language.toLowerCase().split('-')[0] ?? '')
