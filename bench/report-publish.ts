/** Times of what goes out. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { DossierTimes } from './publish/dossier.ts'
import type { ExhibitTimes } from './publish/exhibits.ts'
import { milliseconds, tableText, whole } from './table.ts'
import type { Target } from './targets.ts'

const DOSSIER_MILLISECONDS_MAX = 5000

const totalOf = ({ draftMs, dossierMs }: DossierTimes): number => draftMs + dossierMs

interface Times {
  readonly dossiers: readonly DossierTimes[]
  readonly exhibits: ExhibitTimes
}

/** A process that has measured engines for minutes is large, and slow to start others: no command is. */
async function timedAlone(root: string): Promise<Times> {
  const program = fileURLToPath(new URL('publish/main.js', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, root])
  return JSON.parse(stdout) as Times
}

export async function reportPublish(root: string): Promise<Target[]> {
  const { exhibits, dossiers } = await timedAlone(root)
  const [first, ...others] = dossiers
  if (first === undefined) return []
  const later = others.toSorted((a, b) => totalOf(a) - totalOf(b))[0] ?? first
  process.stdout.write(
    `\nWhat goes out; a case of ${whole(first.entries)} entries, a bundle of ${whole(exhibits.pages)} pages\n${tableText(
      ['', 'the first', 'a later one'],
      [
        ['draft a Rule 39 request', milliseconds(first.draftMs), milliseconds(later.draftMs)],
        [
          'set it, open 30 originals, bind and stamp 300 pages, cut it for fax',
          milliseconds(first.dossierMs),
          milliseconds(later.dossierMs),
        ],
        ['of which exhibits alone: opened and drawn again', milliseconds(exhibits.prepareMs), ''],
        ['of which exhibits alone: bound and stamped', milliseconds(exhibits.bindMs), ''],
      ],
    )}\n`,
  )
  return [
    {
      what: 'Rule 39 dossier, 10,000 claims, 300 exhibit pages',
      aim: '< 5 s',
      measured: milliseconds(totalOf(first)),
      met: totalOf(first) < DOSSIER_MILLISECONDS_MAX,
    },
  ]
}
