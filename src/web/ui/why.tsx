/** Any conclusion, opened: norm, evidence, exceptions looked at, and what would settle it. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { WhyAnswer, WhyStep } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { casePath, go, useRoute } from '../route.ts'
import { useWords } from '../words.ts'
import { askedQuery } from '../shell/asked.ts'
import { dateText } from './dates.ts'
import { Shown, To } from './parts.tsx'
import { statusText, valueText } from './values.ts'

/** Opens the reasons for a conclusion beside the page. */
export function WhyLink({ id, about }: { id: string; about?: string }): ReactNode {
  const word = useWords()
  return (
    <button
      type="button"
      className="why"
      aria-haspopup="dialog"
      aria-label={about === undefined ? word('why') : `${word('why')}: ${about}`}
      onClick={() => go(window.location.pathname, { why: id }, true)}
    >
      {word('why')} <span aria-hidden="true">▸</span>
    </button>
  )
}

export function WhyPanel({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const id = route.query.get('why')
  const dialog = useRef<HTMLDialogElement>(null)
  const loaded = useAnswer<WhyAnswer>(
    id === null
      ? undefined
      : `/api/cases/${encodeURIComponent(caseId)}/why/${encodeURIComponent(id)}?${askedQuery(route)}`,
  )
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (id !== null && !element.open) element.showModal()
    if (id === null && element.open) element.close()
  }, [id])
  const shut = (): void => go(window.location.pathname, { why: undefined }, true)
  return (
    <dialog
      ref={dialog}
      className="panel"
      aria-labelledby="why-title"
      onClose={() => {
        if (id !== null) shut()
      }}
    >
      <button type="button" className="panel-close" onClick={shut}>
        {word('close')} <kbd>Esc</kbd>
      </button>
      {id === null ? null : (
        <Shown loaded={loaded}>{(answer) => <Reasons answer={answer} caseId={caseId} />}</Shown>
      )}
    </dialog>
  )
}

function Reasons({ answer, caseId }: { answer: WhyAnswer; caseId: string }): ReactNode {
  const word = useWords()
  const language = useRoute().query.get('lang') ?? 'en'
  return (
    <>
      <h2 id="why-title">{answer.title}</h2>
      <p>
        <strong>{valueText(answer.value, language)}</strong>
        {answer.status === null ? null : <> · {statusText(answer.status, language)}</>} ·{' '}
        <To
          path={casePath(
            caseId,
            'law',
            answer.conclusion.replace(/\.(?:open|opened|pending|lapsed|binds|applies|running)$/, ''),
          )}
          change={{ why: undefined }}
        >
          {word('openLaw')}
        </To>
      </p>
      <h3>{word('follows')}</h3>
      <ul className="reasons">
        {answer.because.parts.map((part, index) => (
          <Step key={index} step={part} above={answer.title} />
        ))}
      </ul>
      {answer.settledBy.length === 0 ? null : (
        <>
          <h3>{word('settle')}</h3>
          <ul>
            {answer.settledBy.map((set, index) => (
              <li key={index}>
                {set.facts.join('; ')} → <strong>{valueText(set.result, language)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <Grounds claims={answer.claims} caseId={caseId} />
    </>
  )
}

/** The claims and answers that the conclusion rests on. */
function Grounds({ claims, caseId }: { claims: WhyAnswer['claims']; caseId: string }): ReactNode {
  const word = useWords()
  const language = useRoute().query.get('lang') ?? 'en'
  if (claims.length === 0) return null
  return (
    <>
      <h3>{word('evidenceFor')}</h3>
      <ul className="claims">
        {claims.map((claim) => (
          <li key={claim.id} id={`claim-${claim.id}`}>
            <strong>{claim.speaker}</strong>
            {claim.said === null ? null : <>, {dateText(claim.said, language === 'es' ? 'es' : 'en')}</>}:{' '}
            {claim.what}
            {claim.words === null ? null : <blockquote>{claim.words}</blockquote>}
            {claim.document === '' ? null : (
              <small>
                {claim.documentId === null ? (
                  claim.document
                ) : (
                  <To
                    path={casePath(caseId, 'reader', claim.documentId)}
                    change={{ why: undefined, claim: claim.id }}
                  >
                    {claim.document}
                  </To>
                )}
                {claim.address === null ? null : <> · {claim.address}</>}
              </small>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Step({ step, above }: { step: WhyStep; above: string }): ReactNode {
  const word = useWords()
  const language = useRoute().query.get('lang') ?? 'en'
  if (step.text === above && step.parts.length > 0)
    return (
      <>
        {step.parts.map((part, index) => (
          <Step key={index} step={part} above={above} />
        ))}
      </>
    )
  const role =
    step.role === 'exception'
      ? word('exception')
      : step.role === 'against'
        ? word('against')
        : step.role === 'any'
          ? word('anyOf')
          : undefined
  return (
    <li className={`step step-${step.value}`}>
      {role === undefined ? null : <em>{role}: </em>}
      {step.role === 'any' ? null : step.text} <strong>{valueText(step.value, language)}</strong>
      {step.because === undefined ? null : <small> ({step.because})</small>}
      {step.norms.length === 0 ? null : (
        <small className="norms" translate="no">
          {step.norms.join('; ')}
        </small>
      )}
      {step.parts.length === 0 ? null : (
        <ul>
          {step.parts.map((part, index) => (
            <Step key={index} step={part} above={step.text} />
          ))}
        </ul>
      )}
    </li>
  )
}
