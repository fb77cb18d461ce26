/**
 * Random records in which every text of every body holds a canary: `canary-LEVEL FIELD nNNNNN`, LEVEL being how far
 * that text may go by all it rests on. Not part of the product.
 */
import fc from 'fast-check'
import { Garden } from './testing-garden.ts'
import { disclosureLevels } from './model.ts'
import { type GardenOptions, INTERNAL, type Mark, type Planted, type Slip, without } from './testing-seedbed.ts'
import type {
  Assessment,
  Body,
  BodyKind,
  Completeness,
  Disclosure,
  Entry,
  Passage,
  Position,
  Release,
  Sha256,
} from './model.ts'

export type { Mark, Slip } from './testing-seedbed.ts'

export interface Planting {
  readonly entries: readonly Entry[]
  /** Every text that was planted. */
  readonly marks: readonly Mark[]
  /** What a copy for those who may have its rank must hold: what open claims say, and what they lead to. */
  readonly due: readonly Mark[]
  /** Titles of events of the person that somebody says have happened: a chronology must hold those. */
  readonly told: readonly Mark[]
  /** The parts of papers that repeat a text of the record. */
  readonly slips: readonly Slip[]
  /** What the original of each document says, by the hash that the document names. */
  readonly originals: ReadonlyMap<string, Mark>
  /** How a failing record is told: by its seed, which gives it again. */
  readonly [fc.toStringMethod]: () => string
}

/** The parts that people write, of papers of every kind that has one. */
const writtenParts = [
  ['statement', 'lead'],
  ['statement', 'background'],
  ['rule-39', 'contact'],
  ['rule-39', 'risk'],
  ['rule-47', 'representative'],
  ['cat', 'risk'],
  ['hrc', 'risk'],
  ['urgent-action', 'lead'],
  ['summary', 'now'],
  ['assurances', 'assessment'],
  ['letter', 'reasons'],
] as const

/** What the team thinks, decides and writes, on top of the things. */
class Plot extends Garden {
  readonly #slips = new Map<string, Slip>()

