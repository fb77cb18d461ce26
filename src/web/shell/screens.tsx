/** Which screen an address shows. Each lies in a folder of its own, named as in the menu. */
import { type ReactNode } from 'react'
import { AssurancesScreen } from '../assurances/assurances.tsx'
import type { SessionAnswer } from '../api.ts'
import { ContestedScreen } from '../contested/contested.tsx'
import { DocketScreen } from '../docket/docket.tsx'
import { DocumentsScreen } from '../documents/documents.tsx'
import { EvidenceScreen } from '../evidence/evidence.tsx'
import { HistoryScreen } from '../history/history.tsx'
import { LawScreen } from '../law/law.tsx'
import { OutgoingScreen } from '../outgoing/outgoing.tsx'
import { PeopleScreen } from '../people/people.tsx'
import { ReaderScreen } from '../reader/reader.tsx'
import type { Route } from '../route.ts'
import { SearchScreen } from '../search/search.tsx'
import { SettingsScreen } from '../settings/settings.tsx'
import { StandingScreen } from '../standing/standing.tsx'
import { TimelineScreen } from '../timeline/timeline.tsx'
import { WhatIfScreen } from '../what-if/what-if.tsx'

interface ScreenProps {
  readonly caseId: string
  readonly onSession: (session: SessionAnswer | undefined) => void
}

const all: Readonly<Record<Route['screen'], (props: ScreenProps) => ReactNode>> = {
  docket: DocketScreen,
  standing: StandingScreen,
  timeline: TimelineScreen,
  contested: ContestedScreen,
  documents: DocumentsScreen,
  reader: ReaderScreen,
  people: PeopleScreen,
  evidence: EvidenceScreen,
  assurances: AssurancesScreen,
  'what-if': WhatIfScreen,
  outgoing: OutgoingScreen,
  law: LawScreen,
  search: SearchScreen,
  history: HistoryScreen,
  settings: SettingsScreen,
}

export const screenOf = (route: Route): ((props: ScreenProps) => ReactNode) => all[route.screen]
