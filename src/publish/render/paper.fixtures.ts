import type { Gap, Paper, PaperLanguage, Sentence } from '../paper/model.ts'

/** A sentence of a test paper. */
export const sentence = (
  text: string,
  notes: readonly number[] = [],
  exhibits: readonly number[] = [],
): Sentence => ({
  text,
  origin: 'record',
  claims: [],
  notes,
  exhibits,
})

/** A paper that states one text in one paragraph. */
export const paperOf = (text: string, change: Partial<Paper> = {}): Paper => ({
  kind: 'letter',
  language: 'en',
  audience: 'public',
  title: 'A paper',
  marking: [],
  addressee: [],
  dated: '',
  made: '2014-02-19T08:00:00Z',
  zone: 'Europe/Madrid',
  sections: [{ id: 'text', heading: 'Text', blocks: [{ kind: 'paragraph', text: [sentence(text)] }] }],
  exhibits: [],
  sources: [],
  mark: '',
  ...change,
})

const facts = [
  [sentence('The applicant, Person A, was arrested in Town B on 3 March 2031.', [1], [1])],
  [
    sentence('Court C allowed the surrender on 14 March 2031.', [2], [2]),
    sentence('The decision reached counsel five days later.', [1, 3]),
  ],
  [sentence('Лицо А (Әлия Қ. Өмірғалиқызы) is the name in the register of birth: ә ғ қ ң ө ұ ү һ і.', [4])],
]

const blocks: Paper['sections'] = [
  {
    id: 'person',
    heading: 'The person concerned',
    blocks: [
      {
        kind: 'fields',
        rows: [
          { label: 'Name', value: [sentence('Person A')] },
          { label: 'Born', value: [sentence('1 January 1990, Town D')] },
          { label: 'Held at', value: [sentence('Detention centre E, since 3 March 2031.', [1])] },
          { label: 'Removal', value: [sentence('21 March 2031, 10:45, by air to City F.', [3], [3])] },
        ],
      },
    ],
  },
  {
    id: 'facts',
    heading: 'Facts',
    blocks: [
      { kind: 'paragraph', text: [sentence('The facts below are those known on the day of this request.')] },
      { kind: 'list', numbered: true, items: facts },
      { kind: 'paragraph', text: [sentence('As to the days that followed:')] },
      { kind: 'list', numbered: true, items: [[sentence('No answer had come by 19 March 2031.', [3])]] },
    ],
  },
  {
    id: 'risk',
    heading: 'The risk',
    blocks: [
      {
        kind: 'quote',
        text: [sentence('He was beaten on the second day.\nThe marks were seen by a doctor.', [5])],
        speaker: 'Witness G, statement of 6 March 2031',
      },
      {
        kind: 'list',
        numbered: false,
        items: [
          [
            sentence(
              'Reports of ill-treatment in the same prison: https://example.org/reports/2031/03/a-very-long-address-that-does-not-end/and-goes-on?page=17&part=3',
              [5],
            ),
          ],
          [sentence('No visit by a monitor has been allowed.')],
        ],
      },
      {
        kind: 'table',
        head: ['Remedy', 'Before', 'Stops the removal?'],
        rows: [
          [[sentence('Appeal')], [sentence('Court C')], [sentence('No')]],
          [[sentence('Request for asylum')], [sentence('Office H')], [sentence('Not known', [3])]],
        ],
      },
    ],
  },
]

/** Plainly fictional; every kind of block, notes cited twice, a missing exhibit, a source nobody cites. */
export const fullPaper = (language: PaperLanguage = 'en'): Paper => ({
  kind: 'rule-39',
  language,
  audience: 'public',
  title: language === 'en' ? 'Request for an interim measure' : 'Solicitud de medida provisional',
  marking:
    language === 'en'
      ? [
          'Rule 39 – Urgent',
          'Person to contact: Counsel I, telephone 000 000 000',
          'Removal on 21 March 2031, 10:45',
        ]
      : ['Artículo 39 – Urgente', 'Persona de contacto: letrada I, teléfono 000 000 000'],
  addressee: ['The Registrar', 'Court J', 'City K'],
  dated: language === 'en' ? '19 March 2031' : '19 de marzo de 2031',
  made: '2031-03-19T09:00:00Z',
  zone: 'Europe/Madrid',
  sections: blocks,
  exhibits: [
    { number: 1, document: 'doc-1', title: 'Record of arrest', date: '2031-03-03' },
    { number: 2, document: 'doc-2', title: 'Decision of Court C', date: '2031-03-14' },
    { number: 3, document: 'doc-3', title: 'Notice of removal', missing: 'the authority has not handed it over' },
  ],
  sources: [
    { number: 1, text: 'Police of Town B, record of arrest, 3 March 2031.' },
    { number: 2, text: 'Court C, decision 12/2031, 14 March 2031.' },
    { number: 3, text: 'Counsel I, note of a telephone call, 19 March 2031.' },
    { number: 4, text: 'Запись о рождении, Город D.' },
    {
      number: 5,
      text: 'Organisation L, Prisons in F, 2030, https://example.org/reports/2030/prisons-in-f/full-text.pdf',
    },
    { number: 6, text: 'Newspaper M, 18 March 2031.' },
  ],
  mark:
    language === 'en' ? 'Draft of 19 March 2031, not released' : 'Borrador de 19 de marzo de 2031, sin publicar',
})

export const someGaps: readonly Gap[] = [
  {
    field: 'removal-flight',
    title: 'Number of the flight',
    why: 'The Registry asks for it where it is known.',
    todo: 'Ask the airline or the airport police.',
    weight: 'wanted',
  },
  {
    field: 'authority',
    title: 'Signed authority to act',
    why: 'Without it the request is not examined.',
    todo: 'Have Person A sign the form in Detention centre E.',
    weight: 'required',
  },
]
