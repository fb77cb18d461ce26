import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('assurance-sheet', 'assurances', {
  en: 'assurances factor by factor, with what nobody has answered',
  es: 'las garantías factor por factor, con lo que nadie ha respondido',
})
