/** The ways by which an alert goes out: one for each mail address, so that each is tried and noted by itself. */
import { createHash } from 'node:crypto'
import type { Language } from '../../law/index.ts'
import type { Mailer, Webhook } from '../../platform/index.ts'
import { isoMinute } from '../../record/index.ts'
import type { Alert } from './due.ts'
import type { AlertSettings } from './settings.ts'
import type { Way } from './ticker.ts'
import { alertWords } from './words.ts'

export interface Ports {
  readonly mailer?: Mailer
  readonly webhook?: Webhook
}

/** The ways that the settings turn on; none without them. */
export function waysOf(settings: AlertSettings, ports: Ports, language: Language): Way[] {
  const telling = { wording: settings.wording, language: settings.language ?? language }
  return [...mailWays(settings, ports.mailer, telling), ...webhookWays(settings, ports.webhook, telling)]
}

type Telling = Pick<Parameters<typeof alertWords>[1], 'wording' | 'language'>

const mailWays = ({ mail }: AlertSettings, mailer: Mailer | undefined, telling: Telling): Way[] =>
  mail === undefined || mailer === undefined
    ? []
    : mail.to.map((to): Way => {
        const name = `mail ${to}`
        return {
          name,
          async tell(alert, now) {
            const { title, lines } = alertWords(alert, { ...telling, now })
            await mailer.send({
              id: messageId(alert, name),
              from: mail.from,
              to,
              subject: title,
              text: `${[title, '', ...lines].join('\n')}\n`,
            })
          },
        }
      })

const webhookWays = ({ webhook }: AlertSettings, port: Webhook | undefined, telling: Telling): Way[] =>
  webhook === undefined || port === undefined
    ? []
    : [
        {
          name: `webhook ${webhook.address}`,
          async tell(alert, now) {
            const { deadline, kind } = alert
            const { title, lines } = alertWords(alert, { ...telling, now })
            await port.post({
              id: messageId(alert, 'webhook'),
              kind,
              deadline: deadline.marks.deadline,
              file: deadline.marks.file,
              safe: isoMinute('UTC', deadline.safe).concat('Z'),
              title,
              text: lines.join('\n'),
            })
          },
        },
      ]

/** The same for every attempt at the same alert, and says nothing by itself. */
const messageId = (alert: Alert, way: string): string =>
  createHash('sha256').update(`${way} ${alert.key}`).digest('hex').slice(0, 32)
