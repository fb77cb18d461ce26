import { z } from 'zod'
import type { TextLayer } from '../text-layer.ts'

// The engine's own JSON; checked, because it is made from hostile bytes.
const boxSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })
const pageSchema = z.object({
  blocks: z.array(
    z.object({
      type: z.string(),
      lines: z.array(z.object({ bbox: boxSchema, text: z.string() })).optional(),
    }),
  ),
})

/** Blocks apart by a blank line, lines by a line break, as they stand on the page; nothing is joined or dropped. */
export function appendText(layer: TextLayer, json: string): void {
  const page = pageSchema.parse(JSON.parse(json))
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
