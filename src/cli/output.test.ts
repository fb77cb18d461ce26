import { describe, expect, it } from 'vitest'
import { Printer, styleFor } from './output.ts'

function printed(print: (out: Printer) => void, colour = false, width = 40): string {
  let text = ''
  print(
    new Printer(
      (piece) => {
        text += piece
      },
      { width, colour },
    ),
  )
  return text
}

describe('a page', () => {
  const page = (out: Printer): void => {
    out.title('Pavlov: who can still stop it')
    out.paragraph('As known on 2014-02-19 09:00, Europe/Madrid.')
    out.heading('First')
    const stops = ['The chamber already seised of the asylum appeal', 'The Supreme Court (disputed)']
    out.list(stops, { numbered: true, indent: 2 })
    out.heading('Not known')
    out.list(['whether the decree was notified'])
    out.blank()
    out.pairs([['until', 'the hand-over']])
  }

  it('reads the same without colour', () => {
    expect(printed(page)).toBe(
      [
        'Pavlov: who can still stop it',
        '=============================',
        'As known on 2014-02-19 09:00,',
        'Europe/Madrid.',
        '',
        'First',
        '  1. The chamber already seised of the',
        '     asylum appeal',
        '  2. The Supreme Court (disputed)',
        '',
        'Not known',
        '- whether the decree was notified',
        '',
        '  until  the hand-over',
        '',
      ].join('\n'),
    )
  })

  it('says nothing by bold alone', () => {
    expect(printed(page, true).replaceAll(/\u001b\[\d+m/g, '')).toBe(printed(page))
  })
})

describe('a command to be copied', () => {
  it('stays on one line, however long', () => {
    const line = './forestay standing examples/pavlov-2014 --known-by 2014-02-19T09:00'
    expect(printed((out) => out.verbatim([line]))).toBe(`  ${line}\n`)
    expect(printed((out) => out.verbatim(['a\u001b[2J']))).toBe('  a␛[2J\n')
  })
})

describe('JSON', () => {
  it('can be read back, with characters that reorder text escaped', () => {
    const value = { says: 'a\u202eb', at: 'día' }
    const text = printed((out) => out.json(value))
    expect(text).toContain(String.raw`a\u202eb`)
    expect(JSON.parse(text)).toEqual(value)
  })
})

describe('the style of a page', () => {
  const terminal = { isTTY: true, columns: 90 }
  it('is 100 columns without colour in a pipe or file', () => {
    expect(styleFor({}, {}, false)).toEqual({ width: 100, colour: false })
  })
  it('follows the terminal within reason', () => {
    expect(styleFor(terminal, {}, false)).toEqual({ width: 90, colour: true })
    expect(styleFor({ isTTY: true, columns: 300 }, {}, false).width).toBe(120)
    expect(styleFor({ isTTY: true, columns: 12 }, {}, false).width).toBe(40)
  })
  it('has no colour when that is asked for in any of the usual ways', () => {
    expect(styleFor(terminal, {}, true).colour).toBe(false)
    expect(styleFor(terminal, { NO_COLOR: '1' }, false).colour).toBe(false)
    expect(styleFor(terminal, { TERM: 'dumb' }, false).colour).toBe(false)
    expect(styleFor(terminal, { NO_COLOR: '' }, false).colour).toBe(true)
  })
})
