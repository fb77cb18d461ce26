/** All words, in any order, accents and case aside, over what was known on the day shown. */
import { type ReactNode, useState } from 'react'
import type { ClaimsAnswer, DocumentsAnswer, TimelineAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { dateText } from '../ui/dates.ts'
import { Section, To } from '../ui/parts.tsx'
import { useLanguage, useProperty, useWords } from '../words.ts'

/** Lines shown of each kind. */
const SHOWN_MAX = 40
const LETTERS_MIN = 2

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

export function SearchScreen({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const [typed, setTyped] = useState('')
  const words = fold(typed)
    .split(/\s+/)
    .filter((w) => w.length > 0)
  return (
    <>
      <input
        type="search"
        className="search"
        aria-label={word('searchFor')}
        placeholder={word('searchFor')}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim().length < LETTERS_MIN ? (
        <p className="quiet">{word('typeWords')}</p>
      ) : (
        <Found caseId={caseId} words={words} />
      )}
    </>
  )
}

function Found({ caseId, words }: { caseId: string; words: readonly string[] }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  const route = useRoute()
  const base = `/api/cases/${encodeURIComponent(caseId)}`
  const asked = askedQuery(route)
  const has = (text: string): boolean => {
    const folded = fold(text)
    return words.every((w) => folded.includes(w))
  }
  const events = (
    useAnswer<TimelineAnswer>(`${base}/timeline?${askedQuery(route, { all: 'yes' })}`).value?.events ?? []
  ).filter((e) => has(`${e.title} ${e.type} ${e.date ?? ''} ${e.speakers.join(' ')}`))
  const claims = (useAnswer<ClaimsAnswer>(`${base}/claims?${asked}`).value?.claims ?? []).filter((c) =>
    has(`${c.subjectTitle} ${c.valueTitle} ${c.value} ${c.quote ?? ''} ${c.speaker}`),
  )
  const documents = (useAnswer<DocumentsAnswer>(`${base}/documents?${asked}`).value?.documents ?? []).filter((d) =>
    has(`${d.title} ${d.publisher} ${d.address ?? ''} ${d.note ?? ''}`),
  )
  const total = events.length + claims.length + documents.length
  return (
    <>
      <p role="status" className="quiet">
        {total === 0 ? word('nothingFound') : `${total} ${word('found')}`}
      </p>
      <Hits title={word('timeline')} id="found-events" count={events.length}>
        {events.slice(0, SHOWN_MAX).map((e) => (
          <li key={e.id}>
            <To path={casePath(caseId, 'timeline')} row>
              <Marked text={e.title} words={words} />
            </To>{' '}
            <small className="quiet">{e.date === null ? word('dateUnknown') : dateText(e.date, language)}</small>
          </li>
        ))}
      </Hits>
      <Hits title={word('claims')} id="found-claims" count={claims.length}>
        {claims.slice(0, SHOWN_MAX).map((c) => (
          <li key={c.id}>
            <To
              path={c.document === null ? casePath(caseId, 'timeline') : casePath(caseId, 'reader', c.document)}
              change={{ claim: c.id }}
              row
            >
              <Marked text={`${c.subjectTitle} – ${property(c.property)} ${c.valueTitle}`} words={words} />
            </To>{' '}
            <small className="quiet">{c.speaker}</small>
            {c.quote === null ? null : (
              <blockquote>
                <Marked text={c.quote} words={words} />
              </blockquote>
            )}
          </li>
        ))}
      </Hits>
      <Hits title={word('documents')} id="found-documents" count={documents.length}>
        {documents.slice(0, SHOWN_MAX).map((d) => (
          <li key={d.id}>
            <To path={casePath(caseId, 'reader', d.id)} row>
              <Marked text={d.title} words={words} />
            </To>{' '}
            <small className="quiet">{d.publisher}</small>
          </li>
        ))}
      </Hits>
    </>
  )
}

function Hits({
  title,
  id,
  count,
  children,
}: {
  title: string
  id: string
  count: number
  children: ReactNode
}): ReactNode {
  if (count === 0) return null
  return (
    <Section title={`${title} (${count})`} id={id}>
      <ul className="plain">{children}</ul>
    </Section>
  )
}

/** The words found, marked where they stand as typed. */
function Marked({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  const lower = text.toLowerCase()
  const [at, length] = words.map((w) => [lower.indexOf(w), w.length] as const).find(([index]) => index >= 0) ?? [
    -1, 0,
  ]
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + length)}</mark>
      {text.slice(at + length)}
    </>
  )
}
