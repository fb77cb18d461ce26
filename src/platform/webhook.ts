/** Handing a short message to an address that a person named. */
import { createHmac } from 'node:crypto'
import { DeliveryError, isLoopback } from './delivery.ts'

export interface Webhook {
  /** Resolves when the other side has said yes (2xx). Throws {@link DeliveryError}. */
  post(message: object): Promise<void>
}

export interface WebhookSettings {
  /** https, or http on this machine. */
  readonly address: string
  /** Shared with the other side, which can tell by it that the message is ours and unaltered. */
  readonly secret: string
  readonly timeoutMilliseconds?: number
}

/** Hexadecimal HMAC-SHA-256 over the body's bytes, after `sha256=`. */
export const SIGNATURE_HEADER = 'x-forestay-signature'
const TIMEOUT_MILLISECONDS = 15_000
/** An alert has some 300. */
const MESSAGE_BYTES_MAX = 16_384
/** A short secret can be tried out. */
const SECRET_CHARACTERS_MIN = 16

/** Throws {@link DeliveryError} for an address or a secret that must not be used. */
export function httpWebhook({ address, secret, timeoutMilliseconds }: WebhookSettings): Webhook {
  const url = webhookAddress(address)
  if (secret.length < SECRET_CHARACTERS_MIN) {
    throw new DeliveryError(
      'The secret of the webhook is too short.',
      `It has ${secret.length} characters.`,
      `Use at least ${SECRET_CHARACTERS_MIN}, made by chance.`,
    )
  }
  return { post: (message) => post(url, secret, message, timeoutMilliseconds ?? TIMEOUT_MILLISECONDS) }
}

function webhookAddress(text: string): URL {
  const refuse = (why: string): never => {
    throw new DeliveryError(
      'The address of the webhook cannot be used.',
      why,
      'Write it as https://example.org/forestay; plain http only for a program on this machine.',
    )
  }
  if (!URL.canParse(text)) return refuse(`"${text}" is no address.`)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    return refuse('It holds a name or a password, which would be logged.')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  return refuse(`${url.protocol}//${url.host} is not encrypted on its way.`)
}

async function post(url: URL, secret: string, message: object, milliseconds: number): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(message))
  const place = url.host
  if (body.byteLength > MESSAGE_BYTES_MAX)
    throw new DeliveryError(`Nothing was sent to ${place}.`, 'The message is too long.', 'Use neutral wording.')
  const response = await fetch(url, {
    method: 'POST',
    // Whoever answers "go elsewhere" does not decide where our messages go.
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Forestay',
      [SIGNATURE_HEADER]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
    signal: AbortSignal.timeout(milliseconds),
  }).catch((error: unknown) => {
    throw unreached(place, milliseconds, error)
  })
  // What it says is of no use to us, however long it is.
  await response.body?.cancel()
  if (response.ok) return
  const sentElsewhere = response.status >= 300 && response.status < 400
  throw new DeliveryError(
    `${place} did not take the message.`,
    sentElsewhere ? `It answered ${response.status}: go elsewhere.` : `It answered ${response.status}.`,
    sentElsewhere ? 'Name the final address in the settings.' : 'See whether the other side works.',
  )
}

function unreached(place: string, milliseconds: number, error: unknown): DeliveryError {
  const late = error instanceof DOMException && error.name === 'TimeoutError'
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  return new DeliveryError(
    `${place} could not be reached.`,
    late ? `It did not answer within ${milliseconds / 1000} seconds.` : cause,
    'See whether this machine is connected and the other side works.',
    error,
  )
}
