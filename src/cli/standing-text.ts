import type { StandingAnswer } from '../casework/index.ts'
import {
  type DutyStatus,
  dutyWord,
  exhaustionWord,
  type ExhaustionValue,
  findingWord,
  modeWord,
  statusWord,
  strengthWord,
  valueWord,
} from '../law/index.ts'
import type { Language } from './command.ts'
import type { Printer } from './output.ts'

type Pair = Readonly<Record<Language, string>>
const text = (language: Language, en: string, es: string): string => (({ en, es }) satisfies Pair)[language]

/** The standing as a page: the answer first, then what it rests on, then what is not known. */
export function printStanding(out: Printer, answer: StandingAnswer, times: string, language: Language): void {
  out.title(answer.case.title)
  out.paragraph(times)
  out.blank()
  out.paragraph(answer.headline)
  printStops(out, answer, language)
  printTracks(out, answer, language)
  printExhaustion(out, answer, language)
  printDuties(out, answer, language)
  printClocks(out, answer, language)
  printAssertions(out, answer, language)
  printUnknowns(out, answer, language)
  printContested(out, answer, language)
  if (answer.case.note !== null) {
    out.heading(text(language, 'About this record', 'Sobre este expediente'))
    out.paragraph(answer.case.note, 2)
  }
  out.blank()
  out.paragraph(
    text(
      language,
      'A tool for professionals, not legal advice. Ask why with: ./forestay why CASE CONCLUSION (for example a name in brackets above).',
      'Una herramienta para profesionales, no asesoramiento jurídico. Pregunte por qué con: ./forestay why CASE CONCLUSION (por ejemplo un nombre entre corchetes).',
    ),
  )
}

function printStops(out: Printer, { stops, gone }: StandingAnswer, language: Language): void {
  out.heading(text(language, 'Who can still stop the transfer', 'Quién puede aún detener la entrega'))
  const told = new Set<string>()
  const shown = stops.filter((stop) => stop.status !== 'unknown')
  const open = stops.filter((stop) => stop.status === 'unknown')
  shown.forEach((stop, index) => {
    out.blank()
    const seised = stop.seised ? text(language, ' (already seised)', ' (ya conoce del asunto)') : ''
    out.paragraph(`${index + 1}. ${stop.bodyTitle}${seised}`)
    out.paragraph(`${stop.title} [${stop.remedy}]`, 3)
    out.pairs(stopRows(stop, told, language), 3)
  })
  if (gone !== null)
    out.paragraph(
      text(
        language,
        'Nothing can hold this transfer any more: it has happened. What bound the State binds it still (see the duties), and complaints about it stay open (see the tracks).',
        'Nada puede ya detener esta entrega: ha ocurrido. Lo que obligaba al Estado le sigue obligando (vea los deberes) y las quejas siguen abiertas (vea las vías).',
      ),
      2,
    )
  else if (shown.length === 0)
    out.paragraph(
      text(
        language,
        'Nobody is established as able to stop it on what is recorded. That is not a no: see the questions.',
        'Con lo que consta no está establecido quién puede detenerla. Eso no es un no: vea las preguntas.',
      ),
      2,
    )
  if (open.length > 0) {
    out.blank()
    out.paragraph(text(language, 'Perhaps also (unknown: ask):', 'Quizá también (se ignora: pregunte):'), 0)
    out.list(
      open.map((stop) => `${stop.bodyTitle}: ${stop.title} [${stop.remedy}]`),
      { indent: 3 },
    )
  }
}

/** A page holds a few of each; `why` and `law show` hold all. */
const precedentsMax = 4
const warningsMax = 3
const reasonsMax = 6

