import { PICTURE_PIXELS_MAX } from '../../limits.ts'
import type { Work } from '../parse.ts'
import { Refused } from '../reading.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { mupdf } from './engine.ts'
import { readPages } from './pdf.ts'
import { pictureFacts } from './picture-facts.ts'

/** PNG, JPEG and TIFF: pages that are pictures. Their stated size is looked at before anything is unpacked. */
export async function readPicture(bytes: Uint8Array, work: Work): Promise<RawReading> {
  const facts = pictureFacts(bytes)
  for (const { width, height } of facts.frames) {
    if (width * height > PICTURE_PIXELS_MAX) {
      throw new Refused(
        'document-limits',
        `The picture states ${width} × ${height} pixels; the limit is ${PICTURE_PIXELS_MAX}. ` +
          'Save it smaller: 300 dots per inch are enough to read it.',
        `La imagen dice tener ${width} × ${height} píxeles; el límite es ${PICTURE_PIXELS_MAX}. ` +
          'Guárdela más pequeña: 300 puntos por pulgada bastan para leerla.',
      )
    }
  }
  const layer = new TextLayer(work.mediaType)
  layer.describe(facts.metadata)
  if (facts.location !== undefined) {
    layer.hide({ kind: 'location', text: facts.location, how: 'where the camera says that it was' })
  }
  await readPages(mupdf.Document.openDocument(bytes, work.mediaType), layer, work)
  return layer.finish()
}
