/** Times of what goes out. */
import { timeDossier } from './publish/dossier.ts'
import { timeExhibits } from './publish/exhibits.ts'
import { milliseconds, tableText, whole } from './table.ts'
import type { Target } from './targets.ts'

const DOSSIER_MILLISECONDS_MAX = 5000

export async function reportPublish(root: string): Promise<Target[]> {
  const exhibits = await timeExhibits()
  const dossier = await timeDossier(root)
  const whole39 = dossier.draftMs + dossier.dossierMs
  process.stdout.write(
    `\nWhat goes out; a case of ${whole(dossier.entries)} entries, a bundle of ${whole(exhibits.pages)} pages\n${tableText(
      ['', 'once'],
      [
        ['draft a Rule 39 request', milliseconds(dossier.draftMs)],
        ['set it, open 30 originals, bind and stamp 300 pages', milliseconds(dossier.dossierMs)],
        ['of which exhibits alone: opened and drawn again', milliseconds(exhibits.prepareMs)],
        ['of which exhibits alone: bound and stamped', milliseconds(exhibits.bindMs)],
      ],
    )}\n`,
  )
  return [
    {
      what: 'Rule 39 dossier, 10,000 claims, 300 exhibit pages',
      aim: '< 5 s',
      measured: milliseconds(whole39),
      met: whole39 < DOSSIER_MILLISECONDS_MAX,
    },
  ]
}
