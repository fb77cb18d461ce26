/** The law as it is loaded: every norm, how it was checked, its versions. */
import { type ReactNode, useState } from 'react'
import type { LawItem, LawItemWhole } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { Badge, Shown, To } from '../ui/parts.tsx'
import { useWords, type Word } from '../words.ts'

type Item = ReturnType<typeof LawItem.parse>

/** Lines drawn at once; the filter narrows the rest. */
const SHOWN_MAX = 150

export function LawScreen({ caseId }: { caseId: string }): ReactNode {
  const { item } = useRoute()
  return item === undefined ? <LawList caseId={caseId} /> : <Norm caseId={caseId} id={item} key={item} />
}

const lawPath = (caseId: string, id: string): string =>
  caseId === '' ? `/law/${encodeURIComponent(id)}` : casePath(caseId, 'law', id)

function useLang(): string {
  const lang = useRoute().query.get('lang')
  return lang === null ? '' : `?lang=${lang}`
}

function LawList({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const [filter, setFilter] = useState('')
  const [kind, setKind] = useState('')
  const [unverified, setUnverified] = useState(false)
  const loaded = useAnswer<{ items: readonly Item[] }>(`/api/law${useLang()}`)
  const wanted = filter.toLowerCase()
  const matches = (item: Item): boolean =>
    (kind === '' || item.kind === kind) &&
    (!unverified || item.checked.includes('unverified')) &&
    `${item.title} ${item.id} ${item.pack}`.toLowerCase().includes(wanted)
  return (
    <Shown loaded={loaded}>
      {({ items }) => {
        const found = items.filter(matches)
        return (
          <>
            <form className="filters" onSubmit={(event) => event.preventDefault()}>
              <label>
                {word('filter')}{' '}
                <input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
              </label>
              <label>
                {word('kind')}{' '}
                <select value={kind} onChange={(event) => setKind(event.target.value)}>
                  <option value="">{word('all')}</option>
                  {[...new Set(items.map((item) => item.kind))].map((name) => (
                    <option key={name} value={name}>
                      {word(kindWords[name] ?? 'kind')}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={unverified}
                  onChange={(event) => setUnverified(event.target.checked)}
                />{' '}
                {word('onlyUnverified')}
              </label>
              <span className="quiet" role="status">
                {Math.min(found.length, SHOWN_MAX)} {word('shownOf')} {found.length}
              </span>
            </form>
            <LawTable items={found.slice(0, SHOWN_MAX)} caseId={caseId} />
          </>
        )
      }}
    </Shown>
  )
}

const kindWords: Readonly<Record<string, Word>> = {
  instrument: 'lawInstrument',
  track: 'lawTrack',
  stage: 'lawStage',
  remedy: 'lawRemedy',
  term: 'lawTerm',
  rule: 'lawRule',
  duty: 'lawDuty',
  bar: 'lawBar',
  point: 'lawPoint',
  assertion: 'lawAssertion',
  precedent: 'lawPrecedent',
  test: 'lawTest',
  body: 'lawBody',
  calendar: 'lawCalendar',
}

function Kind({ name }: { name: string }): ReactNode {
  const word = useWords()
  const known = kindWords[name]
  return known === undefined ? name : word(known)
}

function LawTable({ items, caseId }: { items: readonly Item[]; caseId: string }): ReactNode {
  const word = useWords()
  return (
    <table className="wide">
      <thead>
        <tr>
          <th scope="col">{word('title')}</th>
          <th scope="col">{word('kind')}</th>
          <th scope="col">{word('checked')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.kind} ${item.id} ${item.place}`}>
            <td>
              <To path={lawPath(caseId, item.id)} row>
                {item.title === '' ? item.id : item.title}
              </To>
              <br />
              <small className="quiet">{item.id}</small>
            </td>
            <td>
              <Kind name={item.kind} />
            </td>
            <td>
              <Checked checked={item.checked} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Checked({ checked }: { checked: readonly string[] }): ReactNode {
  const word = useWords()
  return (
    <>
      {checked.map((how) => (
        <Badge key={how} state={how === 'unverified' ? 'warning' : how === 'official' ? 'open' : 'plain'}>
          {how === 'unverified' || how === 'official' || how === 'secondary' ? word(how) : how}
        </Badge>
      ))}
    </>
  )
}

function Norm({ id, caseId }: { id: string; caseId: string }): ReactNode {
  const word = useWords()
  const loaded = useAnswer<{ versions: readonly LawItemWhole[] }>(`/api/law/${encodeURIComponent(id)}${useLang()}`)
  return (
    <>
      <p>
        <To path={caseId === '' ? '/law' : casePath(caseId, 'law')}>{word('allLaw')}</To>
      </p>
      <Shown loaded={loaded}>
        {({ versions }) => (
          <>
            {versions.length > 1 ? (
              <p className="quiet">
                {versions.length} {word('versions')}
              </p>
            ) : null}
            {versions.map((version) => (
              <Version key={`${version.kind} ${version.place}`} version={version} />
            ))}
          </>
        )}
      </Shown>
    </>
  )
}

function Version({ version }: { version: LawItemWhole }): ReactNode {
  const word = useWords()
  const { from, until } = version.block
  return (
    <article className="norm">
      <h2>{version.title === '' ? version.id : version.title}</h2>
      <p>
        <Checked checked={version.checked} />{' '}
        <span className="quiet">
          <Kind name={version.kind} /> · {version.id} · {version.place}
          {typeof from === 'string' ? <> · ≥ {from}</> : null}
          {typeof until === 'string' ? <> · ≤ {until}</> : null}
        </span>
      </p>
      {version.norms.map((norm) => (
        <p key={norm} translate="no">
          {norm}
        </p>
      ))}
      <Prose text={version.prose} />
      <details>
        <summary>{word('ruleAsData')}</summary>
        <pre>{JSON.stringify(version.block, null, 2)}</pre>
      </details>
    </article>
  )
}

/** What a pack says in its text, which is English: paragraphs as it has them, lines broken where the page ends. */
const Prose = ({ text }: { text: string }): ReactNode =>
  text
    .trim()
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph, index) => (
      <p key={index} lang="en">
        {paragraph}
      </p>
    ))
