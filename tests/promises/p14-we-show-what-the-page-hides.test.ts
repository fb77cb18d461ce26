/** P14: what a document holds and a person looking at it would not see is reported, and is not among its words. */
import { describe, expect, it } from 'vitest'
import { parseBytes } from '../../src/reading/formats/parse.ts'
import type { RawReading } from '../../src/reading/formats/text-layer.ts'
import { bytesOf, docx, extra, odt, paragraph, pdf, rtf, stream, wordPart, words } from '../corpus/documents.ts'
import type { PdfExtras } from '../corpus/documents.ts'

const SEEN = 'Seen words.'
const HIDDEN = 'Hidden words'
const page = (content: string, extras: PdfExtras = {}, more = ''): Uint8Array =>
  pdf([{ content: `${words(SEEN)} ${content}`, more }], {
    resources: '/ExtGState << /Faint << /ca 0 >> >>',
    ...extras,
  })
const at = (before: string, x = 72, y = 600, size = 12): string => words(HIDDEN, x, y, before, size)
const scan = `/XObject << /Scan ${extra(0)} >>`
const picture = stream(
  '\x80',
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
)

const cases: readonly (readonly [what: string, kind: string, bytes: Uint8Array])[] = [
  ['a PDF: drawn in invisible mode', 'invisible-text', page(at('3 Tr'))],
  ['a PDF: white on the white page', 'white-text', page(at('1 g'))],
  ['a PDF: almost white, in CMYK', 'white-text', page(at('0 0 0 0.03 k'))],
  ['a PDF: black on a black bar', 'white-text', page(`0 g 60 590 300 30 re f ${at('0 g')}`)],
  ['a PDF: under a black bar', 'covered-text', page(`${at('0 g')} 0 g 60 590 300 30 re f`)],
  [
    'a PDF: under a picture',
    'covered-text',
    page(`${at('0 g')} q 400 0 0 100 60 560 cm /Scan Do Q`, { objects: [picture], resources: scan }),
  ],
  ['a PDF: off the page', 'off-page-text', page(at('', -900, 600))],
  ['a PDF: fully transparent', 'transparent-text', page(`q /Faint gs ${at('')} Q`)],
  ['a PDF: too small to read', 'tiny-text', page(at('', 72, 600, 0.2))],
  [
    'a PDF: in a note',
    'annotation',
    page(
      '',
      { objects: [`<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (${HIDDEN}) /T (A. Clerk) >>`] },
      `/Annots [${extra(0)}]`,
    ),
  ],
  [
    'a PDF: in a script that runs on opening',
    'script',
    page('', { catalogue: `/OpenAction ${extra(0)}`, objects: [`<< /S /JavaScript /JS (${HIDDEN}) >>`] }),
  ],
  [
    'a PDF: in a file inside it',
    'embedded-file',
    page('', {
      catalogue: `/Names << /EmbeddedFiles << /Names [(n) ${extra(0)}] >> >>`,
      objects: [
        `<< /Type /Filespec /F (${HIDDEN}.txt) /EF << /F ${extra(1)} >> >>`,
        stream('inside', '/Type /EmbeddedFile'),
      ],
    }),
  ],
  [
    'a PDF: in a field that does not show',
    'form-field',
    page(
      '',
      {
        catalogue: `/AcroForm << /Fields [${extra(0)}] >>`,
        objects: [`<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (${HIDDEN}) /F 2 /Rect [10 10 90 30] >>`],
      },
      `/Annots [${extra(0)}]`,
    ),
  ],
  ['a Word file: set not to show', 'hidden-text', docx(paragraph(SEEN) + paragraph(HIDDEN, '<w:vanish/>'))],
  [
    'a Word file: hidden by its style',
    'hidden-text',
    docx(paragraph(SEEN) + paragraph(HIDDEN, '<w:rStyle w:val="S"/>'), {
      'word/styles.xml': wordPart('styles', '<w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'),
    }),
  ],
  ['a Word file: white', 'white-text', docx(paragraph(SEEN) + paragraph(HIDDEN, '<w:color w:val="FFFFFF"/>'))],
  [
    'a Word file: deleted with changes tracked',
    'deletion',
    docx(`${paragraph(SEEN)}<w:p><w:del><w:r><w:delText>${HIDDEN}</w:delText></w:r></w:del></w:p>`),
  ],
  [
    'a Word file: in a comment',
    'comment',
    docx(paragraph(SEEN), {
      'word/comments.xml': wordPart('comments', `<w:comment w:author="X">${paragraph(HIDDEN)}</w:comment>`),
    }),
  ],
  [
    'a Word file: fetched from elsewhere when opened',
    'external-reference',
    docx(paragraph(SEEN), {
      'word/_rels/settings.xml.rels':
        `<Relationships><Relationship Type="x/attachedTemplate" ` +
        `TargetMode="External" Target="https://example.org/${HIDDEN}"/></Relationships>`,
    }),
  ],
  ['a Word file: a program in it', 'macro', docx(paragraph(SEEN), { 'word/vbaProject.bin': HIDDEN })],
  [
    'an OpenDocument text: white',
    'white-text',
    odt(
      '<office:automatic-styles><style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>' +
        `</office:automatic-styles><office:body><text:p>${SEEN}<text:span text:style-name="W">` +
        `${HIDDEN}</text:span></text:p></office:body>`,
    ),
  ],
  ['a rich text file: set not to show', 'hidden-text', rtf(`${SEEN}{\\v ${HIDDEN}}`)],
  [
    'a web page: by its style',
    'hidden-text',
    bytesOf(`<html><body>${SEEN}<p style="display:none">${HIDDEN}</p></body></html>`),
  ],
  [
    'a web page: pushed off the screen',
    'off-page-text',
    bytesOf(`<html><body>${SEEN}<p style="position:absolute; left:-9999px">${HIDDEN}</p></body></html>`),
  ],
  [
    'a web page: white on white',
    'white-text',
    bytesOf(`<html><body>${SEEN}<p style="color:#FFF; background:white">${HIDDEN}</p></body></html>`),
  ],
]