function stopRows(
  stop: StandingAnswer['stops'][number],
  told: Set<string>,
  language: Language,
): [string, string][] {
  const rows: [string, string][] = []
  const mode = [modeWord(stop.mode as Parameters<typeof modeWord>[0], language)]
  if (stop.withoutHearing) mode.push(text(language, 'without hearing the other side', 'sin oír a la otra parte'))
  if (stop.decidedWithin !== null)
    mode.push(text(language, `decided within ${stop.decidedWithin}`, `se resuelve en ${stop.decidedWithin}`))
  rows.push([text(language, 'how', 'cómo'), mode.join(', ')])
  const sure = stop.certain ? '' : text(language, ' (as far as recorded)', ' (según lo que consta)')
  rows.push([
    text(language, 'status', 'estado'),
    statusWord(stop.status as Parameters<typeof statusWord>[0], language) +
      (stop.outcome === null ? '' : ` (${stop.outcome})`) +
      (stop.status === 'disputed' ? '' : sure),
  ])
  if (stop.inForce)
    rows.push([
      text(language, 'in force', 'en vigor'),
      text(
        language,
        'an order of this kind stands now; until when, see the duties',
        'ahora rige una orden de esta clase; hasta cuándo, véanse los deberes',
      ),
    ])
  rows.push([
    text(language, 'strength', 'fuerza'),
    strengthWord(stop.strength as Parameters<typeof strengthWord>[0], language),
  ])
  if (stop.deadline !== null)
    rows.push([text(language, 'act by', 'actúe antes de'), deadlineText(stop.deadline, language)])
  rows.push(...authorityRows(stop, told, language))
  rows.push([text(language, 'norm', 'norma'), stop.norms.map((n) => n.text).join('; ')])
  rows.push([text(language, 'because', 'porque'), stop.why.slice(0, reasonsMax).join('; ')])
  if (stop.ask.length > 0) rows.push([text(language, 'ask', 'pregunte'), stop.ask.join(' ')])
  return rows
}

/** Channels, disputed points, rulings and warnings; a point or ruling is told once on a page. */
function authorityRows(
  stop: StandingAnswer['stops'][number],
  told: Set<string>,
  language: Language,
): [string, string][] {
  const rows: [string, string][] = []
  for (const channel of stop.channels) {
    rows.push([
      text(language, 'channel', 'vía'),
      channel.channel +
        (channel.hours === null ? '' : `; ${channel.hours}`) +
        (channel.checked === 'unverified' ? text(language, ' (UNVERIFIED)', ' (SIN VERIFICAR)') : ''),
    ])
  }
  for (const point of stop.disputed) {
    if (told.has(point.point)) {
      rows.push([
        text(language, 'disputed', 'discutido'),
        text(language, 'on the point shown above', 'en el punto mostrado arriba'),
      ])
      continue
    }
    told.add(point.point)
    rows.push([text(language, 'disputed', 'discutido'), point.question])
    for (const position of point.positions)
      rows.push([
        '',
        `${position.date} ${position.authority}: ${position.says}${position.checked === 'unverified' ? text(language, ' (UNVERIFIED)', ' (SIN VERIFICAR)') : ''}`,
      ])
  }
  for (const precedent of stop.precedents.filter((p) => !told.has(p.title)).slice(0, precedentsMax)) {
    told.add(precedent.title)
    const mark =
      {
        warning: text(language, 'warning', 'aviso'),
        against: text(language, 'against us', 'en contra'),
        for: text(language, 'for us', 'a favor'),
        mixed: text(language, 'mixed', 'mixto'),
      }[precedent.speaks] ?? precedent.speaks
    rows.push([mark, `${precedent.title} (${precedent.date}): ${precedent.says}`])
  }
  for (const warning of stop.warnings.slice(0, warningsMax))
    rows.push([text(language, 'take care', 'cuidado'), warning])
  if (stop.warnings.length > warningsMax)
    rows.push([
      '',
      text(
        language,
        `… ${stop.warnings.length - warningsMax} more: ./forestay law show ${stop.remedy}`,
        `… ${stop.warnings.length - warningsMax} más: ./forestay law show ${stop.remedy}`,
      ),
    ])
  return rows
}

