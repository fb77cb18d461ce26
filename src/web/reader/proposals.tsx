/** What a document proposes, for a person to decide: each proposal with its words and what accepting would enter. */
import { type ReactNode } from 'react'
import type { ProposalsAnswer } from '../../casework/index.ts'
import type { ClaimPreset } from '../acts/forms.tsx'
import { type Loaded, useAnswer } from '../api.ts'
import { casePath, useRoute } from '../route.ts'
import { askedQuery } from '../shell/asked.ts'
import { dateText } from '../ui/dates.ts'
import { Refused, To } from '../ui/parts.tsx'
import { useLanguage, useWords } from '../words.ts'
import { type Deciding, useDeciding } from './deciding.ts'
import { KindOf, type Proposal } from './kinds.tsx'
import { ProposalRow } from './proposal-row.tsx'
import { proposalsPath, type Said, SaidFields, saidQuery } from './said.tsx'

/** The proposals of a document; not asked for where it has no text or the desk is not who looks. */
export function useProposals(
  caseId: string,
  document: string,
  said: Said,
  wanted: boolean,
): Loaded<ProposalsAnswer> {
  const route = useRoute()
  return useAnswer<ProposalsAnswer>(
    wanted
      ? `/api/cases/${encodeURIComponent(caseId)}/${proposalsPath(document)}/proposals?${askedQuery(route, saidQuery(said))}`
      : undefined,
  )
}

interface ProposalsProps {
  readonly caseId: string
  readonly document: string
  readonly loaded: Loaded<ProposalsAnswer>
  readonly said: Said
  /** Whether the record says who published it, and when. */
  readonly known: { readonly publisher: boolean; readonly date: boolean }
  readonly onSaid: (said: Said) => void
  readonly onByHand: (preset: ClaimPreset) => void
  readonly chosen: string | null
}

export function Proposals(props: ProposalsProps): ReactNode {
  const { caseId, document, loaded, said, known, onSaid } = props
  const word = useWords()
  const deciding = useDeciding(caseId, document, said)
  if (loaded.state === 'failed') return <Refused problem={loaded.problem} />
  if (loaded.value === undefined)
    return (
      <p className="loading" role="status">
        {word('loading')}
      </p>
    )
  const { proposals, decided } = loaded.value
  const waiting = proposals.filter(({ state }) => state === 'waiting')
  return (
    <section aria-labelledby="proposals-title" className="proposals">
      <h2 id="proposals-title">
        {word('proposals')}{' '}
        <small className="quiet">
          {waiting.length} {word(waiting.length === 1 ? 'waitsOne' : 'wait')}
          {decided === 0 ? null : ` · ${decided} ${word('decidedCount')}`}
        </small>
      </h2>
      <p className="quiet small">{word('proposalsMean')}</p>
      <SaidFields said={said} known={known} onSaid={onSaid} />
      <Day answer={loaded.value} />
      <Copies caseId={caseId} document={document} />
      <DecisionSaid deciding={deciding} />
      {waiting.length === 0 ? <p>{word('noneWait')}</p> : null}
      <ul className="claims">
        {waiting.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            caseId={caseId}
            proposal={proposal}
            chosen={proposal.id === props.chosen}
            deciding={deciding}
          />
        ))}
      </ul>
      <Others proposals={proposals.filter(({ state }) => state !== 'waiting')} {...props} />
    </section>
  )
}

/** What became of the last decision, and the way back. */
function DecisionSaid({ deciding }: { deciding: Deciding }): ReactNode {
  const word = useWords()
  const { told, problem } = deciding
  return (
    <>
      <div role="status" className="told">
        {told === undefined ? null : (
          <>
            {word(told)}{' '}
            {deciding.undo === undefined ? null : (
              <button type="button" data-undo onClick={deciding.undo}>
                {word('undo')} <kbd>u</kbd>
              </button>
            )}
          </>
        )}
      </div>
      {problem === undefined ? null : (
        <>
          <Refused problem={problem} />
          {problem.problem === 'conflict' ? (
            <p>
              <button type="button" onClick={deciding.showNew}>
                {word('showNew')}
              </button>
            </p>
          ) : null}
        </>
      )}
    </>
  )
}

function Day({ answer: { day } }: { answer: ProposalsAnswer }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  return (
    <p className="quiet small">
      {day === null ? word('dayMissing') : `${word('dayCounted')} ${dateText(day.date, language)}.`}
    </p>
  )
}

interface CopiesAnswer {
  readonly copies: readonly { readonly of: string; readonly title: string; readonly share: number }[]
}

/** Papers that this one seems to repeat; asked for apart, so that nothing waits for it. */
function Copies({ caseId, document }: { caseId: string; document: string }): ReactNode {
  const word = useWords()
  const route = useRoute()
  const loaded = useAnswer<CopiesAnswer>(
    `/api/cases/${encodeURIComponent(caseId)}/${proposalsPath(document)}/copies?${askedQuery(route)}`,
  )
  return (loaded.value?.copies ?? []).map(({ of, title, share }) => (
    <p key={of} className="moved">
      {word('seemsCopy')} <To path={casePath(caseId, 'reader', of)}>{title}</To>: {Math.round(share * 100)} %{' '}
      {word('copyMeans')}.
    </p>
  ))
}

/** What cannot be entered, or stands in the record already: there to be seen, out of the way. */
function Others({ proposals, document, onByHand }: ProposalsProps & { proposals: readonly Proposal[] }): ReactNode {
  const word = useWords()
  const groups = [
    { title: word('alreadyClaimed'), list: proposals.filter(({ state }) => state === 'claimed'), byHand: false },
    { title: word('alsoNoticed'), list: proposals.filter(({ state }) => state === 'nothing'), byHand: true },
  ]
  return groups.map(({ title, list, byHand }) =>
    list.length === 0 ? null : (
      <details key={title} className="others">
        <summary data-row>
          {title} ({list.length})
        </summary>
        <ul className="plain small">
          {list.map((one) => (
            <li key={one.id} id={`claim-${one.id}`}>
              <KindOf proposal={one} /> “{one.words.text}”{' '}
              {byHand ? (
                <button
                  type="button"
                  onClick={() => onByHand({ document, quote: one.words.text, start: one.words.start })}
                >
                  {word('addByHand')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    ),
  )
}
