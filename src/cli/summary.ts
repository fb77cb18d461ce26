import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('summary', 'summary', {
  en: 'the case on a few pages, for counsel',
  es: 'el caso en pocas páginas, para la defensa',
})
