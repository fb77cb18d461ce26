import { describe, expect, it } from 'vitest'
import { asRefusal } from './serve.ts'

const thrownBy = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('what stops a reading', () => {
  it('is no fault of the file when a part of the program is not installed', async () => {
    const missing = 'a-package-that-is-not-there'
    const { code, message } = asRefusal(await thrownBy(() => import(/* @vite-ignore */ missing)))
    expect(code).toBe('not-started')
    expect(message).toContain('./forestay')
    expect(message).not.toMatch(/damaged/)
  })

  it('is memory where the engine had none left', () => {
    expect(asRefusal(new Error('malloc of 8000000000 bytes failed')).code).toBe('memory')
  })

  it('is otherwise a damaged file, in one line with what the parser said', () => {
    const { code, message } = asRefusal(new Error('cannot find\nstartxref'))
    expect(code).toBe('malformed')
    expect(message).toContain('(cannot find startxref)')
  })
})
