/** What a PDF carries beside its pages: statements about itself, files, scripts, notes, earlier states, layers. */
import type * as Mupdf from 'mupdf'
import type { Said } from '../../../record/index.ts'
import { CHILDREN_BYTES_MAX, CHILDREN_MAX, HIDDEN_CHARACTERS_MAX } from '../../limits.ts'
import { safeFileName } from '../file-name.ts'
import type { TextLayer } from '../text-layer.ts'
import { mupdf } from './engine.ts'

/** Steps into a tree of names. Real ones are flat; hostile ones lead into themselves. */
const TREE_DEPTH_MAX = 16
const TREE_NODES_MAX = 10_000

export function reportExtras(pdf: Mupdf.PDFDocument, bytes: Uint8Array, layer: TextLayer): void {
  const parts: readonly (readonly [Said, () => void])[] = [
    [
      { en: 'what it says of itself', es: 'lo que dice de sí mismo' },
      () => {
        describe(pdf, layer)
      },
    ],
    [
      { en: 'its embedded files', es: 'sus archivos incrustados' },
      () => {
        takeEmbeddedFiles(pdf, layer)
      },
    ],
    [
      { en: 'its scripts', es: 'sus programas' },
      () => {
        reportScripts(pdf, layer)
      },
    ],
    [
      { en: 'its earlier states', es: 'sus estados anteriores' },
      () => {
        reportRevisions(bytes, layer)
      },
    ],
    [
      { en: 'its layers', es: 'sus capas' },
      () => {
        reportLayers(pdf, layer)
      },
    ],
  ]
  for (const [what, report] of parts) attempt(what, layer, report)
  if (pdf.wasRepaired())
    layer.warn({
      en: 'The PDF is damaged and was repaired as far as possible; compare it with the page by eye.',
      es: 'El PDF está dañado y se reparó en lo posible; compárelo a simple vista con la página.',
    })
}

/** One broken part does not keep the pages from being read. */
function attempt(what: Said, layer: TextLayer, report: () => void, page?: number): void {
  try {
    report()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    layer.warn(
      {
        en: `${what.en[0]?.toUpperCase() ?? ''}${what.en.slice(1)} could not be read (${reason.slice(0, 120)}).`,
        es: `No se pudo leer: ${what.es} (${reason.slice(0, 120)}).`,
      },
      page,
    )
  }
}

function describe(pdf: Mupdf.PDFDocument, layer: TextLayer): void {
  const info = (key: string): string | undefined => pdf.getMetaData(`info:${key}`)
  layer.describe({
    title: info('Title'),
    author: info('Author'),
    subject: info('Subject'),
    producer: info('Producer'),
    created: isoDate(info('CreationDate')),
    modified: isoDate(info('ModDate')),
  })
}

/** `D:20140219101500+01'00'` as ISO 8601, whole or as far as it goes; anything else as it stands. */
export function isoDate(stated: string | undefined): string | undefined {
  const found = /^D?:?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?\d\d)?/.exec(stated ?? '')
  if (found === null) return stated
  const [, year, month, day, hour, minute, second, zone] = found
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  if (hour === undefined || day === undefined) return date
  const offset = zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return `${date}T${hour}:${minute ?? '00'}:${second ?? '00'}${offset}`
}

/** The pairs of a name tree, each node once. */
function namesOf(root: Mupdf.PDFObject): [string, Mupdf.PDFObject][] {
  const pairs: [string, Mupdf.PDFObject][] = []
  const seen = new Set<number>()
  let nodes = 0
  const visit = (node: Mupdf.PDFObject, depth: number): void => {
    if (depth > TREE_DEPTH_MAX || ++nodes > TREE_NODES_MAX || !node.isDictionary()) return
    if (node.isIndirect()) {
      if (seen.has(node.asIndirect())) return
      seen.add(node.asIndirect())
    }
    const names = node.get('Names')
    if (names.isArray()) {
      for (let i = 0; i + 1 < names.length && pairs.length < TREE_NODES_MAX; i += 2) {
        pairs.push([names.get(i).asString(), names.get(i + 1)])
      }
    }
    const kids = node.get('Kids')
    if (kids.isArray())
      for (let i = 0; i < kids.length && nodes <= TREE_NODES_MAX; i++) visit(kids.get(i), depth + 1)
  }
  visit(root, 0)
  return pairs
}

