/** A document left, what is claimed from it right, each tied to its words. */
import { type ReactNode, useEffect, useState } from 'react'
import type { DocumentAnswer, DocumentsAnswer } from '../../casework/index.ts'
import { ClaimForm, type ClaimPreset } from '../acts/forms.tsx'
import { useAnswer } from '../api.ts'
import { casePath, go, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { ClaimText } from '../ui/claims.tsx'
import { dateText } from '../ui/dates.ts'
import { Shown, To } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { DocumentText } from './text.tsx'

export function ReaderScreen({ caseId }: { caseId: string }): ReactNode {
  const { item } = useRoute()
  return item === undefined ? <Choice caseId={caseId} /> : <Reading caseId={caseId} document={item} key={item} />
}

function Choice({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const route = useRoute()
  const loaded = useAnswer<DocumentsAnswer>(
    `/api/cases/${encodeURIComponent(caseId)}/documents?${askedQuery(route)}`,
  )
  return (
    <Shown loaded={loaded}>
      {({ documents }) => (
        <>
          <p>{word('chooseDocument')}</p>
          <ul className="plain">
            {documents
              .toSorted((a, b) => Number(b.sha256 !== null) - Number(a.sha256 !== null) || b.claims - a.claims)
              .map((d) => (
                <li key={d.id}>
                  <To path={casePath(caseId, 'reader', d.id)} row>
                    {d.title}
                  </To>{' '}
                  <small className="quiet">
                    {d.publisher} ·{' '}
                    {d.claims === 0 ? word('unread') : `${d.claims} ${word('claims').toLowerCase()}`}
                    {d.sha256 === null ? null : ` · ${word('text').toLowerCase()}`}
                  </small>
                </li>
              ))}
          </ul>
        </>
      )}
    </Shown>
  )
}

function Reading({ caseId, document }: { caseId: string; document: string }): ReactNode {
  const route = useRoute()
  const loaded = useAnswer<DocumentAnswer>(
    `/api/cases/${encodeURIComponent(caseId)}/documents/${encodeURIComponent(document)}?${askedQuery(route)}`,
  )
  return <Shown loaded={loaded}>{(answer) => <Pages answer={answer} caseId={caseId} />}</Shown>
}

/** `a`, `e`, `r` press the buttons of the claim that has the focus. */
function useClaimKeys(): void {
  useEffect(() => {
    const acts: Readonly<Record<string, string>> = { a: 'accept', e: 'correct', r: 'refuse' }
    const listen = (event: KeyboardEvent): void => {
      const act = acts[event.key]
      if (act === undefined || event.defaultPrevented || window.document.querySelector('dialog[open]') !== null)
        return
      const row = window.document.activeElement?.closest('[data-claim]')
      const button = row?.querySelector<HTMLButtonElement>(`[data-act=${act}]`)
      if (button == null) return
      event.preventDefault()
      button.click()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function Pages({ answer, caseId }: { answer: DocumentAnswer; caseId: string }): ReactNode {
  const word = useWords()
  const chosen = useRoute().query.get('claim')
  const [making, setMaking] = useState<ClaimPreset>()
  const { document, text, claims, warnings } = answer
  useClaimKeys()
  useEffect(() => {
    if (chosen === null) return
    window.document.getElementById(`claim-${chosen}`)?.focus()
    window.document.getElementById(`place-${chosen}`)?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <>
      <h2>{document.title}</h2>
      <Provenance document={document} caseId={caseId} />
      {warnings.map((warning) => (
        <p key={warning} className="moved">
          {warning}
        </p>
      ))}
      <div className="reading">
        <section aria-label={word('text')} className="paper">
          {text === null ? (
            <p>{word('noText')}</p>
          ) : (
            <>
              <p className="quiet small">{word('selectWords')}</p>
              <DocumentText
                text={text}
                claims={claims}
                chosen={chosen}
                onMark={(quote, start) => setMaking({ document: document.id, quote, start })}
              />
            </>
          )}
        </section>
        <section aria-label={word('claims')}>
          {claims.length === 0 ? <p>{word('noClaims')}</p> : null}
          <ul className="claims">
            {claims.map((claim) => (
              <li
                key={claim.id}
                id={`claim-${claim.id}`}
                data-row
                data-claim={claim.id}
                tabIndex={0}
                className={claim.id === chosen ? 'chosen' : undefined}
                onFocus={() => {
                  if (claim.id !== chosen) go(window.location.pathname, { claim: claim.id }, true)
                }}
              >
                <ClaimText claim={claim} caseId={caseId} withoutDocument />
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => setMaking({ document: document.id })}>
            {word('addClaim')}
          </button>
        </section>
      </div>
      {making === undefined ? null : (
        <ClaimForm caseId={caseId} onClose={() => setMaking(undefined)} preset={making} />
      )}
    </>
  )
}

function Provenance({ document, caseId }: { document: DocumentAnswer['document']; caseId: string }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  return (
    <p className="quiet">
      {document.publisher}
      {document.published === null ? null : <>, {dateText(document.published, language)}</>}
      {document.address === null ? null : <span className="address"> · {document.address}</span>}
      {document.copyOf === null ? null : (
        <>
          {' · '}
          {word('copyOf')} <To path={casePath(caseId, 'reader', document.copyOf)}>{document.copyOf}</To>
        </>
      )}
      {document.retells === null ? null : (
        <>
          {' · '}
          {word('retells')} <To path={casePath(caseId, 'reader', document.retells)}>{document.retells}</To>
        </>
      )}
      {document.sha256 === null ? null : (
        <>
          {' · '}
          <a
            href={`/api/cases/${encodeURIComponent(caseId)}/documents/${encodeURIComponent(document.id)}/original`}
          >
            {word('original')}
          </a>
        </>
      )}
      {document.rights === null ? null : <> · {document.rights}</>}
      {document.note === null ? null : (
        <>
          <br />
          {document.note}
        </>
      )}
    </p>
  )
}
