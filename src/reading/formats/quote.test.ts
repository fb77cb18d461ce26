import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docx, paragraph, pdf, words } from '../../../tests/corpus/documents.ts'
import { parseBytes } from './parse.ts'
import { locateQuote, positionAt } from './quote.ts'

describe('A quote', () => {
  it('is found again at its place in every stretch of a document that is read anew', async () => {
    const bytes = pdf([
      { content: words('The Council decided on 14 February.') + words('He may be surrendered.', 72, 700) },
      { content: words('Second page.') },
    ])
    const first = await parseBytes(bytes, 'a.pdf')
    const again = await parseBytes(bytes.slice(), 'b.pdf')
    fc.assert(
      fc.property(fc.nat(first.text.length - 1), fc.integer({ min: 1, max: 40 }), (start, length) => {
        const quote = first.text.slice(start, start + length)
        expect(locateQuote(again.text, { quote, start })).toEqual({ start, end: start + quote.length })
      }),
    )
  })

  it('is found by its surroundings when words were added before it, also when it stands there twice', () => {
    const text = 'Added words. He denied it in 2013. He denied it in 2014.'
    expect(locateQuote(text, { quote: 'He denied it', suffix: ' in 2014', start: 22 })).toEqual({
      start: 35,
      end: 47,
    })
  })

  it('is not moved to other words', () => {
    expect(locateQuote('He denies it.', { quote: 'He denied it', start: 0 })).toBeUndefined()
  })

  it('has a place in the original', async () => {
    const reading = await parseBytes(docx(paragraph('One.') + paragraph('Two.')), 'a.docx')
    const found = locateQuote(reading.text, { quote: 'Two' })
    const pages = reading.pages.map((page) => ({ ...page, text: reading.text.slice(page.start, page.end) }))
    expect(positionAt({ pages }, found?.start ?? 0, found?.end ?? 0).map(({ at }) => at)).toEqual([
      { part: 'word/document.xml', paragraph: 2 },
    ])
  })
})
