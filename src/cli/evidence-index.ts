import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('evidence-index', 'evidence-index', {
  en: 'every document, and what rests on it',
  es: 'cada documento y lo que se apoya en él',
})
