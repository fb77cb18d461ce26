/** Alerts as `start` offers them: in this terminal always, by mail and webhook where a settings file says so. */
import {
  type AlertSettings,
  alertSettingsDefault,
  alertWords,
  readAlertSettings,
  type Way,
} from '../casework/index.ts'
import { type Arguments, type Context, type Language, type Option, optionText } from './command.ts'
import type { Printer } from './output.ts'

/** Names the settings file; the option goes before it. */
const ALERTS_VARIABLE = 'FORESTAY_ALERTS'

export const alertsOption: Readonly<Record<'alerts', Option>> = {
  alerts: {
    value: 'FILE',
    about: {
      en: `send alerts by mail or webhook as this file says (or as ${ALERTS_VARIABLE} names it)`,
      es: `envía avisos por correo o webhook según este archivo (o el que nombre ${ALERTS_VARIABLE})`,
    },
  },
}

/** What the file says, or the defaults without one. Throws `AlertSettingsError` or `FileError`. */
export async function alertSettingsOf({ platform, env }: Context, args: Arguments): Promise<AlertSettings> {
  const file = optionText(args, 'alerts') ?? env[ALERTS_VARIABLE]
  if (file === undefined || file === '') return alertSettingsDefault
  return readAlertSettings(await platform.files.readText(file), file, env)
}

/** Alerts and complaints in the terminal in which the workbench was started. */
export function terminalOutlet(
  out: Printer,
  { wording, language: own }: AlertSettings,
  language: Language,
): { readonly here: Way; readonly complain: (text: string) => void } {
  return {
    here: {
      name: 'terminal',
      tell(alert, now) {
        const { title, lines } = alertWords(alert, { wording, language: own ?? language, now })
        out.heading(title)
        out.list(lines)
        return Promise.resolve()
      },
    },
    complain: (text) => out.paragraph(text),
  }
}

/** What leaves this machine by itself, said before it does. */
export function alertsText({ mail, webhook, wording }: AlertSettings, language: Language): string {
  const es = language === 'es'
  const ways = [
    ...(mail === undefined ? [] : [es ? `por correo a ${mail.to.join(', ')}` : `by mail to ${mail.to.join(', ')}`]),
    ...(webhook === undefined ? [] : [es ? `a ${webhook.address}` : `to ${webhook.address}`]),
  ]
  if (ways.length === 0)
    return es
      ? 'Los avisos de plazos salen aquí y en ningún otro sitio.'
      : 'Alerts before deadlines appear here and nowhere else.'
  const words =
    wording === 'full'
      ? es
        ? 'Dicen qué vence y en qué caso.'
        : 'They say what falls due, and in which case.'
      : es
        ? 'No dicen nombres ni recursos.'
        : 'They name neither persons nor remedies.'
  return es
    ? `Los avisos de plazos salen aquí y además ${ways.join(' y ')}. ${words}`
    : `Alerts before deadlines appear here, and go ${ways.join(' and ')}. ${words}`
}
