/** P23: no document can hurt the machine. It is read or refused within its limits; the program stays up. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolationLevels } from '../../src/reading/index.ts'
import type { Outcome, Reader } from '../../src/reading/index.ts'
import { PARSE_MEMORY_BYTES_MAX } from '../../src/reading/limits.ts'
import { bytesOf, docx, mail, odt, paragraph, pdf, rtf, stream, words, zip } from '../corpus/documents.ts'
import { compiledReader } from '../corpus/worker.ts'

const open = compiledReader()
const tight = { parseSeconds: 20, stallSeconds: 20 }

/** Read, or refused in one clear line that says what to do or what was wrong; never more memory than allowed. */
function expectEnd(outcome: Outcome): void {
  if (outcome.status === 'refused') {
    expect(outcome.refusal.message).toMatch(/^[^\n]{20,500}$/)
    expect(outcome.refusal.code).not.toBe('not-started')
  } else expect(outcome.reading.text.length).toBeLessThanOrEqual(16_000_000 + 20_000)
  expect(outcome.cost.peakMemoryBytes ?? 0).toBeLessThanOrEqual(PARSE_MEMORY_BYTES_MAX * 1.2)
}

const nested = (open: string, close: string, depth: number, inside = 'x'): string =>
  open.repeat(depth) + inside + close.repeat(depth)

const mixed = (boundary: number): string =>
  `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n`

