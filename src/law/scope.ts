/**
 * Whose procedure an event belongs to. A case can be on the road in several States at once; what happened in the
 * procedure of one of them is no step in that of another. See docs/decisions on events of another State.
 */
import type { Four } from '../record/index.ts'
import type { Law } from './law.ts'
import type { Occurrence, Situation } from './situation.ts'

const stateCode = /^[A-Z]{2}$/
/** Names of tracks and remedies begin with the State's code, in small letters: `fr.extradition`. */
const stateInName = /^([a-z]{2})\./
const noState = new Set(['EU', 'UN'])

/** The State whose procedure the name of a track or remedy speaks of; none for an international one. */
function stateOfName(name: string | undefined): string | undefined {
  const code = name === undefined ? undefined : stateInName.exec(name)?.[1]?.toUpperCase()
  return code === undefined || noState.has(code) ? undefined : code
}

/** The State in whose procedure it happened, where the record shows it. Its proceeding goes before what it says. */
export function procedureOf({ track, attributes }: Occurrence): string | undefined {
  if (track !== undefined) return stateOfName(track)
  const said = attributes['state']
  if (said !== undefined && stateCode.test(said)) return said
  return stateOfName(attributes['remedy'])
}

/** Another State's act by its very meaning: such an event is told in order to count here. */
const toldFromElsewhere = (type: string): boolean => type.endsWith('-elsewhere')

/** An event, and whether it belongs to the procedure that is asked about. Never `false`. */
export interface Visible {
  readonly occurrence: Occurrence
  readonly ours: Four
}

/** The events of the rounds looked at, without those that are steps in another State's procedure. */
export function visibleIn(
  law: Law,
  situation: Situation,
  rounds: Readonly<Record<string, number>>,
): readonly Visible[] {
  const scope = scopeOf(law, situation)
  const visible: Visible[] = []
  for (const occurrence of situation.occurrences) {
    const { track, round } = occurrence
    if (track !== undefined && round !== undefined && (rounds[track] ?? round) !== round) continue
    const ours = scope === undefined ? 'true' : scope(occurrence)
    if (ours !== 'false') visible.push({ occurrence, ours })
  }
  return visible
}

/**
 * Tells whether events are steps in the procedure of the State that may hand the person over, or of none; nothing to
 * tell where only one State's procedure is on record. An event in no proceeding stays open when it could as well be
 * a step in the procedure of another State that is on record.
 */
function scopeOf(law: Law, situation: Situation): ((occurrence: Occurrence) => Four) | undefined {
  const sending = situation.facts['sending-state']?.values ?? []
  const foreign = new Set<string>()
  for (const occurrence of situation.occurrences) {
    const state = procedureOf(occurrence)
    if (state !== undefined && !(sending.length === 1 && sending[0] === state)) foreign.add(state)
  }
  for (const { track } of situation.proceedings) {
    const state = stateOfName(track)
    if (state !== undefined && !sending.includes(state)) foreign.add(state)
  }
  if (foreign.size === 0) return undefined
  const ours = (state: string): Four =>
    sending.length === 0
      ? 'unknown'
      : !sending.includes(state)
        ? 'false'
        : sending.length === 1
          ? 'true'
          : 'unknown'
  return (occurrence) => {
    if (toldFromElsewhere(occurrence.type)) return 'true'
    const state = procedureOf(occurrence)
    if (state !== undefined) return ours(state)
    if (occurrence.track !== undefined || occurrence.attributes['issuer'] !== undefined) return 'true'
    return couldBelongTo(law, occurrence, foreign) ? 'unknown' : 'true'
  }
}

/** Some stage in a procedure of one of these States is reached by such an event. */
function couldBelongTo(law: Law, { type, attributes }: Occurrence, states: ReadonlySet<string>): boolean {
  for (const track of law.tracksAnywhere({ type, where: Object.entries(attributes) })) {
    const state = stateOfName(track)
    if (state !== undefined && states.has(state)) return true
  }
  return false
}
