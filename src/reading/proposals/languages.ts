/** The grammars, and which of them a text is for. Pure. */
import { english } from './english/index.ts'
import { french } from './french/index.ts'
import type { Grammar } from './grammar.ts'
import type { ProposalLanguage } from './model.ts'
import { russian } from './russian/index.ts'
import { spanish } from './spanish/index.ts'

export const grammars: readonly Grammar[] = [english, spanish, french, russian]

const SAMPLE_CHARACTERS = 20_000

/** By its small words; nothing where none of the languages has any. */
export function languageOf(text: string): ProposalLanguage | undefined {
  const words =
    text
      .slice(0, SAMPLE_CHARACTERS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  let best: { language: ProposalLanguage; count: number } | undefined
  for (const { language, smallWords } of grammars) {
    const small = new Set(smallWords)
    const count = words.filter((word) => small.has(word)).length
    if (count > (best?.count ?? 0)) best = { language, count }
  }
  return best?.language
}
