import type { Language } from './command.ts'

interface HelpTexts {
  readonly purpose: string
  readonly commands: string
  readonly everywhere: string
  readonly more: string
  readonly usage: string
  readonly options: string
  readonly examples: string
}

export const helpTexts: Readonly<Record<Language, HelpTexts>> = {
  en: {
    purpose:
      'Who can still stop this transfer, how, and by when. A tool for professionals; it is not legal advice.',
    commands: 'Commands',
    everywhere: 'Options of every command',
    more: './forestay help COMMAND shows how to use one.',
    usage: 'Usage',
    options: 'Options',
    examples: 'Examples',
  },
  es: {
    purpose:
      'Quién puede aún detener esta entrega, cómo y hasta cuándo. Para profesionales; ' +
      'no es asesoramiento jurídico.',
    commands: 'Órdenes',
    everywhere: 'Opciones de todas las órdenes',
    more: './forestay help ORDEN muestra cómo se usa una.',
    usage: 'Uso',
    options: 'Opciones',
    examples: 'Ejemplos',
  },
}
