/** Devices that pass on what a page draws, and leave out what must not come along. */
import * as mupdf from 'mupdf'

export interface Passing {
  /** Places of texts that a person cannot see, among the texts that the page draws. */
  readonly hidden: ReadonlySet<number>
  /** What is drawn in the place of a picture; it may be the picture itself. */
  readonly pictureFor: (picture: mupdf.Image) => mupdf.Image
}

/**
 * Draws `list` again on `out`. Only what draws is passed on: names of layers, alternative and actual text, structure
 * and links are not things that draw, and end here. Returns the first error of `out`, if there was one.
 */
export function passOn(
  list: mupdf.DisplayList,
  out: mupdf.Device,
  matrix: mupdf.Matrix,
  passing: Passing,
): Error | undefined {
  const passer = new Passer(out, passing)
  const device = passer.device()
  try {
    list.run(device, matrix)
    device.close()
  } finally {
    device.destroy()
  }
  return passer.error
}

/** The engine's binding does not export the type; it is the first of the two that a device is made of. */
type Callbacks = typeof mupdf.Device extends { new (made: infer C): unknown; new (pointer: infer _): unknown }
  ? C
  : never

const colourOf = (colour: readonly number[]): mupdf.Color => colour as unknown as mupdf.Color

class Passer {
  readonly #out: mupdf.Device
  readonly #passing: Passing
  #texts = 0
  error: Error | undefined

  constructor(out: mupdf.Device, passing: Passing) {
    this.#out = out
    this.#passing = passing
  }

  /** An error must not leave a callback: the engine could not clean up behind it. */
  #do(used: readonly { destroy(): void }[], draw: () => void): void {
    try {
      if (this.error === undefined) draw()
    } catch (error) {
      this.error = error instanceof Error ? error : new Error(String(error))
    } finally {
      for (const each of used) each.destroy()
    }
  }

  #text(used: readonly { destroy(): void }[], draw: () => void): void {
    const isHidden = this.#passing.hidden.has(this.#texts++)
    this.#do(used, isHidden ? () => {} : draw)
  }

  #picture(image: mupdf.Image, used: readonly { destroy(): void }[], draw: (made: mupdf.Image) => void): void {
    this.#do([image, ...used], () => {
      const made = this.#passing.pictureFor(image)
      try {
        draw(made)
      } finally {
        made.destroy()
      }
    })
  }

  device(): mupdf.Device {
    return new mupdf.Device({ ...this.#paths(), ...this.#texting(), ...this.#filling(), ...this.#grouping() })
  }

  #paths(): Callbacks {
    const out = this.#out
    return {
      fillPath: (path, evenOdd, ctm, space, colour, alpha) => {
        this.#do([path, space], () => {
          out.fillPath(path, evenOdd, ctm, space, colourOf(colour), alpha)
        })
      },
      strokePath: (path, stroke, ctm, space, colour, alpha) => {
        this.#do([path, stroke, space], () => {
          out.strokePath(path, stroke, ctm, space, colourOf(colour), alpha)
        })
      },
      clipPath: (path, evenOdd, ctm) => {
        this.#do([path], () => {
          out.clipPath(path, evenOdd, ctm)
        })
      },
      clipStrokePath: (path, stroke, ctm) => {
        this.#do([path, stroke], () => {
          out.clipStrokePath(path, stroke, ctm)
        })
      },
    }
  }

  #texting(): Callbacks {
    const out = this.#out
    return {
      fillText: (text, ctm, space, colour, alpha) => {
        this.#text([text, space], () => {
          out.fillText(text, ctm, space, colourOf(colour), alpha)
        })
      },
      strokeText: (text, stroke, ctm, space, colour, alpha) => {
        this.#text([text, stroke, space], () => {
          out.strokeText(text, stroke, ctm, space, colourOf(colour), alpha)
        })
      },
      // A clip that is left out would leave its end without a beginning.
      clipText: (text, ctm) => {
        this.#texts += 1
        this.#do([text], () => {
          out.clipText(text, ctm)
        })
      },
      clipStrokeText: (text, stroke, ctm) => {
        this.#texts += 1
        this.#do([text, stroke], () => {
          out.clipStrokeText(text, stroke, ctm)
        })
      },
      ignoreText: (text, ctm) => {
        this.#text([text], () => {
          out.ignoreText(text, ctm)
        })
      },
    }
  }

  #filling(): Callbacks {
    const out = this.#out
    return {
      fillShade: (shade, ctm, alpha) => {
        this.#do([shade], () => {
          out.fillShade(shade, ctm, alpha)
        })
      },
      fillImage: (image, ctm, alpha) => {
        this.#picture(image, [], (made) => {
          out.fillImage(made, ctm, alpha)
        })
      },
      fillImageMask: (image, ctm, space, colour, alpha) => {
        this.#picture(image, [space], (made) => {
          out.fillImageMask(made, ctm, space, colourOf(colour), alpha)
        })
      },
      clipImageMask: (image, ctm) => {
        this.#picture(image, [], (made) => {
          out.clipImageMask(made, ctm)
        })
      },
    }
  }

  #grouping(): Callbacks {
    const out = this.#out
    return {
      popClip: () => {
        this.#do([], () => {
          out.popClip()
        })
      },
      beginMask: (area, luminosity, space, colour) => {
        this.#do([space], () => {
          out.beginMask(area, luminosity, space, colourOf(colour))
        })
      },
      endMask: () => {
        this.#do([], () => {
          out.endMask()
        })
      },
      beginGroup: (area, space, isolated, knockout, blend, alpha) => {
        this.#do([space], () => {
          out.beginGroup(area, space, isolated, knockout, blend, alpha)
        })
      },
      endGroup: () => {
        this.#do([], () => {
          out.endGroup()
        })
      },
      beginTile: (area, view, xStep, yStep, ctm) => {
        // Never answered from a cache: the tile is drawn anew each time.
        this.#do([], () => {
          out.beginTile(area, view, xStep, yStep, ctm, 0, 0)
        })
        return 0
      },
      endTile: () => {
        this.#do([], () => {
          out.endTile()
        })
      },
    }
  }
}
