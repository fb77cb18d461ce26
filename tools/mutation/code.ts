/**
 * `npm run mutation -- --code [FILE…]`: small mistakes put into `src/law`, one at a time, and how many of them the
 * law's own tests notice.
 */
import { readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { API } from 'typescript/unstable/sync'
import { grouped } from '../../src/law/grouped.ts'
import { projectRoot } from '../../src/platform/index.ts'
import { type CodeMutant, mutantsOfCode } from './code-mutants.ts'
import { bounded, buildTests, Chooser, propertyRunsMax, type TestFile } from './code-tests.ts'
import { sampled } from './sample.ts'

/** A test as it runs without a mutant. */
interface Known {
  readonly file: TestFile
  readonly index: number
  readonly milliseconds: number
  /** How often it came by a place with mutants. */
  readonly count: number
}

const root = projectRoot()
const folder = join(root, 'src', 'law')

/**
 * `only`: parts of `file:line`, such as `law/status` or `status.ts:120`; `sampleMax`: so many of the mutants, always
 * the same ones for the same code; `testMax`: a test that takes more milliseconds is not asked. Fewer tests notice
 * less: the score is then the least there is.
 */
export async function mutateCode(only: readonly string[], sampleMax: number, testMax: number): Promise<void> {
  const chooser = new Chooser()
  const { mutants, texts } = allMutants()
  const files = await Promise.all(testPaths().map(async (path) => await buildTests(path, texts, chooser)))
  const { reaching, unusable, slow } = reachedWithout(files, chooser, testMax)
  for (const title of unusable) process.stdout.write(`left out, as it does not pass here: ${title}\n`)
  const isWanted = ({ file, line }: CodeMutant): boolean =>
    only.length === 0 || only.some((part) => `${file}:${line}:`.includes(part.replace(/:\d+$/, '$&:')))
  const wanted = mutants.filter(isWanted)
  const looked = sampled(wanted, sampleMax)
  const perFile = new Map<string, { noticed: number; all: number; unreached: number }>()
  let noticedCount = 0
  for (const mutant of looked) {
    const count = perFile.get(mutant.file) ?? { noticed: 0, all: 0, unreached: 0 }
    perFile.set(mutant.file, count)
    count.all++
    const tests = reaching.get(mutant.number) ?? []
    if (tests.length === 0) count.unreached++
    if (isNoticed(mutant, tests, chooser)) {
      count.noticed++
      noticedCount++
    } else process.stdout.write(`not noticed: ${told(mutant, tests.length)}\n`)
  }
  if (!stillPasses(files, chooser, unusable.length))
    throw new Error('A mutant left something behind in this process.')
  const per = (noticed: number, all: number): string => `${((100 * noticed) / Math.max(1, all)).toFixed(1)} %`
  for (const [file, { noticed, all, unreached }] of perFile) {
    const never = unreached === 0 ? '' : `, ${unreached} where no test comes by`
    process.stdout.write(`${file}: ${noticed} of ${all} (${per(noticed, all)})${never}\n`)
  }
  process.stdout.write(
    `mutation score of src/law: ${noticedCount} of ${looked.length} (${per(noticedCount, looked.length)}); ` +
      `${looked.length} of ${wanted.length} mutants looked at, properties on at most ${propertyRunsMax} cases each` +
      `${slow === 0 ? '' : `, without the ${slow} tests that take more than ${testMax} ms`}\n`,
  )
}

const told = ({ file, line, before, after }: CodeMutant, tests: number): string =>
  `${file}:${line}  ${before}  →  ${after === '' ? '(left out)' : after}${tests === 0 ? '  (no test comes by)' : ''}`

/** Helpers of the tests, and what only describes shapes or writes pages, hold no law. */
const withoutLaw = /(\.test|\.fixtures)\.ts$|\/testing(-random)?\.ts$|\/index\.ts$/

function sourcePaths(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && !withoutLaw.test(path))
    .toSorted()
}

function testPaths(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .toSorted()
}

function allMutants(): { readonly mutants: readonly CodeMutant[]; readonly texts: ReadonlyMap<string, string> } {
  const api = new API({ cwd: root })
  try {
    const [project] = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects()
    const mutants: CodeMutant[] = []
    const texts = new Map<string, string>()
    for (const path of sourcePaths()) {
      const source = project?.program.getSourceFile(path)
      if (source === undefined) throw new Error(`TypeScript did not read ${path}.`)
      const own = mutantsOfCode(source, relative(root, path), mutants.length)
      mutants.push(...own.mutants)
      texts.set(path, own.text)
    }
    return { mutants, texts }
  } finally {
    api.close()
  }
}

/** Runs every test without a mutant: which come by which mutant, the quickest first. */
function reachedWithout(
  files: readonly TestFile[],
  chooser: Chooser,
  testMax: number,
): {
  readonly reaching: ReadonlyMap<number, readonly Known[]>
  readonly unusable: readonly string[]
  /** How many were left out because they take too long. */
  readonly slow: number
} {
  const reaching = new Map<number, Known[]>()
  const unusable: string[] = []
  let slow = 0
  for (const file of files) {
    let tests = file.collect()
    const atStart = chooser.without(() => (tests = file.collect())).reached
    tests.forEach(({ title, run }, index) => {
      // Of this program alone: whatever else runs on the machine makes no test slow.
      const before = process.cpuUsage().user
      try {
        const { reached, count } = chooser.without(run)
        const milliseconds = (process.cpuUsage().user - before) / 1000
        const known = { file, index, milliseconds, count }
        if (milliseconds > testMax) {
          slow++
          return
        }
        for (const number of new Set([...reached, ...atStart]))
          reaching.set(number, [...(reaching.get(number) ?? []), known])
      } catch (error) {
        unusable.push(`${file.name}: ${title} (${error instanceof Error ? error.message : String(error)})`)
      }
    })
  }
  for (const tests of reaching.values()) tests.sort((a, b) => a.milliseconds - b.milliseconds)
  return { reaching, unusable, slow }
}

/** Whether the tests still pass once no mutant is chosen: if not, nothing that was said above can be believed. */
function stillPasses(files: readonly TestFile[], chooser: Chooser, unusableCount: number): boolean {
  return reachedWithout(files, chooser, Infinity).unusable.length === unusableCount
}

/** Some test fails with it, or runs on and on. The file's own tests are asked first, then the quickest. */
function isNoticed({ number, file: path }: CodeMutant, tests: readonly Known[], chooser: Chooser): boolean {
  const byFile = grouped(tests, ({ file }) => file.name)
  const own = basename(path, '.ts')
  const cost = ([name, known]: readonly [string, readonly Known[]]): number =>
    name.startsWith(own) ? -1 : known.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const inOrder = [...byFile].toSorted((a, b) => cost(a) - cost(b))
  try {
    for (const [, known] of inOrder) {
      const file = known[0]?.file
      if (file === undefined) continue
      let collected: ReturnType<TestFile['collect']> = []
      chooser.with(number, 1_000_000, () => bounded(() => (collected = file.collect())))
      for (const { index, count } of known)
        chooser.with(number, count, () => bounded(() => collected[index]?.run()))
    }
    return false
  } catch {
    return true
  }
}
