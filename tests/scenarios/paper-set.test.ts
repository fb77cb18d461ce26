/** Every paper of the worked case, in both languages: what no paper may say, and how it must read. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPrecedents } from '../../src/casework/index.ts'
import type { PrecedentCase } from '../../src/law/index.ts'
import { diskFiles } from '../../src/platform/index.ts'
import {
  type Block,
  draft,
  type Draft,
  type PaperKind,
  paperKinds,
  type PaperLanguage,
  readTemplates,
  sentencesOf,
  type Template,
  templateFor,
} from '../../src/publish/index.ts'
import { parseMoment } from '../../src/record/index.ts'
import { Scenario } from './pavlov.ts'

const root = join(import.meta.dirname, '../..')
let scenario: Scenario
let precedents: readonly PrecedentCase[]
let templates: readonly Template[]

beforeAll(async () => {
  scenario = await Scenario.load()
  precedents = await readPrecedents(diskFiles, root)
  templates = await readTemplates(diskFiles, [root])
}, 60_000)

const drafted = (kind: PaperKind, language: PaperLanguage, knownBy = '2014-02-19T09:00'): Draft =>
  draft({
    law: scenario.law,
    entries: scenario.bundle.entries,
    precedents,
    template: templateFor(templates, kind, knownBy.slice(0, 10)),
    language,
    knownBy: parseMoment(knownBy, 'Europe/Madrid'),
    held: new Set(scenario.bundle.blobs.keys()),
  })

const blocksOf = ({ paper }: Draft): readonly Block[] => paper.sections.flatMap(({ blocks }) => blocks)
const textOf = (made: Draft): string =>
  [
    made.paper.title,
    ...blocksOf(made)
      .flatMap(sentencesOf)
      .map(({ text }) => text),
  ].join('\n')
const sectionText = ({ paper }: Draft, id: string): string =>
  (paper.sections.find((section) => section.id === id)?.blocks ?? [])
    .flatMap(sentencesOf)
    .map(({ text }) => text)
    .join('\n')

const firsts = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items.map((item) => item[0]?.text ?? '') : []))

describe.each(paperKinds)('%s', (kind) => {
  it.each(['en', 'es'] as const)(
    'in %s says nothing that came later, nothing of the desk’s own notes',
    (language) => {
      const made = drafted(kind, language)
      const text = textOf(made)
      expect(made.blocked).toEqual([])
      const all = text + JSON.stringify(made.paper.sources)
      expect(all).not.toMatch(
        /2[0-8] February 2014|2[0-8] de febrero de 2014|(?:March|marzo de) 2014|201[5-9]|202\d/u,
      )
      expect(text).not.toMatch(
        /argument to be prepared|argumento por preparar|from memory|de memoria|\.point\.|\bpack\b/u,
      )
      expect(text).not.toMatch(/undefined|\[object|NaN/u)
    },
  )

  it('begins every item of a list as a sentence does, but for the name of a site', () => {
    for (const language of ['en', 'es'] as const)
      for (const text of firsts(blocksOf(drafted(kind, language))))
        expect(text).toMatch(/^(?:[\p{Lu}\p{N}«“]|[a-z-]+\.[a-z])/u)
  })
})

describe('Spanish papers', () => {
  it('write dates as Spanish does, and tell the author once that titles are in another language', () => {
    const made = drafted('summary', 'es')
    expect(textOf(made)).not.toMatch(/(?:no después del|desde el|entre el) (?:\d{4}|[a-z]+ de \d{4})\b/u)
    expect(textOf(made)).toContain(
      'el Gobierno acuerda la entrega («The Council of Ministers approves the surrender»)',
    )
    expect(made.gaps.filter(({ field }) => field === 'record-language')).toHaveLength(1)
  })
})

describe('the application form', () => {
  it('waits for a day that only the letter of the Registry gives, and warns that the measure lapses', () => {
    const { gaps } = drafted('rule-47', 'en')
    expect(gaps.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['deadline-rule-47', 'lapse-rule-47', 'address', 'representative']),
    )
  })
})

describe('requests to the committees', () => {
  it('warn their author of other forums and of what nobody has verified', () => {
    for (const kind of ['cat', 'hrc'] as const) {
      const { gaps } = drafted(kind, 'en')
      expect(gaps.find(({ field }) => field === 'form')?.why).toMatch(/^Not verified: /u)
      expect(gaps.find(({ field }) => field === 'other-procedures')?.todo).toContain('examined elsewhere')
    }
    expect(JSON.stringify(drafted('cat', 'en').gaps)).toContain('probably closes Strasbourg (from memory)')
  })
})

describe('public papers', () => {
  it('tell demands as demands and show no family to the public', () => {
    const made = drafted('urgent-action', 'en', '2014-02-19T20:00')
    expect(sectionText(made, 'act')).toContain('Amnesty International demands: Spain is not to hand him over')
    expect(textOf(made)).not.toMatch(/Shalabayeva|daughter/u)
  })
})
