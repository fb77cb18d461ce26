import { isCode, isTest } from './project.ts'
import type { Rule } from './project.ts'

const codeLinesMax = 400
const testLinesMax = 600
const lineColumnsMax = 120

const isMeasured = (path: string): boolean => isCode(path) || path === 'forestay'

/**
 * The columns of a line without what stands inside its texts and patterns: breaking a sentence for a person, or a
 * regular expression, into pieces makes it
 * harder to read, not easier.
 */
export const columnsOf = (text: string): number =>
  text.replace(
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[=(,:[ ]|^)\/(?![/*])(?:[^/\\]|\\.)+\/[a-z]*/g,
    "''",
  ).length

/** Texts that run over several lines (a page, a style sheet) keep their lines and lose their words. */
const withoutTemplates = (text: string): string =>
  text.replace(/`(?:[^`\\]|\\.)*`/gs, (whole) => (whole.includes('\n') ? whole.replace(/[^\n]/g, '') : whole))

/** A file that grows past this holds two things. (Function length is the linter's: `max-lines-per-function`.) */
export const sizes: Rule = ({ files }) =>
  files
    .filter(({ path }) => isMeasured(path))
    .flatMap((file) => {
      const max = isTest(file.path) ? testLinesMax : codeLinesMax
      const count = file.lines.length - (file.text.endsWith('\n') ? 1 : 0)
      const tooLong =
        count <= max
          ? []
          : [
              {
                path: file.path,
                line: max + 1,
                message: `${count} lines, at most ${max}: split what belongs apart`,
              },
            ]
      const tooWide = withoutTemplates(file.text)
        .split('\n')
        .flatMap((text, index) =>
          columnsOf(text) <= lineColumnsMax
            ? []
            : [
                {
                  path: file.path,
                  line: index + 1,
                  message: `${columnsOf(text)} columns, at most ${lineColumnsMax}`,
                },
              ],
        )
      return [...tooLong, ...tooWide]
    })
