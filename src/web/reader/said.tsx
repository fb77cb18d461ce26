/** Who speaks in a paper and of which day it is, where the record does not say. */
import { type ReactNode, useState } from 'react'
import { Field } from '../ui/sheet.tsx'
import { useWords } from '../words.ts'

export interface Said {
  readonly publisher: string
  /** ISO date, or empty. */
  readonly date: string
}

/** Where the answers about the proposals of a document lie. */
export const proposalsPath = (document: string): string => `documents/${encodeURIComponent(document)}`

export const saidQuery = ({ publisher, date }: Said): Readonly<Record<string, string>> => ({
  ...(publisher === '' ? {} : { publisher }),
  ...(date === '' ? {} : { date }),
})

const keyOf = (caseId: string, document: string): string => `forestay.said.${caseId}.${document}`

/** What was said of a paper in this window, kept over a reload. */
export function useSaid(caseId: string, document: string): readonly [Said, (said: Said) => void] {
  const key = keyOf(caseId, document)
  const [said, setSaid] = useState<Said>(() => {
    const kept = window.sessionStorage.getItem(key)
    return kept === null ? { publisher: '', date: '' } : (JSON.parse(kept) as Said)
  })
  return [
    said,
    (next) => {
      window.sessionStorage.setItem(key, JSON.stringify(next))
      setSaid(next)
    },
  ]
}

interface SaidFieldsProps {
  readonly said: Said
  readonly known: { readonly publisher: boolean; readonly date: boolean }
  readonly onSaid: (said: Said) => void
}

/** Only what the record leaves open is asked for. It counts once the field is left. */
export function SaidFields({ said, known, onSaid }: SaidFieldsProps): ReactNode {
  const word = useWords()
  if (known.publisher && known.date) return null
  return (
    <div className="pair said">
      {known.publisher ? null : (
        <Field label={word('whoSpeaks')}>
          <input
            name="saidPublisher"
            maxLength={200}
            defaultValue={said.publisher}
            onBlur={(event) => onSaid({ ...said, publisher: event.target.value.trim() })}
          />
        </Field>
      )}
      {known.date ? null : (
        <Field label={word('whichDay')}>
          <input
            name="saidDate"
            type="date"
            defaultValue={said.date}
            onChange={(event) => onSaid({ ...said, date: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
