import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  docx,
  mail,
  odt,
  paragraph,
  pdf,
  rtf,
  wordPart,
  words,
  zip,
} from '../../../tests/corpus/documents.ts'
import { parseBytes } from './parse.ts'
import type { RawReading } from './text-layer.ts'

const read = (bytes: Uint8Array, name = 'file'): Promise<RawReading> => parseBytes(bytes, name)
const brief = ({ hidden }: RawReading): string[] => hidden.map(({ kind, text }) => `${kind}: ${text}`)

describe('A PDF', () => {
  it('gives its pages, each with its words, size and the place of every line', async () => {
    const reading = await read(
      pdf([{ content: words('The Council decided.') }, { content: words('Second page.', 72, 100) }]),
    )
    expect(reading.text).toBe('The Council decided.\fSecond page.')
    expect(
      reading.pages.map(({ number, start, end, origin, width }) => [number, start, end, origin, width]),
    ).toEqual([
      [1, 0, 20, 'text', 595],
      [2, 21, 33, 'text', 595],
    ])
    const [span] = reading.pages[1]?.spans ?? []
    expect(span).toMatchObject({ start: 21, end: 33 })
    expect(span !== undefined && 'box' in span.at && span.at.box[1] > 700).toBe(true)
  })

  it('says what it states of itself, with its dates as ISO 8601', async () => {
    const { metadata } = await read(
      pdf([{ content: words('x') }], {
        info: "/Title (Order) /Author (Chamber) /CreationDate (D:20140219101500+01'00')",
      }),
    )
    expect(metadata).toMatchObject({ title: 'Order', author: 'Chamber', created: '2014-02-19T10:15:00+01:00' })
  })

  it('keeps words on a dark ground and words drawn after their ground', async () => {
    const dark = '0 g 60 700 300 40 re f'
    const reading = await read(
      pdf([
        {
          content:
            `${dark} ${words('White on black.', 72, 720, '1 g')} 0.9 g 60 600 300 40 re f ` +
            `${words('Black on grey.', 72, 610, '0 g')}`,
        },
      ]),
    )
    expect(reading.text).toContain('White on black.')
    expect(reading.text).toContain('Black on grey.')
    expect(reading.hidden).toEqual([])
  })
})

describe('A Word file', () => {
  it('gives paragraphs, tables, notes, and says in which part and paragraph each stands', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
    const reading = await read(
      docx(
        `${paragraph('First.')}<w:tbl><w:tr>${cell('Date')}${cell('Act')}</w:tr><w:tr>` +
          `${cell('14 February')}${cell('Decision')}</w:tr></w:tbl>${paragraph('Last.')}`,
        { 'word/footnotes.xml': wordPart('footnotes', `<w:footnote>${paragraph('A note.')}</w:footnote>`) },
      ),
    )
    expect(reading.text).toBe('First.\nDate\tAct\n14 February\tDecision\nLast.\n\nA note.')
    expect(reading.pages[0]?.spans.at(-1)?.at).toEqual({ part: 'word/footnotes.xml', paragraph: 1 })
  })

  it('keeps tracked insertions in the text and deletions out of it, and reports both with who and when', async () => {
    const change = (kind: string, inner: string): string =>
      `<w:${kind} w:author="A. Clerk" w:date="2014-02-18T10:00:00Z"><w:r>${inner}</w:r></w:${kind}>`
    const reading = await read(
      docx(
        `<w:p><w:r><w:t xml:space="preserve">The request is </w:t></w:r>` +
          `${change('del', '<w:delText>refused</w:delText>')}` +
          `${change('ins', '<w:t>granted</w:t>')}<w:r><w:t>.</w:t></w:r></w:p>`,
      ),
    )
    expect(reading.text).toBe('The request is granted.')
    expect(reading.hidden).toMatchObject([
      { kind: 'deletion', text: 'refused', by: 'A. Clerk', when: '2014-02-18T10:00:00Z', start: 15, end: 15 },
      { kind: 'insertion', text: 'granted', by: 'A. Clerk', start: 15, end: 22 },
    ])
  })

  it('reads a text box once, though it is written twice', async () => {
    const reading = await read(
      docx(
        `<mc:AlternateContent><mc:Choice>${paragraph('Once.')}</mc:Choice><mc:Fallback>` +
          `${paragraph('Once.')}</mc:Fallback></mc:AlternateContent>`,
      ),
    )
    expect(reading.text).toBe('Once.')
  })
})

