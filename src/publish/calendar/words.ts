/** What a calendar says of a deadline: as little as possible, unless a person asked for all of it. */
import type { DeadlineMarks, RunningDeadline } from '../../casework/index.ts'
import { type Language, say } from '../../law/index.ts'

export type Wording = 'neutral' | 'full'

export interface Told {
  readonly wording: Wording
  readonly language: Language
  /** Said with full wording only. */
  readonly caseTitle: string
}

interface Words {
  readonly summary: string
  readonly description: string
}

/** `Deadline K7M · file 7F3B`: no name, no State, no remedy. */
export const neutralTitle = ({ deadline, file }: DeadlineMarks, language: Language): string =>
  language === 'es' ? `Plazo ${deadline} · expediente ${file}` : `Deadline ${deadline} · file ${file}`

export const wordsOf = (deadline: RunningDeadline, marks: DeadlineMarks, told: Told): Words =>
  told.wording === 'full' ? fullWords(deadline, marks, told) : neutralWords(deadline, marks, told.language)

function neutralWords({ wholeDay }: RunningDeadline, marks: DeadlineMarks, language: Language): Words {
  const lines =
    language === 'es'
      ? [
          'Fecha segura. Qué vence está en el expediente.',
          ...(wholeDay ? ['El día es el del lugar del expediente: en otro huso puede acabar antes.'] : []),
        ]
      : [
          'Safe date. What falls due stands in the file.',
          ...(wholeDay ? ["The day is that of the file's own place: elsewhere it may end earlier."] : []),
        ]
  return { summary: neutralTitle(marks, language), description: lines.join('\n') }
}

function fullWords(deadline: RunningDeadline, marks: DeadlineMarks, { language, caseTitle }: Told): Words {
  const es = language === 'es'
  const { title, direction, status, wholeDay, zone } = deadline
  const lines = [
    direction === 'state'
      ? es
        ? 'Plazo del Estado: desde ese momento puede reclamarse lo que se sigue de su vencimiento.'
        : 'A limit on the State: from then on, be ready to claim what follows from its lapse.'
      : es
        ? 'Fecha segura: actuar hasta entonces, y ninguna lectura lo llama tardío.'
        : 'Safe date: act by then, and no reading calls it late.',
    ...(status === 'start_unknown'
      ? [es ? 'No se sabe con certeza cuándo empezó, o si empezó.' : 'When it began, or whether, is not certain.']
      : []),
    ...(status === 'perhaps_passed' ? [es ? 'Puede haber vencido ya.' : 'It may have run out already.'] : []),
    ...(wholeDay ? [es ? `El día es el de ${zone}.` : `The day is that of ${zone}.`] : []),
    neutralTitle(marks, language),
  ]
  return { summary: `${say(title, language)} · ${caseTitle}`, description: lines.join('\n') }
}
