/** Who may see a document, a person, an event or a claim: one act, with reasons. */
import { type ReactNode, useState } from 'react'
import type { ChoicesAnswer } from '../../casework/index.ts'
import type { Body, Disclosure } from '../../record/index.ts'
import { field, newId } from '../acts/build.ts'
import { WithDesk } from '../acts/desk.tsx'
import { Choose, Field, Sheet } from '../ui/sheet.tsx'
import { type Word, useWords } from '../words.ts'

type Ruling = Extract<Body, { kind: 'ruling' }>['ruling']
type Of = Exclude<Ruling['of'], 'assessment'>

/** What the form opens with; nothing where the thing is to be chosen. */
export interface RulingPreset {
  readonly of: Of
  readonly thing: string
}

const levels = ['public', 'counsel', 'internal', 'sealed'] as const satisfies readonly Disclosure[]
const levelWords: Readonly<Record<(typeof levels)[number], Word>> = {
  public: 'disclosurePublic',
  counsel: 'counsel',
  internal: 'disclosureInternal',
  sealed: 'disclosureSealed',
}

const kinds = [
  ['document', 'documents'],
  ['entity', 'people'],
  ['event', 'event'],
  ['proceeding', 'proceeding'],
] as const satisfies readonly (readonly [Of, Word])[]

const thingsOf = (of: Of, choices: ChoicesAnswer): readonly { readonly id: string; readonly title: string }[] => {
  switch (of) {
    case 'document':
      return choices.documents
    case 'entity':
      return choices.entities
    case 'event':
      return choices.events
    case 'proceeding':
      return choices.proceedings
    case 'claim':
      return []
  }
}

const ruledOn = (data: FormData): Pick<Ruling, 'of' | 'thing'> => {
  const [kind, ...id] = field(data, 'thing').split(':')
  const of = kind === 'claim' ? kind : (kinds.find(([one]) => one === kind)?.[0] ?? 'document')
  return { of, thing: id.join(':') }
}

function rulingOf(data: FormData, by: string): Body {
  const embargo = field(data, 'embargo')
  const described = field(data, 'described')
  const about = ruledOn(data)
  return {
    kind: 'ruling',
    ruling: {
      id: newId(`${about.of}-${about.thing}`),
      ...about,
      disclosure: levels.find((level) => level === field(data, 'disclosure')) ?? 'sealed',
      ...(embargo === '' ? {} : { embargo }),
      ...(described === '' ? {} : { described }),
      by,
      because: field(data, 'because'),
    },
  }
}

interface RulingProps {
  readonly caseId: string
  readonly preset: RulingPreset | undefined
  readonly onClose: () => void
}

export function RulingForm({ caseId, preset, onClose }: RulingProps): ReactNode {
  const word = useWords()
  const value = preset === undefined ? '' : `${preset.of}:${preset.thing}`
  return (
    <WithDesk caseId={caseId}>
      {(desk) => (
        <Sheet
          title={word('decideDisclosure')}
          caseId={caseId}
          draft={`ruling ${value}`}
          onClose={onClose}
          bodies={(data) => [rulingOf(data, desk.name)]}
        >
          <p className="quiet">{word('rulingMeans')}</p>
          <Field label={word('whatThing')}>
            <select name="thing" required defaultValue={value}>
              <option value="">{word('chooseOne')}</option>
              {preset?.of === 'claim' ? (
                <option value={value}>
                  {word('claim')}: {preset.thing}
                </option>
              ) : null}
              {kinds.map(([of, name]) => (
                <optgroup key={of} label={word(name)}>
                  {thingsOf(of, desk.choices).map(({ id, title }) => (
                    <option key={id} value={`${of}:${id}`}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </Field>
          <Choose
            name="disclosure"
            label={word('disclosure')}
            options={levels.map((id) => ({ id, title: word(levelWords[id]) }))}
            empty={word('chooseOne')}
            required
          />
          <Field label={word('embargoUntil')}>
            <input name="embargo" maxLength={60} />
          </Field>
          <Field label={word('agreedDescription')}>
            <input name="described" maxLength={200} />
          </Field>
          <Field label={word('because')}>
            <textarea name="because" rows={3} required maxLength={2000} />
          </Field>
        </Sheet>
      )}
    </WithDesk>
  )
}

/** The way to the form from where a thing is listed; `title` tells one such button from another. */
export function WhoMaySee({
  caseId,
  of,
  thing,
  title,
}: RulingPreset & { caseId: string; title: string }): ReactNode {
  const word = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="why"
        aria-label={`${word('whoMaySee')}: ${title}`}
        onClick={() => setOpen(true)}
      >
        {word('whoMaySee')}
      </button>
      {open ? <RulingForm caseId={caseId} preset={{ of, thing }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
