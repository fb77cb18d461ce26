/** What is wrong with a bundle, told so that whoever wrote the file can mend it. */

export interface BundleProblem {
  readonly severity: 'error' | 'warning'
  readonly file: string
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number
  readonly message: string
  /** How to mend it. */
  readonly remedy: string
}

/** `claims.yaml:12: error: … (how to mend it)` */
export const formatProblem = ({ severity, file, line, message, remedy }: BundleProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${severity}: ${message} ${remedy}`

/** The bundle cannot be imported. Holds every problem found, not only the first. */
export class BundleError extends Error {
  readonly problems: readonly BundleProblem[]
  constructor(problems: readonly BundleProblem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'BundleError'
    this.problems = problems
  }
}

/** Collects problems while reading goes on. */
export class Problems {
  readonly all: BundleProblem[] = []
  /** Ids of items that could not be read: whoever names one of them has made no second mistake. */
  readonly unread = new Set<string>()
  /** A whole list could not be read, so it cannot be said which names lead nowhere. */
  listUnread = false

  error(file: string, line: number | undefined, message: string, remedy: string): void {
    this.all.push({ severity: 'error', file, ...(line === undefined ? {} : { line }), message, remedy })
  }

  warn(file: string, line: number | undefined, message: string, remedy: string): void {
    this.all.push({ severity: 'warning', file, ...(line === undefined ? {} : { line }), message, remedy })
  }

  get failed(): boolean {
    return this.all.some((problem) => problem.severity === 'error')
  }

  /** By file, then line; errors and warnings together, as one reads a file. */
  sorted(): readonly BundleProblem[] {
    return this.all.toSorted((a, b) =>
      a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1,
    )
  }
}
