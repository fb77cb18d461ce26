/** Alerts before a deadline. */
export { type Alert, type AlertTimes, dueAlerts, GRACE_DEFAULT, nextMoment, type Watched } from './due.ts'
export { type AlertSettings, alertSettingsDefault, AlertSettingsError, readAlertSettings } from './settings.ts'
export {
  type AlertFailure,
  type AlertStatus,
  AlertTicker,
  type TickerParts,
  type Watch,
  type Way,
} from './ticker.ts'
export { watchOf } from './watch.ts'
export { waysOf } from './ways.ts'
export { type AlertWords, alertWords } from './words.ts'
