import type { Command } from './command.ts'
import { paperCommand } from './paper-command.ts'

export const command: Command = paperCommand('chronology', 'chronology', {
  en: 'everything by date, with rival dates and sources',
  es: 'todo por fechas, con fechas rivales y fuentes',
})