const nameTree = (pdf: Mupdf.PDFDocument, name: string): [string, Mupdf.PDFObject][] =>
  namesOf(pdf.getTrailer().get('Root', 'Names', name))

function takeEmbeddedFiles(pdf: Mupdf.PDFDocument, layer: TextLayer): void {
  const taken = new Set<string>()
  for (const [name, spec] of nameTree(pdf, 'EmbeddedFiles')) takeFile(pdf, spec, name, layer, taken)
}

function takeFile(
  pdf: Mupdf.PDFDocument,
  spec: Mupdf.PDFObject,
  name: string,
  layer: TextLayer,
  taken: Set<string>,
  page?: number,
): void {
  const where = page === undefined ? {} : { page }
  const stated = [spec.get('UF'), spec.get('F')].find((value) => value.isString())?.asString() ?? name
  if (layer.childCount >= CHILDREN_MAX) {
    layer.warn(
      {
        en: `More than ${CHILDREN_MAX} embedded files: "${stated}" was not taken out.`,
        es: `Más de ${CHILDREN_MAX} archivos incrustados: «${stated}» no se sacó.`,
      },
      page,
    )
    return
  }
  const size = spec.get('EF', 'F', 'Params', 'Size')
  if (size.isNumber() && size.asNumber() > CHILDREN_BYTES_MAX) {
    layer.warn(
      {
        en:
          `The embedded file "${stated}" states ${size.asNumber()} bytes, more than a document may have. It was not ` +
          `taken out.`,
        es:
          `El archivo incrustado «${stated}» dice tener ${size.asNumber()} bytes, más de los que ` +
          'admite un documento. No se sacó.',
      },
      page,
    )
    return
  }
  const contents = pdf.getEmbeddedFileContents(spec)
  layer.hide({
    kind: 'embedded-file',
    text: stated,
    how: 'a file inside the file; it is read as a document of its own',
    ...where,
  })
  if (contents === null) {
    layer.warn(
      {
        en: `The embedded file "${stated}" has no contents.`,
        es: `El archivo incrustado «${stated}» no tiene contenido.`,
      },
      page,
    )
    return
  }
  const safe = safeFileName(stated, taken)
  layer.addChild({
    name: safe,
    bytes: new Uint8Array(contents.asUint8Array()),
    ...(safe === stated ? {} : { statedName: stated }),
  })
  contents.destroy()
}

/** The words of a script; streams and strings are both allowed. */
function scriptText(script: Mupdf.PDFObject): string | undefined {
  if (script.isStream()) return script.readStream().asString().slice(0, HIDDEN_CHARACTERS_MAX)
  if (script.isString()) return script.asString()
  return undefined
}

