/** `add`, `page` and `search` as a person uses them, on a stored case. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { docx, mail, paragraph, pdf, words, zip } from '../../tests/corpus/documents.ts'
import type { AddAnswer } from './adding.ts'
import { TestDesk } from './testing.ts'

// Reading starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})
afterEach(() => {
  desk.close()
})

const letter = 'On 14 February the Council of Ministers agreed to the surrender of Person A to Kazakhstan.\n'
const add = async (...more: readonly string[]): Promise<AddAnswer> => {
  const { out, err } = await desk.run(['add', ...more, '--case', 'desk-case', '--json'])
  expect(err).toBe('')
  return JSON.parse(out) as AddAnswer
}

describe('A folder that is added', () => {
  beforeEach(() => {
    desk.put('letter.txt', letter)
    desk.put('nested/order.docx', docx(paragraph('The resolution is dated 17 February 2014.')))
    desk.put('nested/deeper/letter again.txt', letter)
    desk.put('plan.pdf', pdf([{ content: words('The hearing hall.') }, { content: words('The aeroplane waits.') }]))
    desk.put('broken.docx', zip({ 'word/document.xml': '<w:document' }))
    desk.put('torn.docx', docx(`${paragraph('The first page.')}<w:p>`))
    desk.put('bundle.zip', zip({ 'note.txt': 'A note on the wardrobe.', 'mail.eml': mail('s', []) }))
  })

  it('is kept whole: what came in is what was read or refused with a reason, twins counted once', async () => {
    const { documents, count, missing } = await add(desk.papers)
    expect(missing).toEqual([])
    expect(count).toEqual({ in: 9, kept: 9, read: 8, refused: 1 })
    expect(documents.filter(({ already }) => already).map(({ path }) => path.at(-1))).toHaveLength(1)
    expect(documents.find(({ status }) => status === 'refused')).toMatchObject({ path: ['broken.docx'] })
    expect(documents.find(({ id }) => id === 'torn')?.warnings).toEqual([expect.stringContaining('is damaged')])
    expect(documents.map(({ path }) => path.join(' › '))).toContain('bundle.zip › note.txt')
    const { documents: held } = await desk.state()
    expect(held.size).toBe(8)
    expect(held.get('broken')?.note).toMatch(/^Not read: /u)
    expect(held.get('note')?.note).toBe('Came in bundle.zip.')
    const hashes = new Set([...held.values()].map(({ sha256 }) => sha256))
    const originals = await desk.withStore((store, key) => store.originals(key))
    expect(new Set(originals.map(({ sha256 }) => sha256))).toEqual(hashes)
  })

  it('is searchable at once in every format, to the page and the place', async () => {
    await add(desk.papers)
    const found = await desk.run(['search', 'desk-case', 'aeroplane', '--json'])
    const [hit] = (JSON.parse(found.out) as { hits: Record<string, unknown>[] }).hits
    expect(hit).toMatchObject({ kind: 'document', field: 'text', page: 2, id: 'plan' })
    const text = 'The hearing hall.\fThe aeroplane waits.'
    expect(text.slice(Number(hit?.['start']), Number(hit?.['end']))).toBe('aeroplane')
    for (const [word, id] of [
      ['wardrobe', 'note'],
      ['resolution', 'order'],
    ]) {
      const { out } = await desk.run(['search', 'desk-case', word ?? '', '--json'])
      expect(JSON.parse(out)).toMatchObject({ hits: [{ id, field: 'text' }] })
    }
  })

  it('is told in words, in English and in Spanish, with what to do next', async () => {
    const english = await desk.run(['add', desk.papers, '--case', 'desk-case'])
    expect(english.code).toBe(0)
    expect(english.out).toContain('9 came in, 9 kept: 8 read, 1 not read.')
    expect(english.out.replaceAll(/\s+/gu, ' ')).toContain('Look at it: The part "word/document.xml" is damaged')
    expect(english.out).not.toContain('..\n')
    // Of two copies the one that is read first gives its name.
    expect(english.out).toMatch(/Next: \.\/forestay review desk-case letter(?:-again)? --by "…"/u)
    const spanish = await desk.run(['add', desk.papers, '--case', 'desk-case', '--lang', 'es'])
    expect(spanish.out).toContain('Entraron 9, guardados 9: 8 leídos, 1 no leídos.')
    expect(spanish.out).toContain('ya estaba guardado')
  })
})

describe('What is added', () => {
  it('has an id that can be read and typed, whatever the script of its name', async () => {
    const { documents } = await add(desk.put('Письмо защиты.txt', letter))
    expect(documents.map(({ id }) => id)).toEqual(['pismo-zashchity'])
  })

  it('does not stop at a file that is not there, and says so', async () => {
    const there = desk.put('letter.txt', letter)
    const { code, out } = await desk.run(['add', `${there}x`, there, '--case', 'desk-case'])
    expect(code).toBe(1)
    expect(out).toContain('Did not come in')
    expect(out).toContain('1 came in, 1 kept: 1 read, 0 not read.')
  })

  it('seems to repeat what the case holds, when it does', async () => {
    const statement = `${letter}${'He asked for asylum, and nobody has told him what was decided about it since. '.repeat(3)}`
    await add(desk.put('statement.txt', statement), '--publisher', 'The organisation', '--date', '2014-02-19')
    const { documents } = await add(desk.put('mirror.txt', `Seen elsewhere:\n${statement}`))
    expect(documents[0]?.copies).toMatchObject([{ of: 'statement' }])
    expect((await desk.state()).documents.get('statement')).toMatchObject({
      publisher: 'The organisation',
      published: '2014-02-19',
      disclosure: 'internal',
      broughtBy: 'A. Lawyer',
    })
  })

  it.each([
    [['letter.txt'], 'write --case CASE'],
    [['letter.txt', '--case', 'desk-case', '--disclosure', 'hidden'], 'choose one of: public, counsel'],
    [['letter.txt', '--case', 'no-such-case'], 'There is no case "no-such-case"'],
  ])('needs a case that there is, and a level that there is: %j', async (args, said) => {
    const { code, err } = await desk.run(['add', ...args])
    expect(code).not.toBe(0)
    expect(err.replaceAll(/\s+/gu, ' ')).toContain(said)
  })
})

describe('A saved page', () => {
  const html =
    `<!doctype html><html><head><title>Statement</title></head><body><nav>Person B was arrested in Madrid.</nav>` +
    `<main><h1>Statement</h1><p>${letter.repeat(4)}</p></main></body></html>`

  it('is kept with the address it came from, its menus apart; nothing is fetched', async () => {
    const file = desk.put('page.html', html)
    const address = 'https://example.org/statement'
    const { code, out } = await desk.run(['page', file, '--address', address, '--case', 'desk-case', '--json'])
    expect(code).toBe(0)
    const answer = JSON.parse(out) as AddAnswer
    expect(answer.count).toEqual({ in: 1, kept: 1, read: 1, refused: 0 })
    const held = (await desk.state()).documents.get(answer.documents[0]?.id ?? '')
    expect(held).toMatchObject({ title: 'Statement', address, mediaType: 'text/html' })
  })

  it('needs its address', async () => {
    const { code, err } = await desk.run(['page', desk.put('page.html', html), '--case', 'desk-case'])
    expect([code, err]).toEqual([2, expect.stringContaining('write --address https://')])
  })
})
