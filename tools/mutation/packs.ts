/**
 * `npm run mutation`: flips everything in the packs that a lawyer could get wrong and counts what no example
 * notices.
 */
import { eventVocabulary, readLaw } from '../../src/casework/index.ts'
import { isNoticed, mutantsOf } from '../../src/law/mutate.ts'
import { projectRoot, systemPlatform } from '../../src/platform/index.ts'
import { sampled } from './sample.ts'

/** `only`: beginnings of file names; empty: all packs. `sampleMax`: so many of the mutants, always the same ones. */
export async function mutatePacks(only: readonly string[], sampleMax: number): Promise<void> {
  const root = projectRoot()
  const law = await readLaw(systemPlatform.files, root)
  const events = await eventVocabulary(systemPlatform.files, root)
  const perPack = new Map<string, { noticed: number; all: number }>()
  const unnoticed: string[] = []
  const wanted = [...mutantsOf(law.packs)].filter(
    ({ file }) => only.length === 0 || only.some((part) => file.startsWith(part)),
  )
  for (const mutant of sampled(wanted, sampleMax)) {
    const count = perPack.get(mutant.file) ?? { noticed: 0, all: 0 }
    perPack.set(mutant.file, count)
    count.all++
    if (isNoticed(law, mutant, events)) count.noticed++
    else unnoticed.push(`${mutant.file}:${mutant.line}  ${mutant.kind} ${mutant.block}: ${mutant.change}`)
  }
  for (const line of unnoticed) process.stdout.write(`not noticed: ${line}\n`)
  let noticed = 0
  let all = 0
  for (const [file, count] of perPack) {
    noticed += count.noticed
    all += count.all
    process.stdout.write(`${file}: ${count.noticed} of ${count.all}\n`)
  }
  process.stdout.write(
    `mutation score of the packs: ${noticed} of ${all} (${((100 * noticed) / Math.max(1, all)).toFixed(1)} %); ` +
      `${all} of ${wanted.length} mutants looked at\n`,
  )
}
