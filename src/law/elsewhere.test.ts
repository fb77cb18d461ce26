import { expect, it } from 'vitest'
import { evaluateCase } from './evaluate.ts'
import { mayApply } from './ground.ts'
import { loadLaw } from './law.ts'
import { situationFrom } from './situation.ts'

const pack = `---
pack: paths
title: Paths
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
track: here
title: {en: Extradition from a State with a page}
jurisdiction: ES
applies: [{fact: sending-state, is: ES}]
question: {en: "What has been decided?"}
domestic: true
---
track: elsewhere
title: {en: Removal from a State without a page}
jurisdiction: unknown
applies: [{not: {fact: sending-state, in: [ES]}}]
question: {en: "Which State is it?"}
domestic: true
---
stage: here.agreed
track: here
order: 1
title: {en: Agreed}
norm: {instrument: act, article: "1", checked: official}
reached: [surrender-agreed]
---
stage: elsewhere.agreed
track: elsewhere
order: 1
title: {en: Agreed}
norm: {instrument: act, article: "1", checked: official}
reached: [surrender-agreed]
\`\`\`
`

function paths(sending: string | undefined) {
  const { law, problems } = loadLaw([{ file: 'paths.md', text: pack }], { 'surrender-agreed': { en: 'agreed' } })
  if (law === undefined) throw new Error(JSON.stringify(problems))
  const told = situationFrom(
    sending === undefined ? [] : [`sending-state=${sending}`],
    '2014-03-01',
    'Europe/Madrid',
  )
  const list = {
    id: 'list',
    type: 'surrender-agreed',
    where: {},
    track: 'here',
    through: Infinity,
    because: 'the file of the court',
  }
  const evaluated = evaluateCase(law, { ...told, complete: [list] })
  return {
    agreed: evaluated.of('here.agreed'),
    applies: [...law.tracks.keys()].filter((track) => mayApply(evaluated.ground, track)),
  }
}

it('lets the list of a court of the sending State speak, although States without a page would have a path for the same event', () => {
  expect(paths('ES')).toEqual({ agreed: 'false', applies: ['here'] })
})

it('shows only the path for States without a page when the sending State has none', () => {
  expect(paths('XK').applies).toEqual(['elsewhere'])
})

it('keeps every path in view while the sending State is not known', () => {
  expect(paths(undefined)).toEqual({ agreed: 'unknown', applies: ['here', 'elsewhere'] })
})
