/**
 * One lane for each track: events, what is pending, gates that are open, the line "now". Shapes and words
 * carry the meaning; colour only helps. The same content stands as a list beside it.
 */
import { type ReactNode, useRef } from 'react'
import type { LanesAnswer } from '../../casework/index.ts'
import { SaveSvg } from '../ui/save-svg.tsx'
import { useWords, type Word } from '../words.ts'

const WIDTH = 1100
const LABEL_WIDTH = 150
const LANE_HEIGHT = 62
const TOP = 26

type Lane = LanesAnswer['lanes'][number]

const instant = (text: string): number => Date.parse(`${text.slice(0, 16)}:00Z`)

/** The first moment of the picture. */
function firstOf({ lanes, now }: LanesAnswer): string {
  const moments = lanes
    .flatMap((lane) => lane.marks.flatMap((m) => [m.earliest, m.latest]))
    .filter((m) => m !== null)
  return [...moments, now].toSorted()[0] ?? now
}

export function Lanes({ lanes }: { lanes: LanesAnswer }): ReactNode {
  const word = useWords()
  const picture = useRef<SVGSVGElement>(null)
  const shown = lanes.lanes.filter((lane) => lane.marks.length > 0 || lane.gates.length > 0)
  const low = instant(firstOf(lanes))
  const now = instant(lanes.now)
  const room = WIDTH - LABEL_WIDTH - 90
  const x = (text: string): number =>
    LABEL_WIDTH + 10 + (room * Math.max(0, instant(text) - low)) / Math.max(1, now - low)
  const height = TOP + shown.length * LANE_HEIGHT + 10
  return (
    <figure className="lanes">
      <div className="scroll" tabIndex={0} role="group" aria-label={word('tracks')}>
        <svg
          ref={picture}
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          role="img"
          aria-label={word('tracks')}
        >
          <Years low={low} high={now} x={x} height={height} />
          {shown.map((lane, index) => (
            <LaneRow key={lane.track} lane={lane} y={TOP + index * LANE_HEIGHT} x={x} nowX={x(lanes.now)} />
          ))}
          <line
            className="lane-now"
            x1={x(lanes.now)}
            x2={x(lanes.now)}
            y1={8}
            y2={height}
            stroke="currentColor"
            strokeDasharray="4 3"
          />
          <text x={x(lanes.now) + 4} y={16} fontSize={12} fill="currentColor">
            {word('now')}
          </text>
        </svg>
      </div>
      <figcaption className="quiet small">
        ● {word('legendFilled')} · ◇ {word('legendRival')} · ▭ {word('legendBetween')} · ═ {word('legendPending')} ·
        ▯ {word('legendGate')} <SaveSvg picture={picture} name="lanes" />
      </figcaption>
    </figure>
  )
}

function Years({
  low,
  high,
  x,
  height,
}: {
  low: number
  high: number
  x: (text: string) => number
  height: number
}): ReactNode {
  const years: string[] = []
  for (let year = new Date(low).getUTCFullYear() + 1; Date.UTC(year, 0, 1) < high; year++)
    years.push(`${year}-01-01T00:00`)
  return (
    <>
      {years.map((text) => (
        <g key={text} opacity={0.5}>
          <line x1={x(text)} x2={x(text)} y1={18} y2={height} stroke="currentColor" strokeWidth={0.5} />
          <text x={x(text) + 3} y={16} fontSize={11} fill="currentColor">
            {text.slice(0, 4)}
          </text>
        </g>
      ))}
    </>
  )
}

const gateWord = (status: string, word: (name: Word) => string): string =>
  word(status === 'open' ? 'gateOpen' : status === 'disputed' ? 'gateDisputed' : 'gateUnknown')

