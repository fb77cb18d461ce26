import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import { redactDocument } from './index.ts'
import type { Original, RedactedDocument, Redaction } from './index.ts'
import { compiledWorker } from './testing.ts'
import { chequered, everythingIn, line, pdfOf, png, seen, trappedPdf, wordsOf } from './testing-originals.ts'

const compiled = compiledWorker()
const redact = (
  original: Original,
  redaction: Partial<Redaction>,
  title = 'Statement of a witness',
): Promise<RedactedDocument> =>
  redactDocument(
    original,
    { passages: [], areas: [], ...redaction },
    { language: 'en', title, worker: compiled.worker },
  )

/** "Zorblatt" in running text, in a form, broken over a line, beside a longer word, in spoken text and an outline. */
const statement = (): Original => ({
  mediaType: 'application/pdf',
  bytes: pdfOf(
    [
      {
        content:
          line('The witness ZORBLATT said that he saw it.', 90) +
          line('Zorblattian things stay, as does the rest.', 110) +
          line('A hyphen breaks the name Zor-', 130) +
          line('blatt over two lines.', 145) +
          'q 1 0 0 1 72 660 cm /Fm Do Q\n' +
          `/Span <</ActualText (Zorblatt spoken)>> BDC ${line('xxxx', 200)} EMC\n` +
          `0.9 g 72 560 300 50 re f 0 g ${line('A table cell with Zorblatt in it', 255, 80)}`,
      },
      { content: line('Zorblatt on the second page.', 90) },
      { content: line('Nothing on the third.', 90) },
    ],
    (pdf) => {
      const resources = pdf.findPage(0).get('Resources')
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, -20, 400, 40] }
      const content = 'BT /F1 12 Tf (In a form lives Zorblatt too) Tj ET'
      resources.put('XObject', {
        Fm: pdf.addStream(content, { ...form, Resources: { Font: resources.get('Font') } }),
      })
      pdf.setMetaData('info:Title', 'About Zorblatt')
      pdf.outlineIterator().insert({ title: 'Zorblatt', uri: '#page=1', open: false })
    },
  ),
})

const withPicture = (): Original => ({
  mediaType: 'application/pdf',
  bytes: pdfOf([{ content: `${line('A scan.', 90)}q 400 0 0 200 72 400 cm /Im Do Q` }], (pdf) => {
    const image = pdf.addImage(new mupdf.Image(chequered()))
    pdf.findPage(0).get('Resources').put('XObject', { Im: image })
  }),
})

describe('a chosen passage', () => {
  it('is gone from text, forms, broken lines, spoken text, outline and title; its page stays readable', async () => {
    const { pdf, removed, pages } = await redact(statement(), { passages: [{ text: 'Zorblatt' }] })
    expect(pages).toBe(3)
    expect(removed).toEqual([
      { page: 1, words: 4, areas: 0, characters: 33, pictures: 0, pictured: false },
      { page: 2, words: 1, areas: 0, characters: 8, pictures: 0, pictured: false },
    ])
    const [first = '', second = '', third = ''] = wordsOf(pdf)
    expect(first).toContain('Zorblattian things stay, as does the rest.')
    expect(first).toMatch(/The witness\s+said that he saw it\./)
    expect(first).toMatch(/A table cell with\s+in it/)
    expect(first.match(/redacted/g)).toHaveLength(5)
    expect(first).toContain('over two lines.')
    expect(second).toMatch(/on the second page\.\s+redacted/)
    expect(third).toContain('Nothing on the third.')
    const everything = everythingIn(pdf).replaceAll('Zorblattian', '')
    expect(everything).not.toMatch(/zorblatt|zor-/i)
    // A box where the word was.
    expect(seen(pdf, 1).at(142, 82)).toBeLessThan(60)
  })

  it('on one page only is left on the others', async () => {
    const { pdf, removed } = await redact(statement(), { passages: [{ text: 'zorblatt', page: 2 }] })
    expect(removed.map(({ page }) => page)).toEqual([2])
    expect(wordsOf(pdf)[0]).toContain('ZORBLATT')
    expect(wordsOf(pdf)[1]).not.toContain('Zorblatt')
  })

  it('that stands nowhere stops everything: nothing is passed over in silence', async () => {
    const passages = [{ text: 'Zorblatt' }, { text: 'Nobody Else' }]
    await expect(redact(statement(), { passages })).rejects.toMatchObject({
      why: 'Not found: "Nobody Else".',
      remedy: expect.stringContaining('mark an area'),
    })
  })

  it('that stands in the new title is found by the check, and no file comes out', async () => {
    const passages = [{ text: 'Zorblatt' }]
    await expect(redact(statement(), { passages }, 'Statement of Zorblatt')).rejects.toMatchObject({
      why: expect.stringMatching(/^The check of the result failed\..*title/),
    })
  })

  it('takes nothing along that was hidden beside it', async () => {
    const trapped = { bytes: trappedPdf(), mediaType: 'application/pdf' }
    const { pdf } = await redact(trapped, { passages: [{ text: 'everybody' }] })
    expect(everythingIn(pdf)).not.toMatch(/Canary|everybody/)
    expect(wordsOf(pdf)[0]).toContain('Spoken otherwise.')
  })
})

