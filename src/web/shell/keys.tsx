/** The keyboard: lines with j and k, screens with g and a letter, the help sheet with ?. */
import { type ReactNode, useEffect, useRef } from 'react'
import { casePath, go, leaving, type Route, type Screen } from '../route.ts'
import { useWords } from '../words.ts'

/** g, then one of these. */
export const screenKeys: Readonly<Record<string, Screen>> = {
  s: 'standing',
  t: 'timeline',
  c: 'contested',
  d: 'documents',
  r: 'reader',
  p: 'people',
  e: 'evidence',
  a: 'assurances',
  w: 'what-if',
  o: 'outgoing',
  l: 'law',
  f: 'search',
  h: 'history',
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)

/** Moves the focus to the next or the previous line of the page. */
function moveLine(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter(
    (row) => row.offsetParent !== null,
  )
  if (rows.length === 0) return
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
  const next = rows[at < 0 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

interface KeyActions {
  readonly help: () => void
  readonly newEvent: () => void
}

/** Listens as long as the page is open. */
export function useKeys(route: Route, actions: KeyActions): void {
  const latest = useRef({ route, actions })
  latest.current = { route, actions }
  useEffect(() => {
    let afterG = false
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      const { caseId } = latest.current.route
      if (afterG) {
        afterG = false
        const screen = screenKeys[event.key]
        if (event.key === 'g') go('/', leaving)
        else if (screen !== undefined && caseId !== undefined) go(casePath(caseId, screen), leaving)
        else return
        event.preventDefault()
        return
      }
      if (event.key === 'g') afterG = true
      else if (event.key === 'j') moveLine(1)
      else if (event.key === 'k') moveLine(-1)
      else if (event.key === '?') latest.current.actions.help()
      else if (event.key === 'n' && caseId !== undefined) latest.current.actions.newEvent()
      else if (event.key === '/' && caseId !== undefined) go(casePath(caseId, 'search'), leaving)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

export function HelpSheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const word = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  if (!open) return null
  const keys: readonly (readonly [string, string])[] = [
    ['?', word('keyHelp')],
    ['j', word('keyDown')],
    ['k', word('keyUp')],
    ['Enter', word('keyOpen')],
    ['/', word('keySearch')],
    ['n', word('keyEvent')],
    ['a e r', word('keyReader')],
    ['Esc', word('keyClose')],
    ['g g', word('docket')],
    ...Object.entries(screenKeys).map(([key, screen]) => [`g ${key}`, word(screen)] as const),
  ]
  return (
    <dialog ref={dialog} className="panel help" aria-labelledby="help-title" onClose={onClose}>
      <button type="button" className="panel-close" onClick={onClose}>
        {word('close')} <kbd>Esc</kbd>
      </button>
      <h2 id="help-title">{word('keysTitle')}</h2>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
