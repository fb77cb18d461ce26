/** The forms in which a person acts on a case. Each is one act in the record. */
import { type ReactNode, useState } from 'react'
import { Choose, Field, Sheet } from '../ui/sheet.tsx'
import { useProperty, useWords } from '../words.ts'
import { claimBodies, type Desk, eventBodies } from './build.ts'
import { WithDesk } from './desk.tsx'

export interface FormProps {
  readonly caseId: string
  readonly onClose: () => void
}

/** Who says it, where, in which words, since when, for whom. */
function SourceFields({
  desk,
  document,
  quote,
  start,
}: {
  desk: Desk
  document?: string
  quote?: string
  start?: number
}): ReactNode {
  const word = useWords()
  const [speaker, setSpeaker] = useState('')
  const levels = [
    { id: 'internal', title: word('disclosureInternal') },
    { id: 'public', title: word('disclosurePublic') },
    { id: 'counsel', title: word('counsel') },
    { id: 'sealed', title: word('disclosureSealed') },
  ]
  return (
    <>
      <Choose
        name="document"
        label={word('fromDocument')}
        options={desk.choices.documents}
        empty={word('ownNote')}
        value={document ?? ''}
      />
      <Choose
        name="speaker"
        label={word('saidBy')}
        options={desk.choices.entities}
        empty={word('somebodyNew')}
        onChange={setSpeaker}
      />
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
const plain = (ids: readonly string[]): readonly { id: string; title: string }[] =>
  ids.map((id) => ({ id, title: id }))

export interface EventPreset {
  readonly type: string
  readonly where: Readonly<Record<string, string>>
}

/** Records an event; with a preset, answers the question whether it happened. */
export function EventForm({
  caseId,
  onClose,
  preset,
  question,
}: FormProps & { preset?: EventPreset | undefined; question?: string }): ReactNode {
  return (
    <WithDesk caseId={caseId}>
      {(desk) => <EventSheet caseId={caseId} onClose={onClose} desk={desk} preset={preset} question={question} />}
    </WithDesk>
  )
}

function Happened(): ReactNode {
  const word = useWords()
  return (
    <fieldset className="radios">
      <label>
        <input type="radio" name="happened" value="yes" defaultChecked /> {word('happened')}
      </label>
      <label>
        <input type="radio" name="happened" value="no" /> {word('didNotHappen')}
      </label>
    </fieldset>
  )
}

function EventSheet(
  props: FormProps & { desk: Desk; preset: EventPreset | undefined; question: string | undefined },
): ReactNode {
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
      <Happened />
      <Choose
        name="type"
        label={word('whichEvent')}
        options={desk.choices.eventTypes}
        empty={word('chooseOne')}
        value={preset?.type ?? ''}
        required
      />
      <Field label={word('inWords')}>
        <input name="title" maxLength={200} />
      </Field>
      <Field label={word('whenDate')} hint={word('dateHint')}>
        <input name="date" maxLength={60} />
      </Field>
      <Choose
        name="remedy"
        label={word('remedy')}
        options={desk.choices.remedies}
        empty={word('none')}
        value={where('remedy')}
      />
      <div className="pair">
        <Choose
          name="outcome"
          label={word('outcome')}
          options={plain(outcomes)}
          empty={word('none')}
          value={where('outcome')}
        />
        <Choose
          name="issuer"
          label={word('byWhom')}
          options={plain([...new Set([...issuers, where('issuer')])].filter((i) => i !== ''))}
          empty={word('none')}
          value={where('issuer')}
        />
      </div>
      <input type="hidden" name="addressee" value={where('addressee')} />
      <Field label={word('notified')}>
        <input name="notified" maxLength={60} />
      </Field>
      <Choose
        name="proceeding"
        label={word('proceeding')}
        options={desk.choices.proceedings}
        empty={word('none')}
      />
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
            <Choose
              name="subject"
              label={word('point')}
              options={subjects}
              empty={word('chooseOne')}
              value={preset.subject ?? ''}
              required
            />
            <div className="pair">
              <Choose
                name="property"
                label={word('kind')}
                options={desk.choices.properties.map(({ id }) => ({ id, title: property(id) }))}
                value={preset.property ?? 'date'}
              />
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
