import { describe, expect, it } from 'vitest'
import { parseMoment } from '../record/index.ts'
import { lifting, measure, receipt, type StoryRow, toldOf } from './article-34.fixtures.ts'

const rows: readonly StoryRow[] = [
  [
    'handed over, with the place',
    [measure, 'surrendered 2015-03-01 to=DZ'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR handed the person over on 2015-03-01 (DZ) while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'removed, the place not recorded',
    [measure, 'removed 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR removed the person on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'taken by others with its agents',
    [measure, 'abducted 2015-03-01 to=TJ state-involved=yes'],
    'breached',
    [
      'Agents of FR took part. [2]',
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'The person was taken away on 2015-03-01 (TJ) while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'taken while not protected',
    [measure, 'abducted 2015-03-01 protected=no'],
    'breached',
    [
      'FR did not do what it could to protect the person: a measure also obliges to protect. [2] {71386/10}',
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'The person was taken away on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'taken while not protected, on the day of the judgment on that',
    ['measure-indicated 2010-02-20 addressee=FR until=further-notice', 'abducted 2010-03-01 protected=no'],
    'unknown',
    [
      'Others took the person away. Whether agents of the State had a part in it, and whether the State ' +
        'did what it could to protect them, is not recorded. [2]',
    ],
    [receipt, lifting],
    { knownBy: parseMoment('2013-04-25', 'UTC') },
  ],
  [
    'flown out by others',
    [measure, 'abducted 2015-03-01 left=by-air'],
    'breached',
    [
      'The way out led through a frontier that the State controls: nobody is taken through it ' +
        'without its agents. [2] {14743/11}',
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'The person was taken away on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'flown out by others, and agents had no part',
    [measure, 'abducted 2015-03-01 left=by-air state-involved=no'],
    'unknown',
    [
      'Others took the person away. Whether agents of the State had a part in it, and whether the State ' +
        'did what it could to protect them, is not recorded. [2] {71386/10}',
    ],
    [receipt, lifting],
  ],
  [
    'flown out by others, on the day of the judgment on that',
    ['measure-indicated 2010-02-20 addressee=FR until=further-notice', 'abducted 2010-03-01 left=by-air'],
    'unknown',
    [
      'Others took the person away. Whether agents of the State had a part in it, and whether the State ' +
        'did what it could to protect them, is not recorded. [2]',
    ],
    [receipt, lifting],
    { knownBy: parseMoment('2012-10-02', 'UTC') },
  ],
  [
    'taken though protected',
    [measure, 'abducted 2015-03-01 protected=yes'],
    'not-breached',
    ['Others took the person away, and FR had done what it could to protect them. [2] {71386/10}'],
    [],
  ],
  [
    'left of his own will',
    [measure, 'removed 2015-03-01 by=himself'],
    'not-breached',
    ['The person left willingly. [2]'],
    [],
  ],
  [
    'removed by another State',
    [measure, 'removed 2015-03-01 by=IT'],
    'not-breached',
    ['The act is that of IT, not of FR. [2]'],
    [],
  ],
  [
    'removed by others',
    [measure, 'removed 2015-03-01 by=others'],
    'unknown',
    [
      'Others took the person away. Whether agents of the State had a part in it, and whether the State ' +
        'did what it could to protect them, is not recorded. [2] {71386/10}',
    ],
    [receipt, lifting],
  ],
  [
    'a removal that is contested',
    [measure, 'contested removed 2015-03-01'],
    'contested',
    ['Whether that happened by then (removed, 2015-03-01) has not been checked. [2]'],
    [receipt, lifting],
  ],
  [
    'surrendered against a measure on extradition',
    [
      'measure-indicated 2015-02-20 addressee=FR until=further-notice forbids=extradition',
      'surrendered 2015-03-01',
    ],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR handed the person over on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'removed against a measure on extradition',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice forbids=extradition', 'removed 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'The measure spoke of extradition; another way of taking the person there is against it as ' +
        'well. [1,2] {33809/08}',
      'FR removed the person on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'surrendered against a measure on expulsion',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice forbids=expulsion', 'surrendered 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'The measure spoke of expulsion; another way of taking the person there is against it as well. ' +
        '[1,2] {33809/08}',
      'FR handed the person over on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'removed against a measure on expulsion',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice forbids=expulsion', 'removed 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR removed the person on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'surrendered against a measure on any transfer',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice forbids=transfer', 'surrendered 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR handed the person over on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'removed against a measure on extradition, on the day of the judgment on that',
    ['measure-indicated 2010-02-20 addressee=FR until=further-notice forbids=extradition', 'removed 2010-03-01'],
    'unknown',
    [
      'The measure spoke of extradition, and the person was taken another way. No judgment on that ' +
        'could be cited then. [1,2]',
    ],
    [receipt, lifting],
    { knownBy: parseMoment('2012-05-15', 'UTC') },
  ],
  [
    'taken to a State that is named',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice to=DZ,MA', 'removed 2015-03-01 to=MA'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR removed the person on 2015-03-01 (MA) while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'taken nobody says where',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice to=DZ,MA', 'removed 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR removed the person on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'taken to another State',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice to=DZ', 'removed 2015-03-01 to=MA'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'The measure named DZ and the person was taken to MA: destinations are not compared to the ' +
        'letter. [1,2] {14743/11}',
      'FR removed the person on 2015-03-01 (MA) while the measure lasted. [2] {46827/99}',
    ],
    [receipt, lifting],
  ],
  [
    'taken to a safe State',
    ['measure-indicated 2015-02-20 addressee=FR until=further-notice to=DZ', 'removed 2015-03-01 to=CH onward=no'],
    'unknown',
    [
      'The measure named DZ; nothing exposes the person to being sent on from CH. No judgment on that ' +
        'has been read. [1,2]',
    ],
    [receipt, lifting],
  ],
  [
    'taken to another State, on the day of the judgment on that',
    ['measure-indicated 2010-02-20 addressee=FR until=further-notice to=DZ', 'removed 2010-03-01 to=MA'],
    'unknown',
    ['The measure named DZ and the person was taken to MA. No judgment on that could be cited then. [1,2]'],
    [receipt, lifting],
    { knownBy: parseMoment('2012-10-02', 'UTC') },
  ],
  [
    'taken to a safe State, before that judgment',
    ['measure-indicated 2010-02-20 addressee=FR until=further-notice to=DZ', 'removed 2010-03-01 to=CH onward=no'],
    'unknown',
    [
      'The measure named DZ; nothing exposes the person to being sent on from CH. No judgment on that ' +
        'has been read. [1,2]',
    ],
    [receipt, lifting],
    { knownBy: parseMoment('2012-10-02', 'UTC') },
  ],
  [
    'a measure to nobody by name',
    ['measure-indicated 2015-02-20 until=further-notice', 'removed 2015-03-01'],
    'breached',
    [
      'The measure came on 2015-02-20, before the act of 2015-03-01. [1,2]',
      'FR removed the person on 2015-03-01 while the measure lasted. [2] {46827/99}',
    ],
    ['The measure does not say to whom it was addressed: taken as FR. [1]', receipt, lifting],
  ],
  [
    'a measure to another State',
    ['measure-indicated 2015-02-20 addressee=IT', 'removed 2015-03-01'],
    'not-breached',
    ['The measure was addressed to IT, and binds only the State to which it is addressed. [1]'],
    [],
  ],
  [
    'a measure for another person',
    [`${measure} person=p1`, 'removed 2015-03-01'],
    'not-breached',
    ['The measure does not cover p2. [1]'],
    [],
    { person: 'p2' },
  ],
  [
    'an act against another person',
    [measure, 'removed 2015-03-01 person=p1'],
    'not-breached',
    ['Nobody is recorded as handed over by then, and nothing else against the application. []'],
    ['The events are taken as the whole story. []'],
    { person: 'p2' },
  ],
]

describe('what is said of an act: whose it was, by which way and to where', () => {
  it.each(rows.map((row) => ({ title: row[0], row })))(
    '$title',
    ({ row: [, lines, finding, because, assuming, question] }) => {
      expect(toldOf(lines, question)).toEqual({ finding, because, assuming })
    },
  )
})
