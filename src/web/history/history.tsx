/** Every act on a case, the newest first; what can be reversed is reversed by a new entry. */
import { type ReactNode, useState } from 'react'
import type { Body, Entry } from '../../record/index.ts'
import { field, reverseOf } from '../acts/build.ts'
import { useActor } from '../acts/desk.tsx'
import { useAnswer } from '../api.ts'
import { dateText } from '../ui/dates.ts'
import { Shown } from '../ui/parts.tsx'
import { Field, Sheet } from '../ui/sheet.tsx'
import { useLanguage, useProperty, type Word, useWords } from '../words.ts'

const kinds: Readonly<Record<Body['kind'], Word>> = {
  case: 'caseHeader',
  document: 'document',
  entity: 'entity',
  proceeding: 'proceeding',
  event: 'event',
  claim: 'claim',
  position: 'position',
  identity: 'identity',
  completeness: 'completeness',
  assessment: 'assessment',
  ruling: 'ruling',
  release: 'release',
  passage: 'passage',
}

/** The entry in a few words. */
function gist(body: Body, property: (name: string) => string): string {
  switch (body.kind) {
    case 'case':
      return body.case.title
    case 'document':
      return body.document.title
    case 'entity':
      return body.entity.name
    case 'proceeding':
      return body.proceeding.title
    case 'event':
      return body.event.title
    case 'claim':
      return `${body.claim.subject}: ${property(body.claim.property)} ${String(body.claim.value)}`
    case 'position': {
      const { subject, stance, because } = body.position
      return `${subject}: ${property(body.position.property)} – ${stance}. ${because}`
    }
    case 'identity':
      return `${body.identity.a} – ${body.identity.b}: ${body.identity.judgement}. ${body.identity.because}`
    case 'completeness':
      return `${body.completeness.of}, ${body.completeness.through}. ${body.completeness.because}`
    case 'assessment':
      return `${body.assessment.question}: ${body.assessment.answer}. ${body.assessment.reasons}`
    case 'ruling':
      return `${body.ruling.thing}: ${body.ruling.disclosure}. ${body.ruling.because}`
    case 'release':
      return `${body.release.paper} (${body.release.audience}): ${body.release.step}. ${body.release.because ?? ''}`
    case 'passage':
      return `${body.passage.paper}, ${body.passage.slot}: ${body.passage.text}`
  }
}

export function HistoryScreen({ caseId }: { caseId: string }): ReactNode {
  const word = useWords()
  const [undoing, setUndoing] = useState<Entry>()
  const loaded = useAnswer<{ acts: readonly Entry[] }>(`/api/cases/${encodeURIComponent(caseId)}/acts`)
  return (
    <>
      <p className="quiet">
        {word('historyMeans')} {word('undoMeans')}
      </p>
      <Shown loaded={loaded}>
        {({ acts }) => (
          <ol className="plain history">
            {acts.map((entry) => (
              <Line key={entry.sequence} entry={entry} onUndo={setUndoing} />
            ))}
          </ol>
        )}
      </Shown>
      {undoing === undefined ? null : (
        <Undo caseId={caseId} entry={undoing} onClose={() => setUndoing(undefined)} />
      )}
    </>
  )
}

function Line({ entry, onUndo }: { entry: Entry; onUndo: (entry: Entry) => void }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const property = useProperty()
  const reversible = reverseOf(entry.body, '', { name: '', day: '' }) !== undefined
  return (
    <li data-row tabIndex={0}>
      <strong>{word(kinds[entry.body.kind])}</strong> {gist(entry.body, property)}{' '}
      <small className="quiet">
        {entry.by}, {dateText(entry.recorded.slice(0, 16), language)} UTC
      </small>{' '}
      {reversible ? (
        <button type="button" onClick={() => onUndo(entry)}>
          {word('undo')}
        </button>
      ) : null}
    </li>
  )
}

function Undo({ caseId, entry, onClose }: { caseId: string; entry: Entry; onClose: () => void }): ReactNode {
  const word = useWords()
  const property = useProperty()
  const actor = useActor()
  return (
    <Sheet
      title={word('undo')}
      caseId={caseId}
      draft={`undo ${entry.sequence}`}
      onClose={onClose}
      bodies={(data) => {
        const reverse = reverseOf(entry.body, field(data, 'because'), actor)
        return reverse === undefined ? [] : [reverse]
      }}
    >
      <p className="asked">{gist(entry.body, property)}</p>
      <p className="quiet">{word('undoMeans')}</p>
      <Field label={word('because')}>
        <textarea name="because" rows={3} required maxLength={2000} />
      </Field>
    </Sheet>
  )
}
