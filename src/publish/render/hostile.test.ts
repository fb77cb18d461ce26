import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../paper/model.ts'
import { docxParagraphs, htmlElements, htmlText, pdfPages } from './extract.fixtures.ts'
import { lettersWithoutFont, renderPaper } from './index.ts'
import { printable } from './letters.ts'
import { paperOf, sentence } from './paper.fixtures.ts'

const squeezed = (text: string): string => text.replace(/[\p{Z}\s]/gu, '')

/** What stands in the PDF between the heading and the page number, without spaces. */
const pdfBody = (bytes: Uint8Array): string => {
  const pages = pdfPages(bytes)
  return pages
    .map((page, index) => squeezed(page).replace(new RegExp(`${index + 1}/${pages.length}$`), ''))
    .join('')
    .replace('Apaper1.Text', '')
}

/** Markup of Typst, HTML, XML, Word fields, mail and shells. */
const attacks = [
  '#eval("1+1") #read("/etc/passwd") #import "@preview/x:1.0.0": *',
  '$x^2$ *bold* _it_ `raw` <label> @ref = Heading // gone /* gone */ ] } ) \\ \\u{41} ~ -- --- ... \'q\' "q"',
  '</script><script>alert(1)</script><img src=x onerror=alert(1)> &amp; &#65; <!-- --> ]]> <![CDATA[',
  '</w:t></w:r><w:fldSimple w:instr="INCLUDETEXT c:\\\\x"/> {INCLUDEPICTURE "x"} w:id="7"',
  "#{sys.inputs} #panic() #context #show: none ${'a'} $(id) %s %n",
  'ﬁ ﬂ fi fl ffi œ Æ ß ñ ¿ ¡ € § ¶ † „“ «» – — …',
  'Әлия Қ. Өмірғалиқызы: ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң Ө Ұ Ү Һ І, Привет, Київ ґ є ї',
  'a\u0000b\u0007c\u001Bd\u007Fe\u0085f\u202Eg\u2066h\u200Bi\uFEFFj\u00ADk\u{E0041}l\uFFFEm\uD800n',
]

const letters = fc.string({
  unit: fc.constantFrom(...' #$*_`<>@=/\\[]{}()~-."\'&;:%^|!?+,0123456789aZéñßąžшЖәғқңөұүһіΩώ'.split('')),
  maxLength: 300,
})
const texts = fc.oneof(fc.constantFrom(...attacks), letters)
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
const runs = { numRuns: 40 }

/** A text in every place of a paper that takes one. */
const everywhere = (text: string): Paper => ({
  ...paperOf(text),
  title: text,
  marking: [text],
  addressee: [text],
  dated: text,
  mark: text,
  sections: [
    {
      id: 'all',
      heading: text,
      blocks: [
        { kind: 'paragraph', text: [sentence(text, [1], [1])] },
        { kind: 'list', numbered: true, items: [[sentence(text)]] },
        { kind: 'fields', rows: [{ label: text, value: [sentence(text, [1])] }] },
        { kind: 'table', head: [text, text], rows: [[[sentence(text)], [sentence(text)]]] },
        { kind: 'quote', text: [sentence(text)], speaker: text },
      ],
    },
  ],
  sources: [
    { number: 1, text },
    { number: 2, text },
  ],
  exhibits: [{ number: 1, document: 'doc', title: text, date: text, missing: text }],
})

describe('a text that tries to be something else', () => {
  it('comes out of the PDF letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(pdfBody(await renderPaper(paperOf(text), 'pdf'))).toBe(squeezed(printable(text)))
      }),
      runs,
    )
  })

  it('comes out of the Word document letter for letter, spaces and line ends included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, anything), async (text) => {
        expect(docxParagraphs(await renderPaper(paperOf(text), 'docx'))).toContain(printable(text))
      }),
      runs,
    )
  })

  it('comes out of the page letter for letter, and adds no element to it', async () => {
    const plain = htmlElements(await renderPaper(paperOf('x'), 'html')).map(({ tagName }) => tagName)
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, anything), async (text) => {
        const elements = htmlElements(await renderPaper(paperOf(text), 'html'))
        expect(elements.map(({ tagName }) => tagName)).toEqual(plain)
        const paragraph = elements.find(({ tagName }) => tagName === 'p')
        expect(paragraph === undefined ? '' : htmlText(paragraph)).toBe(printable(text))
      }),
      runs,
    )
  })

  it('comes out of the plain text with every letter, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, anything), async (text) => {
        const out = Buffer.from(await renderPaper(paperOf(text), 'text')).toString('utf8')
        expect(squeezed(out)).toBe(`Apaper=======1.Text-------${squeezed(printable(text))}`)
      }),
      runs,
    )
  })

  it('breaks no output wherever it stands', async () => {
    const places = fc.oneof(texts, anything)
    await fc.assert(
      fc.asyncProperty(places, async (text) => {
        const paper = everywhere(text)
        expect(pdfPages(await renderPaper(paper, 'pdf')).length).toBeGreaterThan(0)
        const docx = await renderPaper(paper, 'docx')
        for (const part of ['document', 'footnotes', 'footer1']) docxParagraphs(docx, `word/${part}.xml`)
        const names = htmlElements(await renderPaper(paper, 'html')).map(({ tagName }) => tagName)
        expect(
          names.filter((name) => ['script', 'img', 'iframe', 'object', 'link', 'form'].includes(name)),
        ).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

describe('letters of other scripts', () => {
  it('stand in the PDF where a font of the program has them', async () => {
    const paper = paperOf('عربي שלום ქართული Հայերեն')
    expect(await lettersWithoutFont(paper)).toEqual([])
    const found = [...pdfBody(await renderPaper(paper, 'pdf'))].sort().join('')
    expect(found).toBe([...squeezed('عربي שלום ქართული Հայերեն')].sort().join(''))
  })

  it('are printed as their numbers where it has none, and are named for the author', async () => {
    const paper = paperOf('Name: 中文 (\uE000)')
    expect(await lettersWithoutFont(paper)).toEqual(['\uE000', '中', '文'])
    expect(pdfBody(await renderPaper(paper, 'pdf'))).toBe('Name:[U+4E2D][U+6587]([U+E000])')
  })
})

describe('a long list with a source for each item', () => {
  it('counts on over the pages, with every note at the foot of the page that refers to it', async () => {
    const items = Array.from({ length: 40 }, (_, index) => [
      sentence(`Fact ${'of the record '.repeat(index === 7 ? 300 : 12)}`, [index + 1]),
    ])
    const sources = items.map((_, index) => ({ number: index + 1, text: `Source-${index + 1}-end` }))
    const section = { id: 'facts', heading: 'Facts', blocks: [{ kind: 'list' as const, numbered: true, items }] }
    const pages = pdfPages(await renderPaper(paperOf('', { sections: [section], sources }), 'pdf'))
    expect(pages.length).toBeGreaterThan(3)
    for (const [index] of items.entries()) {
      const page = pages.find((text) => text.includes(`Source-${index + 1}-end`)) ?? ''
      if (index !== 7) expect(page).toMatch(new RegExp(`^${index + 1}\\.\\s`, 'm'))
    }
  })
})
