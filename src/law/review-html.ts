/**
 * A review sheet as one HTML file: the text left, the rule in words right, the examples below, and before all that
 * what nobody has
 * checked. No script, no address is fetched; made to be printed and signed.
 */
import type { Law } from './law.ts'
import type { Condition, Effect, Example, Instrument, Label, Norm, Pack } from './model.ts'
import { type Outline, conditionOutline } from './review-words.ts'
import type { RemedyStatus } from './status.ts'
import { type ReviewItem, reviewItems, type Risk, risks, unverifiedByRisk } from './review.ts'
import { pageStyle } from './review-style.ts'
import { keyWord, phrase } from './review-terms.ts'
import {
  checkedWord,
  isRemedyStatus,
  type Language,
  modeWord,
  normText,
  patternWords,
  periodText,
  say,
  statusWord,
  targetWord,
  titleOf,
  valueWord,
} from './words/index.ts'

interface Sheet {
  readonly law: Law
  readonly language: Language
}

export function reviewPage(law: Law, packs: readonly Pack[], language: Language): string {
  const sheet: Sheet = { law, language }
  const items = reviewItems(law, packs, language)
  const title = packs.map((pack) => pack.title).join(' · ')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${phrase('sheet', language)}: ${title}`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(phrase('sheet', language))}. ${escaped(phrase('how', language))}</p>
<p class="sign">${escaped(phrase('reviewed-by', language))} ____________________ &nbsp; ${escaped(phrase('on', language))} ______________</p>
</header>
${unverifiedIndex(items, language)}
${items.map((item, index) => entry(item, items[index - 1], sheet)).join('\n')}
</body>
</html>
`
}

const anchorOf = ({ kind, block }: ReviewItem): string =>
  `${kind}-${block.origin.file}-${block.origin.line}`.replaceAll(/[^\w-]/g, '-')

function unverifiedIndex(items: readonly ReviewItem[], language: Language): string {
  const open = unverifiedByRisk(items)
  if (open.length === 0)
    return `<section class="index"><h2>${escaped(phrase('all-checked', language))}</h2></section>`
  const group = (risk: Risk): string => {
    const own = open.filter((item) => item.risk === risk)
    if (own.length === 0) return ''
    const lines = own.map(
      (item) =>
        `<li><a href="#${anchorOf(item)}">${escaped(item.title || item.id)}</a> <code>${escaped(item.id)}</code>${list(item.unverified.map(escaped), 'why')}</li>`,
    )
    return `<h3>${escaped(phrase(`risk-${risk}`, language))} (${own.length})</h3><ol>${lines.join('')}</ol>`
  }
  return `<section class="index"><h2>${escaped(phrase('unverified', language))} (${open.length})</h2>${risks.map(group).join('')}</section>`
}

function entry(item: ReviewItem, before: ReviewItem | undefined, sheet: Sheet): string {
  const { origin } = item.block
  const same = before?.block.origin.prose === origin.prose && before.block.origin.heading === origin.heading
  const heading = same ? '' : `<h2>${escaped(origin.heading)}</h2>`
  return `${heading}<article id="${anchorOf(item)}" class="${item.unverified.length > 0 ? 'open' : 'checked'}">
<h3>${escaped(item.title || item.id)} <small>${escaped(keyWord(item.kind === 'body' ? 'the-body' : item.kind, sheet.language))} · <code>${escaped(item.id)}</code> · ${escaped(`${origin.file}:${origin.line}`)}</small></h3>
<div class="pair">
<div class="text">${same || origin.prose === '' ? '' : prose(origin.prose)}${sources(item, sheet)}</div>
<div class="rule">${rule(item, sheet)}</div>
</div>
${examples(item, sheet)}
</article>`
}

/** Who checked what, and when. */
function sources({ block }: ReviewItem, { law, language }: Sheet): string {
  const norms = block['norm'] === undefined ? [] : ([block['norm']].flat() as Norm[])
  const own = typeof block['checked'] === 'string' ? [checkedLine(block as unknown as Instrument, language)] : []
  const lines = norms.map((norm) => {
    const { checkedOn, checkedBy } = law.instruments.get(norm.instrument) ?? {}
    const day = norm.checkedOn ?? checkedOn
    const who = [day, checkedBy].filter((part) => part !== undefined).join(', ')
    const text = `${escaped(normText(law, norm, language))}${who === '' ? '' : ` · ${escaped(who)}`}`
    const note = norm.note === undefined ? '' : `<br><span class="note">${escaped(norm.note)}</span>`
    return norm.checked === 'unverified' ? `<strong>${text}</strong>${note}` : text + note
  })
  return list([...lines, ...own], 'sources')
}

