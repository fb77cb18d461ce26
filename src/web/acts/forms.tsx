/** The forms in which a person acts on a case. Each is one act in the record. */
import { type ReactNode, useState } from 'react'
import { Choose, Field, Sheet } from '../ui/sheet.tsx'
import { useProperty, useWords } from '../words.ts'
import {
  claimBodies,
  type Desk,
  eventBodies,
  field,
  identityBody,
  newId,
  type PositionAsked,
  positionBody,
} from './build.ts'
import { useActor, WithDesk } from './desk.tsx'

interface FormProps {
  readonly caseId: string
  readonly onClose: () => void
}

/** Who says it, where, in which words, since when, for whom. */
function SourceFields({ desk, document, quote, start }: { desk: Desk; document?: string; quote?: string; start?: number }): ReactNode {
  const word = useWords()
  const [speaker, setSpeaker] = useState('')
  const levels = [
    { id: 'internal', title: word('disclosureInternal') },
    { id: 'public', title: word('disclosurePublic') },
    { id: 'restricted', title: word('disclosureRestricted') },
    { id: 'secret', title: word('disclosureSecret') },
  ]
  return (
    <>
      <Choose name="document" label={word('fromDocument')} options={desk.choices.documents} empty={word('ownNote')} value={document ?? ''} />
      <Choose name="speaker" label={word('saidBy')} options={desk.choices.entities} empty={word('somebodyNew')} onChange={setSpeaker} />
      {speaker === '' ? (
        <Field label={word('name')}>
          <input name="newSpeaker" maxLength={120} defaultValue={desk.name} />
        </Field>
      ) : null}
      <Field label={word('exactWords')}>
        <textarea name="quote" rows={2} maxLength={4000} defaultValue={quote ?? ''} />
      </Field>
      {start === undefined ? null : <input type="hidden" name="start" value={start} />}
      <div className="pair">
        <Field label={word('learnedOn')}>
          <input name="learned" defaultValue={desk.day} />
        </Field>
        <Field label={word('publicFrom')}>
          <input name="public" />
        </Field>
      </div>
      <Choose name="disclosure" label={word('disclosure')} options={levels} value="internal" />
    </>
  )
}

const outcomes = ['upheld', 'dismissed', 'inadmissible', 'granted', 'refused', 'urgency-refused']
const issuers = ['echr', 'cat', 'hrc']
const plain = (ids: readonly string[]): readonly { id: string; title: string }[] => ids.map((id) => ({ id, title: id }))

export interface EventPreset {
  readonly type: string
  readonly where: Readonly<Record<string, string>>
}

/** Records an event; with a preset, answers the question whether it happened. */
export function EventForm({ caseId, onClose, preset, question }: FormProps & { preset?: EventPreset | undefined; question?: string }): ReactNode {
  return (
    <WithDesk caseId={caseId}>
      {(desk) => <EventSheet caseId={caseId} onClose={onClose} desk={desk} preset={preset} question={question} />}
    </WithDesk>
  )
}

function EventSheet(props: FormProps & { desk: Desk; preset: EventPreset | undefined; question: string | undefined }): ReactNode {
  const { caseId, onClose, desk, preset, question } = props
  const word = useWords()
  const where = (name: string): string => {
    const value = preset?.where[name] ?? ''
    return value === 'sending-state' ? (desk.choices.sendingState ?? '') : value
  }
  return (
    <Sheet
      title={question === undefined ? word('recordEvent') : word('answerTitle')}
      caseId={caseId}
      draft={preset === undefined ? 'event' : `event ${preset.type} ${Object.values(preset.where).join(' ')}`}
      onClose={onClose}
      bodies={(data) => eventBodies(data, desk)}
    >
      {question === undefined ? null : <p className="asked">{question}</p>}
      <fieldset className="radios">
        <label>
          <input type="radio" name="happened" value="yes" defaultChecked /> {word('happened')}
        </label>
        <label>
          <input type="radio" name="happened" value="no" /> {word('didNotHappen')}
        </label>
      </fieldset>
      <Choose name="type" label={word('whichEvent')} options={desk.choices.eventTypes} empty={word('chooseOne')} value={preset?.type ?? ''} required />
      <Field label={word('inWords')}>
        <input name="title" maxLength={200} />
      </Field>
      <Field label={word('whenDate')} hint={word('dateHint')}>
        <input name="date" maxLength={60} />
      </Field>
      <Choose name="remedy" label={word('remedy')} options={desk.choices.remedies} empty={word('none')} value={where('remedy')} />
      <div className="pair">
        <Choose name="outcome" label={word('outcome')} options={plain(outcomes)} empty={word('none')} value={where('outcome')} />
        <Choose name="issuer" label={word('byWhom')} options={plain([...new Set([...issuers, where('issuer')])].filter((i) => i !== ''))} empty={word('none')} value={where('issuer')} />
      </div>
      <input type="hidden" name="addressee" value={where('addressee')} />
      <Field label={word('notified')}>
        <input name="notified" maxLength={60} />
      </Field>
      <Choose name="proceeding" label={word('proceeding')} options={desk.choices.proceedings} empty={word('none')} />
      <SourceFields desk={desk} />
    </Sheet>
  )
}

