/**
 * References that a misspelt word would silently empty: such a rule would answer "unknown" for ever, and nobody
 * would notice.
 */
import type { Blocks, Vocabulary } from './law.ts'
import { type Problem, suggestion } from './load.ts'
import type { Origin } from './model.ts'
import { momentNames, parsePattern } from './situation.ts'

type Report = (origin: Origin, what: string, remedy: string) => void

/** Checks norms inside blocks, who is bound by what, dates that choose versions, moments and assertions. */
export function checkFurtherReferences(blocks: Blocks, events: Vocabulary, problems: Problem[]): void {
  const report: Report = ({ file, line }, what, remedy) => void problems.push({ file, line, what, remedy })
  checkInstruments(blocks, report)
  checkAnchors(blocks, events, report)
  checkMoments(blocks, report)
  for (const { origin, answeredBy } of blocks.remedy) {
    for (const { type } of answeredBy.map(({ event }) => parsePattern(event))) {
      if (events[type] === undefined)
        report(
          origin,
          `"${type}" is not an event type.`,
          `Use a type from vocabulary/events.yaml, or add it there.${suggestion(type, Object.keys(events))}`,
        )
    }
  }
}

/**
 * What a ruling is shown beside. A ruling of Strasbourg may stand beside a State's remedy, so only all packs
 * together can tell.
 */
export function checkPrecedents(blocks: Blocks, problems: Problem[]): void {
  const report: Report = ({ file, line }, what, remedy) => void problems.push({ file, line, what, remedy })
  const known = new Set([
    ...blocks.remedy.map((b) => b.remedy),
    ...blocks.duty.map((b) => b.duty),
    ...blocks.bar.map((b) => b.bar),
    ...blocks.rule.map((b) => b.concludes ?? b.rule),
  ])
  for (const { origin, beside } of blocks.precedent) {
    for (const id of beside) {
      if (!known.has(id))
        report(
          origin,
          `The precedent is shown beside "${id}", which no pack defines.`,
          `Name a remedy, duty, bar or rule.${suggestion(id, [...known])}`,
        )
    }
  }
}

/** Every norm, wherever it stands in a block, and every `bound` condition names an instrument. */
function checkInstruments(blocks: Blocks, report: Report): void {
  const known = new Set(blocks.instrument.map((b) => b.instrument))
  // The norm of the block itself is reported where the other references of its kind are.
  const reported = new Set(
    [blocks.rule, blocks.stage, blocks.remedy, blocks.term, blocks.duty, blocks.bar].flatMap((list) =>
      list.flatMap((b) => [b.norm].flat().map((n) => n as object)),
    ),
  )
  const walk = (value: unknown, origin: Origin): void => {
    if (Array.isArray(value))
      value.forEach((part) => {
        walk(part, origin)
      })
    if (typeof value !== 'object' || value === null || Array.isArray(value) || reported.has(value)) return
    const record = value as Record<string, unknown>
    const named = 'article' in record ? record['instrument'] : 'bound' in record ? record['by'] : undefined
    if (typeof named === 'string' && !known.has(named)) {
      report(
        origin,
        `There is no instrument called "${named}".`,
        `Write a block instrument: ${named}, or mend the name.${suggestion(named, [...known])}`,
      )
    }
    for (const [key, part] of Object.entries(record)) if (key !== 'origin' && key !== 'examples') walk(part, origin)
  }
  for (const list of Object.values(blocks)) for (const block of list) walk(block, block.origin)
}

function checkAnchors(blocks: Blocks, events: Vocabulary, report: Report): void {
  for (const list of [blocks.rule, blocks.stage, blocks.remedy, blocks.term, blocks.duty, blocks.bar]) {
    for (const { anchor, origin } of list) {
      const { type } = parsePattern(anchor)
      if (anchor !== 'at' && anchor !== 'start' && events[type] === undefined) {
        report(
          origin,
          `The version is chosen by "${type}", which is not an event type.`,
          `Write anchor: at, anchor: start, or an event type.${suggestion(type, Object.keys(events))}`,
        )
      }
      if (anchor === 'start' && !blocks.term.some((term) => term.origin === origin)) {
        report(
          origin,
          'Only a time limit has a start that can choose its version.',
          'Write anchor: at, or the event whose date chooses.',
        )
      }
    }
  }
}

function checkMoments(blocks: Blocks, report: Report): void {
  const moments: readonly string[] = ['occurred', ...momentNames]
  for (const { starts, readings, origin } of blocks.term) {
    for (const { moment } of [starts, ...(starts.or ?? []), ...readings]) {
      if (moment !== undefined && !moments.includes(moment))
        report(
          origin,
          `"${moment}" is not a moment of an event.`,
          `Use one of: ${moments.join(', ')}.${suggestion(moment, moments)}`,
        )
    }
  }
}
