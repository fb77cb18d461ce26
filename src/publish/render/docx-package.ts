import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { escapeXml } from './escape.ts'
import type { Sheet } from './sheet.ts'

/** ZIP keeps local time without a zone: the first day it can write, as the clock on any wall shows it. */
const firstDay = (): Date => new Date(1980, 0, 1)

/** What the file says of itself: its title, its language, the time of knowledge. No person, no machine. */
const coreProperties = ({ title, language, madeSeconds }: Sheet): string => {
  const made = `${new Date(madeSeconds * 1000).toISOString().slice(0, 19)}Z`
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made}</dcterms:${name}>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>${language}</dc:language>`,
    `${time('created')}${time('modified')}</cp:coreProperties>`,
  ].join('')
}

const body = 'word/document.xml'

/** The library counts bookmarks on from one document to the next: here they begin with 1 again. */
const renumbered = (xml: string): string => {
  const numbers = new Map<string, number>()
  return xml.replace(/(<w:bookmark(?:Start|End) [^<>]*?w:id=")(\d+)(?=")/g, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return `${before}${number}`
  })
}

/** Packs a DOCX again with everything fixed that the library takes from the clock and from its own past. */
export const fixedPackage = (docx: Uint8Array, sheet: Sheet): Uint8Array => {
  const files = unzipSync(docx)
  files['docProps/core.xml'] = strToU8(coreProperties(sheet))
  files[body] = strToU8(renumbered(strFromU8(files[body] ?? new Uint8Array())))
  const names = Object.keys(files).sort()
  // The list of contents comes first, as readers of the format expect.
  const ordered = [
    ...names.filter((name) => name.startsWith('[')),
    ...names.filter((name) => !name.startsWith('[')),
  ]
  const packed: Zippable = {}
  for (const name of ordered) packed[name] = [files[name] ?? new Uint8Array(), { mtime: firstDay(), level: 9 }]
  return zipSync(packed)
}