const checkedLine = ({ checked, checkedOn, checkedBy }: Instrument, language: Language): string =>
  escaped([checkedWord(checked, language), checkedOn, checkedBy].filter((part) => part !== undefined).join(', '))

const conditionKeys = new Set(['when', 'unless', 'reached', 'opens', 'ends', 'pausedWhile', 'endedBy', 'applies'])
const elsewhere = new Set([
  'title',
  'question',
  'norm',
  'examples',
  'origin',
  'also',
  'checked',
  'checkedOn',
  'checkedBy',
])

function rule(item: ReviewItem, sheet: Sheet): string {
  const rows = Object.entries(item.block)
    .filter(
      ([key, value]) =>
        !elsewhere.has(key) &&
        key !== item.kind &&
        (!isEmpty(value) || speaksAgainst(key, value)) &&
        !isUsual(key, value),
    )
    .map(
      ([key, value]) =>
        `<dt>${escaped(keyWord(keyIn(item.kind, key), sheet.language))}</dt><dd>${valueHtml(key, value, sheet)}</dd>`,
    )
  return `<dl>${rows.join('')}</dl>`
}

/** Two keys mean something else in a stage than elsewhere. */
const keyIn = (kind: string, key: string): string =>
  kind === 'stage' && (key === 'ends' || key === 'order') ? `stage-${key}` : key

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === false || (Array.isArray(value) && value.length === 0)

/** Of all that is set to no, this turns the rule round. */
const speaksAgainst = (key: string, value: unknown): boolean => key === 'value' && value === false

/** What holds unless a pack says otherwise needs no line. */
const isUsual = (key: string, value: unknown): boolean =>
  (key === 'anchor' && value === 'at') ||
  (key === 'value' && value === true) ||
  (key === 'strasbourg' && value === 'by-effect')

function valueHtml(key: string, value: unknown, sheet: Sheet): string {
  const { law, language } = sheet
  if (conditionKeys.has(key) && Array.isArray(value))
    return outlines((value as Condition[]).map((condition) => conditionOutline(law, condition, language)))
  if (key === 'closes') return list((value as Closing[]).map((closing) => closingHtml(closing, sheet)))
  if (key === 'effects') return list((value as Effect[]).map((effect) => effectHtml(effect, sheet)))
  if (key === 'starts') return startsHtml(value as Starts, sheet)
  if (typeof value === 'string')
    return escaped(key === 'period' ? periodText(value, language) : named(key, value, sheet))
  if (typeof value === 'boolean') return escaped(phrase(value ? 'yes' : 'no', language))
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return list(value.map((one: unknown) => valueHtml(key, one, sheet)))
  return objectHtml(value as Readonly<Record<string, unknown>>, sheet)
}

function objectHtml(fields: Readonly<Record<string, unknown>>, sheet: Sheet): string {
  if (typeof fields['en'] === 'string' && !('day' in fields)) {
    const dates = [fields['from'], fields['until']].filter((day) => day !== undefined).map(String)
    return escaped(say(fields as Label, sheet.language) + (dates.length === 0 ? '' : ` (${dates.join(' – ')})`))
  }
  if (typeof fields['instrument'] === 'string' && typeof fields['article'] === 'string')
    return normHtml(fields as Norm, sheet)
  return Object.entries(fields)
    .filter(([, value]) => !isEmpty(value))
    .map(
      ([key, value]) =>
        `<span class="key">${escaped(keyWord(key, sheet.language))}:</span> ${valueHtml(key, value, sheet)}`,
    )
    .join('<br>')
}

const normHtml = (norm: Norm, { law, language }: Sheet): string => {
  const text = escaped(normText(law, norm, language) + (norm.note === undefined ? '' : ` – ${norm.note}`))
  return norm.checked === 'unverified' ? `<strong>${text}</strong>` : text
}

/** References to other blocks carry their title. */
const referring = new Set(['track', 'body', 'term', 'within', 'order', 'needsFirst', 'beside', 'issuer'])
function named(key: string, value: string, { law, language }: Sheet): string {
  const title = referring.has(key) ? titleOf(law, value, language) : value
  return title === value ? value : `${title} [${value}]`
}

