/** The text of a document with the places that claims and proposals rest on; words that are marked become a claim. */
import { type ReactNode, useRef } from 'react'
import { go } from '../route.ts'

/** Words of the text that something rests on. */
export interface Mark {
  /** Of the claim or the proposal. */
  readonly id: string
  readonly quote: string | null
  readonly start: number | null
  readonly end: number | null
  /** What the fill and the underline say: whether it is claimed, and what is held of it. */
  readonly look: 'proposed' | 'claimed' | 'held' | 'refused' | 'found'
}

interface Piece {
  readonly start: number
  readonly text: string
  /** What reaches into this piece, claims before proposals. */
  readonly marks: readonly Mark[]
}

/** Where the words stand: at their offsets, or where they are found first; else nowhere. */
function placeOf(text: string, { quote, start, end }: Mark): readonly [number, number] | undefined {
  if (quote === null) return undefined
  if (start !== null && end !== null && text.slice(start, end) === quote) return [start, end]
  const found = text.indexOf(quote)
  return found < 0 ? undefined : [found, found + quote.length]
}

/** Cuts the text where marked words begin or end. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const places = marks.flatMap((mark) => {
    const place = placeOf(text, mark)
    return place === undefined ? [] : [{ mark, start: place[0], end: place[1] }]
  })
  const cuts = [...new Set([0, text.length, ...places.flatMap((p) => [p.start, p.end])])].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const here = places.filter((p) => p.start <= start && p.end >= end).map((p) => p.mark)
    const ordered = here.toSorted((a, b) => Number(a.look === 'proposed') - Number(b.look === 'proposed'))
    return { start, text: text.slice(start, end), marks: ordered }
  })
}

interface TextProps {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly chosen: string | null
  readonly onMark: (quote: string, start: number) => void
}

export function DocumentText({ text, marks, chosen, onMark }: TextProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const pieces = piecesOf(text, marks)
  const first = new Set<string>()
  const marked = (): void => {
    const selection = window.getSelection()
    if (selection === null || selection.isCollapsed || place.current === null) return
    const range = selection.getRangeAt(0)
    if (!place.current.contains(range.commonAncestorContainer)) return
    const before = document.createRange()
    before.setStart(place.current, 0)
    before.setEnd(range.startContainer, range.startOffset)
    const quote = range.toString()
    if (quote.trim() !== '') onMark(quote, before.toString().length)
  }
  return (
    <div ref={place} className="document-text" onMouseUp={marked} tabIndex={0} role="document">
      {pieces.map((piece) => {
        const [shown] = piece.marks
        if (shown === undefined) return <span key={piece.start}>{piece.text}</span>
        const picked = piece.marks.find(({ id }) => id === chosen)
        const anchors = piece.marks.filter(({ id }) => !first.has(id))
        for (const { id } of anchors) first.add(id)
        const anchor = anchors.find(({ id }) => id === chosen) ?? anchors[0]
        return (
          <mark
            key={piece.start}
            id={anchor === undefined ? undefined : `place-${anchor.id}`}
            className={picked === undefined ? shown.look : `${picked.look} chosen`}
            onClick={() => go(window.location.pathname, { claim: shown.id }, true)}
          >
            {piece.text}
          </mark>
        )
      })}
    </div>
  )
}
