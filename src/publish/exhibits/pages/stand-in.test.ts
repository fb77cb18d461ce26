import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import { type Laid, looksAlike, looksAlikeWithStandIns } from './faithful.ts'
import { bareJpeg } from './picture.ts'
import { standIn } from './stand-in.ts'

const SHEET: mupdf.Rect = [0, 0, 595, 842]
const AS_IT_LIES = mupdf.Matrix.identity
const WHOLE_SHEET: mupdf.Matrix = [595, 0, 0, 842, 0, 0]

/** Grey, darker to the right; `shade` makes it another picture. */
function pixels(shade: number): mupdf.Pixmap {
  const made = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, 64, 64], false)
  const all = made.getPixels()
  for (let at = 0; at < all.length; at++) all[at] = Math.min(255, (at % 64) * 3 + shade)
  return made
}

const jpeg = (shade = 0): Uint8Array => pixels(shade).asJPEG(80, false).slice()

/** As a camera leaves it: with a comment behind its start. */
function commented(bytes: Uint8Array, comment: string): Uint8Array {
  const words = Buffer.from(comment)
  return Buffer.concat([
    bytes.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, words.length + 2]),
    words,
    bytes.subarray(2),
  ])
}

function laid(picture: mupdf.Image, place: mupdf.Matrix = WHOLE_SHEET, matrix: mupdf.Matrix = AS_IT_LIES): Laid {
  const list = new mupdf.DisplayList(SHEET)
  const device = new mupdf.DisplayListDevice(list)
  device.fillImage(picture, place, 1)
  device.close()
  return { list, matrix }
}

const sameWithStandIns = (one: Laid, other: Laid): boolean => looksAlikeWithStandIns(SHEET, one, other)

describe('two drawings of a scan are looked at without unpacking it', () => {
  const scan = (): mupdf.Image => new mupdf.Image(jpeg())

  it('the same bytes at the same place look alike', () => {
    expect(sameWithStandIns(laid(scan()), laid(scan()))).toBe(true)
  })

  it('what a camera wrote beside the pixels makes no difference', () => {
    const withComment = new mupdf.Image(commented(jpeg(), 'taken at a place that nobody may know'))
    expect(sameWithStandIns(laid(withComment), laid(new mupdf.Image(bareJpeg(jpeg()))))).toBe(true)
  })

  it.each([
    ['moved by a centimetre', laid(scan(), [595, 0, 0, 842, 28, 0])],
    ['upside down', laid(scan(), [-595, 0, 0, -842, 595, 842])],
    ['as in a mirror', laid(scan(), [-595, 0, 0, 842, 595, 0])],
    ['a little smaller', laid(scan(), WHOLE_SHEET, mupdf.Matrix.scale(0.9, 0.9))],
    ['another picture', laid(new mupdf.Image(jpeg(40)))],
    ['the same pixels packed once more', laid(new mupdf.Image(pixels(0).asJPEG(40, false).slice()))],
    ['not there', { list: new mupdf.DisplayList(SHEET), matrix: AS_IT_LIES }],
  ])('%s: not sure to be alike', (_what, other) => {
    expect(sameWithStandIns(laid(scan()), other)).toBe(false)
  })

  it('and what is not sure is settled by the pixels themselves', () => {
    const drawn =
      ({ list, matrix }: Laid) =>
      (out: mupdf.Device): void => {
        list.run(out, matrix)
      }
    const again = laid(new mupdf.Image(pixels(0).asJPEG(79, false).slice()))
    expect(sameWithStandIns(laid(scan()), again)).toBe(false)
    expect(looksAlike(SHEET, drawn(laid(scan())), drawn(again))).toBe(true)
  })
})

describe('a stand-in', () => {
  const numbersOf = (picture: mupdf.Image): string => picture.toPixmap().getPixels().join(' ')

  it('has 32 pixels, the same for the same picture and others for another', () => {
    const [one, same, other] = [jpeg(), jpeg(), jpeg(1)].map((bytes) => standIn(new mupdf.Image(bytes)))
    expect(one?.getWidth()).toBe(4)
    expect(one?.getHeight()).toBe(8)
    expect(one && numbersOf(one)).toBe(same && numbersOf(same))
    expect(one && numbersOf(one)).not.toBe(other && numbersOf(other))
  })

  it('is not made for what shows something through, nor for what is packed in another way', () => {
    const mask = new mupdf.Image(pixels(0))
    const throughIt = new mupdf.Image(pixels(90), mask)
    const unpacked = new mupdf.Image(pixels(0))
    expect(standIn(throughIt)).toBe(throughIt)
    expect(standIn(unpacked)).toBe(unpacked)
  })
})
