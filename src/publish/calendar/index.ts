/** Deadlines as a calendar. */
export { type CalendarOptions, calendarOf } from './calendar.ts'
export { neutralTitle, type Wording } from './words.ts'
