import { expect, it } from 'vitest'
import { clocksOf } from './clocks.ts'
import { evaluateCase } from './evaluate.ts'
import { loadLaw } from './law.ts'
import { situationFrom } from './situation.ts'

const pack = `---
pack: custody
title: Custody
jurisdiction: ES
---
\`\`\`yaml
instrument: act
title: {en: Act}
short: Act
kind: statute
jurisdiction: ES
official: "1"
checked: official
---
calendar: civil
title: {en: Every day}
zone: Europe/Madrid
versions: [{weekdaysOff: [], norm: {instrument: act, article: "1", checked: official}}]
---
track: extradition
title: {en: Extradition}
jurisdiction: ES
applies: [{fact: sending-state, is: ES}]
question: {en: "Has another State asked for this person?"}
domestic: true
---
term: custody
title: {en: Forty days without a request}
direction: state
norm: {instrument: act, article: "10", checked: official}
starts: {event: arrest}
period: 40 days
calendar: civil
ends: [extradition-requested]
\`\`\`
`
const clocks = (given: string[]) => {
  const { law, problems } = loadLaw([{ file: 'custody.md', text: pack }], {
    arrest: { en: 'arrest' },
    'extradition-requested': { en: 'request' },
  })
  if (law === undefined) throw new Error(JSON.stringify(problems))
  return clocksOf(evaluateCase(law, situationFrom(given, '2013-06-01', 'Europe/Madrid'))).map(
    ({ id, status }) => `${id} ${status}`,
  )
}

it('names a custody clock that ran out without the request that would have ended it', () => {
  expect(clocks(['arrest 2012-12-11', 'no extradition-requested'])).toEqual(['custody passed'])
})

it('leaves out a custody clock that the request ended, although its days are over by now', () => {
  expect(clocks(['arrest 2012-12-11', 'extradition-requested 2013-01-03'])).toEqual([])
})

it('keeps a custody clock in view while it is not known whether the request came', () => {
  expect(clocks(['arrest 2012-12-11'])).toEqual(['custody passed'])
})

it('leaves out the clocks of a State whose paths of procedure are none of this case', () => {
  expect(clocks(['sending-state=FR', 'arrest 2012-12-11'])).toEqual([])
  expect(clocks(['sending-state=ES', 'arrest 2012-12-11'])).toEqual(['custody passed'])
})
