/** Precision and recall of the proposals on the labelled texts. */
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { proposalKinds, proposalLanguages } from '../../src/reading/proposals/index.ts'
import { countOf, type Half, labelledTexts, scores } from './labelled.ts'

/** @param showTuning what is wrong in the texts for tuning, line by line */
export async function reportLabelled(showTuning: boolean): Promise<void> {
  const texts = await labelledTexts(pathToFileURL(`${resolve('bench/reading')}/`))
  if (showTuning) {
    for (const text of texts.filter(({ half }) => half === 'tuning')) {
      const { wrong, missed } = countOf(text)
      if (wrong.length + missed.length > 0)
        console.log(`${text.id}\n  too much: ${wrong.join('; ')}\n  missed: ${missed.join('; ')}`)
    }
  }
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`.padStart(6)
  for (const half of ['tuning', 'held-out'] satisfies Half[]) {
    console.log(`\n${half}: precision, recall (right, wrong, missed)`)
    for (const language of proposalLanguages) {
      const found = scores(texts.filter((text) => text.half === half && text.language === language))
      console.log(
        `${language}  ${texts.filter((text) => text.half === half && text.language === language).length} texts`,
      )
      for (const kind of ['all', ...proposalKinds]) {
        const score = found.get(kind)
        if (score === undefined) continue
        const { precision, recall, right, wrong, missed } = score
        console.log(
          `  ${kind.padEnd(20)}${percent(precision)} ${percent(recall)}   (${right}, ${wrong}, ${missed})`,
        )
      }
    }
  }
}