  get slips(): readonly Slip[] {
    return [...this.#slips.values()]
  }

  sowPosition(): void {
    const { claims } = this
    const about = claims[this.dice.roll(claims.length)]
    const beside = claims[this.dice.roll(claims.length)]
    if (about === undefined || beside === undefined) return
    const { subject, property } = about
    const rank = Math.max(1, subject.rank, Math.min(about.rank, beside.rank))
    const position: Planted<Position> = {
      id: this.id('position', rank),
      subject: subject.id,
      property,
      // A refused event is told to nobody: here all are to be told that may be.
      stance:
        property === 'occurred' ? 'accepted' : this.dice.one(['accepted', 'refused', 'contested'], 'accepted'),
      claims: [...new Set([about.id, beside.id])],
      by: this.text('position.by', INTERNAL),
      because: this.text('position.because', INTERNAL),
      learned: '2014-01-02',
    }
    this.bodies.push({ kind: 'position', position })
  }

  sowCompleteness(): void {
    const aside = this.aside()
    const proceeding = this.dice.roll(2) === 0 ? this.proceedings[0] : undefined
    const rank = Math.max(1, aside.rank, proceeding?.rank ?? 0)
    const completeness: Planted<Completeness> = {
      id: this.id('completeness', rank),
      of: this.text('completeness.of', rank),
      where: { remedy: this.text('completeness.where', rank, aside.words) },
      proceeding: proceeding?.id ?? '',
      through: 'ongoing',
      because: this.text('completeness.because', INTERNAL),
      by: this.text('completeness.by', INTERNAL),
      learned: '2014-01-02',
    }
    const absent = proceeding === undefined ? (['proceeding'] as const) : []
    this.bodies.push({ kind: 'completeness', completeness: without(completeness, absent) })
  }

  sowAssessment(): void {
    const level = this.level()
    const aside = this.aside()
    const about = this.claims[this.dice.roll(this.claims.length * 2)]
    // Only a ruling can put an embargo on it.
    const own = level.ruled === undefined ? disclosureLevels.indexOf(level.entered.disclosure) : level.rank
    const rank = Math.max(own, aside.rank, about?.subject.rank ?? 0)
    const assessment: Planted<Assessment> = {
      id: this.id('assessment', rank),
      question: this.text('assessment.question', rank),
      answer: this.dice.one(['yes', 'no', 'unsure'], 'unsure'),
      subject: about?.subject.id ?? '',
      by: this.text('assessment.by', rank),
      reasons: this.text('assessment.reasons', rank, aside.words),
      evidence: [...this.papers, ...this.claims].slice(this.dice.roll(4)).map(({ id }) => id),
      learned: '2014-01-02',
      disclosure: level.entered.disclosure,
    }
    const absent = [
      ...(about === undefined ? (['subject'] as const) : []),
      ...(level.entered.disclosure === 'internal' ? (['disclosure'] as const) : []),
    ]
    this.bodies.push({ kind: 'assessment', assessment: without(assessment, absent) })
    this.rule('assessment', assessment.id, level)
  }

  sowRelease(): void {
    const release: Planted<Release> = {
      id: this.id('release', INTERNAL),
      step: 'asked',
      paper: this.text('release.paper', INTERNAL),
      audience: 'public',
      content: 'c'.repeat(64),
      because: this.text('release.because', INTERNAL),
    }
    this.bodies.push({ kind: 'release', release })
  }

  /** What somebody writes for a paper is for its readers; what it repeats of the record may not be. */
  sowPassage(): void {
    const [paper, slot] = this.dice.one(writtenParts, writtenParts[0])
    const language = this.dice.one(['en', 'es'], 'en')
    const of = this.perhaps(3) ? this.dice.one(this.marks.filter(isSeen), undefined) : undefined
    const key = [paper, slot, language].join(' ')
    if (of === undefined) this.#slips.delete(key)
    else this.#slips.set(key, { paper, language, of })
    const passage: Planted<Passage> = {
      id: this.id('passage', INTERNAL),
      paper,
      slot,
      language,
      text: `${this.text('passage.text', 0)}${of === undefined ? '' : `, and we know: ${of.text}`}`,
      by: this.text('passage.by', INTERNAL),
      read: { 'person.role': this.text('passage.read', INTERNAL) },
      learned: '2014-01-02',
    }
    this.bodies.push({ kind: 'passage', passage })
  }
}

/** Texts of the record that the gate must know again in what people write. Words of an open document may be quoted. */
const isSeen = ({ field }: Mark): boolean =>
  /^(entity\.names?|document\.(title|publisher|address|broughtBy)|proceeding\.(title|docket)|event\.title|claim\.value)$/u.test(
    field,
  )

const times = (count: number, sow: () => void): void => {
  for (let done = 0; done < count; done += 1) sow()
}

/** How each kind of body is sown, in this order. A kind that is not here does not compile. */
const sowing: Readonly<Record<BodyKind, (plot: Plot) => void>> = {
  entity: (plot) => plot.sowPeople(),
  // Sown with the people of whom it says that they are one.
  identity: () => undefined,
  case: (plot) => plot.sowCase(),
  document: (plot) => plot.sowPapers(),
  proceeding: (plot) => plot.sowProceeding(),
  event: (plot) => plot.sowEvents(),
  claim: (plot) => times(2 + plot.dice.roll(12), () => plot.sowClaim()),
  position: (plot) => times(2, () => plot.sowPosition()),
  completeness: (plot) => plot.sowCompleteness(),
  assessment: (plot) => times(2, () => plot.sowAssessment()),
  // Sown with the things on which they rule.
  ruling: () => undefined,
  release: (plot) => plot.sowRelease(),
  passage: (plot) => times(3, () => plot.sowPassage()),
}

function planting(one: number, options: GardenOptions): Planting {
  const plot = new Plot(one, options)
  for (const sow of Object.values(sowing)) sow(plot)
  const { bodies, due, told, slips, originals } = plot
  const entries = bodies.map((body: Body, index): Entry => ({
    sequence: index + 1,
    recorded: '2014-03-01T08:00:00Z',
    by: plot.text('entry.by', INTERNAL),
    body,
  }))
  const shown = (): string => `the record of seed ${one}`
  return { entries, marks: plot.marks, due, told, slips, originals, [fc.toStringMethod]: shown }
}

const seed = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 })))

/** Not a real hash: enough where no original is looked for. */
const anyHash = (text: string): Sha256 => text.replaceAll(/\D/gu, '').padStart(64, '0')

/** So that an open claim often finds all open on which it rests. */
const mostlyOpen: readonly Disclosure[] = [
  ...Array.from({ length: 8 }, () => 'public' as const),
  ...Array.from({ length: 3 }, () => 'counsel' as const),
  'internal',
  'sealed',
]

/**
 * Records of every level, with embargoes, rulings, names in passing, and slips of the pen.
 * @param hashOf the hash of the original in which a text stands
 */
export const plantedWith = (hashOf: (text: string) => Sha256): fc.Arbitrary<Planting> =>
  seed.map((one) =>
    planting(one, {
      levels: mostlyOpen,
      isWild: true,
      hashOf,
    }),
  )

export const planted: fc.Arbitrary<Planting> = plantedWith(anyHash)

/** Records in which nothing is held back: what never leaves those never leaves at all. */
export const plantedOpen: fc.Arbitrary<Planting> = seed.map((one) =>
  planting(one, { levels: ['public'], isWild: false, hashOf: anyHash }),
)
