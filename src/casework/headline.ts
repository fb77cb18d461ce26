/** The standing in a few sentences, the answer first. */
import { type Gone, type Language, say, type Standing, type Stop } from '../law/index.ts'

/**
 * Leads with what holds the transfer now, then with who can stop it; says "ask" where a court may be able to and
 * nobody knows; never
 * says "nobody" because nothing is recorded.
 */
export function headlineOf(standing: Standing, language: Language): string {
  if (standing.gone !== undefined) return goneSentence(standing.gone, language)
  const ready = standing.stops.filter((s) => !s.inForce && (s.status === 'open' || s.status === 'used_pending'))
  const parts = [
    barSentence(standing, language) ?? disputedBarSentence(standing, language),
    staySentence(standing, language),
    firstSentence(ready[0], language),
    askSentence(standing, ready, language),
  ].filter((part) => part !== undefined)
  if (parts.length > 0) return parts.join(' ')
  return language === 'es'
    ? 'Las normas cargadas no dan respuesta para este caso: pregunte.'
    : 'The packs give no answer for this case: ask.'
}

function goneSentence({ event, when }: Gone, language: Language): string {
  const day = when === undefined ? '' : ` (${when.text})`
  if (language === 'es')
    return (
      `La persona ya fue ${event === 'removed' ? 'expulsada' : 'entregada'}${day}: nada de lo que aquí se enumera ` +
      'puede ya retenerla. Lo que obligaba al Estado le sigue obligando.'
    )
  return (
    `The person has been ${event === 'removed' ? 'removed' : 'handed over'}${day}: nothing here can hold that ` +
    'transfer any more. What bound the State binds it still.'
  )
}

/** A bar that follows from the law and the record alone, not from anyone's weighing of evidence. */
function barSentence({ bars }: Standing, language: Language): string | undefined {
  const bar = bars.find(
    (b) =>
      b.applies === 'true' && b.force !== 'discretionary' && b.assessedBy.length === 0 && b.disputed.length === 0,
  )
  if (bar === undefined) return undefined
  return language === 'es'
    ? `La ley impide la entrega: ${say(bar.title, language)}.`
    : `The law bars the transfer: ${say(bar.title, language)}.`
}

/** A bar whose facts are there, and of which it is argued whether the law means them. */
function disputedBarSentence({ bars }: Standing, language: Language): string | undefined {
  const bar = bars.find(
    (b) =>
      b.applies === 'true' && b.force !== 'discretionary' && b.assessedBy.length === 0 && b.disputed.length > 0,
  )
  if (bar === undefined) return undefined
  return language === 'es'
    ? `Se discute si la ley impide la entrega: ${say(bar.title, language)}.`
    : `Whether the law bars the transfer is disputed: ${say(bar.title, language)}.`
}

function staySentence({ stops, duties }: Standing, language: Language): string | undefined {
  const held = stops.find((s) => s.inForce)
  if (held === undefined) return undefined
  const duty = duties.find((d) => d.id === held.order)
  const until =
    duty === undefined
      ? ''
      : language === 'es'
        ? ` Hasta: ${say(duty.until, language)}.`
        : ` Until: ${say(duty.until, language)}.`
  const body = say(held.bodyTitle, language)
  // What disputes its own force is not said to stop anything: the State may act against it.
  if (duty !== undefined && duty.force !== 'binding')
    return (
      (language === 'es'
        ? `Una petición se opone ahora a la entrega, y su fuerza obligatoria se discute: ${body}.`
        : `A request stands against the transfer now, and its binding force is disputed: ${body}.`) + until
    )
  return (
    (language === 'es'
      ? `Una orden detiene ahora la entrega: ${body}.`
      : `An order stops the transfer now: ${body}.`) + until
  )
}

function firstSentence(first: Stop | undefined, language: Language): string | undefined {
  if (first === undefined) return undefined
  return language === 'es'
    ? `Quien antes puede detener la entrega: ${say(first.bodyTitle, language)} (${say(first.title, language)}).`
    : `First among those who can stop the transfer: ${say(first.bodyTitle, language)} (${say(first.title, language)}).`
}

/** A headline names a few; with the sending State unknown, every State's courts may be meant. */
const NAMES_MAX = 5

/** Courts that may be able to stop it, and tracks of which nothing is known. */
function askSentence({ stops, tracks }: Standing, ready: readonly Stop[], language: Language): string | undefined {
  const known = new Set(ready.map((s) => s.body))
  const courts = stops
    .filter((s) => s.status === 'unknown' && s.strength === 'domestic-court' && !known.has(s.body))
    .map((s) => say(s.bodyTitle, language))
  const silent = tracks.filter((t) => t.domestic && !t.recorded).map((t) => say(t.title, language))
  const all = [...new Set([...courts, ...silent])]
  const more =
    all.length > NAMES_MAX
      ? [language === 'es' ? `y ${all.length - NAMES_MAX} más` : `and ${all.length - NAMES_MAX} more`]
      : []
  const names = [...all.slice(0, NAMES_MAX), ...more]
  if (names.length === 0) return undefined
  const listed = names.join('; ')
  if (ready.length === 0 && !stops.some((s) => s.inForce))
    return language === 'es'
      ? `Con lo que consta, ninguna vía está abierta con seguridad. Pregunte si pueden detenerla: ${listed}.`
      : `On what is recorded no way is shown to be open. Ask whether these can stop it: ${listed}.`
  return language === 'es'
    ? `Se ignora si también pueden detenerla; pregunte: ${listed}.`
    : `Whether these can stop it too is unknown; ask: ${listed}.`
}
