/** The text of a document with the places that claims rest on; words that are marked become a claim. */
import { type ReactNode, useRef } from 'react'
import type { DocumentAnswer } from '../../casework/index.ts'
import { go } from '../route.ts'

type Claims = DocumentAnswer['claims']

interface Piece {
  readonly start: number
  readonly text: string
  /** Claims whose words reach into this piece. */
  readonly claims: readonly string[]
}

/** Where the words of a claim stand: at its offsets, or where they are found first; else nowhere. */
function placeOf(text: string, claim: Claims[number]): readonly [number, number] | undefined {
  if (claim.quote === null) return undefined
  if (claim.start !== null && claim.end !== null && text.slice(claim.start, claim.end) === claim.quote)
    return [claim.start, claim.end]
  const found = text.indexOf(claim.quote)
  return found < 0 ? undefined : [found, found + claim.quote.length]
}

/** Cuts the text where a claim's words begin or end. */
export function piecesOf(text: string, claims: Claims): readonly Piece[] {
  const places = claims.flatMap((claim) => {
    const place = placeOf(text, claim)
    return place === undefined ? [] : [{ id: claim.id, start: place[0], end: place[1] }]
  })
  const cuts = [...new Set([0, text.length, ...places.flatMap((p) => [p.start, p.end])])].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    return {
      start,
      text: text.slice(start, end),
      claims: places.filter((p) => p.start <= start && p.end >= end).map((p) => p.id),
    }
  })
}

interface TextProps {
  readonly text: string
  readonly claims: Claims
  readonly chosen: string | null
  readonly onMark: (quote: string, start: number) => void
}

export function DocumentText({ text, claims, chosen, onMark }: TextProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const pieces = piecesOf(text, claims)
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
        if (piece.claims.length === 0) return <span key={piece.start}>{piece.text}</span>
        const [id = ''] = piece.claims
        const anchor = first.has(id) ? undefined : `place-${id}`
        first.add(id)
        return (
          <mark
            key={piece.start}
            id={anchor}
            className={chosen !== null && piece.claims.includes(chosen) ? 'chosen' : undefined}
            onClick={() => go(window.location.pathname, { claim: id }, true)}
          >
            {piece.text}
          </mark>
        )
      })}
    </div>
  )
}
