import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paperKinds } from '../paper/model.ts'
import { formGaps, readTemplate, type Template, TemplateError, templateOn } from '../paper/template.ts'
import { materials } from './index.ts'

const folder = join(import.meta.dirname, '../../../papers')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
const names = new Set(materials.keys())
const templates = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file): readonly [string, Template] => [
    file,
    readTemplate(file, readFileSync(join(folder, file), 'utf8'), names),
  ])

const materialsOf = ({ sections }: Template): readonly string[] =>
  sections.flatMap(({ content }) => content.flatMap((piece) => ('material' in piece ? [piece.material] : [])))
const passagesOf = ({ sections }: Template): readonly string[] =>
  sections.flatMap(({ content }) => content.flatMap((piece) => ('passage' in piece ? [piece.passage] : [])))

describe('the materials', () => {
  it('each have a line in papers/README.md, and no line is left over', () => {
    const told = [...readme.matchAll(/^\| `([a-z0-9-]+)` \|/gmu)].map(([, name = '']) => name)
    expect(told).toEqual([...names])
  })

  it('are each used by a template', () => {
    const used = new Set(templates.flatMap(([, template]) => materialsOf(template)))
    expect([...names].filter((name) => !used.has(name))).toEqual([])
  })
})

describe('the templates', () => {
  it('are there for every kind of paper', () => {
    expect(new Set(templates.map(([, { paper }]) => paper))).toEqual(new Set(paperKinds))
  })

  it.each(templates)(
    '%s: facts go with assurances, adverse authority comes first, no part is asked for twice',
    (_, template) => {
      const used = materialsOf(template)
      if (used.includes('facts') || used.includes('recent-facts'))
        expect(used.includes('assurances') || template.paper === 'letter').toBe(true)
      if (used.includes('precedents-for'))
        expect(used.indexOf('precedents-against')).toBeLessThan(used.indexOf('precedents-for'))
      expect(new Set(passagesOf(template)).size).toBe(passagesOf(template).length)
      expect(new Set(template.sections.map(({ id }) => id)).size).toBe(template.sections.length)
    },
  )

  it('cite the rule of the day', () => {
    const of = (kind: Template['paper'], day: string): string | undefined =>
      templateOn(
        templates.map(([, template]) => template).filter(({ paper }) => paper === kind),
        day,
      )?.title.en.match(/Rule \d+/u)?.[0]
    expect(of('hrc', '2014-02-19')).toBe('Rule 92')
    expect(of('hrc', '2019-01-08')).toBe('Rule 92')
    expect(of('hrc', '2019-01-09')).toBe('Rule 94')
  })

  it('cite no day on which the rule of the Committee against Torture was renumbered', () => {
    const cat = templates.filter(([, { paper }]) => paper === 'cat')
    expect(cat.map(([file]) => file)).toEqual(['cat.yaml'])
    const text = JSON.stringify(cat)
    expect(text).toContain('(Rule 114; in earlier texts Rule 108)')
    expect(text).toContain('(artículo 114; en textos anteriores, 108)')
  })

  it('tell their author when the form was not read in the official text', () => {
    const told = templates.map(([file, template]) => [
      file,
      template.source.checked,
      formGaps(template, 'en').length,
    ])
    for (const [, checked, gaps] of told) expect(gaps).toBe(checked === 'official' ? 0 : 1)
    const unread = templates.filter(([, { source }]) => source.checked === 'unverified')
    expect(unread.length).toBeGreaterThan(0)
    for (const [, template] of unread) expect(formGaps(template, 'en')[0]?.why).toMatch(/^Not verified: /u)
    for (const [file, template] of unread)
      expect(formGaps(template, 'es')[0]?.why, file).toMatch(/^Sin verificar: .* de memoria/u)
  })

  it('with a material that does not exist are refused with the names there are', () => {
    const text = readFileSync(join(folder, 'letter.yaml'), 'utf8').replace('asked-for', 'asked-form')
    expect(() => readTemplate('papers/letter.yaml', text, names)).toThrow(TemplateError)
    expect(() => readTemplate('papers/letter.yaml', text, names)).toThrow('"asked-form" that does not exist')
  })

  it('in one language only are refused', () => {
    const text = readFileSync(join(folder, 'letter.yaml'), 'utf8').replace(/^ {2}es: .*$/mu, '')
    expect(() => readTemplate('papers/letter.yaml', text, names)).toThrow(/title\.es/u)
  })
})
