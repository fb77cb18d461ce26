/** A drafted paper in the terminal: its text, and beneath it what only its author should see. */
import type { Context } from './command.ts'
import type { PaperAnswer } from './paper-draft.ts'

const releases: Readonly<Record<string, readonly [string, string]>> = {
  not_asked: ['Not released: nobody has asked for it.', 'No ha salido: nadie lo ha pedido.'],
  asked: ['Not released: a second person has to agree.', 'No ha salido: falta el acuerdo de otra persona.'],
  released: ['Released by two people.', 'Salida acordada por dos personas.'],
  refused: ['Refused.', 'Denegada.'],
  withdrawn: ['Withdrawn.', 'Retirada.'],
}

const appearances: Readonly<Record<PaperAnswer['identified'][number]['as'], readonly [en: string, es: string]>> = {
  named: ['named', 'con nombre'],
  described: ['described', 'descrito'],
  unnamed: ['not named here; found through a cited source', 'sin nombre; se halla por una fuente citada'],
}

export function printPaper({ out, language }: Context, answer: PaperAnswer, folder: string | undefined): void {
  const es = language === 'es'
  const word = (en: string, spanish: string): string => (es ? spanish : en)
  if (folder === undefined) out.verbatim(answer.text.trimEnd().split('\n'), 0)
  else out.paragraph(`${word('Written to', 'Escrito en')} ${folder}: ${answer.files.join(', ')}`)
  out.heading(word('For its author only', 'Solo para quien lo redacta'))
  out.paragraph(releases[answer.release]?.[es ? 1 : 0] ?? answer.release, 2)
  list(
    word('May not go out', 'No puede salir'),
    answer.blocked.map((b) => `${b.text} – ${b.why} ${b.todo}`),
  )
  const gaps = (weight: string): readonly string[] =>
    answer.gaps.filter((g) => g.weight === weight).map((g) => `${g.title}: ${g.why} ${g.todo}`)
  list(word('Missing, and required', 'Falta y es necesario'), gaps('required'))
  list(word('Missing', 'Falta'), gaps('wanted'))
  list(
    word('Reads otherwise than when it was written', 'Ya no dice lo que cuando se escribió'),
    answer.changed.map((c) => `${c.insertion}: ${c.was} → ${c.is ?? word('not known', 'no consta')}`),
  )
  list(
    word('Who could be identified', 'Quién podría ser identificado'),
    answer.identified.map(
      (p) =>
        `${p.name} (${appearances[p.as][es ? 1 : 0]})${p.caution ? ` ${word('– by few statements: take care', '– por pocos enunciados: cuidado')}` : ''}`,
    ),
  )
  list(word('Known to the desk and held back', 'Lo sabe el equipo y se reserva'), answer.heldBack)

  function list(title: string, items: readonly string[]): void {
    if (items.length === 0) return
    out.heading(title)
    out.list(items, { indent: 2 })
  }
}
