/** Claims as a reader weighs them: who says what, where, in which words, and what the team holds of it. */
import { type ReactNode, useState } from 'react'
import type { ClaimLine } from '../../casework/index.ts'
import type { PositionAsked } from '../acts/build.ts'
import { ClaimForm } from '../acts/forms.tsx'
import { PositionForm } from '../acts/judgements.tsx'
import { casePath } from '../route.ts'
import { useLanguage, useProperty, type Word, useWords } from '../words.ts'
import { dateText } from './dates.ts'
import { Badge, To } from './parts.tsx'

export type Claim = typeof ClaimLine._output

const stances: Readonly<Record<string, Word>> = {
  accepted: 'accepted',
  preferred: 'preferred',
  contested: 'stanceContested',
  refused: 'refused',
}

export function ClaimList({ caseId, claims }: { caseId: string; claims: readonly Claim[] }): ReactNode {
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.id} id={`claim-${claim.id}`}>
          <ClaimText claim={claim} caseId={caseId} />
        </li>
      ))}
    </ul>
  )
}

/** What is done with a claim from where it is read. */
export type ClaimAct = 'accept' | 'correct' | 'refuse'

export function ClaimText({
  claim,
  caseId,
  withoutDocument,
}: {
  claim: Claim
  caseId: string
  withoutDocument?: boolean
}): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  return (
    <>
      <p className="claim-line">
        <strong>{claim.speaker}</strong>
        {claim.said === null ? null : <>, {dateText(claim.said, language)}</>}
        {claim.accordingTo === null ? null : (
          <>
            {' '}
            ({word('hearsay')} {claim.accordingTo})
          </>
        )}
        : {claim.denied ? <em>{word('denies')}: </em> : null}
        {withoutDocument === true ? <>{claim.subjectTitle} – </> : null}
        {property(claim.property)}{' '}
        <strong>{claim.value === 'true' ? '' : dateText(claim.valueTitle, language)}</strong>{' '}
        <Badge state={claim.stance ?? 'proposed'}>{word(stances[claim.stance ?? ''] ?? 'proposed')}</Badge>
        {claim.disclosure === 'public' ? null : (
          <>
            {' '}
            <Badge state="unknown">{word('notPublic')}</Badge>
          </>
        )}
      </p>
      {claim.quote === null ? null : <blockquote>{claim.quote}</blockquote>}
      <p className="quiet small">
        {word('learned')} {dateText(claim.learned, language)}
        {withoutDocument === true || claim.document === null ? null : (
          <>
            {' · '}
            <To path={casePath(caseId, 'reader', claim.document)} change={{ claim: claim.id, why: undefined }}>
              {word('document')}
            </To>
          </>
        )}
        {claim.grade === null ? null : <> · {claim.grade}</>}
        {claim.inferred === null ? null : <> · {claim.inferred}</>}
        {claim.note === null ? null : <> · {claim.note}</>}
      </p>
      <ClaimActs claim={claim} caseId={caseId} />
    </>
  )
}

function ClaimActs({ claim, caseId }: { claim: Claim; caseId: string }): ReactNode {
  const word = useWords()
  const [doing, setDoing] = useState<ClaimAct>()
  const close = (): void => setDoing(undefined)
  const asked = (stance: PositionAsked['stance']): PositionAsked => ({
    subject: claim.subject,
    property: claim.property,
    claims: [claim.id],
    stance,
  })
  return (
    <p className="claim-acts">
      {(['accept', 'correct', 'refuse'] as const).map((name) => (
        <button key={name} type="button" data-act={name} onClick={() => setDoing(name)}>
          {word(name)}
        </button>
      ))}
      {doing === 'accept' ? (
        <PositionForm caseId={caseId} onClose={close} asked={asked('accepted')} title={word('accept')} />
      ) : null}
      {doing === 'refuse' ? (
        <PositionForm caseId={caseId} onClose={close} asked={asked('refused')} title={word('refuse')} />
      ) : null}
      {doing === 'correct' ? (
        <ClaimForm
          caseId={caseId}
          onClose={close}
          preset={{
            subject: claim.subject,
            property: claim.property,
            value: claim.value,
            ...(claim.document === null ? {} : { document: claim.document }),
            ...(claim.quote === null ? {} : { quote: claim.quote }),
            ...(claim.start === null ? {} : { start: claim.start }),
          }}
        />
      ) : null}
    </p>
  )
}