function reportAction(action: Mupdf.PDFObject, how: string, layer: TextLayer, page?: number): void {
  if (!action.isDictionary()) return
  const kind = action.get('S').isName() ? action.get('S').asName() : ''
  const where = page === undefined ? {} : { page }
  const script = scriptText(action.get('JS'))
  if (script !== undefined) layer.hide({ kind: 'script', text: script, how, ...where })
  else if (['Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'RichMediaExecute'].includes(kind)) {
    layer.hide({ kind: 'external-reference', text: `${kind} ${action.get('F').toString(true)}`, how, ...where })
  }
}

function reportScripts(pdf: Mupdf.PDFDocument, layer: TextLayer): void {
  for (const [, action] of nameTree(pdf, 'JavaScript'))
    reportAction(action, 'JavaScript that would run when the file is opened', layer)
  const root = pdf.getTrailer().get('Root')
  reportAction(root.get('OpenAction'), 'an action that would run when the file is opened', layer)
  const more = root.get('AA')
  if (more.isDictionary()) {
    more.forEach((action) => {
      reportAction(action, 'an action that would run by itself', layer)
    })
  }
}

/** Each save that only appended leaves the state before it in the file, deleted pages and words included. */
function reportRevisions(bytes: Uint8Array, layer: TextLayer): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let marks = 0
  for (let at = all.indexOf('%%EOF'); at !== -1; at = all.indexOf('%%EOF', at + 5)) marks += 1
  // A file made for the web has one mark more than it has states.
  const states = all.subarray(0, 2048).includes('/Linearized') ? marks - 1 : marks
  if (states > 1) {
    layer.hide({
      kind: 'revision',
      text: `${states} states`,
      how: 'the file was changed after it was made, and holds its earlier states too',
    })
  }
}

function reportLayers(pdf: Mupdf.PDFDocument, layer: TextLayer): void {
  const count = Math.min(pdf.countLayers(), TREE_NODES_MAX)
  for (let index = 0; index < count; index++) {
    if (!pdf.isLayerVisible(index)) {
      layer.hide({
        kind: 'hidden-layer',
        text: pdf.getLayerName(index),
        how: 'a layer that is switched off; what is on it is not in the text',
      })
    }
  }
}

/** Notes, links that lead out, fields of forms, files pinned to a page. */
export function reportAnnotations(
  pdf: Mupdf.PDFDocument,
  page: Mupdf.PDFPage,
  number: number,
  layer: TextLayer,
): void {
  attempt(
    { en: 'the notes of this page', es: 'las notas de esta página' },
    layer,
    () => {
      for (const annotation of page.getAnnotations()) reportAnnotation(pdf, annotation, number, layer)
    },
    number,
  )
  attempt(
    { en: 'the form fields of this page', es: 'los campos de formulario de esta página' },
    layer,
    () => {
      for (const widget of page.getWidgets()) reportField(widget, number, layer)
    },
    number,
  )
}

const unseen = mupdf.PDFAnnotation.IS_HIDDEN | mupdf.PDFAnnotation.IS_NO_VIEW | mupdf.PDFAnnotation.IS_INVISIBLE

function reportAnnotation(
  pdf: Mupdf.PDFDocument,
  annotation: Mupdf.PDFAnnotation,
  page: number,
  layer: TextLayer,
): void {
  const type = annotation.getType()
  const object = annotation.getObject()
  const [left, top, right, bottom] = annotation.getBounds()
  const at = { box: [left, top, right, bottom] as const }
  if (type === 'FileAttachment') {
    takeFile(pdf, object.get('FS'), 'attachment', layer, new Set(), page)
  }
  reportAction(object.get('A'), `an action of a ${type} note`, layer, page)
  const text = annotation.getContents()
  if (text.trim() === '') return
  const by = object.get('T').isString() ? object.get('T').asString() : undefined
  const when = object.get('M').isString() ? isoDate(object.get('M').asString()) : undefined
  layer.hide({
    kind: 'annotation',
    text,
    page,
    at,
    how: (annotation.getFlags() & unseen) === 0 ? `a ${type} note` : `a ${type} note that is set not to show`,
    ...(by === undefined ? {} : { by }),
    ...(when === undefined ? {} : { when }),
  })
}

function reportField(widget: Mupdf.PDFWidget, page: number, layer: TextLayer): void {
  const object = widget.getObject()
  reportAction(object.get('A'), 'an action of a form field', layer, page)
  const value = widget.getValue()
  if ((widget.getFlags() & unseen) === 0 || value.trim() === '') return
  layer.hide({
    kind: 'form-field',
    text: `${widget.getName()}: ${value}`,
    page,
    how: 'a form field that is set not to show',
  })
}
