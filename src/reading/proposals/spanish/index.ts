/** Spanish, as the reader knows it. */
import type { Grammar } from '../grammar.ts'
import { ages, durations, former, nationalities, relations, statuses } from './facts.ts'
import { classes, cues, dates } from './cues.ts'
import { events } from './events.ts'
import { bodies, honorifics, notNames, particles, places, smallWords, states } from './names.ts'
import * as statements from './statements.ts'

export const spanish: Grammar = {
  language: 'es',
  smallWords,
  notNames,
  honorifics,
  particles,
  states,
  bodies,
  places,
  dates,
  classes,
  cues,
  events,
  ages,
  nationalities,
  statuses,
  relations,
  durations,
  former,
  ...statements,
}