const attacks: readonly (readonly [string, () => Uint8Array])[] = [
  ['a page of 14 million inches', () => pdf([{ content: words('x'), size: [1e9, 1e9] }])],
  [
    'an empty giant page that has to be looked at',
    () => pdf([{ content: '0 0 m 1 1 l S', size: [200_000, 200_000] }]),
  ],
  [
    'a page tree that leads into itself',
    () =>
      Buffer.from(
        Buffer.from(pdf([{ content: '' }]))
          .toString('latin1')
          .replace('/Kids [10 0 R]', '/Kids [ 2 0 R]'),
        'latin1',
      ),
  ],
  [
    'a million pages that are not there',
    () =>
      Buffer.from(
        Buffer.from(pdf([{ content: '' }]))
          .toString('latin1')
          .replace('/Count 1 ', '/Count 9999999 '),
        'latin1',
      ),
  ],
  ['arrays 100,000 deep', () => pdf([{ content: '' }], { catalogue: '/Deep ' + nested('[', ']', 100_000, '') })],
  [
    'a form that draws itself',
    () =>
      pdf([{ content: '/X Do' }], {
        objects: [
          stream(
            '/X Do /X Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 100000 0 R >> >>',
          ),
        ],
        resources: '/XObject << /X 100000 0 R >>',
      }),
  ],
  [
    'a picture of 60,000 by 60,000 in a PDF',
    () =>
      pdf([{ content: 'q 500 0 0 500 0 0 cm /X Do Q' }], {
        objects: [
          stream(
            'x',
            '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
          ),
        ],
        resources: '/XObject << /X 100000 0 R >>',
      }),
  ],
  [
    '100,000 notes',
    () =>
      pdf([
        {
          content: words('x'),
          more: `/Annots [${'<< /Subtype /Text /Rect [0 0 9 9] /Contents (n) >> '.repeat(100_000)}]`,
        },
      ]),
  ],
  [
    'a PNG that states 65,000 by 65,000',
    () =>
      Uint8Array.from([
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0xfd, 0xe8, 0, 0,
        0xfd, 0xe8, 8, 2, 0, 0, 0, 0, 0, 0, 0,
      ]),
  ],
  [
    'a TIFF whose pages go in a circle',
    () => Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0, 8, 0, 0, 0]),
  ],
  ['100 MB of text on one line', () => Buffer.alloc(100_000_000, 'word ')],
  ['40 MB of bytes that fit no encoding', () => Buffer.alloc(40_000_000, Buffer.from([0x81, 0x8d, 0xc8, 0x20]))],
  [
    'elements 200,000 deep in a web page',
    () => bytesOf(`<html><body>${nested('<div>', '', 200_000)}</body></html>`),
  ],
  [
    'fonts 20,000 deep in a web page',
    () => bytesOf(`<html><body>${nested('<b><i><a><p>', '', 5_000)}</body></html>`),
  ],
  ['groups 100,000 deep in rich text', () => rtf(nested('{', '}', 100_000))],
  ['an RTF with a binary part of minus one byte', () => rtf(String.raw`a\bin-1 b\bin99999999 c`)],
  ['elements 100,000 deep in a Word file', () => docx(nested('<w:p>', '</w:p>', 100_000, ''))],
  [
    'a Word file that would unpack to 90 MB',
    () => docx(paragraph('x'), { 'word/media/image1.png': new Uint8Array(90_000_000) }),
  ],
  [
    'XML with a billion laughs',
    () =>
      zip({ 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]><x>&b;</x>` }),
  ],
  [
    'XML that names a file',
    () => odt('', { 'content.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }),
  ],
  [
    'a mail of parts in parts, 2,000 deep',
    () =>
      bytesOf(
        `From: a@b\r\nMessage-ID: <x>\r\nSubject: ` +
          `s\r\n${Array.from({ length: 2000 }, (_, i) => mixed(i)).join('')}`,
      ),
  ],
  [
    'a mail with 50,000 head lines',
    () => bytesOf(`From: a@b\r\nMessage-ID: <x>\r\nSubject: s\r\n${'X-A: b\r\n'.repeat(50_000)}\r\nbody`),
  ],
  ['a mailbox of 5,000 mails', () => bytesOf('From a@b Wed\nFrom: a@b\n\nx\n\n'.repeat(5000))],
]

describe('Files made to hurt', () => {
  it('each ends within its limits, and the next document is read as if nothing had been', async () => {
    const reader = await open({ batch: true, patience: tight })
    const ends: string[] = []
    for (const [what, make] of attacks) {
      const outcome = await reader.read(make(), 'attack')
      expectEnd(outcome)
      ends.push(`${what}: ${outcome.status === 'read' ? 'read' : outcome.refusal.code}`)
    }
    const after = await reader.read(bytesOf('An ordinary letter.'), 'letter.txt')
    expect(after).toMatchObject({ status: 'read', reading: { text: 'An ordinary letter.' } })
    expect(ends.filter((end) => end.endsWith('crashed'))).toEqual([])
  }, 600_000)
})

const seeds = [
  pdf([{ content: words('A page.') }]),
  docx(paragraph('A paragraph.')),
  odt('<office:body><text:p>A paragraph.</text:p></office:body>'),
  rtf('A paragraph.'),
  bytesOf('<!doctype html><html><body><p>A page</p></body></html>'),
  bytesOf(mail('s', [{ type: 'text/plain', body: 'A mail.' }])),
  zip({ 'a.txt': 'a' }),
  Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    0, 0, 0, 0,
  ]),
]

describe('Any bytes', () => {
  it('end in a reading or in a reason, and never in an exception', async () => {
    const reader = await open({ batch: true, patience: tight })
    const damage = fc.record({
      seed: fc.nat(seeds.length - 1),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      hits: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 }),
      name: fc.string(),
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ seed, cut, hits, name }) => {
        const bytes = Uint8Array.from(seeds[seed] ?? [])
        for (const [at, value] of hits) bytes[at % bytes.length] = value
        expectEnd(await reader.read(cut < 0.5 ? bytes : bytes.slice(0, Math.floor(bytes.length * cut)), name))
      }),
      { numRuns: 25, endOnFailure: true },
    )
  }, 300_000)
})

describe.each(isolationLevels)('A reading process taken over by its document, behind "%s"', (strongest) => {
  const ask = async (reader: Reader, deed: string): Promise<string> => {
    const outcome = await reader.read(bytesOf(deed), 'a.txt')
    return outcome.status === 'refused' ? `${outcome.refusal.code}: ${outcome.refusal.message}` : 'read'
  }

  it('writes nothing and reads nothing of the user', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'forestay-walls-'))
    const secret = join(folder, 'secret.txt')
    writeFileSync(secret, 'secret')
    const reader = await open({ misbehaving: true, strongest })
    expect(await ask(reader, `read ${secret}`)).toMatch(/^malformed: failed (?:ENOENT|ERR_ACCESS_DENIED)$/)
    expect(await ask(reader, `write ${join(folder, 'evil')}`)).toMatch(/^malformed: failed/)
    expect(await ask(reader, 'home')).toMatch(/^malformed: failed/)
    expect(await ask(reader, 'environment')).not.toMatch(/HOME|USER|FORESTAY|npm_/)
    expect(readdirSync(folder)).toEqual(['secret.txt'])
    expect(existsSync(join(folder, 'evil'))).toBe(false)
    rmSync(folder, { recursive: true })
  })

  it('is ended with the reason when it takes too much memory, time or room, or dies', async () => {
    const hasty = await open({ misbehaving: true, strongest, patience: { parseSeconds: 3 } })
    expect(await ask(hasty, 'spin')).toMatch(/^time: Reading it .* was ended\. Split the file/)
    // Filling memory takes its time on a busy machine; that limit is to end it, not the clock.
    const reader = await open({ misbehaving: true, strongest, patience: { outputBytes: 50_000_000 } })
    expect(await ask(reader, 'flood')).toMatch(/^output: More than 50000000 bytes came out of it/)
    expect(await ask(reader, 'die')).toMatch(/^crashed: The reading process broke off/)
    if (reader.isolation.limited) expect(await ask(reader, 'eat')).toMatch(/^memory: /)
  })
})
