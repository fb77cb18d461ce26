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

/** Documents across at once: more cannot be compared by eye. */
const COLUMNS_MAX = 8
const ROWS_MAX = 80

function rowsOf(claims: readonly Claim[], onlyDisputed: boolean): readonly Row[] {
  const rows = new Map<string, Row & { claims: Claim[] }>()
  for (const claim of claims) {
    const key = `${claim.subject}.${claim.property}`
    const row = rows.get(key) ?? { key, title: claim.subjectTitle, property: claim.property, claims: [] }
    row.claims.push(claim)
    rows.set(key, row)
  }
  const differ = (row: Row): boolean =>
    new Set(row.claims.map((c) => `${c.value} ${c.denied}`)).size > 1
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
          <input type="checkbox" checked={onlyDisputed} onChange={(event) => setOnlyDisputed(event.target.checked)} />{' '}
          {word('onlyDisputed')}
        </label>
      </p>
      <Shown loaded={claims}>
        {(answer) => (
          <Matrix caseId={caseId} rows={rowsOf(answer.claims, onlyDisputed)} documents={documents.value?.documents ?? []} />
        )}
      </Shown>
    </>
  )
}

interface MatrixProps {
  readonly caseId: string
  readonly rows: readonly Row[]
  readonly documents: DocumentsAnswer['documents']
}

function Matrix({ caseId, rows, documents }: MatrixProps): ReactNode {
  const word = useWords()
  const property = useProperty()
  if (rows.length === 0) return <p>{word('noRivals')}</p>
  const weight = new Map<string, number>()
  for (const row of rows) for (const claim of row.claims) weight.set(claim.document, (weight.get(claim.document) ?? 0) + 1)
  const columns = [...weight]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, COLUMNS_MAX)
    .map(([id]) => id)
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={word('evidence')}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{word('point')}</th>
            {columns.map((id) => (
              <th scope="col" key={id}>
                <To path={casePath(caseId, 'reader', id)}>{documents.find((d) => d.id === id)?.title ?? id}</To>
              </th>
            ))}
            <th scope="col">…</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_MAX).map((row) => (
            <tr key={row.key} data-row tabIndex={-1}>
              <th scope="row">
                {row.title} <span className="quiet">({property(row.property)})</span>
              </th>
              {columns.map((id) => (
                <Cell key={id} claims={row.claims.filter((c) => c.document === id)} />
              ))}
              <Cell claims={row.claims.filter((c) => !columns.includes(c.document))} withDocument />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ claims, withDocument }: { claims: readonly Claim[]; withDocument?: boolean }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  if (claims.length === 0) return <td className="silent">{withDocument === true ? '' : word('silent')}</td>
  return (
    <td>
      {claims.map((claim) => (
        <p key={claim.id} className={claim.denied ? 'cell against' : 'cell for'}>
          <span aria-hidden="true">{claim.denied ? '✕' : '●'}</span> {claim.denied ? `${word('speaksAgainst')}: ` : ''}
          {claim.value === 'true' ? word('yes') : dateText(claim.valueTitle, language)}
          {withDocument === true ? <small className="quiet"> {claim.speaker}</small> : null}
        </p>
      ))}
    </td>
  )
}
