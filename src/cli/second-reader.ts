/** The second reader as an option of `read`: nothing is sent unless it is asked for here, each time. */
import { z } from 'zod'
import { ADDRESS_DEFAULT, openAiEndpoint, type SecondReader, SecondReaderError } from '../reading/index.ts'
import { type Arguments, type Command, optionOn, optionText } from './command.ts'
import { UsageError } from './errors.ts'

/** What the second reader did with one document. */
export const SecondReadingAnswer = z.strictObject({
  /** What left the program, and where to. */
  leaves: z.string(),
  status: z.enum(['read', 'failed']),
  problem: z.string().nullable(),
  /** Answers left out, mostly because their words are not in the document. */
  dropped: z.array(z.strictObject({ quote: z.string(), why: z.string() })),
})

export const secondReaderOptions: Command['options'] = {
  'second-reader': {
    value: 'MODEL',
    about: {
      en: 'also ask a language model of this name; sends it the whole text',
      es: 'pregunta también a un modelo de lenguaje; le envía todo el texto',
    },
  },
  endpoint: {
    value: 'URL',
    about: {
      en: `where the model is (default: ${ADDRESS_DEFAULT})`,
      es: `dónde está el modelo (por defecto: ${ADDRESS_DEFAULT})`,
    },
  },
  'may-leave-machine': {
    about: {
      en: 'allow an endpoint that is not on this machine',
      es: 'permite un modelo que no esté en esta máquina',
    },
  },
}

/** The reader that was asked for, or nothing. Throws {@link UsageError}. */
export function secondReaderOf(args: Arguments): SecondReader | undefined {
  const model = optionText(args, 'second-reader')
  const address = optionText(args, 'endpoint')
  try {
    return openAiEndpoint({
      enabled: model !== undefined,
      model: model ?? '',
      mayLeaveMachine: optionOn(args, 'may-leave-machine'),
      ...(address === undefined ? {} : { address }),
    })
  } catch (error) {
    if (!(error instanceof SecondReaderError)) throw error
    throw new UsageError({ en: error.message, es: error.message }, { en: error.remedy, es: error.remedy })
  }
}