function LaneRow({
  lane,
  y,
  x,
  nowX,
}: {
  lane: Lane
  y: number
  x: (text: string) => number
  nowX: number
}): ReactNode {
  const word = useWords()
  const middle = y + 20
  const gate =
    lane.gates.find((g) => g.status === 'open') ?? lane.gates.find((g) => g.status === 'disputed') ?? lane.gates[0]
  return (
    <g>
      <text x={0} y={middle + 4} fontSize={13} fill="currentColor">
        {wrapped(lane.title).map((line, index) => (
          <tspan key={line} x={0} dy={index === 0 ? 0 : 14}>
            {line}
          </tspan>
        ))}
      </text>
      <line
        x1={LABEL_WIDTH}
        x2={nowX}
        y1={middle}
        y2={middle}
        stroke="currentColor"
        strokeWidth={0.75}
        opacity={0.4}
      />
      {lane.bars.map((bar) =>
        bar.from === null ? null : (
          <Pending key={bar.remedy} title={bar.title} from={x(bar.from)} to={nowX} y={middle} />
        ),
      )}
      {lane.marks.map((mark) => (
        <MarkShape key={mark.id} mark={mark} x={x} y={middle} />
      ))}
      <LastNames lane={lane} x={x} y={middle} />
      {gate === undefined ? null : (
        <g>
          <title>{gate.title}</title>
          <rect
            x={nowX + 4}
            y={middle - 9}
            width={12}
            height={18}
            fill="none"
            stroke="currentColor"
            strokeDasharray={gate.status === 'open' ? undefined : gate.status === 'disputed' ? '5 2' : '1 3'}
          />
          <text x={nowX + 20} y={middle + 4} fontSize={11} fill="currentColor">
            {gateWord(gate.status, word)}
          </text>
        </g>
      )}
    </g>
  )
}

/** A double line from when it was filed. */
function Pending({ title, from, to, y }: { title: string; from: number; to: number; y: number }): ReactNode {
  return (
    <g>
      <title>{title}</title>
      <path
        d={`M ${from} ${y - 2.5} H ${to} M ${from} ${y + 2.5} H ${to}`}
        stroke="currentColor"
        strokeWidth={1.5}
      />
    </g>
  )
}

/** Filled: one date. Hollow diamond: rival dates. A bar: somewhere between two days. */
function MarkShape({
  mark,
  x,
  y,
}: {
  mark: Lane['marks'][number]
  x: (text: string) => number
  y: number
}): ReactNode {
  const start = mark.earliest ?? mark.latest
  const end = mark.latest ?? mark.earliest
  if (start === null || end === null) return null
  const a = x(start)
  const b = Math.max(a, x(end))
  return (
    <g>
      <title>{[mark.title, ...new Set([start.slice(0, 10), end.slice(0, 10)])].join(', ')}</title>
      {b - a > 8 ? (
        <rect x={a} y={y - 4} width={b - a} height={8} fill="none" stroke="currentColor" strokeDasharray="3 2" />
      ) : null}
      {mark.contested ? (
        <path
          d={`M ${a} ${y - 6} l 6 6 l -6 6 l -6 -6 Z`}
          fill="var(--paper, white)"
          stroke="currentColor"
          strokeWidth={1.5}
        />
      ) : (
        <circle cx={a} cy={y} r={4.5} fill={mark.hypothetical ? 'none' : 'currentColor'} stroke="currentColor" />
      )}
    </g>
  )
}

/** Names under the marks that leave room for them, from the newest back. */
function LastNames({ lane, x, y }: { lane: Lane; x: (text: string) => number; y: number }): ReactNode {
  const names: { at: number; text: string; row: number }[] = []
  const ends = [Infinity, Infinity]
  for (const mark of lane.marks.toReversed()) {
    const start = mark.earliest ?? mark.latest
    if (start === null) continue
    const text = mark.title.length > 30 ? `${mark.title.slice(0, 29)}…` : mark.title
    const width = text.length * 5.6
    const at = Math.max(LABEL_WIDTH, Math.min(x(start) - 4, WIDTH - 90 - width))
    const row = ends.findIndex((end) => at + width < end)
    if (row < 0) continue
    ends[row] = at - 8
    names.push({ at, text, row })
  }
  return (
    <>
      {names.map((name) => (
        <text
          key={`${name.at}${name.text}`}
          x={name.at}
          y={y + 18 + name.row * 12}
          fontSize={10.5}
          fill="currentColor"
        >
          {name.text}
        </text>
      ))}
    </>
  )
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 19) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}
