import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import { createReader } from '../../reading/index.ts'
import { bindBundle, createPress, exhibitPages, prepareExhibits } from './index.ts'
import type { Bundle, ExhibitSource, Original } from './index.ts'
import { compiledWorker } from './testing.ts'
import {
  canaryOf,
  chequered,
  everythingIn,
  hidingPlaces,
  jpegWith,
  line,
  pdfOf,
  png,
  seen,
  textPdf,
  trappedPdf,
  wordsOf,
} from './testing-originals.ts'

const compiled = compiledWorker()
const options = (): { language: 'en'; title: string; worker: string } => ({
  language: 'en',
  title: 'Request under Rule 39',
  worker: compiled.worker,
})

const pdf = (bytes: Uint8Array): Original => ({ bytes, mediaType: 'application/pdf' })
const exhibit = (number: number, title: string, original?: Original): ExhibitSource => ({
  number,
  document: `d${number}`,
  title,
  date: '2014-02-14',
  ...(original === undefined ? {} : { original }),
})

const merged = async (paper: Uint8Array, sources: readonly ExhibitSource[]): Promise<Bundle> =>
  bindBundle(paper, await prepareExhibits(sources, options()), options())

const qpdf = ['/usr/bin/qpdf', '/usr/local/bin/qpdf', '/opt/homebrew/bin/qpdf'].find((path) => existsSync(path))
function checkWithQpdf(bytes: Uint8Array): void {
  if (qpdf === undefined) return
  const file = join(mkdtempSync(join(tmpdir(), 'forestay-qpdf-')), 'bundle.pdf')
  writeFileSync(file, bytes)
  execFileSync(qpdf, ['--check', file])
}

const outlineOf = (bytes: Uint8Array): (readonly [string | undefined, number | undefined])[] =>
  (new mupdf.PDFDocument(bytes).loadOutline() ?? []).map(({ title, page }) => [title, page])

describe('a bundle', () => {
  const sources = (): ExhibitSource[] => [
    exhibit(1, 'Decision of the Council of Ministers', pdf(textPdf('Decision', 5))),
    exhibit(2, 'Photograph', { bytes: png(), mediaType: 'image/png' }),
    exhibit(3, 'Broken copy', pdf(Buffer.from('%PDF-1.7 and nothing more'))),
    exhibit(4, 'Письмо', { bytes: Buffer.from('x'), mediaType: 'text/plain', text: 'Person A\n\nАлматы, қазақ' }),
    { ...exhibit(5, 'Medical report'), missing: 'the hospital has not handed it over' },
    exhibit(6, 'Plan', pdf(pdfOf([{ content: 'BT /F1 20 Tf 90 400 Td (A wide plan) Tj ET', size: [1191, 842] }]))),
  ]

  it('holds the paper, an index whose pages are right, and each exhibit stamped', async () => {
    const bundle = await merged(textPdf('Request', 3), sources())
    expect(bundle.exhibits).toEqual([
      { exhibit: 1, from: 5, to: 9 },
      { exhibit: 2, from: 10, to: 10 },
      { exhibit: 4, from: 11, to: 11 },
      { exhibit: 6, from: 12, to: 12 },
    ])
    expect(bundle.missing.map(({ exhibit }) => exhibit)).toEqual([3, 5])
    expect(bundle.missing[0]?.why).toMatch(/^Exhibit 3 could not be opened: .*It is listed as not attached\.$/)
    const pages = wordsOf(bundle.pdf)
    expect(pages).toHaveLength(bundle.pages)
    expect(pages[3]).toMatch(/Index of exhibits[^]*5–9[^]*Not attached: the file could not be opened/)
    expect(pages[3]).toContain('Not attached: the hospital has not handed it over')
    for (const { exhibit, from, to } of bundle.exhibits) {
      for (let page = from; page <= to; page++) {
        const words = pages[page - 1] ?? ''
        expect(words).toContain(`Exhibit ${exhibit} – p. ${page - from + 1}/${to - from + 1}`)
        expect(words).toContain(`bundle p. ${page}/${bundle.pages}`)
      }
    }
    expect(pages[5]).toContain('Decision, page 2, line 7')
    expect(pages[10]).toMatch(/text layer of a file of another kind[^]*Алматы, қазақ/)
    expect(pages[11]).toContain('A wide plan')
    expect(outlineOf(bundle.pdf)).toEqual([
      ['Request under Rule 39', 0],
      ['Index of exhibits', 3],
      ['Exhibit 1: Decision of the Council of Ministers', 4],
      ['Exhibit 2: Photograph', 9],
      ['Exhibit 4: Письмо', 10],
      ['Exhibit 6: Plan', 11],
    ])
    checkWithQpdf(bundle.pdf)
  })

  it('is the same to the byte when it is made again', async () => {
    const make = (): Promise<Bundle> => merged(textPdf('Request', 2), sources())
    const [first, second] = [await make(), await make()]
    expect(Buffer.compare(Buffer.from(first.pdf), Buffer.from(second.pdf))).toBe(0)
  })

  it('is the same when its workers were started beforehand, and when fewer were started than it needs', async () => {
    const plain = await merged(textPdf('Request', 2), sources())
    const press = createPress(compiled.worker)
    press.take()?.close()
    press.take()?.close()
    const asked = { ...options(), press }
    const pressed = await bindBundle(textPdf('Request', 2), await prepareExhibits(sources(), asked), asked)
    expect(Buffer.compare(Buffer.from(pressed.pdf), Buffer.from(plain.pdf))).toBe(0)
    expect(press.take()).toBeUndefined()
  })

  it('sets the paper again until the page numbers in it are those it gets', async () => {
    const exhibits = await prepareExhibits([exhibit(1, 'Decision', pdf(textPdf('Decision', 2)))], options())
    const told: number[] = []
    const bundle = await bindBundle(
      async ([place]) => {
        told.push(place?.from ?? 0)
        return textPdf(`see page ${place?.from ?? 0}`, 4)
      },
      exhibits,
      options(),
    )
    expect(told).toEqual([3, 6])
    expect(bundle.exhibits).toEqual(exhibitPages(exhibits, 4, 'en'))
    expect(wordsOf(bundle.pdf)[0]).toContain('see page 6')
  })

  it('does not put its stamp on words of an exhibit: the head of the sheet is kept free', async () => {
    const full = pdfOf([{ content: line('At the very top', 11) + line('At the very foot', 836) }])
    const [made] = await prepareExhibits([exhibit(1, 'Full page', pdf(full))], options())
    const page = seen(made?.pdf ?? new Uint8Array(), 1)
    for (let y = 0; y < 29; y++) for (let x = 0; x < page.width; x++) expect(page.at(x, y)).toBe(255)
    expect(wordsOf(made?.pdf ?? new Uint8Array())[0]).toMatch(/very top[^]*very foot/)
  })

  it('reads files without pages of their own and says that their text layer is attached', async () => {
    const reader = await createReader({ worker: compiled.readingWorker })
    const html = Buffer.from('<html><body><h1>Press item</h1><p>Words of the page.</p></body></html>')
    const source = exhibit(1, 'Press item', { bytes: html, mediaType: 'text/html' })
    const [made] = await prepareExhibits([source], { ...options(), language: 'es', reader })
    reader.close()
    expect(wordsOf(made?.pdf ?? new Uint8Array())[0]).toMatch(/capa de texto[^]*Words of the page\./)
    expect(made?.notes).toMatchObject([{ kind: 'text-layer' }])
  })
})

