/** What is feared, by the codes under which papers and judgments know it; the gravest that the words name. */
const harmCodes: readonly (readonly [words: RegExp, code: string])[] = [
  // At the beginning of a word: "extortion" and "попытка" (attempt) are no torture.
  [/(?<!\p{L})(?:tortur|пыт)/iu, 'torture'],
  [/persec|persécut|преслед/iu, 'persecution'],
  [/inhum|бесчеловечн/iu, 'inhuman-treatment'],
  [/ill-treat|mistreat|malos tratos|mauvais traitement|жесток/iu, 'ill-treatment'],
]

/** Words without a code stay the words: "harm" may not become more than it says. */
export const harmCode = (words: string): string =>
  harmCodes.find(([pattern]) => pattern.test(words))?.[1] ?? words.toLowerCase().trim().replace(/\s+/gu, '-')
