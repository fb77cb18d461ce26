/** `npm run bench:workbench`: the workbench as it starts, and a large case. Build it first: `./forestay start --print`. */
import { join } from 'node:path'
import { projectRoot } from '../src/platform/index.ts'
import { timeLargeCase } from './large-case.ts'
import { milliseconds, tableText, whole } from './table.ts'
import { reportTargets, type Target } from './targets.ts'
import { machine, type Rounds } from './timing.ts'
import { summary, timeWorkbench } from './workbench.ts'

const MEGABYTE = 1024 * 1024

const row = (name: string, rounds: Rounds): string[] => {
  const { median, tail } = summary(rounds)
  return [name, milliseconds(rounds[0] ?? 0), milliseconds(median), milliseconds(tail)]
}
const target = (what: string, rounds: Rounds, aim: number): Target => {
  const { median } = summary(rounds)
  return { what, aim: `< ${aim} ms`, measured: milliseconds(median), met: median < aim }
}

const root = projectRoot()
process.stdout.write(`Forestay, the workbench\n${machine()}\n`)
const large = await timeLargeCase(root)
const pages = await timeWorkbench(root, join(root, 'dist', 'program', 'main.js'))
const rows = [
  row(`open a case of ${whole(large.entries)} entries at a time`, large.open),
  row('the same, with its whole standing in words', large.standing),
  row('save one claim to it, in memory', large.act),
]
const targets = [target('open a case of 10,000 claims, median', large.open, 50)]
if (pages === undefined)
  process.stdout.write('Pages left out: there is no Chromium, or dist/web has not been built.\n')
else {
  rows.push(
    row('from the command to the link', pages.link),
    row('processor time until then', pages.linkProcessor),
    row('from the command to the docket on the screen', pages.firstPage),
    row('and to the standing of the worked case', pages.standing),
    row('from a key to the screen it leads to', pages.interaction),
  )
  const rest = pages.rest[Math.floor(pages.rest.length / 2)] ?? 0
  targets.push(
    target('first page from a cold start, median', pages.firstPage, 2000),
    target('from a key to the screen, median', pages.interaction, 100),
    {
      what: 'memory at rest, the whole process, median',
      aim: '< 250 MB',
      measured: `${whole(rest / MEGABYTE)} MB`,
      met: rest < 250 * MEGABYTE,
    },
  )
}
process.stdout.write(`\n${tableText(['', 'fastest', 'median', '95 %'], rows)}\n`)
reportTargets(targets)
