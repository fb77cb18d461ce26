import { Bookmark, FootnoteReferenceRun, InternalHyperlink, SimpleField, TextRun } from 'docx'
import type { ParagraphChild } from 'docx'
import type { Run, Runs } from './sheet.ts'

/** A second mark of the same footnote: a field that follows its number when notes are added before it. */
class NoteAgain extends SimpleField {
  constructor(number: number) {
    super(`NOTEREF ${noteAnchor(number)} \\f \\h`)
    this.root.push(new TextRun({ text: String(number), superScript: true }))
  }
}

const noteAnchor = (number: number): string => `_note${number}`
export const exhibitAnchor = (number: number): string => `_exhibit${number}`

const childrenOf = (run: Run): readonly ParagraphChild[] => {
  switch (run.kind) {
    case 'text':
      return textRuns(run.text)
    case 'note':
      return [
        ...(run.follows ? [new TextRun({ text: ', ', superScript: true })] : []),
        run.first
          ? new Bookmark({ id: noteAnchor(run.number), children: [new FootnoteReferenceRun(run.number)] })
          : new NoteAgain(run.number),
      ]
    case 'exhibit':
      return [new InternalHyperlink({ anchor: exhibitAnchor(run.number), children: [new TextRun(run.text)] })]
  }
}

/** A text with its line ends. */
export const textRuns = (text: string, bold = false): readonly TextRun[] =>
  text
    .split('\n')
    .map(
      (line, index) => new TextRun({ text: line, ...(bold ? { bold } : {}), ...(index === 0 ? {} : { break: 1 }) }),
    )

export const runsOf = (runs: Runs): readonly ParagraphChild[] => runs.flatMap(childrenOf)
