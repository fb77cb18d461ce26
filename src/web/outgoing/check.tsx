/** A text looked at against the record while it is typed; nothing is saved by it. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { CheckAnswer } from '../../publish/index.ts'
import { ApiError, post, type Problem } from '../api.ts'
import { Refused } from '../ui/parts.tsx'
import { useWords } from '../words.ts'
import { type PaperAsked, paperPath } from './asked.ts'

export type Check =
  | { readonly state: 'empty' }
  /** With what was said of an earlier text. */
  | { readonly state: 'checking'; readonly answer: CheckAnswer | undefined }
  | { readonly state: 'checked'; readonly answer: CheckAnswer }
  | { readonly state: 'failed'; readonly problem: Problem }

/** Long enough not to ask at every letter. */
const PAUSE_MILLISECONDS = 500

/** `look(text)` checks a text once its author pauses; a later text makes an earlier answer void. */
export function useCheck(
  asked: PaperAsked,
  slot: string,
): { readonly check: Check; readonly look: (text: string) => void } {
  const [check, setCheck] = useState<Check>({ state: 'empty' })
  const latest = useRef(0)
  const waiting = useRef<number>(undefined)
  const path = paperPath(asked, '/check')
  const look = useCallback(
    (text: string): void => {
      window.clearTimeout(waiting.current)
      const mine = (latest.current += 1)
      if (text.trim() === '') {
        setCheck({ state: 'empty' })
        return
      }
      const tell = (next: Check): void => {
        if (latest.current === mine) setCheck(next)
      }
      setCheck((before) => ({ state: 'checking', answer: 'answer' in before ? before.answer : undefined }))
      waiting.current = window.setTimeout(() => {
        post<CheckAnswer>(path, { slot, text: text.trim() }).then(
          (answer) => tell({ state: 'checked', answer }),
          (error: unknown) => {
            if (!(error instanceof ApiError)) throw error
            tell({ state: 'failed', problem: error.problem })
          },
        )
      }, PAUSE_MILLISECONDS)
    },
    [path, slot],
  )
  useEffect(() => () => window.clearTimeout(waiting.current), [])
  return { check, look }
}

export function CheckView({ check }: { check: Check }): ReactNode {
  const word = useWords()
  return (
    <div className="check" aria-live="polite" data-check={check.state}>
      {check.state === 'checking' ? <p className="quiet">{word('checking')}</p> : null}
      {check.state === 'failed' ? <Refused problem={check.problem} /> : null}
      {'answer' in check && check.answer !== undefined ? (
        <div className={check.state === 'checking' ? 'stale' : undefined}>
          <Found answer={check.answer} />
        </div>
      ) : null}
    </div>
  )
}

function Found({ answer }: { answer: CheckAnswer }): ReactNode {
  const word = useWords()
  const { paragraphs, gaps, blocked, unsourced } = answer
  return (
    <>
      <h3>{word('checkTitle')}</h3>
      {paragraphs.map((text, index) => (
        <p key={index} className="preview">
          {text.map((sentence) => sentence.text).join(' ')}
        </p>
      ))}
      {blocked.map(({ text, why, todo }) => (
        <div key={text} className="refused">
          <p className="refused-what">{why}</p>
          <p>
            <strong>{word('howToGoOn')}:</strong> {todo}
          </p>
        </div>
      ))}
      {gaps.map(({ field, title, why, todo }) => (
        <p key={field}>
          <strong>{title}</strong>: {why} {todo}
        </p>
      ))}
      {unsourced.length === 0 ? null : (
        <p>
          <strong>{word('unsourcedTitle')}:</strong> {unsourced.map(({ text }) => text).join(' · ')}.{' '}
          <span className="quiet small">{word('unsourcedHelp')}</span>
        </p>
      )}
      {blocked.length + gaps.length + unsourced.length === 0 ? <p className="quiet">{word('checkFine')}</p> : null}
    </>
  )
}
