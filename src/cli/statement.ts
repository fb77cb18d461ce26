import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('statement', 'statement', {
  en: 'a public statement in which every sentence has a source',
  es: 'una declaración pública en la que cada frase tiene fuente',
})
