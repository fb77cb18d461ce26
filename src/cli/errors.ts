import type { FileError } from '../platform/index.ts'
import type { Language, Text } from './command.ts'
import { storeErrorInSpanish } from './store-words.ts'

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
 * Reads the fields that the domain's errors share: `message`, `why`, `file`, `line`, `remedy`; and `said`, which has
 * what, why and remedy in both languages. An error
 * with a `remedy` was foreseen; one without is a fault in the program and says so.
 */
export function explainError(error: unknown, language: Language): Explanation {
  const fields: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {}
  const message = error instanceof Error ? error.message : String(error)
  const said = (language === 'es' ? storeErrorInSpanish(error) : undefined) ?? saidIn(fields['said'], language)
  const what =
    said.what ?? (error instanceof UsageError ? error.text[language] : (textOf(fields['what']) ?? message))
  const why = said.why ?? fields['why']
  const remedy = said.remedy ?? (error instanceof UsageError ? (error.remedy?.[language] ?? '') : fields['remedy'])
  const where = place(fields)
  return {
    what,
    ...(typeof why === 'string' ? { why } : {}),
    ...(where === undefined ? {} : { where }),
    remedy: typeof remedy === 'string' ? remedy : faultRemedy[language],
    fault: typeof remedy !== 'string',
  }
}

/** A file that could not be used, in one line among others. */
export function fileErrorText(error: FileError, language: Language): string {
  const { what, why = '', remedy } = explainError(error, language)
  return `${what}: ${why}; ${remedy}.`
}

/** What an error says of itself in this language, where it says it in more than one. */
function saidIn(said: unknown, language: Language): Partial<Record<'what' | 'why' | 'remedy', string>> {
  if (typeof said !== 'object' || said === null) return {}
  return Object.fromEntries(
    Object.entries(said).map(([part, texts]: [string, Partial<Text>]) => [part, texts[language]]),
  )
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
