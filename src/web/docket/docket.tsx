import { type ReactNode } from 'react'
import { useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { Shown, To } from '../ui/parts.tsx'
import { useWords } from '../words.ts'

interface DocketAnswer {
  readonly cases: readonly {
    readonly id: string; readonly title: string; readonly headline: string; readonly questions: number; readonly contested: number; readonly recorded: string
    readonly next: { readonly title: string; readonly safe: string } | null
  }[]
}

/** The day on which the worked case opens: the morning of the press item. */
const WORKED_CASE_OPENS: Readonly<Record<string, string>> = { 'pavlov-2014': '2014-02-19T09:00' }

/** All cases, each with its answer in a sentence. */
export function DocketScreen(): ReactNode {
  const word = useWords()
  const route = useRoute()
  const loaded = useAnswer<DocketAnswer>(`/api/cases?${askedQuery(route)}`)
  return (
    <>
      <h1>{word('docket')}</h1>
      <Shown loaded={loaded}>{({ cases }) => cases.length === 0 ? <p>{word('nothing')}</p> : (
        <ul className="docket">{cases.map((line) => (
          <li key={line.id}>
            <h2><To path={casePath(line.id, 'standing')} change={{ knownBy: WORKED_CASE_OPENS[line.id] }}>{line.title}</To></h2>
            <p className="conclusion">{line.headline}</p>
            {line.next === null ? null : <p><strong>{word('nextToExpire')}:</strong> {line.next.title}, {line.next.safe}</p>}
            <p className="quiet">{line.questions} {word('questions')} · {line.contested} {word('contradictions')}</p>
          </li>
        ))}</ul>
      )}</Shown>
    </>
  )
}
