/** How the reader asked: at which times, for whom, in which language. */
import type { Context } from 'hono'
import type { AskedTimes, OpenCase } from '../casework/index.ts'
import type { Language } from '../law/index.ts'
import { audiences, parseMoment } from '../record/index.ts'
import { type Env, noCase } from './env.ts'

/** The newest entry that an answer has seen; an act names it, so that two windows cannot overwrite each other. */
export const LAST_HEADER = 'x-forestay-last'

const MINUTE = 60_000

export const nowOf = (context: Context<Env>): number =>
  Math.floor(Date.parse(context.get('services').clock.now()) / MINUTE)

/** The case of the address at the times asked. Throws {@link Refusal} where there is none. */
export async function opened(context: Context<Env>): Promise<OpenCase> {
  const id = context.req.param('case') ?? ''
  const zone = await context.get('services').workspace.zone(id)
  if (zone === undefined) throw noCase()
  const now = nowOf(context)
  const moment = (name: string): number | undefined => {
    const text = context.req.query(name)
    return text === undefined || text === '' ? undefined : parseMoment(text, zone)
  }
  const at = moment('at')
  const audience = audiences.find((one) => one === context.req.query('audience')) ?? 'desk'
  const asked = moment('knownBy') ?? at ?? now
  // For others never a moment to come, which would end embargoes.
  const knownBy = audience === 'desk' ? asked : Math.min(asked, now)
  const found = await openedAt(context, id, { at: at ?? knownBy, knownBy, audience })
  if (found === undefined) throw noCase()
  context.header(LAST_HEADER, String(await context.get('services').workspace.last(id)))
  return found
}

/** Cases kept open as they were asked for, for the next answer about the same moment; the oldest gives way. */
const OPEN_MAX = 16

/** The case as one audience knew it; what was opened a moment ago is not worked out again until somebody acts. */
export async function openedAt(
  context: Context<Env>,
  id: string,
  times: AskedTimes,
): Promise<OpenCase | undefined> {
  const { workspace, open } = context.get('services')
  const key = [id, times.at, times.knownBy, times.audience, await workspace.last(id)].join(' ')
  const before = open.get(key)
  if (before !== undefined) return before
  const found = await workspace.open(id, () => times)
  if (found === undefined) return undefined
  open.set(key, found)
  const oldest = open.keys().next().value
  if (open.size > OPEN_MAX && oldest !== undefined) open.delete(oldest)
  return found
}

export const languageOf = (context: Context): Language => (context.req.query('lang') === 'es' ? 'es' : 'en')