describe('nothing of an original goes out but what its pages show', () => {
  const places = hidingPlaces.map((place) => [place] as const)
  let out: Promise<{ bundle: Bundle; everything: string }> | undefined
  const made = (): Promise<{ bundle: Bundle; everything: string }> =>
    (out ??= merged(textPdf('Request', 1), [exhibit(1, 'Trapped', pdf(trappedPdf()))]).then((bundle) => ({
      bundle,
      everything: everythingIn(bundle.pdf),
    })))

  it('and the original holds them all, so that this is no empty test', () => {
    const bytes = Buffer.from(trappedPdf()).toString('latin1')
    for (const place of hidingPlaces) expect([place, bytes.includes(canaryOf(place))]).toEqual([place, true])
  })

  it.each(places)('not the %s', async (place) => {
    const { everything } = await made()
    expect(everything.includes(canaryOf(place))).toBe(false)
  })

  it('while its words stay, to be found and copied, and its author is told what was left out', async () => {
    const { bundle } = await made()
    expect(wordsOf(bundle.pdf)[2]).toMatch(/Plain words that everybody sees\.[^]*Spoken otherwise\./)
    expect(bundle.notes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['hidden', 'annotation']))
    checkWithQpdf(bundle.pdf)
  })

  it('and not the camera data of a photograph that is an exhibit itself', async () => {
    const photo = { bytes: jpegWith(canaryOf('photo')), mediaType: 'image/jpeg' }
    const [drawn] = await prepareExhibits([exhibit(1, 'Photograph', photo)], options())
    expect(drawn?.pages).toBe(1)
    expect(everythingIn(drawn?.pdf ?? new Uint8Array()).includes(canaryOf('photo'))).toBe(false)
  })

  it('nor what lies under a black box: a page that hides part of a picture becomes a picture', async () => {
    const original = pdfOf(
      [
        {
          content: `${line('A scan with a box on it.', 90)}q 400 0 0 200 72 400 cm /Im Do Q 0 g 100 450 100 80 re f`,
          resources: (made) => ({ XObject: made.newDictionary() }),
        },
      ],
      (made) => {
        made
          .findPage(0)
          .get('Resources')
          .put('XObject', { Im: made.addImage(new mupdf.Image(chequered())) })
      },
    )
    const [drawn] = await prepareExhibits([exhibit(1, 'Scan', pdf(original))], options())
    const bytes = drawn?.pdf ?? new Uint8Array()
    expect(drawn?.notes).toMatchObject([{ page: 1, kind: 'picture', message: /hides a part of a picture/ }])
    const images: number[] = []
    const file = new mupdf.PDFDocument(bytes)
    for (let number = 1; number < file.countObjects(); number++) {
      const object = file.newIndirect(number)
      if (object.get('Subtype').toString() === '/Image') images.push(object.get('Width').asNumber())
    }
    expect(images).toHaveLength(1)
    expect(images[0]).toBeGreaterThan(1000)
    expect(wordsOf(bytes)[0]).toContain('A scan with a box on it.')
  })
})

