import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { field, newId } from '../acts/build.ts'
import { useActor } from '../acts/desk.tsx'
import { act, ApiError, type Problem } from '../api.ts'
import type { Body } from '../../record/index.ts'
import { casePath, go } from '../route.ts'
import { Refused } from '../ui/parts.tsx'
import { Field } from '../ui/sheet.tsx'
import { useWords } from '../words.ts'

/** A case begins with a name, two States and the desk that keeps it. */
function caseBodies(data: FormData, actor: { name: string; day: string }, caseId: string): readonly Body[] {
  const name = field(data, 'person')
  const person = newId(name)
  const keeper = newId(actor.name)
  const note = newId('opening-note')
  const fact = (property: string, value: string): readonly Body[] =>
    value === ''
      ? []
      : [
          {
            kind: 'claim',
            claim: {
              id: newId(property),
              subject: caseId,
              property,
              value: value.toUpperCase(),
              speaker: keeper,
              document: note,
              learned: actor.day,
              disclosure: 'internal',
            },
          },
        ]
  return [
    { kind: 'entity', entity: { id: person, kind: 'person', name } },
    { kind: 'entity', entity: { id: keeper, kind: 'person', name: actor.name, disclosure: 'internal' } },
    {
      kind: 'case',
      case: {
        id: caseId,
        title: [name, [field(data, 'from').toUpperCase(), field(data, 'to').toUpperCase()].join(' → ')].join(', '),
        person,
        zone: field(data, 'zone'),
        desk: field(data, 'desk'),
        learnedRule: 'As entered by the desk.',
      },
    },
    {
      kind: 'document',
      document: {
        id: note,
        title: `${actor.name}, ${actor.day}`,
        publisher: field(data, 'desk'),
        arrived: actor.day,
        disclosure: 'internal',
      },
    },
    ...fact('sending-state', field(data, 'from')),
    ...fact('receiving-state', field(data, 'to')),
  ]
}

export function NewCase({ onClose }: { onClose: () => void }): ReactNode {
  const word = useWords()
  const actor = useActor()
  const dialog = useRef<HTMLDialogElement>(null)
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const caseId = newId(field(data, 'person'))
    act(caseId, caseBodies(data, actor, caseId)).then(
      () => go(casePath(caseId, 'standing')),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        setProblem(error.problem)
      },
    )
  }
  return (
    <dialog ref={dialog} className="panel sheet" aria-labelledby="new-case-title" onClose={onClose}>
      <h2 id="new-case-title">{word('newCase')}</h2>
      <form onSubmit={submit}>
        <Field label={word('personName')}>
          <input name="person" required maxLength={200} />
        </Field>
        <div className="pair">
          <Field label={word('sendingState')}>
            <input name="from" required pattern="[A-Za-z]{2}" maxLength={2} defaultValue="ES" />
          </Field>
          <Field label={word('receivingState')}>
            <input name="to" required pattern="[A-Za-z]{2}" maxLength={2} />
          </Field>
        </div>
        <Field label={word('zone')}>
          <input name="zone" required defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone} />
        </Field>
        <Field label={word('deskName')}>
          <input name="desk" required maxLength={200} />
        </Field>
        {problem === undefined ? null : <Refused problem={problem} />}
        <p className="buttons">
          <button type="submit" className="primary">
            {word('makeCase')}
          </button>
          <button type="button" onClick={onClose}>
            {word('cancel')} <kbd>Esc</kbd>
          </button>
        </p>
      </form>
    </dialog>
  )
}
