/**
 * By which ways alerts go out, besides this machine: none, unless a person wrote a file and named it. Passwords are not
 * in it; it names the variables of the environment that hold them.
 */
import { parse } from 'yaml'
import { z } from 'zod'
import { leadsDefault, parseLead } from '../deadlines.ts'
import { type AlertTimes, GRACE_DEFAULT } from './due.ts'

const Time = z.string().transform((text, context): number => {
  const minutes = parseLead(text)
  if (minutes !== undefined) return minutes
  context.addIssue({ code: 'custom', message: `"${text}" is not a time such as 2 days, 3 hours or 30 minutes` })
  return z.NEVER
})
const Variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of a variable, such as FORESTAY_MAIL')
/** One line: what follows a line feed would be a header of its own. */
const Line = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/)

const File = z.strictObject({
  wording: z.enum(['neutral', 'full']).default('neutral'),
  language: z.enum(['en', 'es']).optional(),
  leads: z.array(Time).min(1).max(20).optional(),
  grace: Time.optional(),
  mail: z
    .strictObject({
      host: Line,
      port: z.number().int().min(1).max(65_535),
      security: z.enum(['tls', 'starttls', 'none']),
      user: Line.optional(),
      passwordFrom: Variable.optional(),
      from: Line,
      to: z.array(z.email()).min(1).max(20),
    })
    .optional(),
  webhook: z.strictObject({ address: Line, secretFrom: Variable }).optional(),
})

export interface AlertSettings {
  readonly wording: 'neutral' | 'full'
  readonly language?: 'en' | 'es' | undefined
  readonly times: AlertTimes
  readonly mail?: {
    readonly host: string
    readonly port: number
    readonly security: 'tls' | 'starttls' | 'none'
    readonly user?: string
    readonly password?: string
    readonly from: string
    readonly to: readonly string[]
  }
  readonly webhook?: { readonly address: string; readonly secret: string }
}

/** The settings cannot be used: which file, why, and what to do. */
export class AlertSettingsError extends Error {
  readonly file: string
  readonly why: string
  readonly remedy: string
  constructor(file: string, why: string, remedy: string) {
    super('The settings for alerts cannot be used.')
    this.name = 'AlertSettingsError'
    this.file = file
    this.why = why
    this.remedy = remedy
  }
}

/** On this machine only, with neutral words. */
export const alertSettingsDefault: AlertSettings = {
  wording: 'neutral',
  times: { leads: leadsDefault, grace: GRACE_DEFAULT },
}

/** Reads the settings in `text`, of the file of that name. Throws {@link AlertSettingsError}. */
export function readAlertSettings(
  text: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): AlertSettings {
  const parsed = File.safeParse(yamlOf(text, file))
  if (!parsed.success) {
    const why = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    throw new AlertSettingsError(
      file,
      why,
      'Correct what is named; docs/guide/calendar-and-alerts.md shows a file.',
    )
  }
  const { wording, language, leads, grace, mail, webhook } = parsed.data
  const secret = (name: string): string => {
    const held = env[name]
    if (held !== undefined && held !== '') return held
    throw new AlertSettingsError(file, `The variable ${name} is not set.`, `Set ${name} before starting.`)
  }
  return {
    wording,
    language,
    times: { leads: leads ?? leadsDefault, grace: grace ?? GRACE_DEFAULT },
    ...(mail === undefined ? {} : { mail: mailOf(mail, secret) }),
    ...(webhook === undefined ? {} : { webhook: { address: webhook.address, secret: secret(webhook.secretFrom) } }),
  }
}

function mailOf(
  { user, passwordFrom, ...mail }: NonNullable<z.output<typeof File>['mail']>,
  secret: (name: string) => string,
): NonNullable<AlertSettings['mail']> {
  return {
    ...mail,
    ...(user === undefined ? {} : { user }),
    ...(passwordFrom === undefined ? {} : { password: secret(passwordFrom) }),
  }
}

function yamlOf(text: string, file: string): unknown {
  try {
    return parse(text) ?? {}
  } catch (error) {
    throw new AlertSettingsError(
      file,
      error instanceof Error ? error.message : String(error),
      'Correct the YAML; docs/guide/calendar-and-alerts.md shows a file.',
    )
  }
}
