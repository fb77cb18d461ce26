/** What the law forbids and commands here; other forums; how a request is sent. A norm shows how it was checked. */
import { isRemedyStatus, statusWord } from '../../law/index.ts'
import { namesWords, stateWords } from '../paper/words.ts'
import type { Gap, Text } from '../paper/model.ts'
import { filled, listUnder, type Material, paragraph, said, type Sheet } from './material.ts'
import { trackSteps } from './remedy-steps.ts'

type NormAnswer = Sheet['standing']['duties'][number]['norm'][number]

/**
 * Norms as a paper cites them. How each was checked stands at the desk and not in a brief, but for what nobody has
 * read: that may not look like a text somebody knows.
 */
const normWords = (sheet: Sheet, norms: readonly NormAnswer[]): string =>
  norms
    .map(({ text, checked }) => {
      const unread = checked === 'unverified' ? ` ${said(sheet, '(not verified)', '(sin verificar)')}` : ''
      return text.replace(CHECKED, '') + unread
    })
    .join('; ')

/** `ECHR art. 3 (official text read)`: the last brackets say how the norm was checked; those with a number do not. */
const CHECKED = / \([^()\d]*\)$/u

/** Told to the author once: which of the norms that a part cites still have to be compared with the official text. */
function unreadGap(sheet: Sheet, field: string, norms: readonly NormAnswer[]): readonly Gap[] {
  const unread = [...new Set(norms.filter(({ checked }) => checked !== 'official').map(({ text }) => text))]
  if (unread.length === 0) return []
  return [
    {
      field,
      title: said(sheet, 'Norms that are cited', 'Normas que se citan'),
      why: said(
        sheet,
        'Nobody has compared them with the official text.',
        'Nadie las ha comparado con el texto oficial.',
      ),
      todo: `${said(sheet, 'Read before you cite', 'Léalas antes de citarlas')}: ${unread.join('; ')}`,
      weight: 'wanted',
    },
  ]
}

type BarAnswer = Sheet['standing']['bars'][number]

/** What a bar does, strongest first: one that leaves a choice, or only asks, forbids nothing. */
const barLeads: readonly (readonly [which: (bar: BarAnswer) => boolean, en: string, es: string])[] = [
  [
    ({ bars, force }) => force !== 'discretionary' && bars === 'transfer',
    'By what is recorded and assessed these rules forbid the transfer:',
    'Según lo que consta y se ha valorado, estas normas prohíben la entrega:',
  ],
  [
    ({ bars, force }) => force !== 'discretionary' && bars === 'decision',
    'By what is recorded and assessed these rules forbid granting the extradition:',
    'Según lo que consta y se ha valorado, estas normas impiden conceder la extradición:',
  ],
  [
    ({ bars, force }) => force === 'discretionary' && bars === 'decision',
    'By what is recorded and assessed the extradition may be refused on these grounds:',
    'Según lo que consta y se ha valorado, la extradición puede denegarse por estos motivos:',
  ],
  [
    ({ bars, force }) => force === 'discretionary' && bars === 'transfer',
    'By what is recorded it has been asked that the transfer not be carried out, or it may be refused:',
    'Según lo que consta, se ha pedido que la entrega no se ejecute, o puede denegarse:',
  ],
]

/** The rules against the transfer that apply by what is recorded, by force; those that only might are not asserted. */
export const bars: Material = (sheet) => {
  const applying = sheet.standing.bars.filter(({ applies }) => applies === 'true')
  return filled(
    barLeads.flatMap(([which, en, es]) =>
      listUnder(
        sheet.notes.template(said(sheet, en, es)),
        applying.filter(which).map((bar) => barText(sheet, bar)),
      ),
    ),
    unreadGap(
      sheet,
      'norms-bars',
      applying.flatMap(({ norm }) => norm),
    ),
  )
}

function barText(sheet: Sheet, { title, norm, assessedBy }: BarAnswer): Text {
  const names = assessedBy.map((who) => who.replace(/: (?:yes|no|unsure)$/u, ''))
  const who =
    names.length === 0 ? '' : ` ${said(sheet, 'Assessed by', 'Valorado por')} ${namesWords(names, sheet.language)}.`
  return [sheet.notes.law(`${title}: ${normWords(sheet, norm)}.${who}`)]
}

/** Obeying a measure that is in force: a duty of its own, whatever one holds of the danger. */
const followsMeasure = /\.comply$/u

/** What a State may not do whatever the circumstances, and the measures it has to follow; formalities are left out. */
export const duties: Material = (sheet) => {
  const binding = sheet.standing.duties
    .filter(({ status }) => status === 'binds' || status === 'binds_as_recorded')
    .filter(({ absolute, id, force }) => (absolute && force !== 'binding-disputed') || followsMeasure.test(id))
  const items = binding.map(({ bearerTitle, duty, norm, force }): Text => {
    const doubt =
      force === 'binding-disputed' ? said(sheet, ' Its binding force is disputed.', ' Se discute si obliga.') : ''
    const what = duty.charAt(0).toLowerCase() + duty.slice(1)
    return [
      sheet.notes.law(`${stateWords(bearerTitle, sheet.language)}: ${what}. ${normWords(sheet, norm)}.${doubt}`),
    ]
  })
  const lead = said(
    sheet,
    'Duties of the State, by the norms named:',
    'Deberes del Estado, según las normas que se citan:',
  )
  return filled(
    listUnder(sheet.notes.template(lead), items),
    unreadGap(
      sheet,
      'norms-duties',
      binding.flatMap(({ norm }) => norm),
    ),
  )
}