/** Dates for a person: one date when they agree, both when they do not. */
export function deadlineText(
  deadline: { earliest: string | null; latest: string | null; safe: string | null; started: string },
  language: Language,
): string {
  if (deadline.started === 'false') return text(language, 'has not started', 'no ha empezado')
  if (deadline.safe === null) return text(language, 'not known', 'se ignora')
  if (deadline.latest === null)
    return text(
      language,
      `${deadline.safe} is the safe date (the start is not known; it may run later)`,
      `${deadline.safe} es la fecha segura (no se sabe cuándo empezó; puede ser más tarde)`,
    )
  return deadline.latest === deadline.safe
    ? deadline.safe
    : text(
        language,
        `${deadline.safe} to be safe; ${deadline.latest} at the latest`,
        `${deadline.safe} por seguridad; ${deadline.latest} como muy tarde`,
      )
}

const perhapsMax = 4

function printTracks(out: Printer, { tracks }: StandingAnswer, language: Language): void {
  out.heading(text(language, 'Where each track stands', 'Dónde está cada vía'))
  out.pairs(
    tracks.map((track) => {
      const parts = [track.stageTitle]
      if (track.next !== null)
        parts.push(
          text(
            language,
            `next: ${track.next.who}: ${track.next.what}`,
            `sigue: ${track.next.who}: ${track.next.what}`,
          ),
        )
      for (const pending of track.pending)
        parts.push(
          text(
            language,
            `pending: ${pending.title}${pending.docket === null ? '' : ` (${pending.docket})`}`,
            `pendiente: ${pending.title}${pending.docket === null ? '' : ` (${pending.docket})`}`,
          ),
        )
      if (track.perhaps.length > perhapsMax)
        parts.push(text(language, 'may already be further (not known)', 'puede haber avanzado (se ignora)'))
      else if (track.perhaps.length > 0)
        parts.push(
          text(
            language,
            `may already be further: ${track.perhaps.join('; ')} (not known)`,
            `puede haber avanzado: ${track.perhaps.join('; ')} (se ignora)`,
          ),
        )
      if (track.question !== null) parts.push(track.question)
      return [track.title, parts.join('. ')] as const
    }),
  )
}

function printExhaustion(out: Printer, { exhaustion }: StandingAnswer, language: Language): void {
  out.heading(
    text(
      language,
      `Domestic remedies: ${exhaustionWord(exhaustion.overall as ExhaustionValue, language)}`,
      `Recursos internos: ${exhaustionWord(exhaustion.overall as ExhaustionValue, language)}`,
    ),
  )
  const said = (value: string): string => exhaustionWord(value as ExhaustionValue, language)
  out.pairs(
    exhaustion.tracks.map(({ title, domestic, strasbourg, because }) => {
      const forStrasbourg = text(language, 'for Strasbourg', 'para Estrasburgo')
      const other = strasbourg === domestic ? '' : ` (${forStrasbourg}: ${said(strasbourg)})`
      const remedies = because.map(
        (b) => `${b.title}: ${statusWord(b.status as Parameters<typeof statusWord>[0], language)}`,
      )
      return [title, `${said(domestic)}${other}: ${remedies.join('; ')}`] as const
    }),
  )
}

/** A duty whose force is disputed, or that only asks, must not read like one that binds. */
function forceText(force: string, language: Language): string {
  if (force === 'binding') return ''
  return force === 'recommendation'
    ? text(language, ' (a recommendation)', ' (una recomendación)')
    : text(language, ' (its binding force is disputed)', ' (se discute su fuerza vinculante)')
}

