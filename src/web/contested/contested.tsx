/** Where sources contradict each other: each value with who gives it, and what the team holds. */
import { type ReactNode, useState } from 'react'
import type { ContestedPoint } from '../../casework/index.ts'
import type { PositionAsked } from '../acts/build.ts'
import { PositionForm } from '../acts/judgements.tsx'
import { flagWord } from '../../record/index.ts'
import { useAnswer } from '../api.ts'
import { useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { dateText } from '../ui/dates.ts'
import { Badge, Shown } from '../ui/parts.tsx'
import { useLanguage, useProperty, useWords } from '../words.ts'

type Point = ReturnType<typeof ContestedPoint.parse>

export function ContestedScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [asked, setAsked] = useState<PositionAsked>()
  const loaded = useAnswer<{ points: readonly Point[] }>(
    `/api/cases/${encodeURIComponent(caseId)}/contested?${askedQuery(route)}`,
  )
  return (
    <>
      <Shown loaded={loaded}>
        {({ points }) =>
          points.length === 0 ? (
            <p>{word('noRivals')}</p>
          ) : (
            <>
              {points.map((point) => (
                <PointView key={`${point.subject}.${point.property}`} point={point} onTake={setAsked} />
              ))}
            </>
          )
        }
      </Shown>
      {asked === undefined ? null : (
        <PositionForm
          caseId={caseId}
          onClose={() => setAsked(undefined)}
          asked={asked}
          title={word('takePosition')}
        />
      )}
    </>
  )
}

function PointView({ point, onTake }: { point: Point; onTake: (asked: PositionAsked) => void }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  const { subject } = point
  const take = (stance: PositionAsked['stance'], claims: readonly string[]): void =>
    onTake({ subject, property: point.property, claims, stance })
  return (
    <section className="section point" aria-labelledby={`${subject}.${point.property}`}>
      <h2 id={`${subject}.${point.property}`} data-row tabIndex={-1}>
        {point.subjectTitle} <span className="quiet">({property(point.property)})</span>
      </h2>
      <p>
        {point.preferred === null ? (
          <Badge state="contested">{word('bothStand')}</Badge>
        ) : (
          <Badge state="open">
            {word('weHold')} {dateText(flagWord(point.property, point.preferred, language), language)}
          </Badge>
        )}{' '}
        {point.why === null ? null : (
          <span>
            {point.why} <small className="quiet">({point.by})</small>
          </span>
        )}
      </p>
      <div className="rivals">
        {point.rivals.map((rival) => (
          <RivalView key={rival.value} property={point.property} rival={rival} onTake={take} />
        ))}
      </div>
      <p>
        <button
          type="button"
          onClick={() =>
            take(
              'contested',
              point.rivals.flatMap((r) => r.claims),
            )
          }
        >
          {word('leaveOpen')}
        </button>
      </p>
    </section>
  )
}

interface RivalProps {
  readonly property: string
  readonly rival: Point['rivals'][number]
  readonly onTake: (stance: PositionAsked['stance'], claims: readonly string[]) => void
}

/** One of the values, with who gives it. */
function RivalView({ property, rival, onTake }: RivalProps): ReactNode {
  const word = useWords()
  const language = useLanguage()
  return (
    <div className="rival">
      <p>
        <strong>{dateText(flagWord(property, rival.value, language), language)}</strong>
      </p>
      <p>{rival.speakers.join('; ')}</p>
      <p className="quiet small">
        {rival.independentSources} {word(rival.independentSources === 1 ? 'source' : 'sources')}
        {rival.said.length === 0 ? null : <> · {rival.said.map((d) => dateText(d, language)).join(', ')}</>}
        <br />
        {rival.documents.join('; ')}
      </p>
      {rival.denials.length === 0 ? null : (
        <p>
          {word('denies')}: {rival.denials.join('; ')}
        </p>
      )}
      <p className="claim-acts">
        <button type="button" onClick={() => onTake('preferred', rival.claims)}>
          {word('prefer')}
        </button>
        <button type="button" onClick={() => onTake('refused', rival.claims)}>
          {word('refuse')}
        </button>
      </p>
    </div>
  )
}
