/**
 * Whether a page hides a part of a picture: a box drawn over a scan, a photograph cut to a corner of itself. The
 * hidden pixels are still in the file, and whoever hid them did not mean to send them.
 */
import * as mupdf from 'mupdf'
import type { Box } from '../../../reading/formats/index.ts'

/** Square points; less than a letter hides nothing. */
const AREA_MIN = 12
/** Of a picture: scanners and layout programs cut away a hair's breadth. */
const SHARE_MIN = 0.02
const OPAQUE_MIN = 0.5
const PICTURES_MAX = 5000

const area = (box: Box): number => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1])
const overlap = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]
const unit: mupdf.Rect = [0, 0, 1, 1]
// Bounds of filled paths need no pen; the binding takes null where its type does not say so.
const noPen = null as unknown as mupdf.StrokeState

export function coversPicture(list: mupdf.DisplayList, page: Box): boolean {
  const pictures: Box[] = []
  const clips: Box[] = []
  let covers = false
  const clip = (): Box => clips.at(-1) ?? page
  const cover = (box: Box, part: number): void => {
    if (covers) return
    covers = pictures.some((picture) => area(overlap(picture, box)) > Math.max(AREA_MIN, area(picture) * part))
  }
  const see = (box: Box): void => {
    if (area(overlap(box, clip())) < area(box) * (1 - SHARE_MIN)) covers = true
    if (pictures.length < PICTURES_MAX) pictures.push(box)
    else covers = true
  }
  const keepClip = (): void => void clips.push(clip())
  const device = new mupdf.Device({
    fillPath: (path, _evenOdd, ctm, space, _colour, alpha) => {
      if (alpha >= OPAQUE_MIN && pictures.length > 0) cover(overlap(path.getBounds(noPen, ctm), clip()), 0)
      path.destroy()
      space.destroy()
    },
    fillImage: (image, ctm, alpha) => {
      const mask = image.getMask()
      const box = mupdf.Rect.transform(unit, ctm)
      if (mask === null && alpha >= OPAQUE_MIN) cover(overlap(box, clip()), SHARE_MIN)
      see(box)
      mask?.destroy()
      image.destroy()
    },
    clipPath: (path, _evenOdd, ctm) => {
      clips.push(overlap(path.getBounds(noPen, ctm), clip()))
      path.destroy()
    },
    clipStrokePath: keepClip,
    clipText: keepClip,
    clipStrokeText: keepClip,
    clipImageMask: keepClip,
    endMask: keepClip,
    popClip: () => void clips.pop(),
  })
  list.run(device, mupdf.Matrix.identity)
  device.close()
  device.destroy()
  return covers
}
