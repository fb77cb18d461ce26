/** The four values, a remedy's status and a mode, in words, as the commands say them. */
import {
  type DutyStatus,
  dutyWord,
  isRemedyStatus,
  modeWord,
  statusWord,
  strengthWord,
  valueWord,
} from './law-words.ts'

export const valueText = (value: string, language: string): string =>
  value === 'true' || value === 'false' || value === 'unknown' || value === 'contested'
    ? valueWord(value, language === 'es' ? 'es' : 'en')
    : value

export const statusText = (status: string, language: string): string =>
  isRemedyStatus(status) ? statusWord(status, language === 'es' ? 'es' : 'en') : status
export const modeText = (mode: string, language: string): string =>
  modeWord(mode as Parameters<typeof modeWord>[0], language === 'es' ? 'es' : 'en')
export const strengthText = (strength: string, language: string): string =>
  strengthWord(strength as Parameters<typeof strengthWord>[0], language === 'es' ? 'es' : 'en')
export const dutyText = (status: string, language: string): string =>
  isDutyStatus(status) ? dutyWord(status, language === 'es' ? 'es' : 'en') : status

const dutyStatuses: readonly string[] = [
  'binds',
  'binds_as_recorded',
  'ended',
  'does_not_bind',
  'unknown',
  'contested',
]
const isDutyStatus = (status: string): status is DutyStatus => dutyStatuses.includes(status)
