/** Where a page of an original comes to lie on a sheet of the bundle. */
import * as mupdf from 'mupdf'
import type { Box } from '../../../reading/formats/index.ts'

/** A4 in points: what courts print on, and what fax machines feed. */
export const SHEET = { short: 595, long: 842 } as const

/** Points at the head of a sheet that stay free for the stamp, so that it never covers a word of an exhibit. */
export const BAND = 30

export interface Frame {
  /** The sheet, from 0 0. */
  readonly sheet: mupdf.Rect
  /** From the original's page to the sheet. */
  readonly matrix: mupdf.Matrix
}

export type Framing = 'sheet' | 'own'

/** `sheet`: on A4 below the band, made smaller where needed, never larger. `own`: as large as the original. */
export function frameOf([left, top, right, bottom]: Box, framing: Framing): Frame {
  const width = Math.max(1, right - left)
  const height = Math.max(1, bottom - top)
  const home = mupdf.Matrix.translate(-left, -top)
  if (framing === 'own') return { sheet: [0, 0, width, height], matrix: home }
  const [sheetWidth, sheetHeight] = width > height ? [SHEET.long, SHEET.short] : [SHEET.short, SHEET.long]
  const scale = Math.min(1, sheetWidth / width, (sheetHeight - BAND) / height)
  const place = mupdf.Matrix.translate((sheetWidth - width * scale) / 2, BAND)
  const matrix = mupdf.Matrix.concat(mupdf.Matrix.concat(home, mupdf.Matrix.scale(scale, scale)), place)
  return { sheet: [0, 0, sheetWidth, sheetHeight], matrix }
}
