/** How the reader asked: at which times, for whom, in which language. */
import type { Context } from 'hono'
import type { OpenCase } from '../casework/index.ts'
import type { Language } from '../law/index.ts'
import { parseMoment } from '../record/index.ts'
import type { Env } from './env.ts'

/** The newest entry that an answer has seen; an act names it, so that two windows cannot overwrite each other. */
export const LAST_HEADER = 'x-forestay-last'

const MINUTE = 60_000

export const nowOf = (context: Context<Env>): number =>
  Math.floor(Date.parse(context.get('services').clock.now()) / MINUTE)

/** The case of the address at the times asked; nothing when there is none. */
export async function opened(context: Context<Env>): Promise<OpenCase | undefined> {
  const { workspace } = context.get('services')
  const now = nowOf(context)
  const found = await workspace.open(context.req.param('case') ?? '', (zone) => {
    const moment = (name: string): number | undefined => {
      const text = context.req.query(name)
      return text === undefined || text === '' ? undefined : parseMoment(text, zone)
    }
    const at = moment('at')
    const knownBy = moment('knownBy') ?? at ?? now
    return { at: at ?? knownBy, knownBy, audience: context.req.query('audience') === 'public' ? 'public' : 'desk' }
  })
  if (found !== undefined) context.header(LAST_HEADER, String(found.state.lastSequence))
  return found
}

export const languageOf = (context: Context): Language => (context.req.query('lang') === 'es' ? 'es' : 'en')
