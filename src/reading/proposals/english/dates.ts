import type { DateGrammar } from '../grammar.ts'

export const dates: DateGrammar = {
  months: [
    'January|Jan', 'February|Feb', 'March|Mar', 'April|Apr', 'May', 'June|Jun', 'July|Jul', 'August|Aug',
    'September|Sept|Sep', 'October|Oct', 'November|Nov', 'December|Dec',
  ],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  joiner: '(?:of )?',
  ordinal: '(?:st|nd|rd|th)?',
  years: ['(?:in|since|by|until|during|from|of) (?:early |late |mid-)?{year}'],
  inMonth: 'in|since|by',
  monthFirst: true,
  numeric: 'unsure',
  relative: {
    lastWeekday: ['last {weekday}'],
    thisWeekday: ['this {weekday}'],
    nextWeekday: ['next {weekday}', 'coming {weekday}'],
    bareWeekday: ['on {weekday}'],
    days: { 'the day before yesterday': -2, yesterday: -1, 'today(?!\'s)': 0, tomorrow: 1, 'two days ago': -2, 'three days ago': -3, 'a week ago': -7 },
    lastYear: '(?:of )?last year',
    thisYear: '(?:of )?this year',
  },
}