interface Closing {
  readonly when: Condition
  readonly status: RemedyStatus
  readonly because: Label
  readonly norm?: Norm
}
const closingHtml = ({ when, status, because, norm }: Closing, sheet: Sheet): string =>
  `<em>${escaped(statusWord(status, sheet.language))}</em>: ${escaped(say(because, sheet.language))}${outlines([conditionOutline(sheet.law, when, sheet.language)])}${norm === undefined ? '' : normHtml(norm, sheet)}`

function effectHtml({ target, mode, from, until, norm }: Effect, sheet: Sheet): string {
  const { language } = sheet
  const since = mode === 'none' ? '' : `, ${phrase(`from-${from}`, language)}`
  const end = until === undefined ? '' : `; ${phrase('until', language)}: ${say(until, language)}`
  return `<em>${escaped(targetWord(target, language))}</em>: ${escaped(modeWord(mode, language) + since + end)}<br><span class="note">${normHtml(norm, sheet)}</span>`
}

interface Starts {
  readonly event: string
  readonly moment: string
  readonly or?: readonly Starts[]
}
function startsHtml({ event, moment, or = [] }: Starts, sheet: Sheet): string {
  const { law, language } = sheet
  const lines = [{ event, moment }, ...or].map((start) => {
    const happened = conditionOutline(law, start.event, language).text
    return escaped(`${happened} (${keyWord(start.moment, language)})`)
  })
  return lines.length === 1 ? (lines[0] ?? '') : `${escaped(phrase('last-of', language))}${list(lines)}`
}

function examples({ block }: ReviewItem, sheet: Sheet): string {
  const { language } = sheet
  const own = (block['examples'] as readonly Example[] | undefined) ?? []
  if (own.length === 0) return ''
  const rows = own.map(({ title, at, given, expect }) => {
    const expected =
      typeof expect === 'object'
        ? Object.entries(expect).map(([key, value]) => `${keyWord(key, language)}: ${answerWord(value, language)}`)
        : [answerWord(expect, language)]
    return `<tr><td>${escaped(title ?? '')}</td><td>${escaped(at)}</td><td>${given.map((line) => escaped(givenWords(line, sheet))).join('<br>')}</td><td>${expected.map(escaped).join('<br>')}</td><td class="tick">☐</td></tr>`
  })
  const head = ['shows', 'asked', 'given', 'expect', 'right'].map(
    (word) => `<th>${escaped(phrase(word, language))}</th>`,
  )
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const answerWord = (value: string | boolean | number, language: Language): string => {
  const text = String(value)
  if (text === 'true' || text === 'false' || text === 'unknown' || text === 'contested')
    return valueWord(text, language)
  return isRemedyStatus(text) ? statusWord(text, language) : text
}

/**
 * A line of an example with the names of events and remedies in words: `shown not to have happened: …`, `surrender
 * agreed 2014-02-14`.
 */
function givenWords(line: string, { law, language }: Sheet): string {
  const [first = '', ...others] = line.split(/\s+/)
  const mark =
    first === 'no'
      ? `${phrase('shown-not', language)}: `
      : first === 'contested'
        ? `${phrase('contested', language)}: `
        : ''
  const [type = '', ...details] = mark === '' ? [first, ...others] : others
  if (law.events[type] === undefined) return line
  const told = details.map((detail) =>
    detail.startsWith('remedy=') ? `– ${titleOf(law, detail.slice('remedy='.length), language)}` : detail,
  )
  return [mark + patternWords(law, { type, where: [] }, language), ...told].join(' ')
}

const outlines = (parts: readonly Outline[]): string =>
  list(parts.map(({ text, parts: inner }) => escaped(text) + (inner.length === 0 ? '' : outlines(inner))))

const list = (items: readonly string[], name = ''): string =>
  items.length === 0
    ? ''
    : `<ul${name === '' ? '' : ` class="${name}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** The little Markdown that paraphrases use: paragraphs, lists, bold, italics, names in code. */
function prose(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => {
      const lines = part.split('\n')
      return lines.every((line) => /^\s*([-*]|\d+\.) /.test(line))
        ? list(lines.map((line) => inline(line.replace(/^\s*([-*]|\d+\.) /, ''))))
        : `<p>${inline(part)}</p>`
    })
    .join('')
}

const inline = (text: string): string =>
  escaped(text)
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\*([^*\s][^*]*)\*/g, '<em>$1</em>')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
