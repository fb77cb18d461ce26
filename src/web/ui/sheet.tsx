/** A form beside the page. What is typed survives a conflict, a refusal and a reload. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Body } from '../../record/index.ts'
import { act, ApiError, type Problem, refresh } from '../api.ts'
import { useWords } from '../words.ts'
import { Refused } from './parts.tsx'

export interface SheetProps {
  readonly title: string
  readonly caseId: string
  /** The name under which what was typed is kept until it is saved or given up. */
  readonly draft: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The act that the filled form stands for. */
  readonly bodies: (data: FormData) => readonly Body[]
}

const draftKey = (caseId: string, draft: string): string => `forestay.draft.${caseId}.${draft}`

/** Puts back what was typed before; says whether there was anything. */
function restore(form: HTMLFormElement, key: string): boolean {
  const kept = window.sessionStorage.getItem(key)
  if (kept === null) return false
  for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) {
    const field = form.elements.namedItem(name)
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement
    )
      field.value = value
    else if (field instanceof RadioNodeList) field.value = value
  }
  return true
}

export function Sheet({ title, caseId, draft, onClose, children, bodies }: SheetProps): ReactNode {
  const word = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<Problem>()
  const [saving, setSaving] = useState(false)
  const [restored, setRestored] = useState(false)
  const key = draftKey(caseId, draft)
  useEffect(() => {
    dialog.current?.showModal()
    if (form.current !== null) setRestored(restore(form.current, key))
  }, [key])
  const leave = (): void => {
    window.sessionStorage.removeItem(key)
    onClose()
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setSaving(true)
    act(caseId, bodies(new FormData(event.currentTarget)))
      .then(leave, (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        setProblem(error.problem)
      })
      .finally(() => setSaving(false))
  }
  const keep = (event: FormEvent<HTMLFormElement>): void =>
    window.sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(new FormData(event.currentTarget))))
  return (
    <dialog ref={dialog} className="panel sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <h2 id="sheet-title">{title}</h2>
      {restored ? <p className="quiet">{word('restored')}</p> : null}
      <form ref={form} onSubmit={submit} onInput={keep}>
        {children}
        {problem === undefined ? null : <Refused problem={problem} />}
        {problem?.problem === 'conflict' ? (
          <p>
            {word('kept')}{' '}
            <button
              type="button"
              onClick={() => {
                refresh()
                setProblem(undefined)
              }}
            >
              {word('showNew')}
            </button>
          </p>
        ) : null}
        <p className="buttons">
          <button type="submit" className="primary" disabled={saving}>
            {saving ? word('saving') : word('save')}
          </button>
          <button type="button" onClick={leave}>
            {word('cancel')} <kbd>Esc</kbd>
          </button>
        </p>
      </form>
    </dialog>
  )
}

/** A field with its label over it and a hint under it. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
      {hint === undefined ? null : <small className="quiet">{hint}</small>}
    </label>
  )
}

export interface Option {
  readonly id: string
  readonly title: string
}

/** A choice; `empty` is the first line, chosen when nothing else is. */
export function Choose(props: {
  name: string
  label: string
  options: readonly Option[]
  empty?: string
  value?: string
  required?: boolean
  onChange?: (value: string) => void
}): ReactNode {
  const { name, label, options, empty, value, required, onChange } = props
  return (
    <Field label={label}>
      <select
        name={name}
        defaultValue={value ?? ''}
        required={required === true}
        onChange={(event) => onChange?.(event.target.value)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.title}
          </option>
        ))}
      </select>
    </Field>
  )
}
