/** The worked case with the project's own law, loaded once for the scenarios. */
import { join } from 'node:path'
import {
  answerOf,
  caseAt,
  folderBundle,
  importBundle,
  type ImportedBundle,
  type OpenCase,
  readLaw,
  type StandingAnswer,
} from '../../src/casework/index.ts'
import { type Evaluated, type Law, type Standing, standingOf } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import { type Audience, type Entry, parseMoment } from '../../src/record/index.ts'

const root = join(import.meta.dirname, '../..')

export interface Told {
  readonly opened: OpenCase
  readonly standing: Standing
  readonly evaluated: Evaluated
  readonly answer: StandingAnswer
}

export class Scenario {
  readonly law: Law
  readonly bundle: ImportedBundle
  constructor(law: Law, bundle: ImportedBundle) {
    this.law = law
    this.bundle = bundle
  }

  static async load(): Promise<Scenario> {
    return new Scenario(
      await readLaw(diskFiles, root),
      await importBundle(folderBundle(diskFiles, join(root, 'examples/pavlov-2014'))),
    )
  }

  /** The standing as known by `knownBy`, at the same time unless `at` says otherwise. */
  told(
    knownBy: string,
    {
      at = knownBy,
      audience = 'desk',
      entries = this.bundle.entries,
    }: { at?: string; audience?: Audience; entries?: readonly Entry[] } = {},
  ): Told {
    const opened = caseAt(this.law, entries, (zone) => ({
      at: parseMoment(at, zone),
      knownBy: parseMoment(knownBy, zone),
      audience,
    }))
    const { standing, evaluated } = standingOf(this.law, opened.situation)
    return {
      opened,
      standing,
      evaluated,
      answer: answerOf(standing, evaluated, { law: this.law, view: opened.view, language: 'en' }),
    }
  }

  /** The entries without any claim about these events, as if nobody had told. */
  without(events: readonly string[]): readonly Entry[] {
    return this.bundle.entries.filter(({ body }) => body.kind !== 'claim' || !events.includes(body.claim.subject))
  }
}