describe('An OpenDocument text', () => {
  it('keeps changes, comments and hidden words apart', async () => {
    const reading = await read(
      odt(
        '<office:automatic-styles><style:style style:name="H"><style:text-properties text:display="none"/>' +
          '</style:style></office:automatic-styles>' +
          '<office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion>' +
          '<office:change-info><dc:creator>B</dc:creator>' +
          '<dc:date>2014-02-01</dc:date></office:change-info><text:p>not </text:p></text:deletion>' +
          '</text:changed-region></text:tracked-changes>' +
          '<text:p>He may <text:change text:change-id="c1"/>leave.<office:annotation><dc:creator>C</dc:creator>' +
          '<text:p>Check!</text:p></office:annotation></text:p>' +
          '<text:p><text:span text:style-name="H">secret</text:span>Open<text:s text:c="2"/>words</text:p>' +
          '</office:text></office:body>',
      ),
    )
    expect(reading.text).toBe('He may leave.\nOpen  words')
    expect(brief(reading)).toEqual(['deletion: not', 'comment: Check!', 'hidden-text: secret'])
    expect(reading.hidden[0]).toMatchObject({ by: 'B', when: '2014-02-01', start: 7 })
  })
})

describe('A rich text file', () => {
  it('reads letters by code page, by font and by number, with their stand-ins passed over', async () => {
    const reading = await read(rtf(String.raw`caf\'e9 {\f1\'cf\'e0\'e2\'eb\'ee\'e2} \u1178?\par Second\tab line`))
    expect(reading.text).toBe('café Павлов Қ\nSecond\tline')
  })

  it('reports hidden, deleted and white words, comments and embedded objects', async () => {
    const reading = await read(
      rtf(
        String.raw`Seen {\v unseen}{\deleted gone}{\cf1 pale}{\*\annotation a remark}{\object{\*\objdata 0102}}end`,
      ),
    )
    expect(reading.text).toBe('Seen end')
    expect(brief(reading).toSorted()).toEqual([
      'comment: a remark',
      'deletion: gone',
      'embedded-file: object 1',
      'hidden-text: unseen',
      'white-text: pale',
    ])
  })
})

describe('A web page', () => {
  it('gives what a person sees, the main part marked, and where each word stands in the source', async () => {
    const source =
      '<!doctype html><html><head><title>News &amp; law</title><script>var a=1</script></head><body><nav>Menu</nav>' +
      '<article><h1>Headline</h1><p>First <b>bold</b>\n words.</p><table><tr><td>a</td><td>b</td></tr></table>' +
      '</article><footer>Foot</footer></body></html>'
    const reading = await read(bytesOf(source), 'page.html')
    expect(reading.text).toBe('Menu\n\nHeadline\n\nFirst bold words.\n\na\tb\n\nFoot')
    expect(reading.metadata.title).toBe('News & law')
    expect(reading.text.slice(reading.main?.start, reading.main?.end)).toBe('Headline\n\nFirst bold words.\n\na\tb')
    const placed = (reading.pages[0]?.spans ?? []).flatMap(({ start, end, at }) =>
      'source' in at ? [[source.slice(...at.source), reading.text.slice(start, end)] as const] : [],
    )
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
    expect(placed.map(([inSource]) => words(inSource))).toEqual(placed.map(([, inText]) => inText.trim()))
    expect(placed.map(([, inText]) => inText)).toContain('Headline')
  })

  it('reports what its styles hide', async () => {
    const reading = await read(
      bytesOf(
        '<html><head><style>.x{ display : none }</style></head><body>Seen<div class="x">by class</div>' +
          '<p style="visibility:hidden">by style</p><p hidden>by mark</p><span style="font-size:0">tiny</span>' +
          '<!-- the source was paid for --></body></html>',
      ),
    )
    expect(reading.text).toBe('Seen')
    expect(brief(reading)).toEqual([
      'hidden-text: by class',
      'hidden-text: by style',
      'hidden-text: by mark',
      'tiny-text: tiny',
      'source-comment: the source was paid for',
    ])
  })
})

