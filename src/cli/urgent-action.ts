import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('urgent-action', 'urgent-action', {
  en: 'a call on many people to write, with what to ask and of whom',
  es: 'una llamada a escribir, con qué pedir y a quién',
})
