/** A message could not be handed over: what happened, why, and what to do. Trying again may help. */
export class DeliveryError extends Error {
  readonly why: string
  readonly remedy: string
  constructor(message: string, why: string, remedy: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DeliveryError'
    this.why = why
    this.remedy = remedy
  }
}

/** Addresses of this machine itself. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
