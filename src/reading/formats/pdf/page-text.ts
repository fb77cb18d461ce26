import type { TextLayer } from '../text-layer.ts'

/** The part of the engine's JSON that is used. It is made by the engine of this process, from hostile bytes. */
interface EnginePage {
  readonly blocks: readonly { readonly lines?: readonly EngineLine[] }[]
}
interface EngineLine {
  readonly text: string
  readonly bbox: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

/**
 * Blocks apart by a blank line, lines by a line break, as they stand on the page; nothing is joined or dropped. What
 * leaves this process is checked on the other side.
 */
export function appendText(layer: TextLayer, json: string): void {
  const page = JSON.parse(json) as EnginePage
  let first = true
  for (const { lines = [] } of page.blocks) {
    if (lines.every(({ text }) => text.trim() === '')) continue
    if (!first) layer.append('\n\n')
    first = false
    for (const [index, { bbox, text }] of lines.entries()) {
      if (index > 0) layer.append('\n')
      layer.append(text, { box: [bbox.x, bbox.y, bbox.x + bbox.w, bbox.y + bbox.h] })
    }
  }
}
