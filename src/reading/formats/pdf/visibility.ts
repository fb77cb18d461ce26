/** Which words of a page a person cannot see, and how they are hidden. Works on what is drawn, in its order. */
import type * as Mupdf from 'mupdf'
import type { HiddenKind } from '../reading.ts'
import { mupdf } from './engine.ts'

export type Box = readonly [number, number, number, number]

export interface HiddenText {
  readonly kind: HiddenKind
  readonly how: string
  readonly text: string
  readonly box: Box
  /** Its place among the texts that the page draws. */
  readonly index: number
}

export interface PageFindings {
  readonly hidden: readonly HiddenText[]
  /** Texts drawn, seen or not. */
  readonly texts: number
  /** The pictures' part of the page, 0–1. */
  readonly pictureShare: number
  /** Whether anything at all is drawn. */
  readonly draws: boolean
}

/** Texts of one page that are looked at; a page of a telephone book has 2,000. */
const TEXTS_MAX = 20_000
/** Comparisons of a text with what lies over it, per page: keeps hostile pages from taking minutes. */
const COMPARISONS_MAX = 5_000_000
/** Points: below this no one reads a letter, even enlarged on paper. */
const TINY_POINTS = 1
/** Of 1: colours nearer to the ground than this are not seen on paper. */
const CONTRAST_MIN = 0.08
const OPAQUE_MIN = 0.95
const TRANSPARENT_MAX = 0.05

interface Drawn {
  readonly box: Box
  readonly text: Mupdf.Text
  readonly ctm: Mupdf.Matrix
  verdict?: readonly [HiddenKind, string]
}

interface Ground {
  readonly box: Box
  /** Undefined for a picture: its colours are not looked at. */
  readonly colour: Rgb | undefined
}

type Rgb = readonly [number, number, number]
const PAPER: Rgb = [1, 1, 1]

const area = (box: Box): number => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1])
const overlap = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

/** The share of `inner` that lies in `outer`; a line without height counts by its length. */
function shareInside(inner: Box, outer: Box): number {
  const common = overlap(inner, outer)
  if (common[2] < common[0] || common[3] < common[1]) return 0
  const whole = area(inner)
  return whole === 0 ? 1 : area(common) / whole
}

/** Grey, RGB and CMYK; other colour spaces are not judged. */
function rgbOf(colour: readonly number[]): Rgb | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = colour
  if (colour.length === 1) return [a, a, a]
  if (colour.length === 3) return [a, b, c]
  if (colour.length === 4) return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)]
  return undefined
}

const contrast = (a: Rgb, b: Rgb): number => Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))))

export function examine(list: Mupdf.DisplayList, page: Box): PageFindings {
  const eye = new Eye(page)
  const device = eye.device()
  try {
    list.run(device, mupdf.Matrix.identity)
    device.close()
    return eye.findings()
  } finally {
    eye.release()
    device.destroy()
  }
}

/** The page without the texts at these places: what is left is what a person sees. */
export function withoutHidden(list: Mupdf.DisplayList, page: Box, hidden: ReadonlySet<number>): Mupdf.DisplayList {
  const seen = new mupdf.DisplayList([...page])
  const out = new mupdf.DisplayListDevice(seen)
  let index = 0
  const show = (text: Mupdf.Text, draw: () => void): void => {
    if (!hidden.has(index++)) draw()
    text.destroy()
  }
  const device = new mupdf.Device({
    fillText: (text, ctm, space, colour, alpha) => {
      show(text, () => {
        out.fillText(text, ctm, space, colour as Mupdf.Color, alpha)
      })
    },
    strokeText: (text, stroke, ctm, space, colour, alpha) => {
      show(text, () => {
        out.strokeText(text, stroke, ctm, space, colour as Mupdf.Color, alpha)
      })
    },
    clipText: (text, ctm) => {
      show(text, () => {
        out.ignoreText(text, ctm)
      })
    },
    clipStrokeText: (text, _stroke, ctm) => {
      show(text, () => {
        out.ignoreText(text, ctm)
      })
    },
    ignoreText: (text, ctm) => {
      show(text, () => {
        out.ignoreText(text, ctm)
      })
    },
  })
  list.run(device, mupdf.Matrix.identity)
  device.close()
  out.close()
  device.destroy()
  out.destroy()
  return seen
}

class Eye {
  readonly #page: Box
  readonly #texts: Drawn[] = []
  readonly #grounds: Ground[] = []
  readonly #clips: Box[]
  readonly #groups: boolean[] = []
  #textCount = 0
  #comparisons = 0
  #pictureArea = 0
  #draws = false

