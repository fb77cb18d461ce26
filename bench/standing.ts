/** A whole standing of the worked case under all packs, and what comes before it. */
import { join } from 'node:path'
import { parse } from 'yaml'
import { folderBundle, importBundle } from '../src/casework/bundle/index.ts'
import { caseAt, type OpenCase } from '../src/casework/case.ts'
import { eventVocabulary, packSources } from '../src/casework/lawbook.ts'
import { answerOf } from '../src/casework/standing-answer.ts'
import {
  joinPacks,
  type Law,
  loadPack,
  type Pack,
  type Problem,
  problemText,
  standingOf,
} from '../src/law/index.ts'
import { systemPlatform } from '../src/platform/index.ts'
import { type Entry, parseMoment } from '../src/record/index.ts'
import { type Rounds, timed } from './timing.ts'

const MOMENT = '2014-02-19T09:00'

export interface LoadedLaw {
  readonly law: Law
  readonly readMs: number
  /** Of it, the share of the YAML parser and the schemas. */
  readonly parseMs: number
  /** Joined, checked against each other and compiled. */
  readonly compileMs: number
  readonly packCount: number
}

/** The first load in this process, before anything has been optimised. */
export async function loadAllPacks(root: string): Promise<LoadedLaw> {
  const start = performance.now()
  const sources = await packSources(systemPlatform.files, root)
  const events = await eventVocabulary(systemPlatform.files, root)
  const read = performance.now()
  const problems: Problem[] = []
  const packs: Pack[] = []
  for (const { file, text } of sources) {
    const loaded = loadPack(file, text)
    problems.push(...loaded.problems)
    if (loaded.pack !== undefined) packs.push(loaded.pack)
  }
  const parsed = performance.now()
  const law = joinPacks(packs, events, problems)
  const compiled = performance.now()
  if (problems.length > 0) throw new Error(`The packs have problems:\n${problems.map(problemText).join('\n')}`)
  return {
    law,
    readMs: read - start,
    parseMs: parsed - read,
    compileMs: compiled - parsed,
    packCount: packs.length,
  }
}

/** The parser's part of loading, by itself: every fenced block through the YAML parser alone. */
export async function yamlAloneMs(root: string): Promise<number> {
  const blocks = (await packSources(systemPlatform.files, root)).flatMap(({ text }) =>
    [...text.matchAll(/^```ya?ml\r?\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split(/^---$/m)),
  )
  const start = performance.now()
  for (const block of blocks) parse(block)
  return performance.now() - start
}

export interface StandingTimes {
  readonly entries: readonly Entry[]
  readonly coldMs: number
  /** Tracks, stops, remedies, deadlines, duties, bars, clocks, exhaustion, assertions tested, missing facts. */
  readonly standing: Rounds
  /** The same, with explanations, in words, as `standing --json` gives it. */
  readonly withWords: Rounds
  /** From the entries: projected, looked at as known then, standing, words. */
  readonly fromEntries: Rounds
}

export async function timeStandings(root: string, law: Law): Promise<StandingTimes> {
  const { entries } = await importBundle(folderBundle(systemPlatform.files, join(root, 'examples', 'pavlov-2014')))
  const open = (): OpenCase =>
    caseAt(law, entries, (zone) => {
      const moment = parseMoment(MOMENT, zone)
      return { at: moment, knownBy: moment, audience: 'desk' }
    })
  const answer = ({ situation, view }: OpenCase): number => {
    const { standing, evaluated } = standingOf(law, situation)
    return answerOf(standing, evaluated, { law, view, language: 'en' }).stops.length
  }
  const coldStart = performance.now()
  answer(open())
  const coldMs = performance.now() - coldStart
  const opened = open()
  const plan = { warmUp: 100, rounds: 200 }
  return {
    entries,
    coldMs,
    standing: timed(() => void standingOf(law, opened.situation), plan),
    withWords: timed(() => void answer(opened), plan),
    fromEntries: timed(() => void answer(open()), plan),
  }
}
