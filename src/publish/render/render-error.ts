/** A paper that could not be set: what happened, why, and what to do about it. */
export class RenderError extends Error {
  readonly why: string
  readonly remedy: string
  constructor(message: string, why: string, remedy: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'RenderError'
    this.why = why
    this.remedy = remedy
  }
}
