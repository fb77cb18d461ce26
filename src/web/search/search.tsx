/** Words looked for in documents, claims, names and events, over what was known on the day shown. */
import { type ReactNode, useEffect, useState } from 'react'
import type { SearchAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { casePath, go, leaving, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { dateText } from '../ui/dates.ts'
import { Refused, Section, To } from '../ui/parts.tsx'
import { useLanguage, useWords, type Word } from '../words.ts'

type Hit = SearchAnswer['hits'][number]

const LETTERS_MIN = 2
/** Typing pauses this long before words are looked for. */
const PAUSE_MILLISECONDS = 150

/** Where to look, as the address has it. */
const places: readonly (readonly [field: string, word: Word])[] = [
  ['', 'everywhere'],
  ['text', 'inTexts'],
  ['title', 'inTitles'],
  ['quote', 'inQuotes'],
  ['name', 'inNames'],
  ['event', 'inEvents'],
]

/** What is looked for stands in the address, so that a search can be kept and shared. */
const asked = ['words', 'field', 'from', 'to', 'exact'] as const
type Asked = Partial<Record<(typeof asked)[number], string>>

export function SearchScreen({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const { query } = useRoute()
  const [typed, setTyped] = useState(query.get('words') ?? '')
  const change = (more: Asked): void => go(window.location.pathname, more, true)
  useEffect(() => {
    if (typed.trim() === (query.get('words') ?? '')) return undefined
    const later = window.setTimeout(() => change({ words: typed.trim() }), PAUSE_MILLISECONDS)
    return () => window.clearTimeout(later)
  }, [typed, query])
  const words = query.get('words') ?? ''
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
      <Filters asked={query} onChange={change} />
      {words.length < LETTERS_MIN ? <p className="quiet">{word('searchHelp')}</p> : <Found caseId={caseId} />}
    </>
  )
}

function Filters({
  asked: query,
  onChange,
}: {
  asked: URLSearchParams
  onChange: (more: Asked) => void
}): ReactNode {
  const word = useWords()
  return (
    <div className="filters">
      <label>
        {word('searchWhere')}{' '}
        <select value={query.get('field') ?? ''} onChange={(event) => onChange({ field: event.target.value })}>
          {places.map(([field, name]) => (
            <option key={field} value={field}>
              {word(name)}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {word(name === 'from' ? 'sinceDay' : 'untilDay')}{' '}
          <input
            type="date"
            value={query.get(name) ?? ''}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={query.get('exact') === 'yes'}
          onChange={(event) => onChange({ exact: event.target.checked ? 'yes' : '' })}
        />{' '}
        {word('exactly')}
      </label>
    </div>
  )
}

/** The kinds of hits, in the order in which they stand. */
const groups: readonly {
  readonly id: string
  readonly title: Word
  readonly holds: (hit: Hit) => boolean
}[] = [
  { id: 'found-documents', title: 'documents', holds: ({ kind }) => kind === 'document' },
  { id: 'found-claims', title: 'claims', holds: ({ kind }) => kind === 'claim' },
  { id: 'found-events', title: 'timeline', holds: ({ kind }) => kind === 'event' },
  { id: 'found-people', title: 'people', holds: ({ kind }) => kind === 'person' || kind === 'entity' },
]

function Found({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const route = useRoute()
  const more = Object.fromEntries(
    asked.flatMap((name) => {
      const value = route.query.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  )
  const loaded = useAnswer<SearchAnswer>(
    `/api/cases/${encodeURIComponent(caseId)}/search?${askedQuery(route, more)}`,
  )
  if (loaded.state === 'failed') return <Refused problem={loaded.problem} />
  const hits = loaded.value?.hits ?? []
  return (
    <div className={loaded.state === 'loading' ? 'stale' : undefined} aria-busy={loaded.state === 'loading'}>
      <p role="status" className="quiet">
        {loaded.value === undefined
          ? word('loading')
          : hits.length === 0
            ? word('nothingFound')
            : `${hits.length} ${word('found')}. ${loaded.value.more ? word('moreHits') : ''}`}
      </p>
      {groups.map(({ id, title, holds }) => {
        const here = hits.filter(holds)
        return here.length === 0 ? null : (
          <Section key={id} title={`${word(title)} (${here.length})`} id={id}>
            <ul className="plain">
              {here.map((hit) => (
                <HitLine key={`${hit.kind} ${hit.id} ${hit.field} ${hit.page}`} hit={hit} caseId={caseId} />
              ))}
            </ul>
          </Section>
        )
      })}
    </div>
  )
}

/** What it is, where it leads, and the words around what was found. */
function HitLine({ hit, caseId }: { hit: Hit; caseId: string }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const { path, change } = leadsTo(hit, caseId)
  return (
    <li>
      <To path={path} change={{ ...leaving, ...change }} row>
        {hit.kind === 'claim' ? dateText(hit.title, language) : hit.title}
      </To>
      {hit.field === 'text' && hit.page > 1 ? (
        <small className="quiet">
          {' '}
          {word('onPage')} {hit.page}
        </small>
      ) : null}
      {hit.snippet === hit.title ? null : (
        <blockquote>
          <Marked text={hit.snippet} marks={hit.marks} />
        </blockquote>
      )}
    </li>
  )
}

/** A hit in a text leads to its words; a claim to its words in the document. */
function leadsTo(
  { kind, id, field, document, start, end }: Hit,
  caseId: string,
): { readonly path: string; readonly change: Readonly<Record<string, string | undefined>> } {
  if (kind === 'document' && field === 'text')
    return { path: casePath(caseId, 'reader', id), change: { place: `${start}-${end}` } }
  if (kind === 'document') return { path: casePath(caseId, 'reader', id), change: {} }
  if (kind === 'claim' && document !== null)
    return { path: casePath(caseId, 'reader', document), change: { claim: id } }
  return { path: casePath(caseId, kind === 'person' || kind === 'entity' ? 'people' : 'timeline'), change: {} }
}

/** The words found, marked where they stand. */
function Marked({ text, marks }: { text: string; marks: Hit['marks'] }): ReactNode {
  const cuts = marks.toSorted(([a], [b]) => a - b)
  return (
    <>
      {cuts.map(([start, end], index) => (
        <span key={start}>
          {text.slice(cuts[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(cuts.at(-1)?.[1] ?? 0)}
    </>
  )
}
