import { describe, expect, it } from 'vitest'
import { lifting, measure, receipt, type StoryRow, toldOf } from './article-34.fixtures.ts'

const rows: readonly StoryRow[] = [
  [
    'two hours after it was indicated',
    ['measure-indicated 2015-02-20T10:00 addressee=FR until=further-notice', 'removed 2015-02-20T12:05'],
    'breached',
    [
      'The measure came on 2015-02-20T10:00, 2 h 05 min before the act of 2015-02-20T12:05. [1,2] {46240/15}',
      'FR removed the person on 2015-02-20T12:05 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'minutes after it was received',
    [
      'measure-indicated 2015-02-20T10:00 received=2015-02-20T11:30 addressee=FR until=further-notice',
      'removed 2015-02-20T12:05',
    ],
    'breached',
    [
      'The State had the measure on 2015-02-20T11:30, 35 min before the act of ' +
        '2015-02-20T12:05. [1,2] {46240/15}',
      'FR removed the person on 2015-02-20T12:05 while the measure lasted. [2] {46827/99}',
    ],
    [lifting],
  ],
  [
    'days after it was received',
    ['measure-indicated 2015-02-20 received=2015-02-21 addressee=FR until=further-notice', 'removed 2015-02-23'],
    'breached',
    [
      'The State had the measure on 2015-02-21, before the act of 2015-02-23. [1,2]',
      'FR removed the person on 2015-02-23 while the measure lasted. [2] {46827/99}',
    ],
    [lifting],
  ],
  [
    'before it was indicated',
    [measure, 'removed 2015-02-19'],
    'not-breached',
    [
      'The measure was indicated only on 2015-02-20, after the act of 2015-02-19: what is gone ' +
        'cannot be held back. [1,2] {42332/14}',
    ],
    [],
  ],
  [
    'before it was received',
    ['measure-indicated 2015-02-20 received=2015-02-24 addressee=FR until=further-notice', 'removed 2015-02-23'],
    'not-breached',
    [
      'The State learned of the measure only on 2015-02-24, after the act of 2015-02-23. If it ' +
        'brought that about itself, enter that as application-hindered. [1,2] {39806/05}',
    ],
    [],
  ],
  [
    'on the day it was received',
    ['measure-indicated 2015-02-20 received=2015-02-23 addressee=FR until=further-notice', 'removed 2015-02-23'],
    'unknown',
    [
      'Which came first is not recorded: the measure (2015-02-23) or the act (2015-02-23). Ask ' +
        'for the hour of receipt and of departure, each with its time zone. [1,2]',
    ],
    [lifting],
  ],
  [
    'on the day it was indicated',
    [measure, 'removed 2015-02-20'],
    'unknown',
    [
      'Which came first is not recorded: the measure (2015-02-20) or the act (2015-02-20). Ask ' +
        'for the hour of receipt and of departure, each with its time zone. [1,2]',
    ],
    [lifting],
  ],
  [
    'after its last day',
    ['measure-indicated 2015-02-20 addressee=FR until=2015-02-25', 'removed 2015-02-26'],
    'not-breached',
    ['The measure ran until 2015-02-25 and had lapsed before the act of 2015-02-26. [1,2]'],
    [],
  ],
  [
    'on its last day',
    ['measure-indicated 2015-02-20 addressee=FR until=2015-02-25', 'removed 2015-02-25'],
    'unknown',
    [
      'The act of 2015-02-25 may fall on the end of the measure (2015-02-25): read in the ' +
        'letter at what hour it ends. [1,2]',
    ],
    [receipt, lifting],
  ],
  [
    'after the event that ends it',
    ['measure-indicated 2015-02-20 addressee=FR until=judgment', 'judgment 2015-02-26', 'removed 2015-02-27'],
    'not-breached',
    ['The measure ran until judgment, and that had come before the act. [1,3,2]'],
    [],
  ],
  [
    'on the day of the event that ends it',
    ['measure-indicated 2015-02-20 addressee=FR until=judgment', 'judgment 2015-02-27', 'removed 2015-02-27'],
    'unknown',
    ['Whether judgment, which ends the measure, came before the act is not certain. [1,3,2]'],
    [receipt, lifting],
  ],
  [
    'an event that came before the measure does not end it',
    ['measure-indicated 2015-02-20 addressee=FR until=judgment', 'judgment 2015-02-10', 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'after it was lifted',
    [measure, 'measure-lifted 2015-02-25', 'removed 2015-02-27'],
    'not-breached',
    ['The measure had been lifted (2015-02-25) before the act. [1,3,2]'],
    [],
  ],
  [
    'on the day it was lifted',
    [measure, 'measure-lifted 2015-02-27', 'removed 2015-02-27'],
    'unknown',
    ['Whether the measure was lifted (2015-02-27) before the act is not certain. [1,3,2]'],
    [receipt],
  ],
  [
    'before it was lifted',
    [measure, 'measure-lifted 2015-02-28', 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [receipt],
  ],
  [
    'lifted for another State',
    [measure, 'measure-lifted 2015-02-25 addressee=IT', 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'lifted for another person',
    [measure, 'measure-lifted 2015-02-25 person=p1', 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [receipt, lifting],
    { person: 'p2' },
  ],
  [
    'after the application was struck out',
    [measure, 'application-struck-out 2015-02-25', 'removed 2015-02-27'],
    'not-breached',
    [
      'The application had been struck out or declared inadmissible before the act, and the ' +
        'measure goes with it (from memory). [1,3,2]',
    ],
    [],
  ],
  [
    'struck out for another person',
    [measure, 'application-struck-out 2015-02-25 person=p1', 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [receipt, lifting],
    { person: 'p2' },
  ],
  [
    'on the day the application was struck out',
    [measure, 'application-struck-out 2015-02-27', 'removed 2015-02-27'],
    'unknown',
    ['Whether the application was struck out or declared inadmissible before the act is not certain. [1,3,2]'],
    [receipt, lifting],
  ],
  [
    'after a final judgment, no term recorded',
    ['measure-indicated 2015-02-20 addressee=FR', 'judgment-final 2015-02-25', 'removed 2015-02-27'],
    'unknown',
    [
      'The proceedings may have ended before the act, and the term of the measure is not ' +
        'recorded: read in the judgment whether the measure went on. [1,3,2]',
    ],
    [receipt, lifting],
  ],
  [
    'after a final judgment, until further notice',
    [measure, 'judgment-final 2015-02-25', 'removed 2015-02-27'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-02-27. [1,3]',
      'FR removed the person on 2015-02-27 while the measure lasted. [3] {46827/99}',
    ],
    [receipt, lifting],
  ],
]

describe('what is said of a measure: whether it came in time and was still in force', () => {
  it.each(rows.map((row) => ({ title: row[0], row })))(
    '$title',
    ({ row: [, lines, finding, because, assuming, question] }) => {
      expect(toldOf(lines, question)).toEqual({ finding, because, assuming })
    },
  )
})
