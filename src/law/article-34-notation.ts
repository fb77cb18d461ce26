/** What an event may say for the question of article 34. Anything else is refused: it would be passed over unseen. */
import { nearest } from '../record/index.ts'
import { NotationError, type Occurrence } from './situation.ts'

const codes = /^[A-Z]{2}(,[A-Z]{2})*$/
const yesNoUnknown = /^(yes|no|unknown)$/

/** Each key, the form of its value, and how to write it. */
const keys: Readonly<Record<string, readonly [form: RegExp, write: string]>> = {
  issuer: [/^[a-z][a-z.-]*$/, 'issuer=echr'],
  addressee: [codes, 'addressee=FR, the code of the State'],
  to: [codes, 'to=KZ, the code of the State'],
  by: [/^([A-Z]{2}|others|himself)$/, 'by=FR, by=others or by=himself'],
  until: [/^\S+$/, 'until=2015-02-25, until=further-notice, or an event type'],
  forbids: [/^(transfer|extradition|expulsion)$/, 'forbids=extradition, expulsion or transfer'],
  requires: [/^\S+$/, 'requires=access-to-counsel'],
  left: [/^by-(air|land|sea)$/, 'left=by-air'],
  how: [/^\S+$/, 'how=correspondence'],
  reason: [/^\S+$/, 'reason=no-form'],
  person: [/^\S+$/, 'person=p1,p2'],
  except: [/^\S+$/, 'except=p1,p2'],
  zone: [/^\S+$/, 'zone=Europe/Moscow'],
  'state-involved': [yesNoUnknown, 'state-involved=yes'],
  protected: [yesNoUnknown, 'protected=no'],
  'through-frontier': [yesNoUnknown, 'through-frontier=yes'],
  onward: [yesNoUnknown, 'onward=no'],
}

const decisive = /^(measure-|application-|surrendered$|removed$|abducted$)/
const wordsForTerms = ['further-notice', 'end-of-proceedings']

/** Throws a {@link NotationError} that names the key and what to write. Other events may say what they like. */
export function checkStoryEvent(line: string, { type, attributes }: Occurrence, types?: readonly string[]): void {
  if (!decisive.test(type)) return
  for (const [key, value] of Object.entries(attributes)) {
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (known === undefined) {
      const near = nearest(key, [...Object.keys(keys), 'received', 'known'])
      throw new NotationError(
        `In "${line}", nothing is done with "${key}".`,
        near === undefined ? `The keys are: ${Object.keys(keys).join(', ')}.` : `Did you mean ${near}=?`,
      )
    }
    const [form, write] = known
    if (!form.test(value))
      throw new NotationError(`In "${line}", "${value}" cannot be the value of ${key}.`, `Write ${write}.`)
  }
  const { until } = attributes
  if (until === undefined || types === undefined || /^\d/.test(until)) return
  if (wordsForTerms.includes(until) || types.includes(until)) return
  const near = nearest(until, [...types, ...wordsForTerms])
  throw new NotationError(
    `In "${line}", "${until}" is neither a date nor an event type that a measure could last until.`,
    near === undefined
      ? 'Write until=further-notice, and enter what ended it as measure-lifted.'
      : `Did you mean until=${near}? Otherwise write until=further-notice, and enter what ended it as measure-lifted.`,
  )
}
