import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, any, atLeastAsInformed, type Four, fromBits, not, pool, toBits } from '../record/index.ts'
import {
  coneOf,
  evaluate,
  evaluateBulk,
  evaluateSteps,
  Op,
  type OpCode,
  type Program,
  ProgramBuilder,
} from './kernel.ts'

const fours: readonly Four[] = ['unknown', 'true', 'false', 'contested']

/** One step over inputs, none of them shared or folded away. */
function oneStep(op: OpCode, inputs: readonly Four[]): Four {
  const builder = new ProgramBuilder()
  const args = inputs.map((_, index) => builder.atom(`a${index}`))
  const root = builder.step(op, args)
  const program = builder.build()
  const values = new Uint8Array(program.slotCount)
  inputs.forEach((value, index) => {
    values[index] = toBits(value)
  })
  evaluate(program, values)
  return fromBits(values[builder.slot(root)] ?? 0)
}

/** All lists of the four values of one length. */
const lists = (length: number): Four[][] =>
  length === 0 ? [[]] : lists(length - 1).flatMap((rest) => fours.map((value) => [value, ...rest]))

interface Built {
  readonly of: Program
  readonly slots: readonly number[]
  readonly constants: boolean
}

/** A program of any shape: steps whose arguments are taken, modulo, from what stands before them. */
const program: fc.Arbitrary<Built> = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.array(
      fc.tuple(
        fc.constantFrom<OpCode>(Op.all, Op.any, Op.not, Op.combine),
        fc.array(fc.nat(1000), { maxLength: 5 }),
        fc.nat(1000),
        fc.nat(1000),
      ),
      { maxLength: 25 },
    ),
  )
  .map(([atomCount, steps]) => {
    const builder = new ProgramBuilder()
    const references = Array.from({ length: atomCount }, (_, index) => builder.atom(`a${index}`))
    for (const [op, many, a, b] of steps) {
      const args = (op === Op.not ? [a] : op === Op.combine ? [a, b] : many).map(
        (n) => references[n % references.length] ?? 0,
      )
      references.push(builder.step(op, args))
    }
    return {
      of: builder.build(),
      slots: references.map((reference) => builder.slot(reference)),
      constants: steps.some(([op, many]) => (op === Op.all || op === Op.any) && many.length === 0),
    }
  })
const seeds = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })

function evaluated(of: Program, atoms: readonly number[]): Uint8Array {
  const values = new Uint8Array(of.slotCount)
  for (let slot = 0; slot < of.atomCount; slot++) values[slot] = atoms[slot] ?? 0
  evaluate(of, values)
  return values
}

describe('the kernel against the definitions of the record', () => {
  it.each([0, 1, 2, 3, 4])('ALL over %i values is the ALL of the record, for every combination', (length) => {
    for (const list of lists(length)) expect([list, oneStep(Op.all, list)]).toEqual([list, all(list)])
  })

  it.each([0, 1, 2, 3, 4])('ANY over %i values is the ANY of the record, for every combination', (length) => {
    for (const list of lists(length)) expect([list, oneStep(Op.any, list)]).toEqual([list, any(list)])
  })

  it('NOT is the NOT of the record', () => {
    for (const value of fours) expect(oneStep(Op.not, [value])).toBe(not(value))
  })

  it('reasons meet as a pool of the reasons for and the turned-round reasons against', () => {
    for (const pro of fours) {
      for (const con of fours) {
        const against = con === 'true' || con === 'contested' ? 'false' : 'unknown'
        expect([pro, con, oneStep(Op.combine, [pro, con])]).toEqual([pro, con, pool([pro, against])])
      }
    }
  })

  it('a reason against that has failed is not a reason for', () => {
    expect(oneStep(Op.combine, ['unknown', 'false'])).toBe('unknown')
  })

  it('the absence of every ground stays unknown through NOT, ALL and ANY', () => {
    expect([
      oneStep(Op.not, ['unknown']),
      oneStep(Op.all, ['unknown', 'unknown']),
      oneStep(Op.any, ['unknown', 'unknown']),
    ]).toEqual(['unknown', 'unknown', 'unknown'])
  })
})

describe('the builder of programs', () => {
  it('makes one input of one key, and one step of equal steps', () => {
    const builder = new ProgramBuilder()
    const [a, b] = [builder.atom('a'), builder.atom('b')]
    expect(builder.atom('a')).toBe(a)
    expect(builder.step(Op.all, [a, b])).toBe(builder.step(Op.all, [a, b]))
    expect(builder.step(Op.all, [a, b])).not.toBe(builder.step(Op.any, [a, b]))
    expect(builder.build()).toMatchObject({ atomCount: 2, slotCount: 4 })
  })

  it('needs no step for an ALL or an ANY of one', () => {
    const builder = new ProgramBuilder()
    const a = builder.atom('a')
    expect([builder.step(Op.all, [a]), builder.step(Op.any, [a])]).toEqual([a, a])
    expect(builder.step(Op.not, [a])).not.toBe(a)
  })

  it('numbers inputs that are named late before all steps', () => {
    const builder = new ProgramBuilder()
    const first = builder.step(Op.not, [builder.atom('a')])
    const late = builder.atom('late')
    const built = builder.build()
    expect(builder.slot(late)).toBe(1)
    expect(builder.slot(first)).toBe(2)
    expect([...evaluated(built, [toBits('true'), 0])]).toEqual([1, 0, 2])
    expect(builder.atomKeys).toEqual(['a', 'late'])
  })
})