describe('Words are reported and are not among the words of the document', () => {
  it.each(cases)('%s', async (_, kind, bytes) => {
    const reading: RawReading = await parseBytes(bytes, 'a.html')
    expect(reading.warnings).toEqual([])
    expect(reading.text.trim()).toBe(SEEN)
    const found = reading.hidden.filter((one) => one.kind === kind)
    expect(found.map(({ text }) => text)).not.toEqual([])
    if (kind !== 'macro') expect(found[0]?.text).toContain(HIDDEN)
    expect(found[0]?.how).not.toBe('')
  })
})

describe('A file inside a file', () => {
  it('is handed out as a document of its own', async () => {
    const bytes = cases.find(([what]) => what.includes('file inside'))?.[2] ?? new Uint8Array()
    const { children } = await parseBytes(bytes, 'a.pdf')
    expect(children.map(({ name, bytes: inside }) => [name, Buffer.from(inside).toString()])).toEqual([
      [`${HIDDEN}.txt`, 'inside'],
    ])
  })
})

describe('A PDF that was changed after it was made', () => {
  it('is said to hold its earlier state', async () => {
    const bytes = Buffer.concat([page(''), Buffer.from('\n%%EOF\n')])
    expect((await parseBytes(bytes, 'a.pdf')).hidden).toMatchObject([{ kind: 'revision', text: '2 states' }])
  })
})

describe("A scan with another program's words under it", () => {
  it('is read by those words, and says that they are not what is seen', async () => {
    const content = `${words('Words of the scan.', 72, 600, '3 Tr')} q 595 0 0 842 0 0 cm /Scan Do Q`
    const reading = await parseBytes(pdf([{ content }], { objects: [picture], resources: scan }), 'a.pdf')
    expect(reading.text).toBe('Words of the scan.')
    expect(reading.pages[0]?.origin).toBe('ocr-layer')
    expect(reading.warnings[0]?.message).toContain('Compare them with the picture')
  })
})
