import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBytes } from '../parse.ts'
import { decode } from './decode.ts'

const russian =
  'Министр юстиции заявил, что гражданин Павлов будет выдан Казахстану после решения суда. Защита обжаловала ' +
  'это решение.'
const ukrainian =
  'Міністр юстиції заявив, що громадянин Павлов буде виданий Казахстану після рішення суду. Її захист оскаржив ' +
  'це рішення.'
const spanish =
  'El Consejo de Ministros acordó la extradición. La Audiencia Nacional señaló que él no corría ningún peligro ' +
  'según España.'

/** The other way round than TextDecoder, which Node can only decode. */
function encode(text: string, encoding: string): Uint8Array {
  const byByte = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from(text, (character) => byByte.get(character) ?? 0x3f)
}

describe('A text without a mark of its encoding', () => {
  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['ibm866', russian],
    ['iso-8859-5', russian],
    ['windows-1252', spanish],
    ['koi8-u', ukrainian],
    ['windows-1251', ukrainian],
  ])('is read as %s when that makes language of it', (encoding, text) => {
    expect(decode(encode(text, encoding))).toMatchObject({ text, guessed: true, unreadable: 0 })
  })

  it('is read as UTF-8 whenever its bytes allow it', () => {
    expect(decode(Buffer.from(russian))).toEqual({
      text: russian,
      encoding: 'utf-8',
      guessed: false,
      unreadable: 0,
    })
  })

  it('is read as UTF-16 when every other byte is nothing', () => {
    expect(decode(Buffer.from(spanish, 'utf16le')).text).toBe(spanish)
    expect(decode(Buffer.from(russian, 'utf16le').swap16()).text).toBe(russian)
  })
})

describe('The mark of an encoding', () => {
  it.each([
    ['utf-8', Buffer.from(`\ufeff${russian}`)],
    ['utf-16le', Buffer.from(`\ufeff${russian}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${russian}`, 'utf16le').swap16()],
  ])('decides and is no part of the text: %s', (encoding, bytes) => {
    expect(decode(bytes)).toMatchObject({ text: russian, encoding, guessed: false })
  })
})

describe('The text layer of a plain text', () => {
  it('is the text itself, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
        // Control characters make a file look like no text at all.
        const bytes = Buffer.from(`a note: ${text.replace(/\p{Cc}/gu, '')}`)
        const reading = await parseBytes(bytes, 'note.txt')
        if (reading.mediaType !== 'text/plain' || reading.metadata.encoding !== 'utf-8') return
        expect(
          reading.pages
            .map(({ start, end }) => reading.text.slice(start, end))
            .join('\f')
            .trimEnd(),
        ).toBe(bytes.toString().trimEnd())
      }),
      { numRuns: 200 },
    )
  })

  it('keeps composed and decomposed letters, line ends and blanks as they were', async () => {
    const text = 'é é\r\n\tnbsp\u00a0soft\u00adhyphen  \n\nҚазақстан'
    expect((await parseBytes(Buffer.from(text), 'x.txt')).text).toBe(text)
  })
})
