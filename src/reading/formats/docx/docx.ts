import { Flow } from '../flow.ts'
import { PackageParts, somethingOf } from '../package-parts.ts'
import type { Work } from '../parse.ts'
import { Refused } from '../reading.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { readFacts, readXml } from '../xml.ts'
import { readBody } from './body.ts'
import { isOn } from './is-on.ts'

/** Word files: what is printed is the text; what is not (deletions, comments, hidden words) is reported beside it. */
export function readDocx(bytes: Uint8Array, work: Work): RawReading {
  const layer = new TextLayer(work.mediaType)
  const parts = new PackageParts(bytes, layer)
  const main = parts.names.find((name) => /^word\/document\d*\.xml$/.test(name))
  const body = main === undefined ? undefined : parts.part(main)
  if (main === undefined || body === undefined) {
    throw new Refused(
      'malformed',
      'The Word file has no readable text part. Open it in an office program and save it again.',
      'El archivo de Word no tiene una parte de texto legible. Ábralo en un programa de oficina y guárdelo de nuevo.',
    )
  }
  const flow = new Flow(layer)
  const hiddenStyles = stylesThatHide(parts.part('word/styles.xml'))
  let torn: string | undefined
  const read = (name: string, part: Uint8Array): void => {
    const broken = readBody(part, name, flow, hiddenStyles)
    if (broken === undefined) return
    torn ??= broken
    layer.warn({
      en: `The part "${name}" is damaged (${broken}); what stands after that place was not read.`,
      es: `La parte «${name}» está dañada (${broken}); lo que sigue a ese punto no se leyó.`,
    })
  }
  read(main, body)
  // Notes, headers and footers stand after the text, each part by itself; positions name the part.
  for (const name of parts.names.filter((name) =>
    /^word\/(?:footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(name),
  )) {
    work.progress({ what: 'part', done: 0 })
    const part = parts.part(name)
    if (part === undefined) continue
    flow.endParagraph()
    flow.endParagraph()
    read(name, part)
  }
  reportComments(parts.part('word/comments.xml'), layer)
  reportReferences(parts, layer)
  describe(parts, layer)
  if (parts.names.some((name) => /vbaProject\.bin$/i.test(name))) {
    layer.hide({ kind: 'macro', text: 'vbaProject.bin', how: 'a program in the file; it was not run' })
  }
  parts.takeOut(
    parts.names.filter((name) => name.startsWith('word/embeddings/')),
    true,
  )
  parts.takeOut(
    parts.names.filter((name) => /^word\/media\/.*\.(?:png|jpe?g|tiff?)$/i.test(name)),
    false,
  )
  return somethingOf(layer.finish(), torn)
}

function describe(parts: PackageParts, layer: TextLayer): void {
  const core = readFacts(parts.part('docProps/core.xml'), [
    'title',
    'creator',
    'subject',
    'lastModifiedBy',
    'created',
    'modified',
  ])
  const app = readFacts(parts.part('docProps/app.xml'), ['Application'])
  layer.describe({
    title: core['title'],
    author: core['creator'],
    subject: core['subject'],
    lastModifiedBy: core['lastModifiedBy'],
    created: core['created'],
    modified: core['modified'],
    producer: app['Application'],
  })
}

/** Styles by which words are hidden: a run needs only to name one of them. */
function stylesThatHide(part: Uint8Array | undefined): ReadonlySet<string> {
  const hiding = new Set<string>()
  if (part === undefined) return hiding
  let style: string | undefined
  readXml(part, {
    open: (element) => {
      if (element.name === 'style') style = element.attribute('styleId')
      else if (element.name === 'vanish' && style !== undefined && isOn(element.attribute('val'))) hiding.add(style)
    },
    close: (name) => {
      if (name === 'style') style = undefined
    },
    text: () => {},
  })
  return hiding
}

function reportComments(part: Uint8Array | undefined, layer: TextLayer): void {
  if (part === undefined) return
  let comment: { by?: string; when?: string; text: string } | undefined
  readXml(part, {
    open: (element) => {
      if (element.name === 'comment') {
        const by = element.attribute('author')
        const when = element.attribute('date')
        comment = { text: '', ...(by === undefined ? {} : { by }), ...(when === undefined ? {} : { when }) }
      }
    },
    close: (name) => {
      if (name === 'p' && comment !== undefined) comment.text += '\n'
      if (name === 'comment' && comment !== undefined) {
        layer.hide({ ...comment, kind: 'comment', text: comment.text.trim(), how: 'a comment in the margin' })
        comment = undefined
      }
    },
    text: (text) => {
      if (comment !== undefined) comment.text += text
    },
  })
}

/** What a word processor would fetch from elsewhere on opening the file. Links are only followed by hand. */
function reportReferences(parts: PackageParts, layer: TextLayer): void {
  for (const name of parts.names.filter((path) => /^word\/_rels\/.*\.rels$/.test(path))) {
    const part = parts.part(name)
    if (part === undefined) continue
    readXml(part, {
      open: (element) => {
        const type = element.attribute('Type')?.split('/').at(-1) ?? ''
        const target = element.attribute('Target') ?? ''
        if (element.attribute('TargetMode') === 'External' && type !== 'hyperlink') {
          layer.hide({
            kind: 'external-reference',
            text: target,
            how: `the file would fetch this when opened (${type})`,
          })
        }
      },
      close: () => {},
      text: () => {},
    })
  }
}
