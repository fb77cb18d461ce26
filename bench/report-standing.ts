/** Times of a whole standing, of loading all packs, and of compiling many rules. */
import { timeManyRules } from './many-rules.ts'
import { type LoadedLaw, loadAllPacks, timeStandings } from './standing.ts'
import { milliseconds, type Row, tableText, whole } from './table.ts'
import type { Target } from './targets.ts'
import { median, quantile, type Rounds } from './timing.ts'

const MANY_RULES = 1_000

/** Must run first: its cold figures are those of a process that has done nothing else. */
export async function reportStandings(root: string): Promise<Target[]> {
  const loaded = await loadAllPacks(root)
  tellLaw(loaded)
  const times = await timeStandings(root, loaded.law)
  const many = timeManyRules(MANY_RULES)
  const made = `${whole(MANY_RULES)} made-up rules`
  const table = tableText(
    ['', 'fastest', 'median', '95 %'],
    [
      ['first time in a new process, from the entries to the words', milliseconds(times.coldMs)],
      row('standing: tracks, stops, remedies, deadlines, missing facts', times.standing),
      row('the same, explained, in words', times.withWords),
      row('the same, from the entries', times.fromEntries),
      [`${made}: joined and compiled, first time`, milliseconds(many.coldCompileMs)],
      row(`${made}: joined and compiled`, many.compile),
      row(`${made}: parsed and checked before that`, many.parse),
    ],
  )
  process.stdout.write(
    `\nThe Pavlov case as known on 2014-02-19 at 09:00, ${whole(times.entries.length)} entries\n${table}\n`,
  )
  return [
    below('a whole standing, explained, in words, median', 10, median(times.withWords)),
    below('1,000 rules compiled after parsing, median', 50, median(many.compile)),
  ]
}

function tellLaw({ law, packCount, readMs, parseMs, compileMs }: LoadedLaw): void {
  const { program, conclusions } = law.compiled
  process.stdout.write(
    `\nAll packs: ${packCount} pages, ${whole(conclusions.size)} conclusions, ${whole(program.atomCount)} inputs.\n` +
      `Loaded in a new process: read ${milliseconds(readMs)}, parsed and checked ${milliseconds(parseMs)}, ` +
      `joined and compiled ${milliseconds(compileMs)}.\n`,
  )
}

const row = (name: string, rounds: Rounds): Row => [
  name,
  ...[quantile(rounds, 0), median(rounds), quantile(rounds, 0.95)].map(milliseconds),
]

const below = (what: string, most: number, measured: number): Target => ({
  what,
  aim: `< ${most} ms`,
  measured: milliseconds(measured),
  met: measured < most,
})
