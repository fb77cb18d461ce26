/**
 * The standing as an answer for readers and programs: plain JSON with words in one language and dates as civil texts. The
 * schema is the contract of `standing --json` and of what the pages show.
 */
import { z } from 'zod'
import {
  atomWords,
  type Deadline,
  type Evaluated,
  type Explanation,
  explain,
  instantWordsFor,
  type Language,
  type Law,
  normText,
  periodText,
  type PointAt,
  questionWords,
  type RemedyStatus,
  say,
  type Standing,
  statusWord,
  type Stop,
  titleOf,
  valueWord,
} from '../law/index.ts'
import { isoMinute, type View, type Zone } from '../record/index.ts'
import { contestedOf, ContestedPoint } from './contested.ts'
import { headlineOf } from './headline.ts'
import { nameOf } from './situation.ts'

const DeadlineAnswer = z.strictObject({
  /** `2014-04-14`, or with the hour; null when it has not started. */
  earliest: z.string().nullable(),
  /** null when it may not have started yet, or stands still. */
  latest: z.string().nullable(),
  /** Act by this. */
  safe: z.string().nullable(),
  started: z.enum(['true', 'false', 'unknown']),
})
const PointAnswer = z.strictObject({
  point: z.string(),
  question: z.string(),
  positions: z.array(
    z.strictObject({
      says: z.string(),
      authority: z.string(),
      date: z.string(),
      supports: z.string(),
      checked: z.string(),
    }),
  ),
})
const NormAnswer = z.strictObject({
  instrument: z.string(),
  article: z.string(),
  checked: z.string(),
  text: z.string(),
})

export const StandingAnswer = z.strictObject({
  case: z.strictObject({
    id: z.string(),
    title: z.string(),
    person: z.string(),
    desk: z.string(),
    note: z.string().nullable(),
  }),
  at: z.string(),
  knownBy: z.string(),
  audience: z.enum(['desk', 'public']),
  /** The answer in one or two sentences. */
  headline: z.string(),
  tracks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      domestic: z.boolean(),
      recorded: z.boolean(),
      round: z.number(),
      stage: z.string().nullable(),
      stageTitle: z.string(),
      perhaps: z.array(z.string()),
      next: z.strictObject({ who: z.string(), what: z.string(), within: z.string().nullable() }).nullable(),
      pending: z.array(z.strictObject({ id: z.string(), title: z.string(), docket: z.string().nullable() })),
      earlier: z.array(z.strictObject({ round: z.number(), stage: z.string().nullable(), stageTitle: z.string() })),
      question: z.string().nullable(),
    }),
  ),
  stops: z.array(
    z.strictObject({
      remedy: z.string(),
      title: z.string(),
      body: z.string(),
      bodyTitle: z.string(),
      strength: z.string(),
      track: z.string(),
      status: z.string(),
      certain: z.boolean(),
      inForce: z.boolean(),
      outcome: z.string().nullable(),
      mode: z.string(),
      withoutHearing: z.boolean(),
      seised: z.boolean(),
      decidedWithin: z.string().nullable(),
      deadline: DeadlineAnswer.nullable(),
      disputed: z.array(PointAnswer),
      norms: z.array(NormAnswer),
      channels: z.array(z.strictObject({ channel: z.string(), hours: z.string().nullable(), checked: z.string() })),
      precedents: z.array(
        z.strictObject({
          title: z.string(),
          date: z.string(),
          speaks: z.string(),
          says: z.string(),
          checked: z.string(),
        }),
      ),
      warnings: z.array(z.string()),
      why: z.array(z.string()),
      /** Not recorded, and it could change the status. */
      ask: z.array(z.string()),
      evidence: z.array(z.string()),
    }),
  ),
  remedies: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      track: z.string(),
      body: z.string(),
      status: z.string(),
      certain: z.boolean(),
      outcome: z.string().nullable(),
      otherwise: z.string().nullable(),
      because: z.string().nullable(),
      deadline: DeadlineAnswer.nullable(),
      effects: z.array(z.strictObject({ target: z.string(), mode: z.string() })),
      norms: z.array(NormAnswer),
    }),
  ),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      bearer: z.string(),
      duty: z.string(),
      until: z.string(),
      norm: z.array(NormAnswer),
      status: z.string(),
      force: z.string(),
      absolute: z.boolean(),
    }),
  ),
  bars: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      bars: z.string(),
      force: z.string(),
      applies: z.string(),
      assessedBy: z.array(z.string()),
      disputed: z.array(PointAnswer),
      norm: z.array(NormAnswer),
    }),
  ),
  clocks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      direction: z.string(),
      status: z.string(),
      deadline: DeadlineAnswer,
      underStay: z.strictObject({ effect: z.string(), note: z.string() }).nullable(),
      norm: z.array(NormAnswer),
    }),
  ),
  exhaustion: z.strictObject({
    overall: z.string(),
    overallStrasbourg: z.string(),
    tracks: z.array(
      z.strictObject({
        track: z.string(),
        title: z.string(),
        domestic: z.string(),
        strasbourg: z.string(),
        because: z.array(
          z.strictObject({
            remedy: z.string(),
            title: z.string(),
            status: z.string(),
            requiredByStrasbourg: z.string(),
            strasbourgBecause: z.string(),
          }),
        ),
      }),
    ),
  }),
  assertions: z.array(
    z.strictObject({
      id: z.string(),
      speaker: z.string(),
      says: z.string(),
      title: z.string(),
      said: z.string().nullable(),
      quote: z.string().nullable(),
      finding: z.string(),
      because: z.array(z.strictObject({ id: z.string(), title: z.string(), is: z.string(), isText: z.string() })),
      explain: z.string().nullable(),
    }),
  ),
  unknowns: z.array(z.strictObject({ question: z.string(), moves: z.array(z.string()), urgency: z.string() })),
  contested: z.array(ContestedPoint),
})
export type StandingAnswer = z.infer<typeof StandingAnswer>

