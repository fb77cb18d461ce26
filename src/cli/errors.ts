import type { Language, Text } from './command.ts'

/** The command line was not understood. Leads to exit code 2. */
export class UsageError extends Error {
  readonly text: Text
  /** What to try instead, when something near is known. */
  readonly remedy: Text | undefined
  constructor(text: Text, remedy?: Text) {
    super(text.en)
    this.name = 'UsageError'
    this.text = text
    this.remedy = remedy
  }
}

/** An error taken apart for a reader: what happened, why, where, and what to do. */
export interface Explanation {
  readonly what: string
  readonly why?: string
  /** `case.yaml:14` */
  readonly where?: string
  readonly remedy: string
  /** A fault in Forestay, rather than in what it was given. */
  readonly fault: boolean
}

/**
 * Reads the fields that the domain's errors share: `message`, `why`, `file`, `line`, `remedy`. An error
 * with a `remedy` was foreseen; one without is a fault in the program and says so.
 */
export function explainError(error: unknown, language: Language): Explanation {
  const fields: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {}
  const message = error instanceof Error ? error.message : String(error)
  const what = error instanceof UsageError ? error.text[language] : (textOf(fields['what']) ?? message)
  const remedy = error instanceof UsageError ? (error.remedy?.[language] ?? '') : fields['remedy']
  const where = place(fields)
  return {
    what,
    ...(typeof fields['why'] === 'string' ? { why: fields['why'] } : {}),
    ...(where === undefined ? {} : { where }),
    remedy: typeof remedy === 'string' ? remedy : faultRemedy[language],
    fault: typeof remedy !== 'string',
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function place(fields: Readonly<Record<string, unknown>>): string | undefined {
  const { file, line } = fields
  if (typeof file !== 'string') return undefined
  return typeof line === 'number' ? `${file}:${line}` : file
}

const faultRemedy: Text = {
  en: 'this is a fault in Forestay; run the command again with FORESTAY_DEBUG=1 before it to see where, and report it',
  es: 'es un fallo de Forestay; repita la orden con FORESTAY_DEBUG=1 delante para ver dónde, y comuníquelo',
}