describe('more cases than a word has bits', () => {
  const count = 70
  const words = Math.ceil(count / 32)
  /** Every pair of values again and again, in the planes of the two inputs. */
  const inputs = Array.from({ length: count }, (_, n) => [n & 3, (n >> 2) & 3] as const)
  const bitsOf = (planes: Int32Array, slot: number, n: number): number => {
    const bit = (row: number): number => ((planes[row * words + (n >> 5)] ?? 0) >>> (n & 31)) & 1
    return bit(2 * slot) | (bit(2 * slot + 1) << 1)
  }

  it.each(Object.entries(Op))('each have their own answer of %s, first and last', (_, op) => {
    const builder = new ProgramBuilder()
    const [a, b] = [builder.atom('a'), builder.atom('b')]
    const args = op === Op.yes || op === Op.no ? [] : op === Op.not ? [b] : [a, b]
    const first = builder.step(op === Op.yes ? Op.all : op === Op.no ? Op.any : op, args)
    builder.step(Op.not, [first])
    const of = builder.build()
    const planes = new Int32Array(2 * of.slotCount * words).fill(0)
    inputs.forEach((pair, n) =>
      pair.forEach((value, slot) => {
        for (const side of [0, 1]) {
          const place = (2 * slot + side) * words + (n >> 5)
          if ((value >> side) & 1) planes[place] = (planes[place] ?? 0) | (1 << (n & 31))
        }
      }),
    )
    evaluateBulk(of, planes, words)
    for (const [n, pair] of inputs.entries()) {
      const alone = evaluated(of, pair)
      expect(Array.from(alone, (__, slot) => bitsOf(planes, slot, n))).toEqual([...alone])
    }
  })
})

describe('random programs', () => {
  it('give the same for one case and for many at once, bit for bit', () => {
    fc.assert(
      fc.property(program, fc.array(seeds, { minLength: 1, maxLength: 70 }), ({ of }, cases) => {
        const words = Math.ceil(cases.length / 32)
        const planes = new Int32Array(2 * of.slotCount * words)
        cases.forEach((atoms, index) => {
          for (let slot = 0; slot < of.atomCount; slot++) {
            const bit = 1 << (index % 32)
            const word = Math.floor(index / 32)
            if ((atoms[slot] ?? 0) & 1)
              planes[2 * slot * words + word] = (planes[2 * slot * words + word] ?? 0) | bit
            if ((atoms[slot] ?? 0) & 2)
              planes[(2 * slot + 1) * words + word] = (planes[(2 * slot + 1) * words + word] ?? 0) | bit
          }
        })
        evaluateBulk(of, planes, words)
        cases.forEach((atoms, index) => {
          const alone = evaluated(of, atoms)
          const at = (row: number): number =>
            ((planes[row * words + Math.floor(index / 32)] ?? 0) >>> (index % 32)) & 1
          expect(Array.from(alone, (_, slot) => at(2 * slot) | (at(2 * slot + 1) << 1))).toEqual([...alone])
        })
      }),
      { numRuns: 300 },
    )
  })

  it('give the same when only the cone of a result is recomputed', () => {
    fc.assert(
      fc.property(program, seeds, seeds, fc.nat(1000), ({ of, slots }, before, now, pick) => {
        const root = slots[pick % slots.length] ?? 0
        const { atoms, steps } = coneOf(of, root)
        const values = evaluated(of, before)
        for (const slot of atoms) values[slot] = now[slot] ?? 0
        evaluateSteps(of, values, steps)
        const whole = evaluated(
          of,
          before.map((value, slot) => (atoms.includes(slot) ? (now[slot] ?? 0) : value)),
        )
        expect(values[root]).toBe(whole[root])
      }),
      { numRuns: 500 },
    )
  })

  it('do not depend on what lies outside the cone', () => {
    fc.assert(
      fc.property(program, seeds, seeds, fc.nat(1000), ({ of, slots }, a, b, pick) => {
        const root = slots[pick % slots.length] ?? 0
        const { atoms } = coneOf(of, root)
        const mixed = a.map((value, slot) => (atoms.includes(slot) ? value : (b[slot] ?? 0)))
        expect(evaluated(of, mixed)[root]).toBe(evaluated(of, a)[root])
      }),
      { numRuns: 300 },
    )
  })

  it('never lose ground when ground is added', () => {
    fc.assert(
      fc.property(program, seeds, seeds, ({ of }, less, extra) => {
        const before = evaluated(of, less)
        const after = evaluated(
          of,
          less.map((value, slot) => value | (extra[slot] ?? 0)),
        )
        before.forEach((value, slot) => {
          expect(atLeastAsInformed(fromBits(after[slot] ?? 0), fromBits(value))).toBe(true)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('without constants, know nothing of a case of which nothing is known', () => {
    fc.assert(
      fc.property(program, ({ of, constants }) => {
        fc.pre(!constants)
        expect([...evaluated(of, [])].every((value) => value === 0)).toBe(true)
      }),
    )
  })
})
