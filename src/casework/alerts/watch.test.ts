import { beforeAll, describe, expect, it } from 'vitest'
import { diskFiles, projectRoot } from '../../platform/index.ts'
import { type Entry, type Instant, parseMoment } from '../../record/index.ts'
import { folderBundle, importBundle } from '../bundle/index.ts'
import { caseAt, type OpenCase } from '../case.ts'
import { leadsDefault } from '../deadlines.ts'
import { readLaw } from '../lawbook.ts'
import type { Law } from '../../law/index.ts'
import { dueAlerts, GRACE_DEFAULT } from './due.ts'
import { watchOf } from './watch.ts'

const key = new Uint8Array(32)
const zone = 'Europe/Madrid'
let law: Law
let entries: readonly Entry[]

beforeAll(async () => {
  law = await readLaw(diskFiles, projectRoot())
  entries = (await importBundle(folderBundle(diskFiles, `${projectRoot()}/examples/aarrass-spain-2010`))).entries
})

function watching(open: (at: Instant) => OpenCase) {
  let last = 1
  let opened = 0
  const watch = watchOf(
    {
      cases: () => Promise.resolve([{ id: 'aarrass-spain-2010', last, recorded: '2010-11-25T08:00:00Z' }]),
      open: (_id, times) => {
        opened += 1
        return Promise.resolve(open(times(zone).at))
      },
    },
    key,
  )
  return { watch, opened: () => opened, act: () => (last += 1) }
}
const openAt = (at: Instant): OpenCase => caseAt(law, entries, () => ({ at, knownBy: at, audience: 'desk' }))

describe('what is watched', () => {
  it('holds a deadline that ran out, so that it is told even if the laptop slept over it', async () => {
    const { watch } = watching(openAt)
    const now = parseMoment('2010-12-02T08:00', zone)
    const { deadlines } = await watch(now)
    const times = { leads: leadsDefault, grace: GRACE_DEFAULT }
    const overdue = dueAlerts(deadlines, now, times, () => false).filter(({ kind }) => kind === 'overdue')
    expect(overdue.map(({ deadline }) => [deadline.term, deadline.status])).toEqual([
      ['es.notice.surrender-term', 'passed'],
    ])
  })

  it('is worked out anew when somebody acted, after a quarter of an hour, and when the clock went back', async () => {
    const { watch, opened, act } = watching(openAt)
    const now = parseMoment('2010-11-25T08:00', zone)
    for (const at of [now, now + 14]) await watch(at)
    expect(opened()).toBe(1)
    await watch(now + 15)
    await watch(now)
    act()
    await watch(now)
    expect(opened()).toBe(4)
  })

  it('keeps what was seen of a case that cannot be worked out, and says so', async () => {
    let broken = false
    const { watch, act } = watching((at) => {
      if (broken) throw new Error('the law has a fault')
      return openAt(at)
    })
    const now = parseMoment('2010-11-25T08:00', zone)
    const before = await watch(now)
    broken = true
    act()
    expect(await watch(now)).toEqual({
      deadlines: before.deadlines,
      problems: ['The deadlines of the case aarrass-spain-2010 could not be worked out: the law has a fault'],
    })
  })
})
