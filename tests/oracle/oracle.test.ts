/** The conclusions of all packs, by our engine and by two that know nothing of it, in 10,000 made-up situations. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLaw } from '../../src/casework/index.ts'
import { BitRows, concludeAll } from '../../src/law/bulk.ts'
import { askedOf, clingoProgram, madeUpValue, prologProgram } from './programs.ts'
import type { Law } from '../../src/law/index.ts'
import { diskFiles, projectRoot } from '../../src/platform/index.ts'
import { toBits } from '../../src/record/index.ts'

const run = promisify(execFile)
const situationCount = 10_000
const patience = 120_000

async function isInstalled(program: string): Promise<boolean> {
  try {
    await run(program, ['--version'])
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

const prolog = await isInstalled('swipl')
const clingo = await isInstalled('clingo')

/** What our engine concludes: a line a situation, a digit a conclusion asked. */
function ours(law: Law, each: number): string[] {
  const { atoms, conclusions } = law.compiled
  const inputs = new BitRows(atoms.length, situationCount)
  for (let situation = 0; situation < situationCount; situation++)
    for (let input = 0; input < atoms.length; input++) inputs.set(input, situation, madeUpValue(input, situation))
  const concluded = concludeAll(law, inputs)
  const ids = [...conclusions.keys()]
  return Array.from({ length: situationCount }, (_, situation) =>
    askedOf(situation, each, ids.length)
      .map((conclusion) => toBits(concluded.of(ids[conclusion] ?? '', situation)))
      .join(''),
  )
}

async function answerTo(
  text: string,
  name: string,
  program: string,
  args: (file: string) => string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'forestay-oracle-'))
  try {
    const file = join(folder, name)
    await writeFile(file, text)
    const { stdout } = await run(program, args(file), { maxBuffer: 1 << 27 })
    return stdout
  } catch (error) {
    // clingo says with 30 that it found the one answer set.
    if (program === 'clingo' && error instanceof Error && 'code' in error && error.code === 30 && 'stdout' in error)
      return String(error.stdout)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first situations in which two engines differ, named so that a person can look. */
function disagreements(law: Law, each: number, own: readonly string[], other: readonly string[]): string[] {
  const ids = [...law.compiled.conclusions.keys()]
  const found: string[] = []
  own.forEach((line, situation) => {
    if (line === other[situation]) return
    askedOf(situation, each, ids.length).forEach((conclusion, index) => {
      const theirs = other[situation]?.[index]
      if (line[index] !== theirs)
        found.push(`situation ${situation}, ${ids[conclusion]}: ours ${line[index]}, theirs ${theirs}`)
    })
  })
  return found.slice(0, 10)
}

describe('the conclusions of the packs in 10,000 made-up situations', () => {
  let law: Law
  beforeAll(async () => {
    law = await readLaw(diskFiles, projectRoot())
  })

  it('rest on inputs of all four values', () => {
    const values = new Set(Array.from({ length: 100 }, (_, input) => madeUpValue(input, 7)))
    expect([...values].toSorted()).toEqual(['contested', 'false', 'true', 'unknown'])
  })

  it.skipIf(!prolog)(
    `are those of SWI-Prolog${prolog ? '' : ' (not run: swipl is not installed; apt-get install swi-prolog-nox)'}`,
    async () => {
      const each = 20
      const told = await answerTo(prologProgram(law, situationCount, each), 'oracle.pl', 'swipl', (file) => [
        '-O',
        '-g',
        'main',
        '-t',
        'halt',
        file,
      ])
      const theirs = told.trim().split('\n')
      expect(theirs).toHaveLength(situationCount)
      expect(disagreements(law, each, ours(law, each), theirs)).toEqual([])
    },
    patience,
  )

  it.skipIf(!clingo)(
    `are those of clingo${clingo ? '' : ' (not run: clingo is not installed; apt-get install gringo)'}`,
    async () => {
      const each = 1
      const told = await answerTo(clingoProgram(law, situationCount, each), 'oracle.lp', 'clingo', (file) => [
        '--verbose=0',
        file,
      ])
      const bits = new Uint8Array(situationCount)
      for (const [, ground, situation] of told.matchAll(/(yes|no)\((\d+),\d+\)/g))
        bits[Number(situation)] = (bits[Number(situation)] ?? 0) | (ground === 'yes' ? 1 : 2)
      expect(disagreements(law, each, ours(law, each), Array.from(bits, String))).toEqual([])
    },
    patience,
  )
})
