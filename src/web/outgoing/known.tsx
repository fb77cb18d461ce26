/** Beside the paper: what its author must know before anybody asks for its release. */
import { type ReactNode } from 'react'
import { Badge, Section } from '../ui/parts.tsx'
import { type Word, useWords } from '../words.ts'
import type { Drafted } from './asked.ts'

interface Writing {
  readonly draft: Drafted
  readonly onWrite: (slot: string) => void
}

export function Missing({ draft, onWrite }: Writing): ReactNode {
  const word = useWords()
  return (
    <Section title={`${word('missingTitle')} (${draft.gaps.length})`} id="gaps">
      {draft.gaps.length === 0 ? <p className="quiet">{word('missingNothing')}</p> : null}
      <ul className="plain">
        {draft.gaps.map(({ field, title, why, todo, weight }) => {
          const slot = draft.written.find((one) => one.slot === field)
          return (
            <li key={field}>
              <Badge state={weight === 'required' ? 'warning' : 'unknown'}>
                {word(weight === 'required' ? 'gapRequired' : 'gapWanted')}
              </Badge>{' '}
              <strong>{title}</strong>. {why}{' '}
              <span className="todo">
                {word('howToGoOn')}: {todo}
              </span>{' '}
              {slot === undefined ? null : (
                <button type="button" data-write={slot.slot} onClick={() => onWrite(slot.slot)}>
                  {word('writePart')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

export function ChangedSince({ draft, onWrite }: Writing): ReactNode {
  const word = useWords()
  if (draft.changed.length === 0) return null
  return (
    <Section title={word('changedTitle')} id="changed">
      <ul className="plain">
        {draft.changed.map(({ slot, insertion, was, is }) => (
          <li key={`${slot} ${insertion}`}>
            {word('changedWas')} <q>{was}</q>; {is === null ? word('changedGone') : word('changedIs')}{' '}
            {is === null ? null : <q>{is}</q>} <small className="quiet">{insertion}</small>{' '}
            <button type="button" onClick={() => onWrite(slot)}>
              {word('changePart')}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Every part that a person writes, those that stand empty and need not be filled too. */
export function WrittenParts({ draft, onWrite }: Writing): ReactNode {
  const word = useWords()
  if (draft.written.length === 0) return null
  const strange = draft.written.flatMap(({ slot, unsourced }) => unsourced.map((one) => ({ slot, ...one })))
  return (
    <Section title={word('writtenTitle')} id="written">
      <ul className="plain">
        {draft.written.map(({ slot, heading, text, by }) => (
          <li key={slot}>
            {heading} <small className="quiet">({slot})</small>:{' '}
            {text === null ? (
              <Badge state="unknown">{word('notWritten')}</Badge>
            ) : (
              <span className="quiet">
                {word('writtenBy')} {by}
              </span>
            )}{' '}
            <button type="button" onClick={() => onWrite(slot)}>
              {word(text === null ? 'writePart' : 'changePart')}
              <span className="quiet-title">: {slot}</span>
            </button>
          </li>
        ))}
      </ul>
      {strange.length === 0 ? null : (
        <>
          <h3>{word('unsourcedTitle')}</h3>
          <p className="quiet small">{word('unsourcedHelp')}</p>
          <ul className="plain">
            {strange.map(({ slot, text }) => (
              <li key={`${slot} ${text}`}>
                <strong>{text}</strong> <small className="quiet">({slot})</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const partWords: Readonly<Record<Drafted['identified'][number]['parts'][number], Word>> = {
  subject: 'partSubject',
  speaker: 'partSpeaker',
  origin: 'partOrigin',
  mentioned: 'partMentioned',
}

const appearanceWords: Readonly<Record<Drafted['identified'][number]['as'], Word>> = {
  named: 'asNamed',
  described: 'asDescribed',
  unnamed: 'asUnnamed',
}

export function Identified({ draft: { identified } }: Pick<Writing, 'draft'>): ReactNode {
  const word = useWords()
  return (
    <Section title={word('identifiedTitle')} id="identified">
      {identified.length === 0 ? <p className="quiet">{word('identifiedNobody')}</p> : null}
      <ul className="plain">
        {identified.map(({ name, as, parts, statements, caution }) => (
          <li key={name}>
            <strong>{name}</strong>{' '}
            <Badge state={as === 'described' ? 'contested' : 'open'}>{word(appearanceWords[as])}</Badge>{' '}
            <span className="quiet small">
              {parts.map((part) => word(partWords[part])).join(', ')} · {statements}{' '}
              {word(statements === 1 ? 'statementsOne' : 'statementsCount')}
            </span>
            {caution ? <p className="small">{word('fewCaution')}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function HeldBack({
  draft: { heldBack },
  onRule,
}: Pick<Writing, 'draft'> & { onRule: () => void }): ReactNode {
  const word = useWords()
  return (
    <Section title={`${word('heldBackTitle')} (${heldBack.length})`} id="held-back">
      {heldBack.length === 0 ? (
        <p className="quiet">{word('heldBackNothing')}</p>
      ) : (
        <p className="quiet small">{word('heldBackWhy')}</p>
      )}
      <ul className="lines">
        {heldBack.map((title, index) => (
          <li key={`${index} ${title}`}>{title}</li>
        ))}
      </ul>
      <p>
        <button type="button" data-rule onClick={onRule}>
          {word('decideDisclosure')}
        </button>
      </p>
    </Section>
  )
}
