import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('The language of a text', () => {
  it.each([
    ['en', 'The Government has not said where the requested person is held.'],
    ['es', 'El Gobierno no ha dicho dónde se encuentra detenida la persona reclamada.'],
    ['fr', 'Le gouvernement n’a pas dit où la personne réclamée est détenue.'],
    ['ru', 'Правительство не сообщило, где содержится запрошенное лицо.'],
    ['kk', 'Қазақстан Республикасының Бас прокуратурасы бұл мәселені қарап жатыр.'],
    ['uk', 'Уряд не повідомив, де утримують запитувану особу, і її захист скаржиться.'],
    ['und', '1/2014'],
  ])('is %s', async (language, text) => {
    await expect(languageOf(text)).resolves.toBe(language)
  })
})
