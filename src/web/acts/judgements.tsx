/** The forms in which a person judges: positions, assessments, identities, full lists. */
import { type ReactNode } from 'react'
import { Choose, Field, Sheet } from '../ui/sheet.tsx'
import { useWords } from '../words.ts'
import { field, identityBody, newId, type PositionAsked, positionBody } from './build.ts'
import { useActor, WithDesk } from './desk.tsx'
import type { EventPreset, FormProps } from './forms.tsx'

/** What the team holds about claims on one point, with reasons. */
export function PositionForm({
  caseId,
  onClose,
  asked,
  title,
}: FormProps & { asked: PositionAsked; title: string }): ReactNode {
  const word = useWords()
  const actor = useActor()
  return (
    <Sheet
      title={title}
      caseId={caseId}
      draft={`position ${asked.stance} ${asked.claims.join(' ')}`}
      onClose={onClose}
      bodies={(data) => [positionBody(asked, field(data, 'because'), actor)]}
    >
      <Field label={word('because')}>
        <textarea name="because" rows={3} required maxLength={2000} />
      </Field>
    </Sheet>
  )
}

/** A named person's answer to an evaluative question. */
export function AssessForm({
  caseId,
  onClose,
  question,
  title,
}: FormProps & { question: string; title: string }): ReactNode {
  const word = useWords()
  return (
    <WithDesk caseId={caseId}>
      {(desk) => (
        <Sheet
          title={word('assess')}
          caseId={caseId}
          draft={`assess ${question}`}
          onClose={onClose}
          bodies={(data) => {
            const evidence = data
              .getAll('evidence')
              .map(String)
              .filter((id) => id !== '')
            const answer = field(data, 'answer')
            return [
              {
                kind: 'assessment',
                assessment: {
                  id: newId(question),
                  question,
                  answer: answer === 'yes' || answer === 'no' ? answer : 'unsure',
                  subject: caseId,
                  by: desk.name,
                  reasons: field(data, 'because'),
                  ...(evidence.length === 0 ? {} : { evidence }),
                  learned: field(data, 'learned') || desk.day,
                },
              },
            ]
          }}
        >
          <p className="asked">{title}</p>
          <fieldset className="radios">
            {(['yes', 'no', 'unsure'] as const).map((value) => (
              <label key={value}>
                <input type="radio" name="answer" value={value} defaultChecked={value === 'unsure'} /> {word(value)}
              </label>
            ))}
          </fieldset>
          <Field label={word('because')}>
            <textarea name="because" rows={4} required maxLength={4000} />
          </Field>
          <Choose
            name="evidence"
            label={word('fromDocument')}
            options={desk.choices.documents}
            empty={word('none')}
          />
          <Field label={word('learnedOn')}>
            <input name="learned" defaultValue={desk.day} />
          </Field>
        </Sheet>
      )}
    </WithDesk>
  )
}

/** Whether two names are one person. */
export function IdentityForm(
  props: FormProps & { a: string; b: string; judgement: 'same' | 'different'; title: string },
): ReactNode {
  const { caseId, onClose, a, b, judgement, title } = props
  const word = useWords()
  const actor = useActor()
  return (
    <Sheet
      title={title}
      caseId={caseId}
      draft={`identity ${a} ${b} ${judgement}`}
      onClose={onClose}
      bodies={(data) => [identityBody(a, b, judgement, field(data, 'because'), actor)]}
    >
      <Field label={word('because')}>
        <textarea name="because" rows={3} required maxLength={2000} />
      </Field>
    </Sheet>
  )
}

/** "We hold the full list": the only ground on which what is not recorded did not happen. */
export function CompleteForm({
  caseId,
  onClose,
  preset,
}: FormProps & { preset?: EventPreset | undefined }): ReactNode {
  const word = useWords()
  return (
    <WithDesk caseId={caseId}>
      {(desk) => (
        <Sheet
          title={word('completeList')}
          caseId={caseId}
          draft="complete"
          onClose={onClose}
          bodies={(data) => {
            const remedy = field(data, 'remedy')
            return [
              {
                kind: 'completeness',
                completeness: {
                  id: newId(`complete-${field(data, 'of')}`),
                  of: field(data, 'of'),
                  ...(remedy === '' ? {} : { where: { remedy } }),
                  through: field(data, 'through') || 'ongoing',
                  because: field(data, 'because'),
                  by: desk.name,
                  learned: desk.day,
                },
              },
            ]
          }}
        >
          <p className="quiet">{word('completeMeans')}</p>
          <Choose
            name="of"
            label={word('completeWhat')}
            options={desk.choices.eventTypes}
            value={preset?.type ?? 'filed'}
            required
          />
          <Choose
            name="remedy"
            label={word('remedy')}
            options={desk.choices.remedies}
            empty={word('none')}
            value={preset?.where['remedy'] ?? ''}
          />
          <Field label={word('completeThrough')}>
            <input name="through" defaultValue={desk.day} required />
          </Field>
          <Field label={word('because')}>
            <textarea name="because" rows={3} required maxLength={2000} />
          </Field>
        </Sheet>
      )}
    </WithDesk>
  )
}
