import { createHash } from 'node:crypto'
import { escapeXml } from './escape.ts'
import { htmlStyle } from './html-style.ts'
import type { Run, Runs, Sheet, SheetBlock } from './sheet.ts'
import type { Words } from './words.ts'

/** Nothing may be loaded, sent or run; the one style is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(htmlStyle).digest('base64')}'`

/** The page remembers which marks it has set: each needs a place of its own for the way back. */
class Marks {
  readonly #seen = new Map<number, number>()
  set(run: Extract<Run, { kind: 'note' }>): string {
    const times = (this.#seen.get(run.number) ?? 0) + 1
    this.#seen.set(run.number, times)
    const id = times === 1 ? `mark-${run.number}` : `mark-${run.number}-${times}`
    const comma = run.follows ? ', ' : ''
    return `<sup>${comma}<a id="${id}" href="#note-${run.number}" role="doc-noteref">${run.number}</a></sup>`
  }
}

const htmlOfRun = (run: Run, marks: Marks): string => {
  switch (run.kind) {
    case 'text':
      return escapeXml(run.text)
    case 'note':
      return marks.set(run)
    case 'exhibit':
      return `<a href="#exhibit-${run.number}">${escapeXml(run.text)}</a>`
  }
}

/** Letters of other directions keep to themselves: `dir="auto"` takes the direction of the text itself. */
const element = (tag: string, content: string, attributes = ''): string =>
  `<${tag}${attributes === '' ? '' : ` ${attributes}`} dir="auto">${content}</${tag}>`

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const heads = head.map((label) => element('th', escapeXml(label), 'scope="col"')).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => element('td', cell, 'class="lines"')).join('')}</tr>`)
  const first = head.length === 0 ? '' : `<thead><tr>${heads}</tr></thead>\n`
  return `<table>\n${first}<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}

const htmlOfBlock = (block: SheetBlock, marks: Marks): string => {
  const html = (runs: Runs): string => runs.map((run) => htmlOfRun(run, marks)).join('')
  switch (block.kind) {
    case 'paragraph':
      return element('p', html(block.runs), 'class="lines"')
    case 'list': {
      const items = block.items.map((item) => element('li', html(item), 'class="lines"')).join('\n')
      return block.numbered ? `<ol start="${block.start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`
    }
    case 'fields': {
      const rows = block.rows.map(
        ({ label, value }) =>
          `<tr>${element('th', escapeXml(label), 'scope="row"')}${element('td', html(value), 'class="lines"')}</tr>`,
      )
      return `<table class="fields"><tbody>\n${rows.join('\n')}\n</tbody></table>`
    }
    case 'table':
      return tableOf(
        block.head,
        block.rows.map((row) => row.map(html)),
      )
    case 'quote': {
      const speaker =
        block.speaker === '' ? '' : `\n<figcaption dir="auto">— ${escapeXml(block.speaker)}</figcaption>`
      return `<figure>\n<blockquote>${element('p', html(block.runs), 'class="lines"')}</blockquote>${speaker}\n</figure>`
    }
  }
}

const face = ({ marking, addressee, dated, title }: Sheet): readonly string[] => [
  ...(marking.length === 0
    ? []
    : [`<div class="marking">${marking.map((line) => element('p', escapeXml(line))).join('\n')}</div>`]),
  ...(addressee.length === 0 ? [] : [`<address>${addressee.map(escapeXml).join('<br>\n')}</address>`]),
  ...(dated === '' ? [] : [element('p', escapeXml(dated))]),
  element('h1', escapeXml(title)),
]

const exhibitsOf = ({ exhibits, words }: Sheet): readonly string[] => {
  if (exhibits.length === 0) return []
  const rows = exhibits.map(({ number, title, date, copy }) => [
    `<span id="exhibit-${number}">${number}</span>`,
    ...[title, date, copy].map(escapeXml),
  ])
  const head = [words.number, words.document, words.date, words.copy]
  return [`<section>\n<h2>${escapeXml(words.exhibits)}</h2>\n${tableOf(head, rows)}\n</section>`]
}

const noteOf =
  (words: Words) =>
  (note: string, index: number): string => {
    const back = `<a href="#mark-${index + 1}" role="doc-backlink" aria-label="${words.backTo} ${index + 1}">↩</a>`
    return `<li id="note-${index + 1}" dir="auto">${escapeXml(note)} ${back}</li>`
  }

const notesOf = ({ notes, otherSources, words }: Sheet): readonly string[] => [
  ...(notes.length === 0
    ? []
    : [
        `<section class="notes" role="doc-endnotes">\n<h2>${words.notes}</h2>`,
        `<ol>\n${notes.map(noteOf(words)).join('\n')}\n</ol>\n</section>`,
      ]),
  ...(otherSources.length === 0
    ? []
    : [
        `<section class="notes">\n<h2>${words.otherSources}</h2>`,
        `<ul>\n${otherSources.map((source) => element('li', escapeXml(source))).join('\n')}\n</ul>\n</section>`,
      ]),
]

/** One page that loads nothing, with everything in it. The same sheet gives the same bytes. */
export const htmlOf = (sheet: Sheet): Uint8Array => {
  const marks = new Marks()
  const sections = sheet.sections.map(
    ({ heading, blocks }) =>
      `<section>\n${element('h2', escapeXml(heading))}\n${blocks
        .map((block) => htmlOfBlock(block, marks))
        .join('\n')}\n</section>`,
  )
  const lines = [
    '<!doctype html>',
    `<html lang="${sheet.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(sheet.title)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    ...(sheet.stamp === '' ? [] : [`<p class="stamp">${escapeXml(sheet.stamp)}</p>`]),
    '<main>',
    ...face(sheet),
    ...sections,
    ...exhibitsOf(sheet),
    ...notesOf(sheet),
    '</main>',
    ...(sheet.mark === '' ? [] : [`<footer>${element('p', escapeXml(sheet.mark), 'class="mark"')}</footer>`]),
    '</body>',
    '</html>',
    '',
  ]
  return new TextEncoder().encode(lines.join('\n'))
}
