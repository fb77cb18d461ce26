/** Handing a mail to a server that a person named. */
import { DeliveryError, isLoopback } from './delivery.ts'

export interface Mail {
  /** The same for every attempt at the same mail, so that a mail program shows it once. */
  readonly id: string
  readonly from: string
  /** One address: nobody learns who else was told. */
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Resolves when the server has taken the mail. Throws {@link DeliveryError}. */
  send(mail: Mail): Promise<void>
}

export interface MailServer {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte. `starttls`: asked for, and nothing is said without it. `none`: on this machine only. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user?: string
  readonly password?: string
  readonly timeoutMilliseconds?: number
}

const TIMEOUT_MILLISECONDS = 30_000

/** Throws {@link DeliveryError} for a server that must not be used. */
export function smtpMailer(server: MailServer): Mailer {
  const { host, port, security, user, password, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = server
  if (security === 'none' && !isLoopback(host)) {
    throw new DeliveryError(
      `Mail cannot go to ${host} in the clear.`,
      'It would be readable on its way, and so would the password.',
      'Set security to tls or starttls.',
    )
  }
  const options = {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    // Otherwise the server is told what this machine is called.
    name: 'localhost',
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  }
  return {
    async send({ id, from, to, subject, text }) {
      // Most calls of the program send no mail.
      const { createTransport } = await import('nodemailer')
      // One connection for each mail: they are few, and a kept one is cut off while the laptop sleeps.
      const transport = createTransport(options)
      const mail = { from, to, subject, text, messageId: `<${id}@forestay.invalid>`, xMailer: false as const }
      try {
        await within(timeoutMilliseconds, transport.sendMail(mail))
      } catch (error) {
        throw notTaken(host, error)
      } finally {
        transport.close()
      }
    },
  }
}

/** The library's limits are on silence; a server that goes on speaking slowly would never end. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${milliseconds / 1000} seconds`)), milliseconds)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function notTaken(host: string, error: unknown): DeliveryError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return new DeliveryError(
    `The mail server ${host} did not take the mail.`,
    error instanceof Error ? error.message : String(error),
    remedies[code] ?? 'See whether this machine is connected and the settings are right.',
    error,
  )
}

const remedies: Readonly<Record<string, string>> = {
  EAUTH: 'Check the user and the password.',
  EENVELOPE: 'Check the addresses of sender and recipient.',
  ETLS: 'The server offers no encryption that can be trusted: check host, port and security.',
  EDNS: 'Check the name of the server.',
}
