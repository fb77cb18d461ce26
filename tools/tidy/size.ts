import { isCode, isTest } from './project.ts'
import type { Rule } from './project.ts'

const codeLinesMax = 400
const testLinesMax = 600
const lineColumnsMax = 120

const isMeasured = (path: string): boolean => isCode(path) || path === 'forestay'

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
      const tooWide = file.lines.flatMap((text, index) =>
        text.length <= lineColumnsMax
          ? []
          : [{ path: file.path, line: index + 1, message: `${text.length} columns, at most ${lineColumnsMax}` }],
      )
      return [...tooLong, ...tooWide]
    })
