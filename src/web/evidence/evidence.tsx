/** Points against documents: which source gives which value, which denies it, which is silent. Nothing is added up. */
import { type ReactNode, useState } from 'react'
import type { ClaimsAnswer, DocumentsAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import type { Claim } from '../ui/claims.tsx'
import { dateText } from '../ui/dates.ts'
import { Shown, To } from '../ui/parts.tsx'
import { useLanguage, useProperty, useWords } from '../words.ts'

interface Row {
  readonly key: string
  readonly title: string
  readonly property: string
  readonly claims: readonly Claim[]
}

const ROWS_MAX = 80
/** Documents named that speak of the event but not of the point. */
const SILENT_MAX = 4

function rowsOf(claims: readonly Claim[], onlyDisputed: boolean): readonly Row[] {
  const rows = new Map<string, Row & { claims: Claim[] }>()
  for (const claim of claims) {
    const key = `${claim.subject}.${claim.property}`
    const row = rows.get(key) ?? { key, title: claim.subjectTitle, property: claim.property, claims: [] }
    row.claims.push(claim)
    rows.set(key, row)
  }
  const differ = (row: Row): boolean => new Set(row.claims.map((c) => `${c.value} ${c.denied}`)).size > 1
  return [...rows.values()].filter((row) => (onlyDisputed ? differ(row) : row.claims.length > 1))
}

export function EvidenceScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [onlyDisputed, setOnlyDisputed] = useState(true)
  const base = `/api/cases/${encodeURIComponent(caseId)}`
  const claims = useAnswer<ClaimsAnswer>(`${base}/claims?${askedQuery(route)}`)
  const documents = useAnswer<DocumentsAnswer>(`${base}/documents?${askedQuery(route)}`)
  return (
    <>
      <p className="quiet">{word('matrixHelp')}</p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={onlyDisputed}
            onChange={(event) => setOnlyDisputed(event.target.checked)}
          />{' '}
          {word('onlyDisputed')}
        </label>
      </p>
      <Shown loaded={claims}>
        {(answer) => (
          <Matrix
            caseId={caseId}
            rows={rowsOf(answer.claims, onlyDisputed)}
            all={answer.claims}
            documents={documents.value?.documents ?? []}
          />
        )}
      </Shown>
    </>
  )
}

interface MatrixProps {
  readonly caseId: string
  readonly rows: readonly Row[]
  readonly all: readonly Claim[]
  readonly documents: DocumentsAnswer['documents']
}

function Matrix({ caseId, rows, all, documents }: MatrixProps): ReactNode {
  const word = useWords()
  if (rows.length === 0) return <p>{word('noRivals')}</p>
  const titles = new Map(documents.map((d) => [d.id, d.title]))
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={word('evidence')}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{word('point')}</th>
            <th scope="col">● {word('speaksFor')}</th>
            <th scope="col">✕ {word('speaksAgainst')}</th>
            <th scope="col">○ {word('silent')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_MAX).map((row) => (
            <PointRow key={row.key} row={row} all={all} titles={titles} caseId={caseId} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PointRowProps {
  readonly row: Row
  readonly all: readonly Claim[]
  readonly titles: ReadonlyMap<string, string>
  readonly caseId: string
}

function PointRow({ row, all, titles, caseId }: PointRowProps): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  const speaking = new Set(row.claims.map((c) => c.document))
  const subject = row.claims[0]?.subject
  const silent = [...new Set(all.filter((c) => c.subject === subject).map((c) => c.document))].filter(
    (id) => id !== null && !speaking.has(id),
  )
  const said = row.claims.filter((c) => !c.denied)
  const source = (id: string | null, claim?: string): ReactNode =>
    id === null ? (
      word('knownToDesk')
    ) : (
      <To key={`${id} ${claim ?? ''}`} path={casePath(caseId, 'reader', id)} change={{ claim }}>
        {titles.get(id) ?? id}
      </To>
    )
  return (
    <tr data-row tabIndex={-1}>
      <th scope="row">
        {row.title} <span className="quiet">({property(row.property)})</span>
      </th>
      <td>
        {[...new Set(said.map((c) => c.valueTitle))].map((value) => (
          <div key={value} className="cell">
            <strong>{value === 'true' ? word('yes') : dateText(value, language)}</strong>
            <ul>
              {said
                .filter((c) => c.valueTitle === value)
                .map((c) => (
                  <li key={c.id}>{source(c.document, c.id)}</li>
                ))}
            </ul>
          </div>
        ))}
      </td>
      <td>
        {row.claims
          .filter((c) => c.denied)
          .map((c) => (
            <p key={c.id} className="cell">
              {source(c.document, c.id)} <small className="quiet">{c.speaker}</small>
            </p>
          ))}
      </td>
      <td className="silent">
        {silent.slice(0, SILENT_MAX).map((id) => (
          <p key={id} className="cell">
            {source(id)}
          </p>
        ))}
        {silent.length > SILENT_MAX ? <p className="cell">+ {silent.length - SILENT_MAX}</p> : null}
      </td>
    </tr>
  )
}