  constructor(page: Box) {
    this.#page = page
    this.#clips = []
  }

  device(): Mupdf.Device {
    const clip = (box: Box): void => {
      this.#clips.push(overlap(box, this.#clip))
    }
    return new mupdf.Device({
      fillText: (text, ctm, space, colour, alpha) => {
        space.destroy()
        this.#see(text, ctm, rgbOf(colour), alpha)
      },
      strokeText: (text, stroke, ctm, space, colour, alpha) => {
        space.destroy()
        stroke.destroy()
        this.#see(text, ctm, rgbOf(colour), alpha)
      },
      clipText: (text, ctm) => {
        this.#see(text, ctm, undefined, 1)
        clip(this.#clip)
      },
      clipStrokeText: (text, stroke, ctm) => {
        stroke.destroy()
        this.#see(text, ctm, undefined, 1)
        clip(this.#clip)
      },
      ignoreText: (text, ctm) => {
        this.#see(text, ctm, undefined, 1, ['invisible-text', 'drawn in a mode that leaves no mark'])
      },
      fillPath: (path, _evenOdd, ctm, space, colour, alpha) => {
        space.destroy()
        this.#fill(path, ctm, rgbOf(colour), alpha)
        path.destroy()
      },
      fillImage: (image, ctm, alpha) => {
        this.#picture(image, ctm, alpha)
      },
      clipPath: (path, _evenOdd, ctm) => {
        clip(boundsOf(path, ctm))
        path.destroy()
      },
      clipStrokePath: (path, stroke, _ctm) => {
        path.destroy()
        stroke.destroy()
        clip(this.#clip)
      },
      clipImageMask: (image, _ctm) => {
        image.destroy()
        clip(this.#clip)
      },
      endMask: () => {
        clip(this.#clip)
      },
      popClip: () => {
        this.#clips.pop()
      },
      beginGroup: (_area, space, _isolated, _knockout, blend, alpha) => {
        space.destroy()
        this.#groups.push(blend === 'Normal' && alpha >= OPAQUE_MIN)
      },
      endGroup: () => {
        this.#groups.pop()
      },
    })
  }

  get #clip(): Box {
    return this.#clips.at(-1) ?? [-1e9, -1e9, 1e9, 1e9]
  }

  /** Whether what is drawn now covers what was there, rather than tinting it. */
  get #covers(): boolean {
    return this.#groups.every(Boolean)
  }

  #see(
    text: Mupdf.Text,
    ctm: Mupdf.Matrix,
    colour: Rgb | undefined,
    alpha: number,
    verdict?: Drawn['verdict'],
  ): void {
    this.#draws = true
    this.#textCount += 1
    if (this.#textCount > TEXTS_MAX) {
      text.destroy()
      return
    }
    const box = textBounds(text, ctm)
    const drawn: Drawn = { box, text, ctm }
    const found = verdict ?? this.#judge(drawn, colour, alpha)
    if (found !== undefined) drawn.verdict = found
    this.#texts.push(drawn)
  }

  #judge({ box, text, ctm }: Drawn, colour: Rgb | undefined, alpha: number): Drawn['verdict'] {
    if (alpha <= TRANSPARENT_MAX) return ['transparent-text', 'drawn fully transparent']
    if (shareInside(box, this.#page) === 0) return ['off-page-text', 'placed outside the page']
    if (shareInside(box, this.#clip) < 0.02) return ['covered-text', 'cut away so that nothing of it shows']
    if (box[3] - box[1] < TINY_POINTS + 2 && sizeOf(text, ctm) < TINY_POINTS) {
      return ['tiny-text', `smaller than ${TINY_POINTS} point`]
    }
    if (colour === undefined) return undefined
    const ground = this.#groundUnder(box)
    if (ground === undefined || contrast(colour, ground) >= CONTRAST_MIN) return undefined
    return ['white-text', 'in the colour of its ground']
  }

  /** The colour under a text; undefined when it is a picture or too much to look at. */
  #groundUnder(box: Box): Rgb | undefined {
    for (let index = this.#grounds.length - 1; index >= 0; index--) {
      if (++this.#comparisons > COMPARISONS_MAX) return undefined
      const ground = this.#grounds[index]
      if (ground !== undefined && shareInside(box, ground.box) > 0.5) return ground.colour
    }
    return PAPER
  }

  #fill(path: Mupdf.Path, ctm: Mupdf.Matrix, colour: Rgb | undefined, alpha: number): void {
    this.#draws = true
    if (alpha < OPAQUE_MIN || !this.#covers) return
    const box = overlap(boundsOf(path, ctm), this.#clip)
    if (area(box) < 4 || this.#grounds.length > TEXTS_MAX) return
    const under = this.#textsUnder(box)
    // A frame or a curve has the bounds of a sheet; only what is a rectangle covers all of them.
    if (under.length > 0 && !isRectangle(path)) return
    for (const drawn of under) drawn.verdict ??= ['covered-text', 'painted over']
    this.#grounds.push({ box, colour })
  }

  #picture(image: Mupdf.Image, ctm: Mupdf.Matrix, alpha: number): void {
    this.#draws = true
    const mask = image.getMask()
    const solid = alpha >= OPAQUE_MIN && mask === null && !image.getImageMask() && this.#covers
    mask?.destroy()
    image.destroy()
    const box = overlap(mupdf.Rect.transform([0, 0, 1, 1], ctm), this.#clip)
    // Scanners cut pages into strips: their sum counts.
    this.#pictureArea += area(overlap(box, this.#page))
    if (!solid) return
    for (const drawn of this.#textsUnder(box)) drawn.verdict ??= ['covered-text', 'laid under a picture']
    this.#grounds.push({ box, colour: undefined })
  }

  #textsUnder(box: Box): Drawn[] {
    this.#comparisons += this.#texts.length
    if (this.#comparisons > COMPARISONS_MAX) return []
    return this.#texts.filter((drawn) => shareInside(drawn.box, box) > 0.9)
  }

  findings(): PageFindings {
    const hidden = this.#texts.flatMap(({ box, text, verdict }, index): HiddenText[] => {
      if (verdict === undefined) return []
      return [{ kind: verdict[0], how: verdict[1], text: wordsOf(text), box: [...box], index }]
    })
    const pictureShare = area(this.#page) === 0 ? 0 : Math.min(1, this.#pictureArea / area(this.#page))
    return { hidden, texts: this.#textCount, pictureShare, draws: this.#draws }
  }

  release(): void {
    for (const { text } of this.#texts) text.destroy()
  }
}

/** The bounds of filled paths and texts need no pen; the binding takes null where its type does not say so. */
const noPen = null as unknown as Mupdf.StrokeState
const boundsOf = (path: Mupdf.Path, ctm: Mupdf.Matrix): Box => path.getBounds(noPen, ctm)
/** Without the point on each side that the engine adds for its own drawing. */
function textBounds(text: Mupdf.Text, ctm: Mupdf.Matrix): Box {
  const [left, top, right, bottom] = text.getBounds(noPen, ctm)
  return right - left > 2 && bottom - top > 2
    ? [left + 1, top + 1, right - 1, bottom - 1]
    : [left, top, right, bottom]
}

function isRectangle(path: Mupdf.Path): boolean {
  const points: (readonly [number, number])[] = []
  let curved = false
  path.walk({
    moveTo: (x, y) => {
      points.push([x, y])
    },
    lineTo: (x, y) => {
      points.push([x, y])
    },
    curveTo: () => {
      curved = true
    },
  })
  if (curved || points.length < 4 || points.length > 6) return false
  return (
    new Set(points.map(([x]) => Math.round(x * 10))).size <= 2 &&
    new Set(points.map(([, y]) => Math.round(y * 10))).size <= 2
  )
}

/** Points, of the largest glyph. */
function sizeOf(text: Mupdf.Text, ctm: Mupdf.Matrix): number {
  let largest = 0
  text.walk({
    showGlyph: (font, trm) => {
      font.destroy()
      const [a, b, c, d] = mupdf.Matrix.concat(trm, ctm)
      largest = Math.max(largest, Math.sqrt(Math.abs(a * d - b * c)))
    },
  })
  return largest
}

function wordsOf(text: Mupdf.Text): string {
  let words = ''
  let last: readonly [number, number, number] | undefined
  text.walk({
    showGlyph: (font, trm, _glyph, unicode) => {
      font.destroy()
      if (unicode <= 0 || unicode > 0x10ffff) return
      const [a, b, , , x, y] = trm
      const size = Math.hypot(a, b)
      // A step wider than a letter without a blank between: the blank was only a distance.
      if (last !== undefined && (Math.abs(y - last[1]) > size || x - last[0] > size * 1.4) && !words.endsWith(' '))
        words += ' '
      words += String.fromCodePoint(unicode)
      last = [x, y, size]
    },
  })
  return words
}
