/**
 * The standing as an answer for readers and programs: plain JSON with words in one language and dates as civil
 * texts.
 */
import {
  type AssertionFinding,
  atomWords,
  type BarLine,
  type Clock,
  type Deadline,
  type DutyLine,
  type Evaluated,
  type Exhaustion,
  explain,
  type Explanation,
  instantWordsFor,
  type Language,
  type Law,
  normText,
  periodText,
  type PointAt,
  questionWords,
  type RemedyLine,
  type RemedyStatus,
  say,
  type Standing,
  statusWord,
  type Stop,
  titleOf,
  type TrackState,
  valueWord,
} from '../law/index.ts'
import { isoMinute, type View, type Zone } from '../record/index.ts'
import { contestedOf } from './contested.ts'
import { groundText } from './ground-words.ts'
import { headlineOf } from './headline.ts'
import { nameOf } from './situation.ts'
import type { StandingAnswer } from './standing-schema.ts'

interface Told {
  readonly law: Law
  readonly view: View
  readonly language: Language
}

/** Puts a standing into words. `audience` and `view` must be the ones it was computed from. */
export function answerOf(standing: Standing, evaluated: Evaluated, { law, view, language }: Told): StandingAnswer {
  const tell = teller(law, language, view.zone)
  const { zone, header } = view
  return {
    case: {
      id: header?.id ?? '',
      title: header?.title ?? '',
      person: header === undefined ? '' : nameOf(view, header.person),
      desk: header?.desk ?? '',
      note: header?.note ?? null,
    },
    at: isoMinute(zone, standing.at),
    knownBy: isoMinute(zone, standing.knownBy),
    audience: view.audience,
    headline: headlineOf(standing, language),
    gone:
      standing.gone === undefined ? null : { event: standing.gone.event, date: standing.gone.when?.text ?? null },
    tracks: standing.tracks.map((track) => trackAnswer(track, tell)),
    stops: standing.stops.map((stop) => stopAnswer(stop, evaluated, tell)),
    remedies: standing.remedies.map((remedy) => remedyAnswer(remedy, tell)),
    duties: standing.duties.map((duty) => dutyAnswer(duty, tell)),
    bars: standing.bars.map((bar) => barAnswer(bar, tell)),
    clocks: standing.clocks.map((clock) => clockAnswer(clock, tell)),
    exhaustion: exhaustionAnswer(standing.exhaustion, tell),
    assertions: standing.assertions.map((assertion) => assertionAnswer(assertion, tell)),
    unknowns: standing.unknowns.map((q) => ({
      question: q.text === undefined ? questionWords(law, q.atom, language) : say(q.text, language),
      moves: [...q.moves],
      urgency: q.urgency,
    })),
    contested: contestedOf(view, (id) => titleOf(law, id, language)),
  }
}

type Part<K extends 'tracks' | 'stops' | 'remedies' | 'duties' | 'bars' | 'clocks' | 'assertions'> =
  StandingAnswer[K][number]

function trackAnswer(track: TrackState, { law, language }: Teller): Part<'tracks'> {
  const stageTitle = (stage: TrackState['stage']): string =>
    stage === null ? nothingRecorded(language) : say(stage.title, language)
  const { next } = track
  return {
    id: track.id,
    title: say(track.title, language),
    domestic: track.domestic,
    recorded: track.recorded,
    round: track.round,
    stage: track.stage?.id ?? null,
    stageTitle: stageTitle(track.stage),
    perhaps: (track.stage?.perhaps ?? []).map((p) => say(p.title, language)),
    next:
      next === null
        ? null
        : {
            who: say(next.who, language),
            what: say(next.what, language),
            within: next.within === undefined ? null : titleOf(law, next.within, language),
          },
    pending: track.pending.map(({ id, title, docket }) => ({ id, title, docket: docket ?? null })),
    earlier: track.earlier.map((e) => ({
      round: e.round,
      stage: e.stage?.id ?? null,
      stageTitle: stageTitle(e.stage),
    })),
    question: track.recorded ? null : say(track.question, language),
  }
}

const remedyAnswer = (r: RemedyLine, tell: Teller): Part<'remedies'> => ({
  id: r.id,
  title: say(r.title, tell.language),
  track: r.track,
  body: r.body,
  status: r.status,
  certain: r.certain,
  outcome: r.outcome ?? null,
  otherwise: r.otherwise ?? null,
  because: r.because === undefined ? null : say(r.because, tell.language),
  deadline: tell.deadline(r.deadline),
  effects: [...r.effects],
  norms: r.norms.map(tell.norm),
})

const dutyAnswer = (d: DutyLine, { law, language, norm }: Teller): Part<'duties'> => ({
  id: d.id,
  bearer: d.bearer,
  bearerTitle: titleOf(law, d.bearer, language),
  duty: say(d.duty, language),
  until: say(d.until, language),
  norm: d.norms.map(norm),
  status: d.status,
  force: d.force,
  absolute: d.absolute,
})

const barAnswer = (b: BarLine, { language, norm, point }: Teller): Part<'bars'> => ({
  id: b.id,
  title: say(b.title, language),
  bars: b.bars,
  force: b.force,
  applies: b.applies,
  assessedBy: [...b.assessedBy],
  disputed: b.disputed.map(point),
  norm: b.norms.map(norm),
})

const clockAnswer = (c: Clock, { language, norm, deadline }: Teller): Part<'clocks'> => ({
  id: c.id,
  title: say(c.title, language),
  direction: c.direction,
  status: c.status,
  deadline: deadline(c.deadline) ?? neverStarted,
  underStay:
    c.underStay === undefined ? null : { effect: c.underStay.effect, note: say(c.underStay.note, language) },
  norm: c.norms.map(norm),
})

