/** Beneath the paper: what the chosen sentence rests on, and the way to the words themselves. */
import { type ReactNode, type Ref } from 'react'
import { casePath, leaving } from '../route.ts'
import { dateText } from '../ui/dates.ts'
import { To } from '../ui/parts.tsx'
import { useLanguage, useProperty, useWords } from '../words.ts'
import { type Drafted, originWords, type Sentence } from './asked.ts'

interface LensProps {
  readonly caseId: string
  readonly draft: Drafted
  readonly sentence: Sentence | undefined
  readonly place: Ref<HTMLElement>
  readonly onRule: (claim: string) => void
}

export function Lens({ caseId, draft, sentence, place, onRule }: LensProps): ReactNode {
  const word = useWords()
  return (
    <section className="lens" aria-label={word('thisSentence')} ref={place} tabIndex={-1}>
      {sentence === undefined ? (
        <p className="quiet">{word('pickSentence')}</p>
      ) : (
        <>
          <p aria-live="polite">
            <strong>{word('thisSentence')}:</strong> {word(originWords[sentence.origin])}.{' '}
            {sentence.claims.length === 0 && sentence.origin !== 'law' ? word('noSource') : null}
          </p>
          <Sources caseId={caseId} draft={draft} sentence={sentence} onRule={onRule} />
          <Attached draft={draft} sentence={sentence} />
        </>
      )}
    </section>
  )
}

function Sources({
  caseId,
  draft,
  sentence,
  onRule,
}: Omit<LensProps, 'place'> & { sentence: Sentence }): ReactNode {
  const word = useWords()
  const property = useProperty()
  const language = useLanguage()
  const numbers = new Map(draft.paper.sources.map(({ document, number }) => [document, number]))
  // In the order of the footnotes; what has none stands at the end.
  const claims = draft.claims
    .filter(({ id }) => sentence.claims.includes(id))
    .map((claim) => ({ claim, number: numbers.get(claim.document) }))
    .toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity))
  return (
    <ul className="plain">
      {claims.map(({ claim, number }) => (
        <li key={claim.id}>
          {number === undefined ? null : <sup>{number} </sup>}
          <strong>{claim.speaker}</strong>: {dateText(claim.subject, language)} ({property(claim.property)}){' '}
          {claim.quote === null ? null : <q>{claim.quote}</q>}{' '}
          <To path={casePath(caseId, 'reader', claim.document)} change={{ ...leaving, claim: claim.id }}>
            {word('readWords')}
          </To>{' '}
          <button type="button" className="why" onClick={() => onRule(claim.id)}>
            {word('whoMaySee')}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Attached({ draft, sentence }: { draft: Drafted; sentence: Sentence }): ReactNode {
  const word = useWords()
  const exhibits = draft.paper.exhibits.filter(({ number }) => sentence.exhibits.includes(number))
  if (exhibits.length === 0) return null
  return (
    <p className="small">
      {exhibits.map(({ number, title }) => `${word('exhibit')} ${number}: ${title}`).join(' · ')}
    </p>
  )
}