/** Steps that are the person's own to take: nobody is written to about them. */
const ownStep = /\b(?:person|counsel|persona|defensa|abogad[oa])\b/iu

/** Who has the next decision in hand: to whom an appeal goes. */
export const demandedOf: Material = (sheet) => {
  const items = sheet.standing.tracks
    .filter(({ domestic, recorded }) => domestic && recorded)
    .flatMap(({ title, next, stageTitle }): readonly Text[] =>
      next === null || ownStep.test(next.who) ? [] : [[sheet.notes.law(`${title} (${stageTitle}): ${next.who}.`)]],
    )
  const gap: Gap = {
    field: 'addressees',
    title: said(sheet, 'To whom people write', 'A quién se escribe'),
    why: said(
      sheet,
      'The law says who decides; names and addresses are not in it.',
      'El derecho dice quién decide; no contiene nombres ni direcciones.',
    ),
    todo: said(
      sheet,
      'Write name, office, address and form of address of each, and check them on the day.',
      'Escriba nombre, cargo, dirección y tratamiento de cada uno, y compruébelos ese día.',
    ),
    weight: 'required',
  }
  return filled(
    listUnder(
      sheet.notes.template(
        said(sheet, 'The next decision is in the hands of:', 'La siguiente decisión corresponde a:'),
      ),
      items,
    ),
    [gap],
  )
}

/** International procedures, earlier requests to the same body among them: to be declared; one can close another. */
export const otherForums: Material = (sheet) => {
  const others = sheet.standing.tracks.filter(
    ({ id, domestic, recorded }) => !domestic && recorded && /^(un\.|echr)/.test(id),
  )
  const none = said(
    sheet,
    'No international procedure is recorded.',
    'No consta ningún procedimiento internacional.',
  )
  if (others.length === 0) return filled([paragraph(sheet.notes.law(none))])
  return filled(
    listUnder(
      undefined,
      others.map(({ id, title, stageTitle, pending }): Text => {
        const numbers = pending.flatMap(({ docket }) => docket ?? [])
        return [
          sheet.notes.law(`${title}: ${stageTitle}${numbers.length === 0 ? '' : ` (${numbers.join(', ')})`}.`),
          ...trackSteps(sheet, id).flat(),
        ]
      }),
    ),
  )
}

/** How and when to send it, and what can be lost by it: for the author, never in the paper. */
export const sending =
  (remedy: string): Material =>
  (sheet) => {
    const stop = sheet.standing.stops.find((one) => one.remedy === remedy)
    if (stop === undefined) return filled([], [closedGap(sheet, remedy)])
    const channels = stop.channels.map(
      ({ channel, hours, checked }) =>
        channel + (hours === null ? '' : ` (${hours})`) + checkedWords(sheet, checked),
    )
    const warnings = stop.warnings.map((todo, index): Gap => ({
      field: `warning-${remedy}-${index + 1}`,
      title: said(sheet, 'Before it is sent', 'Antes de enviarlo'),
      why: `${stop.title}.`,
      todo,
      weight: 'wanted',
    }))
    return filled(
      [],
      [
        {
          field: `sending-${remedy}`,
          title: said(sheet, 'How it is sent', 'Cómo se envía'),
          why: said(sheet, 'A wrong channel or hour costs the day.', 'Un canal u hora equivocados cuestan el día.'),
          todo: channels.join(' · '),
          weight: 'wanted',
        },
        ...warnings,
        ...unreadNorm(sheet, stop),
      ],
    )
  }

const checkedWords = (sheet: Sheet, checked: string): string =>
  checked === 'unverified' ? said(sheet, ' [not verified]', ' [sin verificar]') : ''

/** A request stands on norms: the author is told of those that nobody has read. */
function unreadNorm(sheet: Sheet, { remedy, title, norms }: Sheet['standing']['stops'][number]): readonly Gap[] {
  const unread = norms.filter(({ checked }) => checked === 'unverified')
  if (unread.length === 0) return []
  return [
    {
      field: `norm-${remedy}`,
      title,
      why: said(sheet, 'It rests on norms that nobody has read.', 'Se apoya en normas que nadie ha leído.'),
      todo: `${said(sheet, 'Read', 'Lea')}: ${unread.map(({ text }) => text).join('; ')}`,
      weight: 'wanted',
    },
  ]
}

/** By what is recorded this way does not stop the transfer now: said before anybody writes the paper for nothing. */
function closedGap(sheet: Sheet, id: string): Gap {
  const found = sheet.standing.remedies.find((one) => one.id === id)
  const status =
    found === undefined || !isRemedyStatus(found.status) ? undefined : statusWord(found.status, sheet.language)
  const because = found?.because ?? found?.otherwise
  return {
    field: `sending-${id}`,
    title: said(sheet, 'Whether this way is open', 'Si esta vía está abierta'),
    why: [
      status === undefined
        ? said(
            sheet,
            'It is not among the ways that can stop the transfer.',
            'No está entre las vías que pueden detener la entrega.',
          )
        : `${found?.title ?? id}: ${status}.`,
      ...(because === null || because === undefined ? [] : [because]),
    ].join(' '),
    todo: said(
      sheet,
      'Look at the standing before you send it: it may be turned down, or close another way.',
      'Mire la situación antes de enviarlo: puede inadmitirse o cerrar otra vía.',
    ),
    weight: 'required',
  }
}
