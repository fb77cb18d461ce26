import { describe, expect, it } from 'vitest'
import { AlertSettingsError, alertSettingsDefault, readAlertSettings } from './settings.ts'
import { waysOf } from './ways.ts'

const read = (text: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof readAlertSettings> =>
  readAlertSettings(text, 'alerts.yaml', env)
const mail = `
mail:
  host: mail.example.org
  port: 465
  security: tls
  user: desk
  passwordFrom: FORESTAY_MAIL_PASSWORD
  from: desk@example.org
  to: [person@example.org]
`

describe('the settings for alerts', () => {
  it('turn nothing on unless they say so', () => {
    for (const settings of [alertSettingsDefault, read(''), read('leads: [1 day]')]) {
      expect(settings).toMatchObject({ wording: 'neutral' })
      expect(waysOf(settings, {}, 'en')).toEqual([])
    }
  })
  it('take the password from the environment, and say which variable is missing', () => {
    expect(read(mail, { FORESTAY_MAIL_PASSWORD: 'word' }).mail).toMatchObject({ user: 'desk', password: 'word' })
    expect(() => read(mail)).toThrow(AlertSettingsError)
    expect(reasonOf(mail)).toBe('The variable FORESTAY_MAIL_PASSWORD is not set.')
  })
  it('read times as people write them', () => {
    expect(read('leads: [10 days, 90 minutes]\ngrace: 1 day').times).toEqual({ leads: [14_400, 90], grace: 1440 })
  })
  it.each([
    ['mial: {}', 'mial'],
    ['leads: [soon]', '"soon" is not a time'],
    ['leads: []', 'leads'],
    ['wording: loud', 'wording'],
    ['mail: {host: x, port: 25, security: hope, from: a, to: [b@example.org]}', 'mail.security'],
    ['mail: {host: x, port: 25, security: tls, from: "a\\nBcc: b", to: [b@example.org]}', 'mail.from'],
    ['mail: {host: x, port: 25, security: tls, from: a, to: ["b@example.org, c@example.org"]}', 'mail.to.0'],
    ['webhook: {address: "https://example.org", secretFrom: the secret itself}', 'webhook.secretFrom'],
    ['- : -', ''],
  ])('are refused with a reason: %s', (text, reason) => {
    expect(reasonOf(text)).toContain(reason)
  })
})

function reasonOf(text: string): string {
  try {
    read(text)
  } catch (error) {
    if (error instanceof AlertSettingsError) return error.why
    throw error
  }
  return 'it was not refused'
}
