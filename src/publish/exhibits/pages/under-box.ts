/** What a page still draws under a box: anything there that has a shape of its own could be what the box hides. */
import * as mupdf from 'mupdf'
import type { Box } from '../../../reading/formats/index.ts'

/** Points; what only touches the edge of a box is not under it. */
const EDGE = 0.75
/** Of 255: what compression makes of one plain colour. */
const STEP_MAX = 24

// Bounds of filled paths need no pen; the binding takes null where its type does not say so.
const noPen = null as unknown as mupdf.StrokeState

export interface UnderBoxes {
  /** Pictures that a box touches, plain under it or not. */
  readonly pictures: number
  /** Whether something with a shape of its own lies under a box. */
  readonly shapes: boolean
}

const touches = (a: Box, b: Box): boolean =>
  a[0] < b[2] - EDGE && a[2] > b[0] + EDGE && a[1] < b[3] - EDGE && a[3] > b[1] + EDGE

export function underBoxes(list: mupdf.DisplayList, boxes: readonly Box[]): UnderBoxes {
  let pictures = 0
  let shapes = false
  const path = (drawn: mupdf.Path, bounds: Box): void => {
    if (boxes.some((box) => touches(bounds, box)) && !isPlain(drawn)) shapes = true
  }
  const picture = (image: mupdf.Image, ctm: mupdf.Matrix): void => {
    const under = boxes.filter((box) => touches(mupdf.Rect.transform([0, 0, 1, 1], ctm), box))
    if (under.length > 0) {
      pictures += 1
      if (!under.every((box) => isPlainUnder(image, ctm, box))) shapes = true
    }
    image.destroy()
  }
  const device = new mupdf.Device({
    fillPath: (drawn, _evenOdd, ctm, space) => {
      path(drawn, drawn.getBounds(noPen, ctm))
      for (const each of [drawn, space]) each.destroy()
    },
    strokePath: (drawn, stroke, ctm, space) => {
      path(drawn, strokeBounds(drawn, stroke, ctm))
      for (const each of [drawn, stroke, space]) each.destroy()
    },
    clipPath: (drawn, _evenOdd, ctm) => {
      path(drawn, drawn.getBounds(noPen, ctm))
      drawn.destroy()
    },
    fillShade: (shade) => {
      // Its bounds are those of the space it is defined in; a plain page has none.
      shapes = true
      shade.destroy()
    },
    fillImage: picture,
    fillImageMask: (image, ctm, space) => {
      picture(image, ctm)
      space.destroy()
    },
    clipImageMask: picture,
  })
  list.run(device, mupdf.Matrix.identity)
  device.close()
  device.destroy()
  return { pictures, shapes }
}

/** The engine's own bounds reckon with the longest corner there could be, which reaches far over most lines. */
function strokeBounds(path: mupdf.Path, stroke: mupdf.StrokeState, ctm: mupdf.Matrix): Box {
  const [left, top, right, bottom] = path.getBounds(noPen, ctm)
  const half = (stroke.getLineWidth() / 2) * Math.max(Math.hypot(ctm[0], ctm[1]), Math.hypot(ctm[2], ctm[3]))
  const more = Math.max(half, 0.5)
  return [left - more, top - more, right + more, bottom + more]
}

/** Only lines that run level or upright: frames, rules and the grounds of tables hide nothing. */
function isPlain(path: mupdf.Path): boolean {
  let plain = true
  let last: readonly [number, number] | undefined
  const to = (x: number, y: number): void => {
    if (last !== undefined && Math.abs(x - last[0]) > 0.01 && Math.abs(y - last[1]) > 0.01) plain = false
    last = [x, y]
  }
  path.walk({
    moveTo: (x, y) => {
      last = [x, y]
    },
    lineTo: to,
    curveTo: () => {
      plain = false
    },
  })
  return plain
}

/** Whether the picture, and its mask, have one colour under the box: looks at its own pixels, not at the page. */
function isPlainUnder(image: mupdf.Image, ctm: mupdf.Matrix, box: Box): boolean {
  const mask = image.getMask()
  const pixels = image.toPixmap()
  try {
    return isOneColour(pixels, ctm, box) && (mask === null || isPlainUnder(mask, ctm, box))
  } finally {
    pixels.destroy()
    mask?.destroy()
  }
}

function isOneColour(pixels: mupdf.Pixmap, ctm: mupdf.Matrix, [left, top, right, bottom]: Box): boolean {
  const width = pixels.getWidth()
  const height = pixels.getHeight()
  const count = pixels.getNumberOfComponents()
  const stride = pixels.getStride()
  const all = pixels.getPixels()
  const [a, b, c, d, e, f] = ctm
  // A pixel on the edge belongs to both sides.
  const edgeX = EDGE + Math.hypot(a / width, c / height)
  const edgeY = EDGE + Math.hypot(b / width, d / height)
  const inner: Box = [left + edgeX, top + edgeY, right - edgeX, bottom - edgeY]
  if (inner[0] >= inner[2] || inner[1] >= inner[3]) return true
  const [u0, v0, u1, v1] = mupdf.Rect.transform([...inner], mupdf.Matrix.invert(ctm))
  let first: number | undefined
  for (let row = Math.max(0, Math.floor(v0 * height)); row < Math.min(height, v1 * height); row++) {
    for (let column = Math.max(0, Math.floor(u0 * width)); column < Math.min(width, u1 * width); column++) {
      const u = (column + 0.5) / width
      const v = (row + 0.5) / height
      const x = a * u + c * v + e
      const y = b * u + d * v + f
      if (x < inner[0] || x > inner[2] || y < inner[1] || y > inner[3]) continue
      const at = row * stride + column * count
      first ??= at
      for (let part = 0; part < count; part++) {
        if (Math.abs((all[at + part] ?? 0) - (all[first + part] ?? 0)) > STEP_MAX) return false
      }
    }
  }
  return true
}