describe('a chosen area', () => {
  it('has no pixels left in the picture under it, which stays as it is elsewhere', async () => {
    const area = { page: 1, box: [150, 270, 250, 320] as const }
    const { pdf, removed } = await redact(withPicture(), { areas: [area] })
    expect(removed).toEqual([{ page: 1, words: 0, areas: 1, characters: 0, pictures: 1, pictured: false }])
    const page = seen(pdf, 1)
    for (let y = 272; y < 288; y++) for (let x = 152; x < 248; x++) expect(page.at(x, y)).toBeLessThan(30)
    expect(new Set([page.at(300, 340), page.at(308, 340), page.at(316, 340)]).size).toBeGreaterThan(1)
    expect(coloursUnder(pdf)).toBe(1)
  })

  it('on a photograph takes the pixels, and says that the words of a scan cannot be searched', async () => {
    const photo = { bytes: png(), mediaType: 'image/png' }
    const { pdf, removed } = await redact(photo, { areas: [{ page: 1, box: [20, 20, 120, 80] }] })
    expect(removed).toMatchObject([{ page: 1, areas: 1, pictures: 1 }])
    expect(seen(pdf, 1).at(30, 30)).toBeLessThan(30)
    await expect(redact(photo, { passages: [{ text: 'name' }] })).rejects.toThrow(/not redacted/)
  })

  it('over a drawing makes the page a picture, since lines cannot be taken out in part', async () => {
    const bytes = pdfOf([{ content: `${line('A signature.', 90)}2 w 100 300 m 150 350 200 250 250 300 c S` }])
    const original = { bytes, mediaType: 'application/pdf' }
    const { pdf, removed } = await redact(original, { areas: [{ page: 1, box: [90, 500, 170, 580] }] })
    expect(removed).toMatchObject([{ page: 1, pictured: true }])
    expect(wordsOf(pdf)[0]).toContain('A signature.')
    const streams = everythingIn(pdf)
    expect(streams).not.toMatch(/150(?:\.\d+)? (?:350|492)/)
  })

  it('that is empty, or on no page, is refused', async () => {
    await expect(redact(withPicture(), { areas: [{ page: 1, box: [10, 10, 10, 40] }] })).rejects.toMatchObject({
      why: 'The area on page 1 is empty.',
    })
    await expect(redact(withPicture(), { areas: [{ page: 7, box: [10, 10, 50, 40] }] })).rejects.toMatchObject({
      why: 'An area lies on page 7; the document has 1.',
    })
    await expect(redact(withPicture(), {})).rejects.toMatchObject({ why: 'Nothing was chosen.' })
  })
})

/** How many colours the pixels of the picture itself have where the area was, one row through its middle. */
function coloursUnder(bytes: Uint8Array): number {
  const colours = new Set<string>()
  const device = new mupdf.Device({
    fillImage: (image) => {
      const pixels = image.toPixmap()
      const all = pixels.getPixels()
      const row = Math.floor(pixels.getHeight() * 0.265) * pixels.getStride()
      for (let x = 85; x < 170; x++) {
        const at = row + x * pixels.getNumberOfComponents()
        colours.add(all.slice(at, at + pixels.getNumberOfComponents()).join())
      }
    },
  })
  new mupdf.PDFDocument(bytes).loadPage(0).run(device, mupdf.Matrix.identity)
  device.close()
  return colours.size
}
