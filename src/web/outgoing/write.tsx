/** The editor of a part that a person writes: facts of the record put in, and checked while it is typed. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { FactsAnswer } from '../../publish/index.ts'
import { field, newId } from '../acts/build.ts'
import { useActor } from '../acts/desk.tsx'
import { useAnswer } from '../api.ts'
import { Shown } from '../ui/parts.tsx'
import { Field, Sheet } from '../ui/sheet.tsx'
import { useProperty, useWords } from '../words.ts'
import { type Drafted, type PaperAsked, paperPath } from './asked.ts'
import { CheckView, useCheck } from './check.tsx'

type Slot = Drafted['written'][number]
type Fact = FactsAnswer['facts'][number]

interface WriteProps {
  readonly asked: PaperAsked
  readonly slot: Slot
  readonly onClose: () => void
}

export function WriteForm(props: WriteProps): ReactNode {
  const facts = useAnswer<FactsAnswer>(paperPath(props.asked, '/facts'))
  return <Shown loaded={facts}>{(value) => <WriteSheet {...props} facts={value.facts} />}</Shown>
}

/** What each insertion of a text reads today: kept with it, so that a later change can be told. */
function readOf(text: string, facts: readonly Fact[]): Readonly<Record<string, string>> {
  const reads = new Map(facts.map(({ insertion, reads: now }) => [insertion, now]))
  const put = [...text.matchAll(/\{([a-z0-9][a-z0-9.-]*\.[a-z0-9-]+)\}/gu)].map(([, insertion = '']) => insertion)
  return Object.fromEntries(
    put.flatMap((insertion) => {
      const now = reads.get(insertion)
      return now === undefined ? [] : [[insertion, now] as const]
    }),
  )
}

function WriteSheet({ asked, slot, onClose, facts }: WriteProps & { facts: readonly Fact[] }): ReactNode {
  const word = useWords()
  const actor = useActor()
  const area = useRef<HTMLTextAreaElement>(null)
  const { check, look } = useCheck(asked, slot.slot)
  // What was typed before the page was left stands in the field again, without anybody having typed.
  useEffect(() => look(area.current?.value ?? ''), [look])
  return (
    <Sheet
      title={`${word(slot.text === null ? 'writePart' : 'changePart')}: ${slot.heading}`}
      caseId={asked.caseId}
      draft={`passage ${asked.kind} ${slot.slot} ${asked.language}`}
      onClose={onClose}
      bodies={(data) => {
        const text = field(data, 'text')
        const read = readOf(text, facts)
        return [
          {
            kind: 'passage',
            passage: {
              id: newId(`${asked.kind}.${slot.slot}`),
              paper: asked.kind,
              slot: slot.slot,
              language: asked.language,
              text,
              by: actor.name,
              learned: actor.day,
              ...(Object.keys(read).length === 0 ? {} : { read }),
            },
          },
        ]
      }}
    >
      <p className="asked">{slot.asks}</p>
      <Field label={word('partText')} hint={word('partHint')}>
        <textarea
          ref={area}
          name="text"
          rows={7}
          required
          maxLength={100_000}
          lang={asked.language}
          defaultValue={slot.text ?? ''}
          onInput={(event) => look(event.currentTarget.value)}
        />
      </Field>
      <CheckView check={check} />
      <FactPicker facts={facts} area={area} />
    </Sheet>
  )
}

const FACTS_SHOWN_MAX = 40

function FactPicker({
  facts,
  area,
}: {
  facts: readonly Fact[]
  area: RefObject<HTMLTextAreaElement | null>
}): ReactNode {
  const word = useWords()
  const property = useProperty()
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<string>()
  const words = wanted.toLowerCase().split(/\s+/u)
  const found = facts.filter((fact) => {
    const text = `${fact.subject} ${property(fact.property)} ${fact.reads} ${fact.insertion}`.toLowerCase()
    return words.every((one) => text.includes(one))
  })
  const shown = found.slice(0, FACTS_SHOWN_MAX)
  const fact = shown.find(({ insertion }) => insertion === chosen) ?? shown[0]
  const insert = (): void => {
    const target = area.current
    if (target === null || fact === undefined) return
    const { selectionStart, selectionEnd } = target
    target.focus()
    target.setRangeText(`{${fact.insertion}}`, selectionStart, selectionEnd, 'end')
    target.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <fieldset className="facts-picker">
      <legend>{word('insertFact')}</legend>
      <Field label={word('findFact')}>
        <input
          type="search"
          value={wanted}
          data-facts="find"
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            insert()
          }}
        />
      </Field>
      {shown.length === 0 ? (
        <p className="quiet">{word('noFacts')}</p>
      ) : (
        <FactList
          facts={shown}
          chosen={fact}
          more={found.length - shown.length}
          onChoose={setChosen}
          onInsert={insert}
        />
      )}
    </fieldset>
  )
}

interface FactListProps {
  readonly facts: readonly Fact[]
  readonly chosen: Fact | undefined
  /** How many more there are. */
  readonly more: number
  readonly onChoose: (insertion: string) => void
  readonly onInsert: () => void
}

function FactList({ facts, chosen, more, onChoose, onInsert }: FactListProps): ReactNode {
  const word = useWords()
  const property = useProperty()
  return (
    <>
      <select
        size={5}
        aria-label={word('facts')}
        value={chosen?.insertion ?? ''}
        onChange={(event) => onChoose(event.target.value)}
        onDoubleClick={onInsert}
      >
        {facts.map(({ insertion, subject, property: name, reads }) => (
          <option key={insertion} value={insertion}>
            {subject} – {property(name)}: {reads}
          </option>
        ))}
      </select>
      <p className="small">
        {word('readsNow')}: <q>{chosen?.reads}</q>{' '}
        {more > 0 ? (
          <span className="quiet">
            +{more} {word('moreFacts')}
          </span>
        ) : null}
      </p>
      <button type="button" data-facts="insert" onClick={onInsert}>
        {word('insert')}
      </button>
    </>
  )
}