const exhaustionAnswer = (
  { overall, overallStrasbourg, tracks }: Exhaustion,
  { language }: Teller,
): StandingAnswer['exhaustion'] => ({
  overall,
  overallStrasbourg,
  tracks: tracks.map((t) => ({
    track: t.track,
    title: say(t.title, language),
    domestic: t.domestic,
    strasbourg: t.strasbourg,
    because: t.because.map((b) => ({
      remedy: b.remedy,
      title: say(b.title, language),
      status: b.status,
      requiredByStrasbourg: b.requiredByStrasbourg,
      strasbourgBecause: say(b.strasbourgBecause, language),
    })),
  })),
})

const assertionAnswer = (a: AssertionFinding, { language }: Teller): Part<'assertions'> => ({
  id: a.id,
  speaker: a.speaker,
  says: a.says,
  title: say(a.title, language),
  said: a.said ?? null,
  quote: a.quote ?? null,
  finding: a.finding,
  because: a.because.map((b) => ({
    id: b.id,
    title: say(b.title, language),
    is: b.is,
    isText: isWord(b.is, language),
  })),
  explain: a.explain === undefined ? null : say(a.explain, language),
})

/** A remedy's status or a value, in words. */
const isWord = (is: string, language: Language): string =>
  is === 'true' || is === 'false' || is === 'contested'
    ? valueWord(is, language)
    : statusWord(is as RemedyStatus, language)

const neverStarted = { earliest: null, latest: null, safe: null, started: 'false' as const }
const nothingRecorded = (language: Language): string => (language === 'es' ? 'nada consta' : 'nothing recorded')

type Teller = ReturnType<typeof teller>

function teller(law: Law, language: Language, zone: Zone) {
  return {
    law,
    language,
    zone,
    deadline: (deadline: Deadline | null) =>
      deadline === null
        ? null
        : {
            earliest: instantWordsFor(zone, deadline.earliest),
            latest: instantWordsFor(zone, deadline.latest),
            safe: instantWordsFor(zone, deadline.safe),
            started: deadline.started,
          },
    norm: (norm: Parameters<typeof normText>[1]) => ({
      instrument: norm.instrument,
      article: norm.article,
      checked: norm.checked,
      text: normText(law, norm, language),
    }),
    point: ({ point, positions }: PointAt) => ({
      point: point.point,
      question: say(point.question, language),
      positions: positions.map((p) => ({
        says: say(p.says, language),
        authority: p.authority,
        date: p.date,
        supports: p.supports,
        checked: p.checked,
      })),
    }),
  }
}

function stopAnswer(stop: Stop, evaluated: Evaluated, tell: Teller): StandingAnswer['stops'][number] {
  const { language } = tell
  return {
    remedy: stop.remedy,
    title: say(stop.title, language),
    body: stop.body,
    bodyTitle: say(stop.bodyTitle, language),
    strength: stop.strength,
    track: stop.track,
    status: stop.status,
    certain: stop.certain,
    inForce: stop.inForce,
    outcome: stop.outcome ?? null,
    mode: stop.mode,
    withoutHearing: stop.withoutHearing,
    seised: stop.seised,
    decidedWithin: stop.decidedWithin === undefined ? null : periodText(stop.decidedWithin, language),
    deadline: tell.deadline(stop.deadline ?? null),
    disputed: stop.disputed.map(tell.point),
    norms: stop.norms.map(tell.norm),
    channels: stop.channels.map((c) => ({
      channel: say(c.channel, language),
      hours: c.hours ?? null,
      checked: c.norm.checked,
    })),
    precedents: stop.precedents.map((p) => ({
      title: p.title,
      date: p.date,
      speaks: p.speaks,
      says: say(p.says, language),
      checked: p.checked,
    })),
    warnings: stop.warnings.map((w) => say(w, language)),
    why: whyLines(stop, evaluated, tell),
    ask: [...new Set(stop.unknowns.map((atom) => questionWords(tell.law, atom, language)))].slice(0, ASKED_MAX),
    evidence: [...stop.evidence],
  }
}

/** What opened the way, and what was done with it. */
function whyLines(stop: Stop, evaluated: Evaluated, { law, language }: Teller): string[] {
  const reasons = (id: string): string[] => {
    const explanation = explain(evaluated, id)
    return explanation === undefined ? [] : reasonLines(law, explanation, language)
  }
  const used =
    stop.status === 'used_pending' || stop.status === 'used_decided' ? reasons(`${stop.remedy}.filed`) : []
  return [...reasons(`${stop.remedy}.opened`), ...used]
}

/** Questions listed beside a way to stop the transfer; the rest stand in `unknowns`. */
const ASKED_MAX = 4

/** The leaves of an explanation as short lines: what was asked, what the answer is, on which claims. */
export function reasonLines(law: Law, explanation: Explanation, language: Language): string[] {
  const lines = new Set<string>()
  const walk = (part: Explanation): void => {
    if (part.atom !== undefined && part.atom.kind !== 'in-force') {
      const evidence =
        part.evidence.length === 0
          ? ''
          : ` [${part.evidence.slice(0, 3).join(', ')}${part.evidence.length > 3 ? ', …' : ''}]`
      lines.add(
        `${atomWords(law, part.atom, language)}: ` +
          `${valueWord(part.value, language)}${part.because === undefined ? '' : ` (${groundText(part.because, language)})`}${evidence}`,
      )
    }
    part.parts.forEach(walk)
  }
  walk(explanation)
  return [...lines]
}
