/** Who is tied to whom: at most twenty names in a ring; a relation of one speaker is dashed, of several solid. */
import { type ReactNode, useRef } from 'react'
import type { PeopleAnswer } from '../../casework/index.ts'
import { SaveSvg } from '../ui/save-svg.tsx'
import { useProperty, useWords } from '../words.ts'

const NODES_MAX = 20
const WIDTH = 900
const HEIGHT = 420

export function Network({ answer }: { answer: PeopleAnswer }): ReactNode {
  const word = useWords()
  const property = useProperty()
  const picture = useRef<SVGSVGElement>(null)
  const names = new Map<string, string>()
  for (const r of answer.relations) names.set(r.from, r.fromName).set(r.to, r.toName)
  const ids = [...names.keys()].slice(0, NODES_MAX)
  const place = (id: string): { x: number; y: number } => {
    const angle = (2 * Math.PI * ids.indexOf(id)) / ids.length - Math.PI / 2
    return { x: WIDTH / 2 + Math.cos(angle) * 300, y: HEIGHT / 2 + Math.sin(angle) * 150 }
  }
  const shown = answer.relations.filter((r) => ids.includes(r.from) && ids.includes(r.to))
  return (
    <figure className="lanes">
      <div className="scroll" tabIndex={0} role="group" aria-label={word('network')}>
        <svg
          ref={picture}
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={word('network')}
        >
          {shown.map((r) => {
            const a = place(r.from)
            const b = place(r.to)
            return (
              <g key={`${r.from} ${r.relation} ${r.to}`}>
                <line
                  x1={a.x}
                  y1={a.y}
                  x2={b.x}
                  y2={b.y}
                  stroke="currentColor"
                  strokeDasharray={r.speakers.length > 1 ? undefined : '5 4'}
                />
                <text
                  x={(a.x + b.x) / 2}
                  y={(a.y + b.y) / 2 - 5}
                  fontSize={11.5}
                  textAnchor="middle"
                  fill="currentColor"
                >
                  {property(r.relation)}
                </text>
              </g>
            )
          })}
          {ids.map((id) => (
            <Person key={id} name={names.get(id) ?? id} {...place(id)} />
          ))}
        </svg>
      </div>
      <figcaption className="quiet small">
        {word('dashedMention')} · {word('solidConfirmed')} · {word('skipNetwork')}{' '}
        <SaveSvg picture={picture} name="network" />
      </figcaption>
    </figure>
  )
}

function Person({ name, x, y }: { name: string; x: number; y: number }): ReactNode {
  const under = y > HEIGHT / 2
  return (
    <g>
      <circle cx={x} cy={y} r={6} fill="currentColor" />
      <text x={x} y={y + (under ? 24 : -14)} fontSize={14} fontWeight={600} textAnchor="middle" fill="currentColor">
        {name}
      </text>
    </g>
  )
}
