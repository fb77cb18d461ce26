/** The two controls at the top of every case page: the moment asked about, and what was known then. */
import { type ReactNode } from 'react'
import type { LanesAnswer } from '../../casework/index.ts'
import { useAnswer } from '../api.ts'
import { go, useRoute } from '../route.ts'
import { dateText } from '../ui/dates.ts'
import { useLanguage, useWords } from '../words.ts'

/** Steps of the slider: hours are too fine for a hand, weeks too coarse for six days. */
const STEP_HOURS = 6
const STEP = STEP_HOURS * 3_600_000

const toLocal = (at: number): string => new Date(at).toISOString().slice(0, 16)
const instant = (text: string): number =>
  Date.parse(`${text.length === 10 ? `${text}T00:00` : text.slice(0, 16)}:00Z`)
const minuteText = (text: string): string => (text.length === 10 ? `${text}T00:00` : text.slice(0, 16))

/** The first and last moment of everything the record dates. */
function spanOf(lanes: LanesAnswer | undefined): readonly [number, number] | undefined {
  const moments = (lanes?.lanes ?? []).flatMap((lane) => lane.marks.flatMap((m) => [m.earliest, m.latest]))
  const sorted = moments.filter((m) => m !== null).toSorted()
  const [first] = sorted
  const last = sorted.at(-1)
  return first === undefined || last === undefined ? undefined : [instant(first), instant(last) + 86_400_000]
}

function nowText(): string {
  const now = new Date()
  return toLocal(now.getTime() - now.getTimezoneOffset() * 60_000)
}

/** What a sheet of paper has to say of itself: which case, at which moment, as known when and by whom. */
function PrintedHead({ caseId, at, known }: { caseId: string; at: string; known: string }): ReactNode {
  const word = useWords()
  const language = useLanguage()
  const header = useAnswer<{ title: string }>(`/api/cases/${encodeURIComponent(caseId)}/header`)
  const audience = useRoute().query.get('audience') ?? 'desk'
  const seenBy = audience === 'public' || audience === 'counsel' ? word(audience) : word('desk')
  return (
    <p className="print-only">
      <strong>{header.value?.title ?? caseId}</strong> · {word('at')} {dateText(at, language)} · {word('knownOn')}{' '}
      {dateText(known, language)} · {word('audience')} {seenBy}
    </p>
  )
}

export function Times({ caseId }: { caseId: string }): ReactNode {
  const route = useRoute()
  const word = useWords()
  const whole = useAnswer<LanesAnswer>(`/api/cases/${encodeURIComponent(caseId)}/lanes`)
  const span = spanOf(whole.value)
  const at = route.query.get('at') ?? ''
  const known = route.query.get('knownBy') ?? ''
  const shownKnown = minuteText(known === '' ? (at === '' ? nowText() : at) : known)
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    go(window.location.pathname, change, true)
  return (
    <>
      <PrintedHead caseId={caseId} at={minuteText(at === '' ? shownKnown : at)} known={shownKnown} />
      <form
        className="times"
        onSubmit={(event) => event.preventDefault()}
        aria-label={`${word('at')}, ${word('knownOn')}`}
      >
        <label>
          {word('at')}{' '}
          <input
            type="datetime-local"
            value={minuteText(at === '' ? shownKnown : at)}
            onChange={(event) => set({ at: event.target.value === shownKnown ? undefined : event.target.value })}
          />
        </label>
        <label>
          {word('knownOn')}{' '}
          <input
            type="datetime-local"
            value={shownKnown}
            onChange={(event) => set({ knownBy: event.target.value })}
          />
        </label>
        {span === undefined ? null : (
          <Slider span={span} shown={shownKnown} onMove={(to) => set({ knownBy: to, at: undefined })} />
        )}
        {known === '' && at === '' ? null : (
          <button type="button" onClick={() => set({ at: undefined, knownBy: undefined })}>
            {word('now')}
          </button>
        )}
        <label>
          {word('audience')}{' '}
          <select
            value={route.query.get('audience') ?? 'desk'}
            onChange={(event) => set({ audience: event.target.value === 'desk' ? undefined : event.target.value })}
          >
            <option value="desk">{word('desk')}</option>
            <option value="counsel">{word('counsel')}</option>
            <option value="public">{word('public')}</option>
          </select>
        </label>
      </form>
    </>
  )
}

function Slider({
  span,
  shown,
  onMove,
}: {
  span: readonly [number, number]
  shown: string
  onMove: (to: string) => void
}): ReactNode {
  const word = useWords()
  const [low, high] = span
  const place = instant(shown)
  return (
    <input
      type="range"
      className="slider"
      aria-label={word('knownOn')}
      min={low}
      max={high}
      step={STEP}
      value={Number.isFinite(place) ? Math.min(high, Math.max(low, place)) : high}
      aria-valuetext={shown.replace('T', ' ')}
      onChange={(event) => onMove(toLocal(Number(event.target.value)))}
    />
  )
}
