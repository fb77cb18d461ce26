/** Documents that came together share a few processes; what one does must not reach another. */
import { describe, expect, it } from 'vitest'
import { makeReadyForNext, parseBytes } from '../../src/reading/formats/parse.ts'
import type { Outcome } from '../../src/reading/index.ts'
import { DOCUMENTS_PER_PROCESS_MAX } from '../../src/reading/limits.ts'
import { bytesOf, docx, paragraph, pdf, rtf, words, zip } from './documents.ts'
import { compiledReader } from './worker.ts'

const open = compiledReader()

const batch: readonly (readonly [string, Uint8Array])[] = [
  ['letter.txt', bytesOf('An ordinary letter.')],
  ['order.pdf', pdf([{ content: words('The order of the court.') }])],
  ['broken.docx', zip({ 'word/document.xml': '<w:document' })],
  ['order.docx', docx(paragraph('The order of the court.'))],
  ['empty.txt', new Uint8Array()],
  ['two.pdf', pdf([{ content: words('First page.') }, { content: words('Second page.') }])],
  ['note.rtf', rtf('A note.')],
]

const told = (outcome: Outcome): string =>
  outcome.status === 'read' ? outcome.reading.text : `${outcome.refusal.code}: ${outcome.refusal.message}`

describe('A batch of documents', () => {
  it('reads as its documents read one by one, broken ones among them', async () => {
    const [alone, together] = [await open(), await open({ batch: true })]
    for (const [name, bytes] of batch) {
      expect(told(await together.read(bytes, name))).toBe(told(await alone.read(bytes, name)))
    }
  })

  it('goes on past what one process may read, several at a time', async () => {
    const reader = await open({ batch: true })
    const count = DOCUMENTS_PER_PROCESS_MAX + 6
    const outcomes = await Promise.all(
      Array.from({ length: count }, (_, n) => reader.read(bytesOf(`Letter number ${n}.`), 'letter.txt')),
    )
    expect(outcomes.map(told)).toEqual(Array.from({ length: count }, (_, n) => `Letter number ${n}.`))
  })

  it('is not read on by a process that speaks without being asked', async () => {
    const reader = await open({ batch: true, misbehaving: true })
    expect(told(await reader.read(bytesOf('chatter'), 'a.txt'))).toBe('first')
    await new Promise((resolve) => setTimeout(resolve, 500))
    // The same process would have answered with what it had sent before it was asked.
    expect(told(await reader.read(bytesOf('chatter'), 'b.txt'))).toBe('first')
  })
})

describe('The PDF engine of a process', () => {
  it('is another one for the next document, with a memory of its own', async () => {
    const engines = await import('../../src/reading/formats/pdf/engine.ts')
    const first = engines.mupdf
    await parseBytes(pdf([{ content: words('A page.') }]), 'a.pdf')
    await makeReadyForNext()
    const second = engines.mupdf
    expect(second.Document).not.toBe(first.Document)
    expect((await parseBytes(pdf([{ content: words('Another page.') }]), 'b.pdf')).text).toBe('Another page.')
  })
})
