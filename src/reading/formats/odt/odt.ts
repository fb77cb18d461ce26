import { Flow } from '../flow.ts'
import { PackageParts, somethingOf } from '../package-parts.ts'
import type { Work } from '../parse.ts'
import { Refused } from '../reading.ts'
import { TextLayer } from '../text-layer.ts'
import type { RawReading } from '../text-layer.ts'
import { readFacts, readXml } from '../xml.ts'
import { ContentReader } from './content.ts'
import { hidingStyles } from './styles.ts'

/** OpenDocument text: what is printed is the text; changes, comments and hidden words are reported beside it. */
export function readOdt(bytes: Uint8Array, work: Work): RawReading {
  const layer = new TextLayer(work.mediaType)
  const parts = new PackageParts(bytes, layer)
  const manifest = parts.part('META-INF/manifest.xml')
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data')) {
    throw new Refused(
      'encrypted',
      'The document is locked with a password. Open it with the password, save it without, and add that.',
      'El documento está protegido con contraseña. Ábralo con ella, guárdelo sin ella y añada eso.',
    )
  }
  const content = parts.part('content.xml')
  if (content === undefined) {
    throw new Refused(
      'malformed',
      'The document has no readable text part. Open it in an office program and save it again.',
      'El documento no tiene una parte de texto legible. Ábralo en un programa de oficina y guárdelo de nuevo.',
    )
  }
  const styles = new Map([...hidingStyles(parts.part('styles.xml')), ...hidingStyles(content)])
  const broken = readXml(content, new ContentReader(new Flow(layer), styles))
  if (broken !== undefined)
    layer.warn({
      en: `The text part is damaged (${broken}); what stands after that place was not read.`,
      es: `La parte de texto está dañada (${broken}); lo que sigue a ese punto no se leyó.`,
    })
  const facts = readFacts(parts.part('meta.xml'), [
    'title',
    'initial-creator',
    'creator',
    'subject',
    'creation-date',
    'date',
    'generator',
  ])
  layer.describe({
    title: facts['title'],
    author: facts['initial-creator'] ?? facts['creator'],
    lastModifiedBy: facts['creator'],
    subject: facts['subject'],
    created: facts['creation-date'],
    modified: facts['date'],
    producer: facts['generator'],
  })
  for (const name of parts.names.filter(
    (part) => /^(?:Basic|Scripts)\/.*\.(?:xml|xba|py|js|bsh)$/i.test(part) && !/script-l[bc]\.xml$/.test(part),
  )) {
    layer.hide({ kind: 'macro', text: name, how: 'a program in the file; it was not run' })
  }
  parts.takeOut(
    parts.names.filter((name) => /^Pictures\/.*\.(?:png|jpe?g|tiff?)$/i.test(name)),
    false,
  )
  return somethingOf(layer.finish(), broken)
}
