import { describe, expect, it } from 'vitest'
import { proposalAnswer } from '../casework/index.ts'
import { propose } from '../reading/index.ts'
import { proposalText } from './proposal-text.ts'

const told = (text: string): readonly string[] => {
  const all = propose(text, { language: 'en', documentDate: '2014-02-19' }).map((one) =>
    proposalAnswer({ proposal: one, links: [] }, 'en'),
  )
  return all.map((one) => proposalText(one, all, 'en'))
}

describe('a proposal in the terminal', () => {
  const lines = told(
    'Aleksandr Pavlov, a 37-year-old asylum seeker in Spain, is held in Madrid. Aleksandr Pavlov may be extradited.',
  )

  it('names the person that it is about and shows no number of the program', () => {
    expect(lines).toContain('age “37-year-old” — age: 37; person: Aleksandr Pavlov')
    expect(lines.join('\n')).not.toMatch(/person-\d/u)
  })

  it('says how often a person is met', () => {
    expect(lines).toContain('person “Aleksandr Pavlov” — name: Aleksandr Pavlov; met 2 times')
  })
})
