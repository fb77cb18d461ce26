/** The papers of a case: a list to find them in, and a place to add more. */
import { type ReactNode, useState } from 'react'
import type { DocumentsAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { WhoMaySee } from '../outgoing/disclose.tsx'
import { casePath, leaving, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { dateText } from '../ui/dates.ts'
import { Badge, Shown, To } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { Upload } from './upload.tsx'

export function DocumentsScreen({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const [filter, setFilter] = useState('')
  const loaded = useAnswer<DocumentsAnswer>(
    `/api/cases/${encodeURIComponent(caseId)}/documents?${askedQuery(route)}`,
  )
  return (
    <>
      <Upload caseId={caseId} />
      <p>
        <label>
          {word('filter')}{' '}
          <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
      </p>
      <Shown loaded={loaded}>
        {({ documents }) => (
          <DocumentTable
            caseId={caseId}
            documents={documents.filter((d) =>
              `${d.title} ${d.publisher}`.toLowerCase().includes(filter.toLowerCase()),
            )}
          />
        )}
      </Shown>
    </>
  )
}

function DocumentTable({
  documents,
  caseId,
}: {
  documents: DocumentsAnswer['documents']
  caseId: string
}): ReactNode {
  const word = useWords()
  const language = useLanguage()
  if (documents.length === 0) return <p>{word('nothing')}</p>
  return (
    <table className="wide">
      <thead>
        <tr>
          <th scope="col">{word('date')}</th>
          <th scope="col">{word('title')}</th>
          <th scope="col">{word('publisher')}</th>
          <th scope="col" className="when">
            {word('claims')}
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((d) => (
          <tr key={d.id}>
            <td className="when">{d.published === null ? '' : dateText(d.published, language)}</td>
            <td>
              <To path={casePath(caseId, 'reader', d.id)} change={leaving} row>
                {d.title}
              </To>{' '}
              {d.sha256 === null ? null : <Badge state="open">{word('text')}</Badge>}{' '}
              {d.disclosure === 'public' ? null : <Badge state="unknown">{word('notPublic')}</Badge>}{' '}
              <WhoMaySee caseId={caseId} of="document" thing={d.id} title={d.title} />
              {d.copyOf === null ? null : (
                <small className="quiet">
                  {' '}
                  {word('copyOf')} {d.copyOf}
                </small>
              )}
              {d.retells === null ? null : (
                <small className="quiet">
                  {' '}
                  {word('retells')} {d.retells}
                </small>
              )}
            </td>
            <td>{d.publisher}</td>
            <td>{d.claims === 0 ? word('unread') : d.claims}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
