import { type ReactNode, useState } from 'react'
import { useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { DaysLeft } from '../standing/deadline.tsx'
import { dateText } from '../ui/dates.ts'
import { Shown, To } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { NewCase } from './new-case.tsx'

export interface DocketAnswer {
  readonly cases: readonly {
    readonly id: string
    readonly title: string
    readonly headline: string
    readonly questions: number
    readonly contested: number
    readonly recorded: string
    readonly next: { readonly title: string; readonly safe: string } | null
  }[]
}

/** The day on which the worked case opens: the morning of the press item. */
const WORKED_CASE_OPENS: Readonly<Record<string, string>> = { 'pavlov-2014': '2014-02-19T09:00' }

/** All cases, each with its answer in a sentence, the most pressing first. */
export function DocketScreen(): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const { query } = useRoute()
  const [making, setMaking] = useState(false)
  const lang = query.get('lang')
  const loaded = useAnswer<DocketAnswer>(`/api/cases?${lang === null ? '' : `lang=${lang}`}`)
  return (
    <>
      <p>
        <button type="button" onClick={() => setMaking(true)}>
          {word('newCase')}
        </button>
      </p>
      <Shown loaded={loaded}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p>{word('firstUse')}</p>
          ) : (
            <ul className="docket">
              {cases.map((line) => (
                <li key={line.id}>
                  <h2>
                    <To
                      path={casePath(line.id, 'standing')}
                      change={{ knownBy: WORKED_CASE_OPENS[line.id], at: undefined }}
                      row
                    >
                      {line.title}
                    </To>
                  </h2>
                  <p className="conclusion">{line.headline}</p>
                  {line.next === null ? null : (
                    <p>
                      <strong>
                        <DaysLeft from={new Date().toISOString()} to={line.next.safe} />
                      </strong>{' '}
                      {line.next.title}, {dateText(line.next.safe, language)}
                    </p>
                  )}
                  <p className="quiet">
                    {line.questions} {word('questions')} · {line.contested} {word('contradictions')}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {making ? <NewCase onClose={() => setMaking(false)} /> : null}
    </>
  )
}
