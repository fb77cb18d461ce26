/** The home of a case: who can stop the transfer, what expires next, what binds whom, what is not known. */
import { type ReactNode } from 'react'
import type { LanesAnswer, StandingAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { Section, Shown } from '../ui/parts.tsx'
import { useWords } from '../words.ts'
import { Lanes } from './lanes.tsx'
import { Assertions, Contradictions, Exhaustion, TrackList } from './more.tsx'
import { Binds, NextToExpire, Questions } from './side.tsx'
import { Stops } from './stops.tsx'

export function StandingScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const base = `/api/cases/${encodeURIComponent(caseId)}`
  const standing = useAnswer<StandingAnswer>(`${base}/standing?${askedQuery(route)}`)
  const lanes = useAnswer<LanesAnswer>(`${base}/lanes?${askedQuery(route)}`)
  return <Shown loaded={standing}>{(answer) => <Page answer={answer} lanes={lanes.value} caseId={caseId} />}</Shown>
}

function Page({
  answer,
  lanes,
  caseId,
}: {
  answer: StandingAnswer
  lanes: LanesAnswer | undefined
  caseId: string
}): ReactNode {
  const word = useWords()
  return (
    <>
      <p className="conclusion" role="status">
        {answer.headline}
      </p>
      <div className="columns">
        <Stops answer={answer} caseId={caseId} />
        <div>
          <NextToExpire answer={answer} />
          <Binds answer={answer} />
          <Questions caseId={caseId} />
        </div>
      </div>
      {lanes === undefined ? null : (
        <Section title={word('tracks')} id="lanes">
          <Lanes lanes={lanes} />
          <TrackList answer={answer} />
        </Section>
      )}
      <Exhaustion answer={answer} />
      <Assertions answer={answer} />
      <Contradictions answer={answer} caseId={caseId} />
      {answer.case.note === null ? null : (
        <Section title={word('about')} id="about" quiet>
          <p>{answer.case.note}</p>
        </Section>
      )}
      <p className="quiet">{word('notAdvice')}</p>
    </>
  )
}