export interface ClaimPreset {
  readonly subject?: string
  readonly property?: string
  readonly value?: string
  readonly document?: string
  readonly quote?: string
  readonly start?: number
}

/** Adds a claim about an event, the case or a name, as a document or a person says it. */
export function ClaimForm({ caseId, onClose, preset = {} }: FormProps & { preset?: ClaimPreset }): ReactNode {
  const word = useWords()
  const property = useProperty()
  return (
    <WithDesk caseId={caseId}>
      {(desk) => {
        const subjects = [
          { id: caseId, title: word('caseHeader') },
          ...desk.choices.events,
          ...desk.choices.entities,
          ...desk.choices.proceedings,
        ]
        return (
          <Sheet
            title={word('addClaim')}
            caseId={caseId}
            draft={`claim ${preset.document ?? ''} ${preset.start ?? ''} ${preset.subject ?? ''}`}
            onClose={onClose}
            bodies={(data) => claimBodies(data, desk)}
          >
            {preset.quote === undefined ? null : <blockquote>{preset.quote}</blockquote>}
            <Choose name="subject" label={word('point')} options={subjects} empty={word('chooseOne')} value={preset.subject ?? ''} required />
            <div className="pair">
              <Choose name="property" label={word('kind')} options={desk.choices.properties.map(({ id }) => ({ id, title: property(id) }))} value={preset.property ?? 'date'} />
              <Field label={word('claim')}>
                <input name="value" required maxLength={2000} defaultValue={preset.value ?? ''} />
              </Field>
            </div>
            <SourceFields
              desk={desk}
              {...(preset.document === undefined ? {} : { document: preset.document })}
              {...(preset.quote === undefined ? {} : { quote: preset.quote })}
              {...(preset.start === undefined ? {} : { start: preset.start })}
            />
          </Sheet>
        )
      }}
    </WithDesk>
  )
}

/** What the team holds about claims on one point, with reasons. */
export function PositionForm({ caseId, onClose, asked, title }: FormProps & { asked: PositionAsked; title: string }): ReactNode {
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
export function AssessForm({ caseId, onClose, question, title }: FormProps & { question: string; title: string }): ReactNode {
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
            const evidence = data.getAll('evidence').map(String).filter((id) => id !== '')
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
          <Choose name="evidence" label={word('fromDocument')} options={desk.choices.documents} empty={word('none')} />
          <Field label={word('learnedOn')}>
            <input name="learned" defaultValue={desk.day} />
          </Field>
        </Sheet>
      )}
    </WithDesk>
  )
}

/** Whether two names are one person. */
export function IdentityForm(props: FormProps & { a: string; b: string; judgement: 'same' | 'different'; title: string }): ReactNode {
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
export function CompleteForm({ caseId, onClose, preset }: FormProps & { preset?: EventPreset | undefined }): ReactNode {
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
          <Choose name="of" label={word('completeWhat')} options={desk.choices.eventTypes} value={preset?.type ?? 'filed'} required />
          <Choose name="remedy" label={word('remedy')} options={desk.choices.remedies} empty={word('none')} value={preset?.where['remedy'] ?? ''} />
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