interface Told {
  readonly law: Law
  readonly view: View
  readonly language: Language
}

/** Puts a standing into words. `audience` and `view` must be the ones it was computed from. */
export function answerOf(standing: Standing, evaluated: Evaluated, { law, view, language }: Told): StandingAnswer {
  const tell = teller(law, language, view.zone)
  const zone = view.zone
  const header = view.header
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
    tracks: standing.tracks.map((track) => ({
      id: track.id,
      title: say(track.title, language),
      domestic: track.domestic,
      recorded: track.recorded,
      round: track.round,
      stage: track.stage?.id ?? null,
      stageTitle: track.stage === null ? nothingRecorded(language) : say(track.stage.title, language),
      perhaps: (track.stage?.perhaps ?? []).map((p) => say(p.title, language)),
      next:
        track.next === null
          ? null
          : {
              who: say(track.next.who, language),
              what: say(track.next.what, language),
              within: track.next.within === undefined ? null : titleOf(law, track.next.within, language),
            },
      pending: track.pending.map(({ id, title, docket }) => ({ id, title, docket: docket ?? null })),
      earlier: track.earlier.map((e) => ({
        round: e.round,
        stage: e.stage?.id ?? null,
        stageTitle: e.stage === null ? nothingRecorded(language) : say(e.stage.title, language),
      })),
      question: track.recorded ? null : say(track.question, language),
    })),
    stops: standing.stops.map((stop) => stopAnswer(stop, evaluated, tell)),
    remedies: standing.remedies.map((r) => ({
      id: r.id,
      title: say(r.title, language),
      track: r.track,
      body: r.body,
      status: r.status,
      certain: r.certain,
      outcome: r.outcome ?? null,
      otherwise: r.otherwise ?? null,
      because: r.because === undefined ? null : say(r.because, language),
      deadline: tell.deadline(r.deadline),
      effects: [...r.effects],
      norms: r.norms.map(tell.norm),
    })),
    duties: standing.duties.map((d) => ({
      id: d.id,
      bearer: d.bearer,
      duty: say(d.duty, language),
      until: say(d.until, language),
      norm: d.norms.map(tell.norm),
      status: d.status,
      force: d.force,
      absolute: d.absolute,
    })),
    bars: standing.bars.map((b) => ({
      id: b.id,
      title: say(b.title, language),
      bars: b.bars,
      force: b.force,
      applies: b.applies,
      assessedBy: [...b.assessedBy],
      disputed: b.disputed.map(tell.point),
      norm: b.norms.map(tell.norm),
    })),
    clocks: standing.clocks.map((c) => ({
      id: c.id,
      title: say(c.title, language),
      direction: c.direction,
      status: c.status,
      deadline: tell.deadline(c.deadline) ?? neverStarted,
      underStay:
        c.underStay === undefined ? null : { effect: c.underStay.effect, note: say(c.underStay.note, language) },
      norm: c.norms.map(tell.norm),
    })),
    exhaustion: {
      overall: standing.exhaustion.overall,
      overallStrasbourg: standing.exhaustion.overallStrasbourg,
      tracks: standing.exhaustion.tracks.map((t) => ({
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
    },
    assertions: standing.assertions.map((a) => ({
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
    })),
    unknowns: standing.unknowns.map((q) => ({
      question: q.text === undefined ? questionWords(law, q.atom, language) : say(q.text, language),
      moves: [...q.moves],
      urgency: q.urgency,
    })),
    contested: contestedOf(view),
  }
}

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
        `${atomWords(law, part.atom, language)}: ${valueWord(part.value, language)}${part.because === undefined ? '' : ` (${part.because})`}${evidence}`,
      )
    }
    part.parts.forEach(walk)
  }
  walk(explanation)
  return [...lines]
}
