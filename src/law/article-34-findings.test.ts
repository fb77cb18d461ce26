import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { lifting, measure, receipt, type StoryRow, toldOf } from './article-34.fixtures.ts'

const noon = parseMoment('2015-02-27T12:00', 'Europe/Paris')

const rows: readonly StoryRow[] = [
  [
    'after a request that was refused',
    ['measure-refused 2015-02-25', 'removed 2015-02-27'],
    'not-breached',
    ['The request was refused (2015-02-25): there was nothing to obey. [1]'],
    [],
  ],
  [
    'a request not examined, and nothing after it',
    ['measure-not-examined 2015-02-25'],
    'not-breached',
    [
      'The request was not examined (2015-02-25): there was nothing to obey. [1] {16026/12}',
      'Nobody is recorded as handed over by then, and nothing else against the application. []',
    ],
    ['The events are taken as the whole story. []'],
  ],
  [
    'a request not examined, before the judgment on that',
    ['measure-not-examined 2015-02-25', 'removed 2015-02-26'],
    'not-breached',
    [
      'The request was not examined (2015-02-25): there was nothing to obey. If the State hastened ' +
        'the act so that no measure could come, enter that as application-hindered. [1]',
    ],
    [],
    { knownBy: parseMoment('2016-01-01', 'UTC') },
  ],
  [
    'a measure of another body',
    ['measure-indicated 2015-02-25 issuer=hrc addressee=FR', 'removed 2015-02-27'],
    'not-breached',
    ['A request of another body (hrc) is not a measure of the Court. [1]'],
    ['The events are taken as the whole story. []'],
  ],
  [
    'nothing at all',
    [],
    'not-breached',
    [
      'No measure of the Court is recorded. []',
      'Nobody is recorded as handed over by then, and nothing else against the application. []',
    ],
    ['The events are taken as the whole story. []'],
  ],
  [
    'a measure and no act',
    [measure],
    'not-breached',
    ['Nobody is recorded as handed over by then, and nothing else against the application. []'],
    ['The events are taken as the whole story. []'],
  ],
  [
    'an act and no measure',
    ['removed 2015-02-27'],
    'not-breached',
    ['No measure of the Court is recorded. []'],
    ['The events are taken as the whole story. []'],
  ],
  [
    'what a measure asked for, not done',
    [
      'measure-indicated 2015-02-20 addressee=FR until=further-notice requires=counsel',
      'measure-disobeyed 2015-02-27 requires=counsel',
    ],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR acted against the measure on 2015-02-27 (counsel). [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'what no measure asked for, not done',
    [
      'measure-indicated 2015-02-20 addressee=FR until=further-notice requires=counsel',
      'measure-disobeyed 2015-02-27 requires=doctor',
    ],
    'not-breached',
    ['No measure that is recorded was against such an act. []'],
    [],
  ],
  [
    'what a measure forbids, done',
    [measure, 'measure-disobeyed 2015-02-27 requires=transfer'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR acted against the measure on 2015-02-27 (transfer). [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'acted against it in a way not told',
    [measure, 'measure-disobeyed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR acted against the measure on 2015-02-27. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'disobeyed by another State',
    [measure, 'measure-disobeyed 2015-02-27 by=IT'],
    'not-breached',
    ['The act is that of IT. [2]'],
    [],
  ],
  [
    'disobeyed towards another person',
    [measure, 'measure-disobeyed 2015-02-27 person=p1'],
    'not-breached',
    ['Nobody is recorded as handed over by then, and nothing else against the application. []'],
    ['The events are taken as the whole story. []'],
    { person: 'p2' },
  ],
  [
    'hindered in haste',
    ['application-hindered 2015-02-27 how=haste'],
    'breached',
    ['FR hindered the application itself (haste): that needs no measure. [1] {41015/04}'],
    [],
  ],
  [
    'hindered by another State',
    ['application-hindered 2015-02-27 by=IT'],
    'not-breached',
    ['The act is that of IT. [1]', 'No measure of the Court is recorded. []'],
    ['The events are taken as the whole story. []'],
  ],
  [
    'hindered, which is contested',
    ['contested application-hindered 2015-02-27'],
    'contested',
    ['Whether that happened by then (application-hindered, 2015-02-27) has not been checked. [1]'],
    [],
  ],
  [
    'hindered, long ago',
    ['application-hindered 2003-02-27'],
    'breached',
    ['FR hindered the application itself: that needs no measure. [1]'],
    [],
    { knownBy: parseMoment('2004-01-01', 'UTC') },
  ],
  [
    'while it was not settled that a measure binds',
    ['measure-indicated 1999-08-11 addressee=FR', 'removed 1999-08-19'],
    'unknown',
    [
      'The measure came on 1999-08-11, before the act of 1999-08-19. [1,2]',
      'FR removed the person on 1999-08-19 while the measure lasted. [2]',
      'Whether a State must obey a measure of the Court was not settled then; earlier it had ' +
        'been denied (Cruz Varas v. Sweden, 1991: from memory). []',
    ],
    [],
    { knownBy: parseMoment('2005-02-04', 'UTC') },
  ],
  [
    'one measure over, another in force',
    [
      'measure-indicated 2015-02-20 addressee=FR until=2015-02-22',
      'measure-indicated 2015-02-25 addressee=FR until=further-notice',
      'removed 2015-02-27',
    ],
    'breached',
    [
      'The measure came on 2015-02-25, before the act of 2015-02-27. [2,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [
      'When the State received the measure is not recorded: taken as received when it was ' +
        'indicated. It is for the State to show that something kept it from obeying. [2] ' +
        '{39806/05}',
      'No lifting is recorded: taken as not lifted. [2]',
    ],
  ],
  [
    'one measure over, another for another State',
    [
      'measure-indicated 2015-02-20 addressee=FR until=2015-02-22',
      'measure-indicated 2015-02-25 addressee=IT until=further-notice',
      'removed 2015-02-27',
    ],
    'not-breached',
    [
      'The measure ran until 2015-02-22 and had lapsed before the act of 2015-02-27. [1,3]',
      'The measure was addressed to IT, and binds only the State to which it is addressed. [2]',
    ],
    [],
  ],
  [
    'one act contested, another sure',
    [measure, 'contested removed 2015-02-27', 'application-hindered 2015-03-01'],
    'breached',
    ['FR hindered the application itself: that needs no measure. [3] {41015/04}'],
    [],
  ],
  [
    'one act contested, another open',
    [measure, 'contested removed 2015-02-27', 'removed 2015-02-20'],
    'contested',
    ['Whether that happened by then (removed, 2015-02-27) has not been checked. [2]'],
    [receipt, lifting],
  ],
  [
    'the State not bound',
    [measure, 'removed 2015-02-27'],
    'not-breached',
    ['The Convention did not bind FR on that day. []'],
    [],
    { bound: () => 'false' },
  ],
  [
    'nobody knows whether it is bound',
    [measure, 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR removed the person on 2015-02-27 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting, 'Since when the Convention binds FR is not in the packs: taken as bound. []'],
    { bound: () => 'unknown' },
  ],
  [
    'since when it is bound, nobody has read',
    [measure, 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR removed the person on 2015-02-27 while the measure lasted. [2] {46827/99}',
    ],
    [
      receipt,
      lifting,
      'That the Convention bound FR on that day is from memory in the packs: nobody has read it. []',
    ],
    { bound: () => 'true', boundUnverified: () => true },
  ],
  [
    'since when it is bound, nobody has read, and nothing rests on it',
    [measure, 'removed 2015-02-19'],
    'not-breached',
    [
      'The measure was indicated only on 2015-02-20, after the act of 2015-02-19: what is gone cannot be held back. ' +
        '[1,2] {42332/14}',
    ],
    [],
    { bound: () => 'true', boundUnverified: () => true },
  ],
  [
    'nobody knows whether it is bound, and that is not granted',
    [measure, 'removed 2015-02-27'],
    'unknown',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR removed the person on 2015-02-27 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting, 'Since when the Convention binds FR is not in the packs: taken as bound. []'],
    { bound: () => 'unknown', granted: { lifting: true, addressee: true, bound: false } },
  ],
  [
    'bound until some hour of that day',
    [measure, 'removed 2015-02-27'],
    'unknown',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR removed the person on 2015-02-27 while the measure lasted. [2] {46827/99}',
      'Whether the act falls within the time in which the Convention bound FR is not certain. []',
    ],
    [receipt, lifting],
    { bound: (at: number) => (at < noon ? 'true' : 'false') },
  ],
  [
    'an act without a date, and the State not bound then',
    [measure, 'application-hindered'],
    'unknown',
    [
      'FR hindered the application itself: that needs no measure. [2] {41015/04}',
      'Whether the act falls within the time in which the Convention bound FR is not certain. []',
    ],
    [],
    { bound: () => 'false' },
  ],
  [
    'no lifting recorded, and that is not granted',
    [measure, 'removed 2015-02-27'],
    'unknown',
    ['Whether the measure was lifted before the act is not recorded. [1,2]'],
    [receipt],
    { granted: { lifting: false, addressee: true, bound: true } },
  ],
  [
    'a lifting recorded after the act',
    [measure, 'removed 2015-02-27', 'measure-lifted 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR removed the person on 2015-02-27 while the measure lasted. [2] {46827/99}',
    ],
    [receipt],
    { granted: { lifting: false, addressee: true, bound: true } },
  ],
  [
    'no addressee recorded, and that is not granted',
    ['measure-indicated 2015-02-20', 'removed 2015-02-27'],
    'unknown',
    [],
    [receipt, lifting],
    { granted: { lifting: true, addressee: false, bound: true } },
  ],
  [
    'a contested removal on the day of the measure',
    [measure, 'contested removed 2015-02-20'],
    'contested',
    [
      'Whether that happened by then (removed, 2015-02-20) has not been checked. [2]',
      'Which came first is not recorded: the measure (2015-02-20) or the act (2015-02-20). Ask ' +
        'for the hour of receipt and of departure, each with its time zone. [1,2]',
    ],
    [lifting],
  ],
  [
    'a removal when only counsel was asked for',
    ['measure-indicated 2015-02-20 addressee=FR requires=counsel', 'removed 2015-02-27'],
    'not-breached',
    ['No measure that is recorded was against such an act. []'],
    [],
  ],
  [
    'a contested removal by a State of which nobody knows whether it is bound',
    [measure, 'contested removed 2015-02-27'],
    'contested',
    ['Whether that happened by then (removed, 2015-02-27) has not been checked. [2]'],
    [receipt, lifting, 'Since when the Convention binds FR is not in the packs: taken as bound. []'],
    { bound: () => 'unknown', granted: { lifting: true, addressee: true, bound: false } },
  ],
  [
    'one measure contested, the order of another open',
    [
      `contested ${measure}`,
      'measure-indicated 2015-03-01 addressee=FR until=further-notice',
      'removed 2015-03-01',
    ],
    'contested',
    ['Whether the measure was indicated has not been checked. [1]'],
    [receipt, lifting],
  ],
  [
    'two reasons against',
    [`${measure} person=p1`, 'removed 2015-02-19 by=IT'],
    'not-breached',
    [
      'The act is that of IT, not of FR. [2]',
      'The measure does not cover p2. [1]',
      'The measure was indicated only on 2015-02-20, after the act of 2015-02-19: what is gone ' +
        'cannot be held back. [1,2] {42332/14}',
    ],
    [],
    { person: 'p2' },
  ],
  [
    'a refused request and a measure of another body',
    ['measure-refused 2015-02-10', 'measure-indicated 2015-02-12 issuer=hrc', 'removed 2015-02-19'],
    'not-breached',
    [
      'The request was refused (2015-02-10): there was nothing to obey. [1]',
      'A request of another body (hrc) is not a measure of the Court. [2]',
    ],
    [],
  ],
  [
    'bound from some hour of that day',
    [measure, 'removed 2015-02-27'],
    'unknown',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,2]',
      'FR removed the person on 2015-02-27 while the measure lasted. [2] {46827/99}',
      'Whether the act falls within the time in which the Convention bound FR is not certain. []',
    ],
    [receipt, lifting],
    { bound: (at: number) => (at < noon ? 'unknown' : 'false') },
  ],
  [
    'an act without a date, the State bound',
    [measure, 'application-hindered'],
    'breached',
    ['FR hindered the application itself: that needs no measure. [2] {41015/04}'],
    [],
    { bound: () => 'true' },
  ],
  [
    'an act dated only by when it was heard of, the State bound since 1980',
    [measure, 'application-hindered ../2015-03-01'],
    'unknown',
    [
      'FR hindered the application itself: that needs no measure. [2] {41015/04}',
      'Whether the act falls within the time in which the Convention bound FR is not certain. []',
    ],
    [],
    { bound: (at: number) => (at >= parseMoment('1980-01-01', 'UTC') ? 'true' : 'false') },
  ],
]

describe('what is said where there is no measure, no bond or more than one answer', () => {
  it.each(rows.map((row) => ({ title: row[0], row })))(
    '$title',
    ({ row: [, lines, finding, because, assuming, question] }) => {
      expect(toldOf(lines, question)).toEqual({ finding, because, assuming })
    },
  )
})
