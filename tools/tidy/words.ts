import { isCode } from './project.ts'
import type { Finding, Rule, SourceFile } from './project.ts'

interface Forbidden {
  readonly pattern: RegExp
  readonly message: string
  readonly where: (path: string) => boolean
}

const everywhere = (path: string): boolean => path !== 'LICENSE'
const ownFiles = (path: string): boolean => !path.startsWith('tools/tidy/')

// The patterns are put together from parts, so that this file does not contain what it forbids.
const forbidden: readonly Forbidden[] = [
  {
    pattern: new RegExp(String.raw`(?:^|[\s"'\`(=:])/(?:${['work', 'root', 'home/[a-z]+'].join('|')})/`),
    message: 'names a path on one machine',
    where: everywhere,
  },
  {
    pattern: new RegExp(
      [String.raw`registry\.npm`, ['npm', 'mirror'].join(''), String.raw`registry\.yarn`].join('|'),
    ),
    message: 'names a package registry: the ordinary client knows where to go',
    where: everywhere,
  },
  {
    pattern: new RegExp(['oxlint', 'eslint'].map((tool) => `${tool}-disable`).join('|')),
    message: 'turns a check off: mend the code, or change the rule for all',
    where: (path) => isCode(path) && ownFiles(path),
  },
  {
    pattern: /@ts-(?:ignore|nocheck|expect-error)/,
    message: 'hides a type error',
    where: (path) => isCode(path) && ownFiles(path),
  },
  {
    pattern: /\b(?:describe|it|test)\.only\(/,
    message: 'runs one test and silently leaves out the others',
    where: (path) => isCode(path) && ownFiles(path),
  },
]

/** Words that must not stand in the project. */
export const words: Rule = ({ files }) =>
  files.flatMap((file) =>
    forbidden
      .filter(({ where }) => where(file.path))
      .flatMap(({ pattern, message }) => occurrences(file, pattern, message)),
  )

const occurrences = (file: SourceFile, pattern: RegExp, message: string): Finding[] =>
  file.lines.flatMap((text, index) => (pattern.test(text) ? [{ path: file.path, line: index + 1, message }] : []))
