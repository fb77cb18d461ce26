/** A document left; right what it proposes and what is claimed from it, each tied to its words. */
import { type ReactNode, useEffect, useState } from 'react'
import type { DocumentAnswer, DocumentsAnswer, ProposalsAnswer } from '../../casework/index.ts'
import { ClaimForm, type ClaimPreset } from '../acts/forms.tsx'
import { useAnswer } from '../api.ts'
import { casePath, go, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { ClaimText } from '../ui/claims.tsx'
import { dateText } from '../ui/dates.ts'
import { Shown, To } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { Proposals, useProposals } from './proposals.tsx'
import { useSaid } from './said.tsx'
import { DocumentText, type Mark } from './text.tsx'

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

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select')

/** `a`, `e`, `r` press the buttons of the line that has the focus, `u` takes the last decision back. */
function useClaimKeys(): void {
  useEffect(() => {
    const acts: Readonly<Record<string, string>> = { a: 'accept', e: 'correct', r: 'refuse' }
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (window.document.querySelector('dialog[open]') !== null) return
      const act = acts[event.key]
      const row = window.document.activeElement?.closest('[data-claim]')
      const button =
        event.key === 'u'
          ? window.document.querySelector<HTMLButtonElement>('[data-undo]')
          : act === undefined
            ? undefined
            : row?.querySelector<HTMLButtonElement>(`[data-act=${act}]`)
      if (button == null) return
      event.preventDefault()
      button.click()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const looks: Readonly<Record<string, Mark['look']>> = { accepted: 'held', preferred: 'held', refused: 'refused' }

const marksOf = (claims: DocumentAnswer['claims'], proposals: ProposalsAnswer | undefined): readonly Mark[] => [
  ...claims.map(({ id, quote, start, end, stance }) => ({
    id,
    quote,
    start,
    end,
    look: looks[stance ?? ''] ?? ('claimed' as const),
  })),
  ...(proposals?.proposals ?? [])
    .filter(({ state }) => state === 'waiting')
    .map(({ id, words }) => ({
      id,
      quote: words.text,
      start: words.start,
      end: words.end,
      look: 'proposed' as const,
    })),
]

/** Words that a search has found, as the address has them: `120-135`. */
function foundMark(text: string, place: string | null): readonly Mark[] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(place ?? '') ?? []
  if (from === undefined || to === undefined) return []
  const [start, end] = [Number(from), Number(to)]
  return [{ id: FOUND, quote: text.slice(start, end), start, end, look: 'found' }]
}
const FOUND = 'found-words'

/** Nobody has said who published it. */
const isUnsaid = (publisher: string): boolean => publisher === '–' || publisher === 'not stated'

/** Brings what is chosen into sight, in the text and beside it. */
function useShownPlace(chosen: string | null, ready: boolean): void {
  useEffect(() => {
    if (chosen === null) return
    const row = window.document.getElementById(`claim-${chosen}`)
    if (row !== null && !row.contains(window.document.activeElement)) row.focus()
    window.document.getElementById(`place-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, ready])
}

function Pages({ answer, caseId }: { answer: DocumentAnswer; caseId: string }): ReactNode {
  const word = useWords()
  const { query } = useRoute()
  const { document, text, claims, warnings } = answer
  const found = foundMark(text ?? '', query.get('place'))
  const chosen = query.get('claim') ?? found[0]?.id ?? null
  const [making, setMaking] = useState<ClaimPreset>()
  const [said, setSaid] = useSaid(caseId, document.id)
  const audience = query.get('audience') ?? 'desk'
  const wanted = text !== null && audience === 'desk'
  const proposals = useProposals(caseId, document.id, said, wanted)
  useClaimKeys()
  useShownPlace(chosen, proposals.value !== undefined)
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
                marks={[...found, ...marksOf(claims, proposals.value)]}
                chosen={chosen}
                onMark={(quote, start) => setMaking({ document: document.id, quote, start })}
              />
            </>
          )}
        </section>
        <div className="beside">
          {wanted ? (
            <Proposals
              caseId={caseId}
              document={document.id}
              loaded={proposals}
              said={said}
              known={{ publisher: !isUnsaid(document.publisher), date: document.published !== null }}
              onSaid={setSaid}
              onByHand={setMaking}
              chosen={chosen}
            />
          ) : null}
          <Claims
            caseId={caseId}
            claims={claims}
            chosen={chosen}
            onAdd={() => setMaking({ document: document.id })}
          />
        </div>
      </div>
      {making === undefined ? null : (
        <ClaimForm caseId={caseId} onClose={() => setMaking(undefined)} preset={making} />
      )}
    </>
  )
}

interface ClaimsProps {
  readonly caseId: string
  readonly claims: DocumentAnswer['claims']
  readonly chosen: string | null
  readonly onAdd: () => void
}

function Claims({ caseId, claims, chosen, onAdd }: ClaimsProps): ReactNode {
  const word = useWords()
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title">
        {word('claims')} <small className="quiet">{claims.length}</small>
      </h2>
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
      <button type="button" onClick={onAdd}>
        {word('addClaim')}
      </button>
    </section>
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
