/** Calendars and sets of holidays, as packs write them. */
import { z } from 'zod'
import { id, isoDate, Label, Norm } from './vocabulary.ts'

export const Calendar = z.strictObject({
  calendar: id,
  title: Label,
  zone: z.string(),
  versions: z
    .array(
      z.strictObject({
        from: isoDate.optional(),
        until: isoDate.optional(),
        /** Weekdays that do not count: 6 Saturday, 7 Sunday. */
        weekdaysOff: z.array(z.number().int().min(1).max(7)),
        /** `08-01/08-31`, `12-24/01-06`: closed every year. */
        closed: z.array(z.string().regex(/^\d{2}-\d{2}\/\d{2}-\d{2}$/)).default([]),
        /**
         * Ranges in which terms in months stand still as well (August under LJCA 128.2); `[]` when they run on.
         * Left out: not stated, so closed whole months are counted both ways and the safe date is the earlier one.
         */
        monthsStandStill: z.array(z.string().regex(/^\d{2}-\d{2}\/\d{2}-\d{2}$/)).optional(),
        /** Sets of holidays by name. */
        holidays: z.array(id).default([]),
        norm: Norm,
      }),
    )
    .min(1),
})
export type Calendar = z.infer<typeof Calendar>

export const Holidays = z.strictObject({
  holidays: id,
  title: Label,
  /** `01-01`. */
  fixed: z
    .array(
      z.strictObject({
        day: z.string().regex(/^\d{2}-\d{2}$/),
        name: z.string(),
        from: isoDate.optional(),
        until: isoDate.optional(),
      }),
    )
    .default([]),
  /** Days from Easter Sunday (Western): -2 Good Friday. */
  easter: z.array(z.strictObject({ offset: z.number().int(), name: z.string() })).default([]),
  /** Single days of one year, from an official list. */
  days: z.array(z.strictObject({ day: isoDate, name: z.string() })).default([]),
  norm: Norm,
})
export type Holidays = z.infer<typeof Holidays>
