/** The page that sets what follows from the events beside what the Court found. */
import { type Compared, type PrecedentCase } from '../../src/law/index.ts'

const cell = (text: string): string => text.replaceAll('|', '/').replaceAll('\n', ' ')

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

const name = ({ case: title, applications }: PrecedentCase): string => `${title}, ${applications.join(', ')}`

const daysOf = (found: PrecedentCase, types: RegExp): string =>
  found.events
    .filter((e) => types.test(e.event))
    .map((e) => `${e.date}${e.checked === 'read' ? '' : ` (${e.checked})`}`)
    .join(', ') || '–'

const measureDays = (found: PrecedentCase): string => daysOf(found, /^measure-(?!disobeyed)/)
const takingDays = (found: PrecedentCase): string => daysOf(found, /^(surrendered|removed|abducted)$/)

const court = ({ article34 }: PrecedentCase): string =>
  article34.checked === 'read' ? article34.is.replaceAll('-', ' ') : 'not checked'

const why = ({ computed }: Compared): string => computed?.because.map((r) => r.text.en).join(' ') ?? ''

const taken = ({ found }: Compared): boolean => takingDays(found) !== '–'

/** The whole page. Everything in it is computed. */
export function article34Page(compared: readonly Compared[]): string {
  const with34 = compared.filter((c) => c.computed !== undefined)
  const of = (agreement: Compared['agreement']): readonly Compared[] =>
    with34.filter((c) => c.agreement === agreement)
  const agreed = of('agrees')
  const long = (list: readonly Compared[]): string =>
    [
      '| case | measure | taken away | from the events | the Court | why |',
      '|---|---|---|---|---|---|',
      ...list.map((c) =>
        row([
          name(c.found),
          measureDays(c.found),
          takingDays(c.found),
          c.computed?.finding.replaceAll('-', ' ') ?? '',
          court(c.found),
          why(c),
        ]),
      ),
    ].join('\n')
  const without = compared.filter((c) => c.computed === undefined && c.found.basis === 'curated')
  const coded = without.filter((c) => c.found.article34.is === 'violation')
  const others = without.filter((c) => c.found.events.length > 0 && c.found.article34.is !== 'violation')
  return `# Article 34, from the events and from the Court

For every case in [law/precedents](../law/precedents/README.md) whose events hold a measure, a request for one, or a
person taken away, the program computes from these events alone whether article 34 was breached, and sets the Court's
finding beside it. Only what was read counts as having happened. Nothing is tuned: a finding is never fed into the
computation. This page is written by a test, and a change in the law or the data shows here.

| | cases |
|---|---|
| agrees, and somebody was taken away | ${agreed.filter(taken).length} |
| agrees, and by these events nobody was taken away | ${agreed.filter((c) => !taken(c)).length} |
| disagrees | ${of('disagrees').length} |
| the events do not settle it | ${of('open').length} |
| the Court's finding was not checked | ${of('not-read').length} |

## Disagreements
${long(of('disagrees'))}

${of('disagrees')
  .map(
    (c) =>
      `**${c.found.case}**: the Court's ground was ${c.found.ground34 ?? '(not recorded)'}. ` +
      'No event of it is dated in the data, so it does not follow from the events.',
  )
  .join('\n\n')}

## The events do not settle it
${long(of('open'))}

## Agreements where somebody was taken away
${long(agreed.filter(taken))}

## Agreements where by these events nobody was taken away
They agree for want of a transfer in the data: a weaker sign than those above.

${agreed
  .filter((c) => !taken(c))
  .map((c) => `- ${name(c.found)}: measure ${measureDays(c.found)}; the Court: ${court(c.found)}`)
  .join('\n')}

## The Court's finding was not checked
${long(of('not-read'))}

## Not computed: neither a measure nor a taking is dated
${without.length} of the curated cases; in ${coded.length} of them the Court found a violation of article 34:
${coded.map((c) => name(c.found)).join('; ')}.

Of the others these have dated events of another kind: ${others.map((c) => name(c.found)).join('; ')}.
`
}
