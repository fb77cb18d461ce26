import type { Run, Runs, Sheet, SheetBlock } from './sheet.ts'

/** Columns of a line: what a fax and a quoted mail carry without breaking it again. */
const columns = 72

const lettersOf = (run: Run): string => {
  switch (run.kind) {
    case 'text':
    case 'exhibit':
      return run.text
    case 'note':
      return ` [${run.number}]`
  }
}

const plain = (runs: Runs): string => runs.map(lettersOf).join('')

/** Letters as they stand side by side: a mark on a letter takes no column of its own. */
const width = (text: string): number => [...text.replace(/\p{M}/gu, '')].length

/** One line broken at spaces. A token longer than a line stands alone, whole: half an address leads nowhere. */
const broken = (line: string, room: number): readonly string[] => {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && width(last) + 1 + width(word) <= room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A text below `first`, its further lines below each other. */
const wrapped = (text: string, first = '', indent = ' '.repeat(width(first))): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => broken(line, columns - width(indent)))
    .map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd())

const underlined = (text: string, stroke: string): readonly string[] => {
  const lines = wrapped(text)
  return [...lines, stroke.repeat(Math.max(...lines.map(width)))]
}

/** A labelled entry, read aloud as it stands: `Name: Person A`; a question needs no colon. */
const entry = (label: string, value: string): readonly string[] =>
  wrapped(`${label}${/[?:.!]$/.test(label) ? '' : ':'} ${value}`, '', '  ')

const linesOfBlock = (block: SheetBlock): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [...wrapped(plain(block.runs)), '']
    case 'list':
      return block.items.flatMap((item, index) => [
        ...wrapped(plain(item), block.numbered ? `${`${block.start + index}.`.padEnd(4)}` : '-   '),
        '',
      ])
    case 'fields':
      return [...block.rows.flatMap(({ label, value }) => entry(label, plain(value))), '']
    case 'table':
      return block.rows.flatMap((row) => [
        ...row.flatMap((cell, column) => entry(block.head[column] ?? '', plain(cell))),
        '',
      ])
    case 'quote':
      return [
        ...wrapped(plain(block.runs), '> ', '> '),
        ...(block.speaker === '' ? [] : wrapped(block.speaker, '> -- ', '>    ')),
        '',
      ]
  }
}

const face = (sheet: Sheet): readonly string[] => [
  ...(sheet.stamp === '' ? [] : [sheet.stamp, '']),
  ...(sheet.marking.length === 0 ? [] : [...sheet.marking.flatMap((line) => wrapped(line, '*** ')), '']),
  ...(sheet.addressee.length === 0 ? [] : [...sheet.addressee.flatMap((line) => wrapped(line)), '']),
  ...(sheet.dated === '' ? [] : [...wrapped(sheet.dated), '']),
  ...underlined(sheet.title, '='),
  '',
]

const back = (sheet: Sheet): readonly string[] => {
  const { words, exhibits, notes, otherSources } = sheet
  return [
    ...(exhibits.length === 0 ? [] : [...underlined(words.exhibits, '-'), '']),
    ...exhibits.flatMap(({ number, title, date, copy }) => [
      ...wrapped(`${title}, ${date} (${copy})`, `[${words.exhibit} ${number}] `),
    ]),
    ...(exhibits.length === 0 ? [] : ['']),
    ...(notes.length === 0 ? [] : [...underlined(words.notes, '-'), '']),
    ...notes.flatMap((note, index) => wrapped(note, `[${index + 1}] `)),
    ...(notes.length === 0 ? [] : ['']),
    ...(otherSources.length === 0 ? [] : [...underlined(words.otherSources, '-'), '']),
    ...otherSources.flatMap((source) => wrapped(source, '-   ')),
    ...(otherSources.length === 0 ? [] : ['']),
    ...(sheet.mark === '' ? [] : wrapped(sheet.mark)),
  ]
}

/** Plain text for fax, mail and reading aloud: UTF-8, 72 columns, notes at the end. */
export const textOf = (sheet: Sheet): Uint8Array => {
  const sections = sheet.sections.flatMap(({ heading, blocks }) => [
    ...underlined(heading, '-'),
    '',
    ...blocks.flatMap(linesOfBlock),
  ])
  const lines = [...face(sheet), ...sections, ...back(sheet)]
  return new TextEncoder().encode(`${lines.join('\n').trimEnd()}\n`)
}
