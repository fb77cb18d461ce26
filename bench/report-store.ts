/** Times of the encrypted store. */
import { timeStore } from './store.ts'
import { milliseconds, tableText, whole } from './table.ts'
import type { Target } from './targets.ts'
import { median, quantile, type Rounds } from './timing.ts'

export async function reportStore(): Promise<Target[]> {
  const times = await timeStore()
  const row = (name: string, rounds: Rounds): string[] => [
    name,
    milliseconds(median(rounds)),
    milliseconds(quantile(rounds, 0.95)),
  ]
  process.stdout.write(
    `\nThe encrypted store; a case of 10,000 claims, ${whole(times.entryCount)} entries\n${tableText(
      ['', 'median', '95 %'],
      [
        ['create a data folder', milliseconds(times.createMs)],
        row('unlock and open it (argon2id, slow on purpose)', times.unlock),
        row('save one act, until it is on the disk (of 1,000)', times.append),
        ['save the large case as one act', milliseconds(times.importMs)],
        row('read all its entries', times.read),
        row('project them to the state of the record', times.project),
        row('look at the state as known at a time', times.view),
      ],
    )}\n`,
  )
  const opening = median(times.read)
  return [
    {
      what: 'read a case of 10,000 claims, median',
      aim: '< 50 ms',
      measured: milliseconds(opening),
      met: opening < 50,
    },
  ]
}