describe('a hostile or broken original', () => {
  const bomb = (): Uint8Array =>
    pdfOf([{ content: 'q 100 0 0 100 0 0 cm /Im Do Q' }], (made) => {
      const huge = { Type: 'XObject', Subtype: 'Image', Width: 60_000, Height: 60_000, BitsPerComponent: 8 }
      const image = made.addStream(new Uint8Array(16), { ...huge, ColorSpace: 'DeviceRGB' })
      made.findPage(0).get('Resources').put('XObject', { Im: image })
    })
  const odd: readonly (readonly [string, Original])[] = [
    ['an empty file', pdf(new Uint8Array())],
    ['a file that is no PDF', pdf(Buffer.from('hello'))],
    ['a picture that states 60,000 × 60,000 pixels', { bytes: hugePng(), mediaType: 'image/png' }],
    ['letters for which there is no font', { bytes: Buffer.from('x'), mediaType: 'text/plain', text: 'عربي' }],
    ['a locked PDF', pdf(locked())],
  ]

  it.each(odd)('is listed as missing with the reason: %s', async (_, original) => {
    const sources = [exhibit(1, 'Odd', original), exhibit(2, 'Good', pdf(textPdf('Good', 1)))]
    const [bad, good] = await prepareExhibits(sources, options())
    expect(bad).toMatchObject({ pages: 0, missing: 'the file could not be opened' })
    expect(bad?.reason).toMatch(/^Exhibit 1 could not be opened: .+\. It is listed as not attached\.$/)
    expect(good?.pages).toBe(1)
  })

  it('does not take the others with it when it takes more memory than there is', async () => {
    const sources = [
      exhibit(1, 'Good', pdf(textPdf('Good', 1))),
      exhibit(2, 'Bomb', pdf(bomb())),
      exhibit(3, 'Good too', pdf(textPdf('Good too', 2))),
    ]
    const made = await prepareExhibits(sources, options())
    expect([made[0]?.pages, made[2]?.pages]).toEqual([1, 2])
    expect(made[1]?.pages === 0 ? made[1].reason : 'drawn without its picture').toBeTruthy()
  })
})

describe('a fax', () => {
  it('is cut into parts, each page headed with its part and pages', async () => {
    const { fax: parts } = await bindBundle(textPdf('Request', 23), [], { ...options(), faxPages: 10 })
    expect(parts.map(({ part, of, from, to }) => [part, of, from, to])).toEqual([
      [1, 3, 1, 10],
      [2, 3, 11, 20],
      [3, 3, 21, 23],
    ])
    const words = wordsOf(parts[1]?.pdf ?? new Uint8Array())
    expect(words).toHaveLength(10)
    for (const page of words) expect(page).toContain('part 2 of 3, pages 11–20')
    expect(words[0]).toContain('Request, page 11, line 1')
    for (const { pdf: bytes } of parts) checkWithQpdf(bytes)
  })

  it('is not cut where it is one part', async () => {
    const { fax } = await bindBundle(textPdf('Request', 10), [], { ...options(), faxPages: 10 })
    expect(fax).toEqual([])
  })

  it('refuses parts of no page', async () => {
    const asked = bindBundle(textPdf('Request', 2), [], { ...options(), faxPages: 0 })
    await expect(asked).rejects.toThrow(/could not be cut/)
  })
})

function hugePng(): Uint8Array {
  const bytes = Buffer.from(png())
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  return bytes
}

function locked(): Uint8Array {
  return new mupdf.PDFDocument(textPdf('Secret', 1))
    .saveToBuffer('encrypt=aes-256,user-password=secret,owner-password=secret')
    .asUint8Array()
    .slice()
}
