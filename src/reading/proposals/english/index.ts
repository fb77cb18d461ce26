/** English, as the reader knows it. */
import type { Grammar } from '../grammar.ts'
import { classes, cues } from './cues.ts'
import { dates } from './dates.ts'
import { events } from './events.ts'
import { bodies, honorifics, notNames, particles, places, smallWords, states } from './names.ts'
import * as statements from './statements.ts'
import { ages, durations, former, nationalities, relations, statuses } from './facts.ts'

export const english: Grammar = {
  language: 'en',
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
