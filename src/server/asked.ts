/** How the reader asked: at which times, for whom, in which language. */
import type { Context } from 'hono'
import type { OpenCase } from '../casework/index.ts'
import type { Language } from '../law/index.ts'
import { type Audience, audiences, parseMoment, type Said } from '../record/index.ts'
import { type Env, noCase, Refusal } from './env.ts'

/** The newest entry that an answer has seen; an act names it, so that two windows cannot overwrite each other. */
export const LAST_HEADER = 'x-forestay-last'

const MINUTE = 60_000

export const nowOf = (context: Context<Env>): number =>
  Math.floor(Date.parse(context.get('services').clock.now()) / MINUTE)

/** The case of the address at the times asked. Throws {@link Refusal} where there is none. */
export async function opened(context: Context<Env>): Promise<OpenCase> {
  const id = context.req.param('case') ?? ''
  const { workspace } = context.get('services')
  const zone = await workspace.zone(id)
  if (zone === undefined) throw noCase()
  const now = nowOf(context)
  const moment = (name: string): number | undefined => {
    const text = context.req.query(name)
    return text === undefined || text === '' ? undefined : parseMoment(text, zone)
  }
  const at = moment('at')
  const audience = audienceOf(context.req.query('audience'))
  const asked = moment('knownBy') ?? at ?? now
  // For others never a moment to come, which would end embargoes.
  const knownBy = audience === 'desk' ? asked : Math.min(asked, now)
  const found = await workspace.open(id, () => ({ at: at ?? knownBy, knownBy, audience }))
  if (found === undefined) throw noCase()
  context.header(LAST_HEADER, String(await workspace.last(id)))
  return found
}

/** A word that is no audience must not be answered as if the desk had asked. */
function audienceOf(asked: string | undefined): Audience {
  if (asked === undefined || asked === '') return 'desk'
  const audience = audiences.find((one) => one === asked)
  if (audience !== undefined) return audience
  throw new Refusal(
    400,
    'refused',
    { en: 'There is no such audience.', es: 'No existe ese destinatario.' },
    { en: `Choose one of: ${audiences.join(', ')}.`, es: `Elija uno de: ${audiences.join(', ')}.` },
  )
}

export const languageOf = (context: Context): Language => (context.req.query('lang') === 'es' ? 'es' : 'en')

/** Of a refusal: acts have no `lang` in their address; the pages say it in a header with everything they send. */
export function refusalLanguage(context: Context): keyof Said {
  const asked = context.req.query('lang') ?? context.req.header('accept-language') ?? ''
  return asked.toLowerCase().startsWith('es') ? 'es' : 'en'
}
