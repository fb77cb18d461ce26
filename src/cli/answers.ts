/**
 * What each command prints with `--json`, as schemas: the contract for programs, written out in `docs/reference/`.
 */
import { z } from 'zod'
import {
  Article34Answer,
  MissingAnswer,
  PrecedentsAnswer,
  SearchAnswer,
  StandingAnswer,
  TimelineAnswer,
  WhatIfAnswer,
  WhyAnswer,
} from '../casework/index.ts'
import { AddAnswer } from './adding.ts'
import { CalendarAnswer } from './calendar.ts'
import { AssurancesCommandAnswer } from './assurances.ts'
import { ContestedAnswer } from './contested.ts'
import { DiscloseAnswer } from './disclose.ts'
import { ExportAnswer } from './export.ts'
import { IdentityAnswer } from './judge.ts'
import { ImportAnswer } from './import.ts'
import { LawCheckAnswer } from './law-check.ts'
import { LawDeadlineAnswer } from './law-deadline.ts'
import { LawDiffAnswer } from './law-diff.ts'
import { LawListAnswer, LawShowAnswer } from './law-show.ts'
import { PaperAnswer } from './paper-draft.ts'
import { PeopleListAnswer } from './people.ts'
import { ReadAnswer } from './read.ts'
import { RedactAnswer } from './redact.ts'
import { ReleaseAnswer } from './release.ts'
import { ReviewAnswer } from './review.ts'
import { WhatIfDocketAnswer } from './what-if-docket.ts'
import { WriteAnswer } from './write.ts'

export const answers: Readonly<Record<string, z.ZodType>> = {
  start: StandingAnswer,
  standing: StandingAnswer,
  why: WhyAnswer,
  missing: MissingAnswer,
  'what-if': z.union([WhatIfAnswer, WhatIfDocketAnswer]),
  assurances: AssurancesCommandAnswer,
  contested: ContestedAnswer,
  precedents: PrecedentsAnswer,
  timeline: TimelineAnswer,
  calendar: CalendarAnswer,
  dossier: PaperAnswer,
  statement: PaperAnswer,
  'urgent-action': PaperAnswer,
  chronology: PaperAnswer,
  summary: PaperAnswer,
  'evidence-index': PaperAnswer,
  'assurance-sheet': PaperAnswer,
  letter: PaperAnswer,
  write: WriteAnswer,
  disclose: DiscloseAnswer,
  release: ReleaseAnswer,
  redact: RedactAnswer,
  people: PeopleListAnswer,
  same: IdentityAnswer,
  different: IdentityAnswer,
  read: ReadAnswer,
  add: AddAnswer,
  page: AddAnswer,
  review: ReviewAnswer,
  search: SearchAnswer,
  import: ImportAnswer,
  export: ExportAnswer,
  'law-list': LawListAnswer,
  'law-show': LawShowAnswer,
  'law-check': LawCheckAnswer,
  'law-deadline': LawDeadlineAnswer,
  'law-diff': LawDiffAnswer,
  'law-article-34': Article34Answer,
}