describe('A mail', () => {
  it('gives head lines and body, and its attachments and the mails in it as documents of their own', async () => {
    const inner = mail('Inner', [{ type: 'text/plain', body: 'Deep.' }])
    const reading = await read(
      bytesOf(
        mail('=?utf-8?B?0KDQtdGI0LXQvdC40LU=?=', [
          { type: 'text/plain; charset=utf-8', body: 'See below.' },
          { type: 'message/rfc822', body: inner },
          { type: 'application/pdf', body: '%PDF-', name: '../order.pdf' },
        ]),
      ),
    )
    expect(reading.mediaType).toBe('message/rfc822')
    expect(reading.text).toBe(
      'From: Астана <registry@example.org>\nTo: Lawyer <lawyer@example.org>\n' +
        'Date: Wed, 19 Feb 2014 09:15:00 +0100\nSubject: Решение\n\nSee below.',
    )
    expect(reading.children.map(({ name }) => name)).toEqual(['attachment 1.eml', 'order.pdf'])
    expect(Buffer.from(reading.children[0]?.bytes ?? []).toString()).toContain('Deep.')
  })

  it('says when its HTML form tells something that its plain form does not', async () => {
    const alternative = 'multipart/alternative; boundary="b"'
    const body =
      '--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Hello</p><p>' +
      'Transfer everything tomorrow</p>\r\n--b--'
    const reading = await read(bytesOf(mail('Two faces', [{ type: alternative, body }])))
    expect(brief(reading)).toEqual(['hidden-text: Transfer everything tomorrow'])
  })
})

describe('A mailbox', () => {
  it('is taken apart into its mails', async () => {
    const one = 'From a@b Wed Feb 19 09:15:00 2014\nFrom: a@b\nSubject: One\n\nbody\n>From here on\n\n'
    const reading = await read(bytesOf(one + one.replace('One', 'Two')))
    expect(reading.mediaType).toBe('application/mbox')
    expect(reading.children.map(({ name }) => name)).toEqual(['message 1.eml', 'message 2.eml'])
    expect(Buffer.from(reading.children[0]?.bytes ?? []).toString()).toContain('\nFrom here on')
  })
})

describe('An archive', () => {
  it('is taken apart into its files, with names that are safe', async () => {
    const reading = await read(zip({ 'a/order.txt': 'one', 'b/order.txt': 'two', 'c/': '' }))
    expect(reading.children.map(({ name, statedName }) => [name, statedName])).toEqual([
      ['order.txt', 'a/order.txt'],
      ['order (2).txt', 'b/order.txt'],
    ])
  })
})

describe('What a file is', () => {
  it.each([
    ['pdf', pdf([{ content: '' }]), 'renamed.txt', 'application/pdf'],
    [
      'docx',
      docx(paragraph('x')),
      'archive.zip',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['text with a colon', bytesOf('Subject: none\nThis is a note.'), 'note.txt', 'text/plain'],
    ['text that speaks of HTML', bytesOf('The <html> element'), 'note.txt', 'text/plain'],
  ])('is seen from its bytes: %s', async (_, bytes, name, mediaType) => {
    expect((await read(bytes, name)).mediaType).toBe(mediaType)
  })

  it.each([
    [
      'old Word',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      /old Office file.*DOCX or PDF/,
    ],
    ['RAR', bytesOf('Rar!\x1a\x07\x00'), /RAR archive.*Unpack it/],
    ['nothing', new Uint8Array(), /0 bytes/],
    ['noise', Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 256), /not known/],
  ])('is said when it is not read, with what to do: %s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message)
  })
})
