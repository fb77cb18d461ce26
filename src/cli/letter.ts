import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('letter', 'letter', {
  en: 'a letter to an authority',
  es: 'una carta a una autoridad',
})
