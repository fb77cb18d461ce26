/** For tests and the benchmark: spellings as public sources printed them, and who must be kept apart. */

export interface Spelling {
  readonly text: string
  /** Of the text in which it stood, where that decides. */
  readonly language?: string
}

export interface SpelledPerson {
  readonly name: string
  readonly spellings: readonly (string | Spelling)[]
  /** Aliases and wrong names that no comparison of letters can find; only a person's judgement ties them. */
  readonly onlyByJudgement?: readonly string[]
}

export const spelledPersons: readonly SpelledPerson[] = [
  {
    name: 'Aleksandr Pavlov',
    spellings: [
      'Alexandr Pavlov',
      'ALEXANDR PAVLOV (D.)',
      'Alexander Pavlov',
      'Alexsandr Pavlov',
      'Aleksander Pavlov',
      'Aleksandra Pavlova',
      { text: 'Aleksandra Pavlova', language: 'pl' },
      { text: 'Alexandra Pavlova', language: 'pl' },
      { text: 'Alexandrem Pavlovem', language: 'pl' },
      'Alexandre Pavlov',
      'Alexander Pawlow',
      'Alexandr Pawlow',
      'Herr Pawlow',
      'Aleksandr Pawłow',
      { text: 'Aleksandra Pawłowa', language: 'pl' },
      'Александр Павлов',
      'А. Павлов',
      { text: 'Павлова', language: 'ru' },
      { text: 'Павлову', language: 'ru' },
      { text: 'Павловa', language: 'ru' },
      { text: 'Александра Павловa', language: 'ru' },
      'Олександр Павлов',
      'ألكسندر بافلوف',
      '亚历山大·帕夫洛夫',
      'Pavolv',
      'Aleksandr Pavolv',
      'Pavolov',
    ],
    onlyByJudgement: ['Sr. Gaspar'],
  },
  {
    name: 'Mukhtar Ablyazov',
    spellings: [
      'Muktar Ablyazov',
      'Ablyazov Muktar',
      'Mujtar Ablyazov',
      'Mujtar Abliazov',
      'Moukhtar Abliazov',
      'Moukhtar Ablyazov',
      'Moukthar Ablyazov',
      'Mukhtyar Ablyazov',
      'Muchtar Abljasow',
      'Muchar Abljasow',
      'Muchtar Ablazow',
      { text: 'Mukhatrem Ablyazovem', language: 'pl' },
      'Ablyzaov',
      'Muxtar Äblyazov',
      'Muhtar Qabyluly Ábliazov',
      'Мұхтар Қабылұлы Әблязов',
      'Мұхтар Әбілязов',
      'Мұхтар Әблязов',
      'Мухтар Аблязов',
      'مختار ابليازوف',
    ],
    onlyByJudgement: ['M. B…'],
  },
  {
    name: 'Alma Shalabayeva',
    spellings: [
      'Shalabaeva',
      'Shalbayeva',
      'Shalabayava',
      'Шалабаева',
      'Ałma Szałabajewa',
      'Szalabayeva',
      { text: 'Almy Shalabayevej', language: 'pl' },
    ],
    onlyByJudgement: ['Alma Ayan'],
  },
  {
    name: 'Alua Ablyazova',
    spellings: ['Aula Ablyazova', { text: 'Alue Ablyazovej', language: 'pl' }],
    onlyByJudgement: ['Alua Shalabayeva'],
  },
  { name: 'Zhaksylyk Zharimbetov', spellings: ['Жаксылык Жаримбетов', 'Жаксылык Жарымбетов'] },
  {
    name: 'Yerzhan Tatishev',
    spellings: ['Erzhan Tatishev', 'Yerlan Tatishev', 'Erlan Tatishev', 'Yerzhan Batischew'],
  },
  { name: 'Muratkhan Tokmadi', spellings: ['Muratkhan Toqmadi', 'Muratkhan Tokmadif'] },
  {
    name: 'Syrym Shalabayev',
    spellings: [
      { text: 'Syrymo Salabajevo', language: 'lt' },
      { text: 'S. Šalabajevo', language: 'lt' },
    ],
  },
  { name: 'Tatiana Paraskevich', spellings: ['Tatyana Paraskevich', 'Tatiana Paraskevitch'] },
]

/** Pairs of different persons whom letters alone bring near: relatives, namesakes, chance. */
export const differentPersons: readonly (readonly [string, string])[] = [
  ['Pavão', 'Aleksandr Pavlov'],
  ['Darian Pavli', 'Aleksandr Pavlov'],
  ['Petr Silaev', 'Aleksandr Pavlov'],
  ['Alma Shalabayeva', 'Syrym Shalabayev'],
  ['Alua Ablyazova', 'Mukhtar Ablyazov'],
  ['Viktor Khrapunov', 'Leila Khrapunova'],
  ['Viktor Khrapunov', 'Ilyas Khrapunov'],
  ['Leila Khrapunova', 'Ilyas Khrapunov'],
  ['Yerimbetov', 'Jardemalie'],
  ['Yerimbetov', 'Zhaksylyk Zharimbetov'],
  ['Bota Jardemalie', 'Zhaksylyk Zharimbetov'],
  ['Muratbek Ketebayev', 'Muratkhan Tokmadi'],
  ['Artur Trofimov', 'Igor Kononko'],
]
