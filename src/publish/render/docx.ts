import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx'
import { fixedPackage } from './docx-package.ts'
import { exhibitAnchor, runsOf, textRuns } from './docx-runs.ts'
import type { Sheet, SheetBlock, SheetExhibit } from './sheet.ts'

/** Lengths in twentieths of a point: 567 to the centimetre. A4 with margins of 2.5 cm. */
const page = { width: 11906, height: 16838, margin: 1417 }
const textWidth = page.width - 2 * page.margin
/** Numbering schemes that the document declares. */
const scheme = { numbered: 'numbered', dashes: 'dashes' }
const languages = { en: 'en-GB', es: 'es-ES' }

const paragraph = (children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 140 }, ...options, children })

const cell = (children: readonly ParagraphChild[], width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ spacing: { before: 40, after: 40 }, children })],
  })

const line = { style: BorderStyle.SINGLE, size: 4, color: '888888' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none }

/** A table of given shares of the page; a head repeats on each page. */
const table = (
  shares: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (readonly ParagraphChild[])[])[],
): readonly FileChild[] => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((textWidth * share) / total))
  const row = (cells: readonly (readonly ParagraphChild[])[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((children, column) => cell(children, widths[column] ?? 0)),
    })
  const heads =
    head.length === 0
      ? []
      : [
          row(
            head.map((label) => textRuns(label, true)),
            true,
          ),
        ]
  const body = rows.map((cells) => row(cells, false))
  if (heads.length + body.length === 0) return []
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders,
      rows: [...heads, ...body],
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ]
}

/** `instance`: lists of one section count on, those of the next begin again. */
const blockOf = (block: SheetBlock, instance: number): readonly FileChild[] => {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(runsOf(block.runs))]
    case 'list':
      return block.items.map((item) =>
        paragraph(runsOf(item), {
          numbering: { reference: block.numbered ? scheme.numbered : scheme.dashes, level: 0, instance },
        }),
      )
    case 'fields':
      return table(
        [34, 66],
        [],
        block.rows.map(({ label, value }) => [textRuns(label, true), runsOf(value)]),
      )
    case 'table':
      return table(
        block.head.map(() => 1),
        block.head,
        block.rows.map((row) => row.map(runsOf)),
      )
    case 'quote': {
      const options = { indent: { left: 400 }, border: { left: { ...line, size: 12, space: 10 } } }
      return [
        paragraph(runsOf(block.runs), block.speaker === '' ? options : { ...options, spacing: { after: 0 } }),
        ...(block.speaker === '' ? [] : [paragraph(textRuns(`— ${block.speaker}`), options)]),
      ]
    }
  }
}

const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: textRuns(text) })

const exhibitRow = ({ number, title, date, copy }: SheetExhibit): readonly (readonly ParagraphChild[])[] => [
  [new Bookmark({ id: exhibitAnchor(number), children: [new TextRun(String(number))] })],
  textRuns(title),
  textRuns(date),
  textRuns(copy),
]

const face = (sheet: Sheet): readonly FileChild[] => {
  const frame = { style: BorderStyle.SINGLE, size: 12, color: '000000', space: 8 }
  const border = { top: frame, bottom: frame, left: frame, right: frame }
  return [
    ...sheet.marking.map((text) =>
      paragraph(textRuns(text, true), { border, indent: { left: 160, right: 160 }, spacing: { after: 0 } }),
    ),
    ...sheet.addressee.map((text, index) =>
      paragraph(textRuns(text), { spacing: { before: index === 0 ? 360 : 0, after: 0 } }),
    ),
    ...(sheet.dated === '' ? [] : [paragraph(textRuns(sheet.dated), { spacing: { before: 240, after: 240 } })]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(sheet.title) }),
  ]
}

const bodyOf = (sheet: Sheet): readonly FileChild[] => {
  const { words, sections, exhibits, otherSources } = sheet
  return [
    ...face(sheet),
    ...sections.flatMap((section, index) => [
      heading(section.heading),
      ...section.blocks.flatMap((block) => blockOf(block, index + 1)),
    ]),
    ...(exhibits.length === 0
      ? []
      : [
          heading(words.exhibits),
          ...table(
            [8, 46, 16, 30],
            [words.number, words.document, words.date, words.copy],
            exhibits.map(exhibitRow),
          ),
        ]),
    ...(otherSources.length === 0
      ? []
      : [
          heading(words.otherSources),
          ...otherSources.map((source) =>
            paragraph(textRuns(source), { numbering: { reference: scheme.dashes, level: 0 } }),
          ),
        ]),
  ]
}

const small = 17

const header = ({ stamp }: Sheet): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: stamp, bold: true, size: small })],
      }),
    ],
  })

const footer = ({ mark }: Sheet): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ text: mark, size: small }),
          new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: small }),
        ],
      }),
    ],
  })

const listLevel = {
  level: 0,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 480, hanging: 480 } } },
}
const numbered = { ...listLevel, format: LevelFormat.DECIMAL, text: '%1.' }
const dashes = { ...listLevel, format: LevelFormat.BULLET, text: '–' }

const documentOf = (sheet: Sheet): Document => {
  const font = 'Times New Roman'
  const bold = { bold: true, color: '000000', font }
  return new Document({
    title: sheet.title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: {
      default: {
        document: { run: { font, size: 23, language: { value: languages[sheet.language] } } },
        title: { run: { ...bold, size: 34 }, paragraph: { spacing: { before: 200, after: 200 } } },
        heading1: { run: { ...bold, size: 26 }, paragraph: { spacing: { before: 320, after: 140 } } },
      },
    },
    numbering: {
      config: [
        { reference: scheme.numbered, levels: [numbered] },
        { reference: scheme.dashes, levels: [dashes] },
      ],
    },
    footnotes: Object.fromEntries(
      sheet.notes.map((note, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: textRuns(` ${note}`) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        headers: { default: header(sheet) },
        footers: { default: footer(sheet) },
        children: bodyOf(sheet),
      },
    ],
  })
}

/** A Word document that a lawyer can go on writing in. The same sheet gives the same bytes. */
export const docxOf = async (sheet: Sheet): Promise<Uint8Array> =>
  fixedPackage(await Packer.toBuffer(documentOf(sheet)), sheet)