function printDuties(out: Printer, { duties, bars }: StandingAnswer, language: Language): void {
  out.heading(text(language, 'Duties', 'Deberes'))
  out.list(
    duties
      .filter((d) => d.status !== 'unknown')
      .map(
        (d) =>
          `${d.bearer}: ${d.duty} – ${dutyWord(d.status as DutyStatus, language)}${forceText(d.force, language)}, ${text(language, 'until', 'hasta')}: ${d.until} (${d.norm.map((n) => n.text).join('; ')}) [${d.id}]`,
      ),
    { indent: 2 },
  )
  const applying = bars.filter((b) => b.applies !== 'unknown')
  if (applying.length > 0) {
    out.heading(text(language, 'Bars to the transfer', 'Obstáculos a la entrega'))
    out.list(
      applying.map(
        (b) =>
          `${b.title}: ${valueWord(b.applies as Parameters<typeof valueWord>[0], language)}${b.disputed.length > 0 ? text(language, ' (disputed)', ' (discutido)') : ''}${b.assessedBy.length > 0 ? text(language, ` (assessed by ${b.assessedBy.join('; ')})`, ` (valorado por ${b.assessedBy.join('; ')})`) : ''} [${b.id}]`,
      ),
      { indent: 2 },
    )
  }
}

function printClocks(out: Printer, { clocks, at }: StandingAnswer, language: Language): void {
  const live = clocks.filter(
    (c) =>
      c.status !== 'passed' &&
      (c.status === 'running' || c.deadline.safe === null || c.deadline.safe >= at.slice(0, 10)),
  )
  if (live.length === 0) return
  const direction: Record<string, Pair> = {
    person: { en: 'against the person', es: 'contra la persona' },
    state: { en: 'against the State', es: 'contra el Estado' },
  }
  out.heading(text(language, 'Clocks', 'Plazos'))
  out.pairs(
    live.map(
      (c) =>
        [
          c.title,
          `${deadlineText(c.deadline, language)} (${direction[c.direction]?.[language] ?? c.direction}) [${c.id}]`,
        ] as const,
    ),
  )
}

function printAssertions(out: Printer, { assertions }: StandingAnswer, language: Language): void {
  if (assertions.length === 0) return
  out.heading(text(language, 'What people say about the law', 'Lo que se dice sobre el derecho'))
  for (const a of assertions) {
    out.paragraph(`- ${a.speaker}${a.said === null ? '' : `, ${a.said}`}: ${a.title}`, 2)
    const because = a.because
      .slice(0, 4)
      .map((b) => `${b.title}: ${b.isText}`)
      .join('; ')
    out.paragraph(
      `${findingWord(a.finding as Parameters<typeof findingWord>[0], language)}${because === '' ? '' : ` – ${because}`}`,
      4,
    )
    if (a.explain !== null && a.finding !== 'supported') out.paragraph(a.explain, 4)
  }
}

const questionsMax = 12

function printUnknowns(out: Printer, { unknowns }: StandingAnswer, language: Language): void {
  if (unknowns.length === 0) return
  out.heading(text(language, 'Not known: ask', 'Se ignora: pregunte'))
  out.list(
    unknowns.slice(0, questionsMax).map((u) => u.question),
    { indent: 2, numbered: true },
  )
  if (unknowns.length > questionsMax)
    out.paragraph(
      text(
        language,
        `… and ${unknowns.length - questionsMax} more: ./forestay missing CASE`,
        `… y ${unknowns.length - questionsMax} más: ./forestay missing CASE`,
      ),
      2,
    )
}

function printContested(out: Printer, { contested }: StandingAnswer, language: Language): void {
  if (contested.length === 0) return
  out.heading(text(language, 'Sources contradict each other', 'Las fuentes se contradicen'))
  out.list(
    contested.map(
      (c) =>
        `${c.subjectTitle} (${c.property}): ${c.rivals.map((r) => r.value).join(' / ')}${c.preferred === null ? text(language, ' – both stand', ' – se mantienen ambas') : text(language, ` – we hold ${c.preferred}`, ` – se sostiene ${c.preferred}`)}`,
    ),
    { indent: 2 },
  )
  out.paragraph(
    text(
      language,
      'With speakers and reasons: ./forestay contested CASE',
      'Con quién lo dice y por qué: ./forestay contested CASE',
    ),
    2,
  )
}
