/** A text cut into lines and sentences. Pure. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A longer sentence is cut: no person writes it, and patterns must stay cheap. */
export const SENTENCE_CHARACTERS_MAX = 1200

const abbreviation =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|Prof|No|Art|art|Arts|St|Sr|Sra|Srta|D|Dña|núm|n|M|Mme|Mlle|Me|vs|v|p|pp|al|г|гг|ст|ч|п|им|т|др|\p{Lu})\.$/u
const ends = /[.!?…]+["”“»’')\]]*(?=\s|$)/gu

/** Sentences, each inside one line. Full stops after initials and titles end none. */
export function sentencesOf(text: string): readonly Stretch[] {
  const sentences: Stretch[] = []
  for (const line of linesOf(text)) {
    let from = line.start
    for (const match of text.slice(line.start, line.end).matchAll(ends)) {
      const end = line.start + match.index + match[0].length
      if (match[0] === '.' && abbreviation.test(text.slice(Math.max(line.start, end - 8), end))) continue
      push(sentences, text, from, end)
      from = end
    }
    push(sentences, text, from, line.end)
  }
  return sentences
}

/** Lines; a single line break inside a paragraph that was wrapped joins what it parts. */
export function linesOf(text: string): readonly Stretch[] {
  const lines: Stretch[] = []
  let start = 0
  for (const match of text.matchAll(
    /\r?\n[ \t]*(?:\r?\n\s*)+|(?<=[.!?:…"”“»)])[ \t]*\r?\n|\f|\r?\n(?=\s*[\p{Lu}"“«„–—•*-])|$/gu,
  )) {
    if (match.index > start) lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  return lines
}

function push(sentences: Stretch[], text: string, start: number, end: number): void {
  let from = start
  while (end - from > SENTENCE_CHARACTERS_MAX) {
    const cut = text.lastIndexOf(' ', from + SENTENCE_CHARACTERS_MAX)
    const to = cut > from ? cut : from + SENTENCE_CHARACTERS_MAX
    sentences.push({ start: from, end: to })
    from = to
  }
  if (text.slice(from, end).trim() !== '') sentences.push({ start: from, end })
}
