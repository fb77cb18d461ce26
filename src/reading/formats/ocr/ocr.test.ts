import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import { extra, pdf, stream, words } from '../../../../tests/corpus/documents.ts'
import { parseBytes } from '../parse.ts'

/** A page as a scanner gives it. */
function scanned(content: string): { png: Uint8Array; pixels: string; width: number; height: number } {
  const page = mupdf.Document.openDocument(pdf([{ content, size: [300, 120] }]), 'application/pdf').loadPage(0)
  const picture = page.toPixmap(mupdf.Matrix.scale(3, 3), mupdf.ColorSpace.DeviceGray)
  const pixels = Buffer.from(picture.getPixels()).toString('latin1')
  return { png: picture.asPNG(), pixels, width: picture.getWidth(), height: picture.getHeight() }
}

const content = words('The Council of Ministers', 20, 80) + words('authorised the surrender.', 20, 60)

describe('A scan', () => {
  it('is read as a picture, with the place of every line and a warning to compare', async () => {
    const reading = await parseBytes(scanned(content).png, 'scan.png')
    expect(reading.text).toMatch(/The Council of Ministers\s+authorised the surrender\./)
    expect(reading.pages[0]).toMatchObject({ origin: 'ocr', number: 1 })
    expect(reading.pages[0]?.spans.length).toBeGreaterThan(0)
    expect(reading.warnings[0]?.message).toContain('compare names, dates and numbers with the picture')
  }, 120_000)

  it('is read in a PDF whose page has no words, and where it has only a stamp', async () => {
    const { pixels, width, height } = scanned(content)
    const picture = stream(
      pixels,
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
        '/ColorSpace /DeviceGray /BitsPerComponent 8',
    )
    const draw = 'q 600 0 0 240 0 400 cm /Scan Do Q q 600 0 0 240 0 150 cm /Scan Do Q'
    const reading = await parseBytes(
      pdf([{ content: draw }, { content: `${draw} ${words('Page 2', 500, 20)}` }], {
        objects: [picture],
        resources: `/XObject << /Scan ${extra(0)} >>`,
      }),
      'scan.pdf',
    )
    expect(reading.pages.map(({ origin }) => origin)).toEqual(['ocr', 'ocr'])
    expect(reading.text).toMatch(/authorised the surrender\.[^\f]*\fPage 2[^\f]*authorised the surrender\./)
  }, 240_000)
})
