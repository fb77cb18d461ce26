import { describe, expect, it } from 'vitest'
import { tell } from '../../record/testing.ts'
import { deadlineRule47 } from './application.ts'
import { happened, readIn, sheetFor } from './sheet.fixtures.ts'

describe('the deadline of the application form', () => {
  it('is not known until the letter of the Registry is entered, and is then treated as now', () => {
    const { blocks, gaps } = deadlineRule47(sheetFor(tell()))
    expect(readIn({ blocks })).toContain('not known to us at this date')
    expect(gaps.find(({ field }) => field === 'deadline-rule-47')?.todo).toContain('treat the form as due now')
  })

  it('is the day that the letter sets', () => {
    const told = happened(tell(), 'measure', 'measure-indicated', 'The Court indicates a measure', '2014-02-18')
    told.claim('measure', 'issuer', 'echr').claim('measure', 'due', '2014-04-15')
    expect(readIn(deadlineRule47(sheetFor(told)))).toContain('15 April 2014')
  })

  it('is not taken from the letter of another body', () => {
    const told = happened(tell(), 'measure', 'measure-indicated', 'A committee asks', '2014-02-18')
    told.claim('measure', 'issuer', 'cat').claim('measure', 'due', '2014-04-15')
    expect(readIn(deadlineRule47(sheetFor(told)))).not.toContain('15 April 2014')
  })

  it('warns that a measure can be lifted without the form', () => {
    const { blocks, gaps } = deadlineRule47(sheetFor(tell()))
    expect(readIn({ blocks })).toContain('an interim measure can be lifted and the case struck out')
    expect(gaps.find(({ field }) => field === 'lapse-rule-47')?.weight).toBe('required')
  })
})
