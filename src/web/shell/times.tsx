/** The two controls at the top of every case page: the moment asked about, and what was known then. */
import { type ReactNode } from 'react'
import { go, useRoute } from '../route.ts'
import { useWords } from '../words.ts'

/** Steps of the slider: hours are too fine for a hand, weeks too coarse for six days. */
const STEP_HOURS = 6

const toLocal = (at: number): string => new Date(at).toISOString().slice(0, 16)

export function Times({ from, to, shown }: { from: string; to: string; shown: { at: string; knownBy: string } }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const at = route.query.get('at') ?? ''
  const known = route.query.get('knownBy') ?? ''
  const set = (change: Readonly<Record<string, string | undefined>>): void => go(window.location.pathname, change, true)
  const low = Date.parse(`${from}:00Z`)
  const high = Date.parse(`${to}:00Z`)
  const position = Math.min(high, Math.max(low, Date.parse(`${(known === '' ? shown.knownBy : known).slice(0, 16).padEnd(16, 'T00:00'.slice(-6))}:00Z`)))
  return (
    <form className="times" onSubmit={(event) => event.preventDefault()} aria-label={`${word('at')}, ${word('knownOn')}`}>
      <label>{word('knownOn')} <input type="datetime-local" value={(known === '' ? shown.knownBy : known).slice(0, 16)} onChange={(event) => set({ knownBy: event.target.value })} /></label>
      <input type="range" className="slider" aria-label={word('knownOn')} min={low} max={high} step={STEP_HOURS * 3_600_000} value={Number.isFinite(position) ? position : high}
        aria-valuetext={known === '' ? shown.knownBy : known} onChange={(event) => set({ knownBy: toLocal(Number(event.target.value)) })} />
      <label>{word('at')} <input type="datetime-local" value={(at === '' ? shown.at : at).slice(0, 16)} onChange={(event) => set({ at: event.target.value === known ? undefined : event.target.value })} /></label>
      {at === '' ? null : <button type="button" onClick={() => set({ at: undefined })} aria-label={`${word('at')} = ${word('knownOn')}`}>=</button>}
      <label>{word('audience')}{' '}
        <select value={route.query.get('audience') ?? 'desk'} onChange={(event) => set({ audience: event.target.value === 'desk' ? undefined : event.target.value })}>
          <option value="desk">{word('desk')}</option>
          <option value="public">{word('public')}</option>
        </select>
      </label>
    </form>
  )
}
